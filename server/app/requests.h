// Requests as cases: what people asked of the council, how it goes on, what was said about it.
// docs/formats/request.md.
//
// A case opens in the commit that enters the request's record. Everything of it is sealed under the
// requests key of the person whom it is about, and gone with it. Each change is an entry in the
// log. Safe from any thread; a unit belongs to the sequencer's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "server/app/unit.h"
#include "shared/base/instant.h"
#include "shared/domain/request.h"
#include "shared/protocol/request_record.h"

namespace sayso::app {

// What somebody of the team wants to answer, until somebody else confirms it. The person does not
// see it.
struct Proposal {
  // Done or Refused.
  domain::RequestState to = domain::RequestState::Done;
  std::string by;
  std::string text;
  Instant when;
};

struct Case {
  // Among all of the council's, from 1.
  std::uint64_t number = 0;
  PersonId signer;
  // The Multikey that signed it.
  std::string key;
  // Hash of its record, in hexadecimal.
  std::string record;
  // With `due` worked out as of now.
  domain::Request request;
  std::vector<domain::Wait> waits;
  std::vector<domain::RequestChange> changes;
  std::uint64_t messages = 0;
  // As in domain::RequestThread.
  std::string extension;
  std::string outcome;
  std::optional<Proposal> proposal;
};

// Who signed the record, with which key; its hash; its number among the signer's entries.
struct Signed {
  PersonId signer;
  std::string key;
  std::string hash;
  std::uint64_t running = 0;
};

// In the task that enters the record.
void open_case(const Desk& desk, Unit& unit, const protocol::RequestRecord& record,
               const Signed& was_signed);

// Nothing where this signer has none of this number, or nobody can open it any more.
[[nodiscard]] std::optional<Case> find_case(const Desk& desk, const Rows& rows,
                                            const PersonId& signer, std::uint64_t running);
// By its number among all.
[[nodiscard]] std::optional<Case> find_case(const Desk& desk, const Rows& rows,
                                            std::uint64_t number);
// The newest number among all; 0 where there is none.
[[nodiscard]] std::uint64_t newest_case(const Vault& vault, const Rows& rows);

// Those that this person made, newest first. About a child, only while they may choose for it.
[[nodiscard]] std::vector<Case> find_cases(const Desk& desk, const Rows& rows,
                                           const PersonId& signer, Instant now);
// Whether the signer may follow it now: as find_cases().
[[nodiscard]] bool may_follow(const Desk& desk, const Rows& rows, const Case& one, Instant now);

// Takes the step, enters it in the log and keeps the case as it is then; a proposal is dropped.
// `text` is what it says to the person: a question, a reason, an answer; empty for TakeUp and
// Reply. Refused with "/state" where the step may not be taken, "/text" where a thread is full.
[[nodiscard]] Outcome<void> take_step(const Desk& desk, Unit& unit, Case& one,
                                      domain::RequestStep step, const std::string& text = {});
void store_case(const Desk& desk, Unit& unit, const Case& one);

// The id is the writer's own: it makes a repeat a repeat.
struct Written {
  RecordId id;
  domain::RequestMessage message;
};
// Does not store the case, whose count grows. Precondition: fewer than kMaxMessages.
void add_message(const Desk& desk, Unit& unit, Case& one, const Written& written);
// Oldest first.
[[nodiscard]] std::vector<Written> find_messages(const Vault& vault, const Rows& rows,
                                                 const Case& one);
[[nodiscard]] domain::RequestThread thread_of(const Vault& vault, const Rows& rows,
                                              const Case& one);

// find_cases() as they are answered.
[[nodiscard]] encoding::Json::Array describe_requests(const Desk& desk, const Rows& rows,
                                                      const PersonId& signer, Instant now);

// Whether the council answered this request with a no.
[[nodiscard]] bool was_refused(const Vault& vault, const Rows& rows, const PersonId& signer,
                               std::uint64_t running);

}  // namespace sayso::app

// Requests: what somebody asks of the council, how it goes on, and by when it is answered.
//
// Which step may follow which stands in one table (request.cpp). The clocks of the law are due.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/domain/due.h"

namespace sayso::domain {

// What everybody concerned sees. The names are stored.
enum class RequestState {
  Received,
  Looking,   // somebody of the team looks at it
  Waiting,   // for an answer of the person
  Extended,  // as Looking, with two more months
  Done,
  Refused,
};

enum class RequestStep {
  TakeUp,
  Ask,     // the team asks the person something
  Reply,   // the person answers that
  Extend,  // by two months, with a reason
  Answer,
  Refuse,  // with a reason
};

// One item that is held, by its source and the source's own name for it.
struct ItemName {
  OrganisationId source;
  std::string reference;
  friend bool operator==(const ItemName& a, const ItemName& b) {
    return a.source == b.source && a.reference == b.reference;
  }
};

// What it is about, where it is about something in particular.
struct RequestSubject {
  std::optional<PurposeId> purpose;
  // Never without a purpose.
  std::optional<OrganisationId> organisation;
  std::optional<ItemName> item;
  // Where in the log the use stands.
  std::optional<EntryIndex> use;
  friend bool operator==(const RequestSubject& a, const RequestSubject& b) {
    return a.purpose == b.purpose && a.organisation == b.organisation && a.item == b.item &&
           a.use == b.use;
  }
};

struct Request {
  // Among the entries of whoever made it.
  std::uint64_t number = 0;
  RecordId id;
  // Whom it is about.
  PersonId person;
  RequestKind kind = RequestKind::Ask;
  RequestSubject subject;
  // A day in the United Kingdom.
  Date received;
  RequestState state = RequestState::Received;
  // Nothing where no answer is due any more, or while the clock stands still.
  std::optional<Date> due;
  // The number of an earlier one that asks the same and was open when this one came.
  std::optional<std::uint64_t> like;
};

enum class MessageAuthor { Person, Team };

struct RequestMessage {
  MessageAuthor from = MessageAuthor::Person;
  Instant when;
  std::string text;
};

struct RequestChange {
  RequestState state = RequestState::Received;
  Instant when;
};

// Everything that the person can read of one.
struct RequestThread {
  Request request;
  // How it came to where it is, oldest first; received is the first.
  std::vector<RequestChange> changes;
  // Oldest first.
  std::vector<RequestMessage> messages;
  // Why it takes two months more; empty where it does not.
  std::string extension;
  // What became of it, or why it was refused; empty before that.
  std::string outcome;
};

// Characters (code points) of one message.
inline constexpr std::size_t kMaxMessageCharacters = 4000;
// Of the person and of the team, together, in one request.
inline constexpr std::size_t kMaxMessages = 100;

// 1 to kMaxMessageCharacters of plain text: line breaks are text, other control characters are
// not. Precondition: valid UTF-8.
[[nodiscard]] bool is_message(std::string_view text);

// Where the step leads; nothing where it may not be taken. `was_extended`: at any time before.
[[nodiscard]] std::optional<RequestState> state_after(RequestState state, RequestStep step,
                                                      bool was_extended);
[[nodiscard]] bool is_open(RequestState state);

// A deletion and every refusal: somebody proposes, and somebody else confirms.
[[nodiscard]] bool needs_second_person(RequestKind kind, RequestStep step);

// What the clocks need to know.
struct RequestCourse {
  RequestKind kind = RequestKind::Ask;
  Date received;
  RequestState state = RequestState::Received;
  bool was_extended = false;
  // Each time that the team asked the person something.
  std::vector<Wait> waits;
};

// Nothing where none is due: it is closed, the clock stands still, or it is a complaint that was
// acknowledged, which taking it up does.
[[nodiscard]] std::optional<Due> due_now(const RequestCourse& course,
                                         std::span<const Date> bank_holidays,
                                         const DueSettings& settings = {});

// A right, not extended yet, and its first date has not passed.
[[nodiscard]] bool may_extend(const RequestCourse& course, Date today,
                              std::span<const Date> bank_holidays,
                              const DueSettings& settings = {});

// Whether both ask the same about the same, of the same person.
[[nodiscard]] bool ask_the_same(const Request& a, const Request& b);

// "received", "looking", "waiting", "extended", "done", "refused".
[[nodiscard]] std::string_view name_of(RequestState state);
[[nodiscard]] std::optional<RequestState> find_request_state(std::string_view name);
// "person", "team".
[[nodiscard]] std::string_view name_of(MessageAuthor author);
[[nodiscard]] std::optional<MessageAuthor> find_message_author(std::string_view name);

}  // namespace sayso::domain

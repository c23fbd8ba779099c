// What the team does with requests: the cases as it sees them, and each thing that somebody of the
// team can do. docs/formats/request.md. Safe from any thread; a unit belongs to the sequencer's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "server/app/requests.h"
#include "server/app/unit.h"
#include "shared/domain/request.h"

namespace sayso::app {

// Without a word of what was written: that opens when somebody takes it up.
struct CaseLine {
  // Among all of the council's, from 1.
  std::uint64_t number = 0;
  domain::Request request;
  // The council's own date, where there is one.
  std::optional<Date> target;
  // Done or Refused, where somebody proposed that and nobody has confirmed it yet.
  std::optional<domain::RequestState> proposed;
};

struct CaseFile {
  CaseLine line;
  domain::RequestThread thread;
  std::optional<Proposal> proposal;
};

// Oldest first; those that can still be opened.
[[nodiscard]] std::vector<CaseLine> list_cases(const Desk& desk, const Rows& rows, bool closed_too);
// Nothing where there is none of this number, or nobody can open it any more.
[[nodiscard]] std::optional<CaseLine> find_line(const Desk& desk, const Rows& rows,
                                                std::uint64_t number);
// With every word. "/request": as find_line(). "/state": nobody took it up yet, which is entered in
// the log before anything is read.
[[nodiscard]] Outcome<CaseFile> open_file(const Desk& desk, const Rows& rows, std::uint64_t number);

enum class Deed {
  TakeUp,
  Ask,
  Extend,
  Answer,
  Refuse,
  Confirm,  // what somebody else proposed
};
// "take-up", "ask", "extend", "answer", "refuse", "confirm".
[[nodiscard]] std::optional<Deed> find_deed(std::string_view name);

struct Work {
  Deed deed = Deed::TakeUp;
  // What it says to the person: a question, a reason, an answer. Unused for TakeUp and Confirm.
  std::string text;
  // Whoever answers, refuses or confirms; a second person is somebody of another name.
  std::string by;
};

enum class Worked {
  Entered,   // in the log, and the person sees it
  Proposed,  // in place of an earlier proposal: it waits for somebody else to confirm it
};

// An answer or a refusal that needs a second person (domain::needs_second_person) is proposed.
// Refused with "/request" (there is none of this number), "/state" (the case does not allow it
// now), "/text" (no message, or the thread is full), "/by" (no name, or whoever proposed it),
// "/proposal" (nothing was proposed, or the person has written since).
[[nodiscard]] Outcome<Worked> work_on_case(const Desk& desk, Unit& unit, std::uint64_t number,
                                           const Work& work);

}  // namespace sayso::app

// What the team does with requests: the cases as it sees them. docs/formats/request.md.
#pragma once

#include <cstdint>
#include <optional>

#include "shared/domain/request.h"
#include "shared/protocol/envelope.h"

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
  std::string proposed_by;
  std::string proposed_text;
};

enum class Settled {
  Answered,  // the person sees it
  Proposed,  // it waits for somebody else to confirm it
};

struct Settlement {
  // Done or Refused.
  domain::RequestState to = domain::RequestState::Done;
  // The answer, or why it is refused.
  std::string text;
  // Whoever does it; a second person is somebody of another name.
  std::string by;
};

}  // namespace sayso::app

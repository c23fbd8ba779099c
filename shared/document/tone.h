// The name of each tone, as style sheets know it.
#pragma once

#include <string_view>

#include "shared/document/node.h"

namespace sayso::document {

[[nodiscard]] constexpr std::string_view tone_name(Tone tone) {
  switch (tone) {
    case Tone::Neutral:
      return "neutral";
    case Tone::Primary:
      return "primary";
    case Tone::Secondary:
      return "secondary";
    case Tone::Caution:
      return "caution";
    case Tone::Agreed:
      return "agreed";
    case Tone::Refused:
      return "refused";
    case Tone::Withdrawn:
      return "withdrawn";
    case Tone::NotAsked:
      return "not-asked";
    case Tone::NotConsent:
      return "not-consent";
    case Tone::Fault:
      return "fault";
    case Tone::Brand:
      return "brand";
  }
  return "neutral";
}

}  // namespace sayso::document

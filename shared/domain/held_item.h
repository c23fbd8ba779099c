// Held items: what the council holds about one person, piece by piece, and what a piece may be.
//
// On which lawful basis an item is used follows from its purposes, as the notice has them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/instant.h"
#include "shared/domain/notice.h"

namespace sayso::domain {

// How it reached the council. The names are stored.
enum class Arrival { Transfer, Email, Letter, Telephone, Meeting };

struct HeldItem {
  // The source's own name for it: the same reference from the same source is the same item.
  std::string reference;
  KindId kind;
  OrganisationId source;
  // A day in the United Kingdom.
  Date received;
  Arrival arrival = Arrival::Transfer;
  // What it says, as the person reads it.
  std::string summary;
  // What it is used for; at least one, none twice.
  std::vector<PurposeId> purposes;

  friend bool operator==(const HeldItem& a, const HeldItem& b) {
    return a.reference == b.reference && a.kind == b.kind && a.source == b.source &&
           a.received == b.received && a.arrival == b.arrival && a.summary == b.summary &&
           a.purposes == b.purposes;
  }
};

// Bytes of UTF-8.
inline constexpr std::size_t kMaxReferenceBytes = 64;
inline constexpr std::size_t kMaxSummaryBytes = 2000;

// What is wrong with an item: the first rule that it breaks.
enum class ItemFault {
  Reference,      // empty, longer than kMaxReferenceBytes, or not printable ASCII
  UnknownKind,    // the notice has no such kind of information
  UnknownSource,  // the notice has no such organisation, or says of it that it gives nothing
  NotItsKind,     // the notice says that this organisation gives other kinds
  NotYet,         // received on a day to come
  Expired,        // so old that the notice's promise has it destroyed
  Summary,        // empty, too long, or with characters that are no text
  Purposes,       // none, one twice, or one that the notice does not have
};

// Nothing where the item may be kept. `today` is a day in the United Kingdom.
[[nodiscard]] std::optional<ItemFault> find_fault(const HeldItem& item, const Notice& notice,
                                                  Date today);

// The last day on which it may be held: the end of the month in which it has been held for so many
// years, because what ends in one month ends together.
[[nodiscard]] Date destroy_by(const HeldItem& item, const Retention& retention);

// "transfer", "email", "letter", "telephone", "meeting".
[[nodiscard]] std::string_view name_of(Arrival arrival);
[[nodiscard]] std::optional<Arrival> find_arrival(std::string_view name);

}  // namespace sayso::domain

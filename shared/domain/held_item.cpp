#include "shared/domain/held_item.h"

#include <algorithm>

#include "shared/domain/due.h"
#include "shared/domain/name_table.h"

namespace sayso::domain {
namespace {

constexpr int kMonthsPerYear = 12;

constexpr NameTable<Arrival, 5> kArrivals{{{Arrival::Transfer, "transfer"},
                                           {Arrival::Email, "email"},
                                           {Arrival::Letter, "letter"},
                                           {Arrival::Telephone, "telephone"},
                                           {Arrival::Meeting, "meeting"}}};

bool is_reference(std::string_view text) {
  return !text.empty() && text.size() <= kMaxReferenceBytes &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// Line breaks are text; other control characters are not, for they do something to a printer, a
// terminal or a table.
bool is_text(std::string_view text) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  };
  return std::none_of(text.begin(), text.end(), is_control) &&
         text.find_first_not_of(" \n") != std::string_view::npos;
}

bool are_purposes(const std::vector<PurposeId>& purposes, const Notice& notice) {
  for (auto purpose = purposes.begin(); purpose != purposes.end(); ++purpose) {
    if (find_purpose(notice, *purpose) == nullptr) return false;
    if (std::find(purposes.begin(), purpose, *purpose) != purpose) return false;
  }
  return !purposes.empty();
}

}  // namespace

std::optional<ItemFault> find_fault(const HeldItem& item, const Notice& notice, Date today) {
  if (!is_reference(item.reference)) return ItemFault::Reference;
  if (find_kind(notice, item.kind) == nullptr) return ItemFault::UnknownKind;
  const Organisation* source = find_organisation(notice, item.source);
  if (source == nullptr || !has_role(*source, OrganisationRole::Source))
    return ItemFault::UnknownSource;
  if (std::find(source->kinds.begin(), source->kinds.end(), item.kind) == source->kinds.end())
    return ItemFault::NotItsKind;
  if (today < item.received) return ItemFault::NotYet;
  if (destroy_by(item, notice.retention) < today) return ItemFault::Expired;
  if (item.summary.size() > kMaxSummaryBytes || !is_text(item.summary)) return ItemFault::Summary;
  if (!are_purposes(item.purposes, notice)) return ItemFault::Purposes;
  return std::nullopt;
}

Date destroy_by(const HeldItem& item, const Retention& retention) {
  const Date over = add_months(item.received, retention.years * kMonthsPerYear);
  return {over.year, over.month, days_in_month(over.year, over.month)};
}

std::string_view name_of(Arrival arrival) { return name_in(kArrivals, arrival); }

std::optional<Arrival> find_arrival(std::string_view name) { return find_in(kArrivals, name); }

}  // namespace sayso::domain

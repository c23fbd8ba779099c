#include "server/app/retention.h"

#include <iterator>
#include <set>
#include <utility>

#include "server/app/rows_by_key.h"

namespace sayso::app {
namespace {

using Certificates = std::vector<protocol::DestructionCertificate>;

void move_behind(Certificates& all, Certificates more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Expected<RetentionForecast, ShredError> forecast_retention(const ShredDesk& desk) {
  const Vault vault(desk.keyring, desk.random, desk.settings.retention_months);
  std::size_t unreadable = 0;
  const RowsByKey all = rows_by_key(desk.store, vault, &unreadable);
  if (unreadable > 0) return failure(ShredError::Unreadable);
  const Month now = month_of(desk.clock.now());
  std::map<Month, MonthHeld> months;
  std::map<Month, std::set<PersonId>> people;
  for (const auto& [name, addresses] : all) {
    if (addresses.empty()) continue;
    auto& held =
        months.try_emplace(name.destroy_by, MonthHeld{name.destroy_by, false, 0, {}}).first->second;
    held.due = name.destroy_by < now;
    held.rows[name.data_class] += addresses.size();
    people[name.destroy_by].insert(name.person);
  }
  RetentionForecast forecast;
  forecast.unfinished = is_shred_unfinished(vault, StoredRows(desk.store));
  for (auto& [month, held] : months) {
    held.people = people[month].size();
    forecast.months.push_back(std::move(held));
  }
  return forecast;
}

Expected<Certificates, ShredError> run_retention(const ShredDesk& desk) {
  auto done = finish_shred(desk);
  if (!done) return done;
  const Month now = month_of(desk.clock.now());
  for (const Month month : desk.keyring.months()) {
    if (!(month < now)) continue;
    auto more = shred(desk, {std::nullopt, std::nullopt, month});
    // A month's key that nothing was ever under.
    if (!more && more.error() == ShredError::NothingThere) continue;
    if (!more) return more;
    move_behind(*done, std::move(*more));
  }
  return done;
}

}  // namespace sayso::app

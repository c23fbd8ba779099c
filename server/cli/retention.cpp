#include "server/cli/retention.h"

#include <ostream>

#include "server/app/key_owners.h"
#include "server/app/retention.h"
#include "server/cli/destroying.h"
#include "server/cli/exit_code.h"
#include "server/cli/keyring.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "server/system/system.h"

namespace sayso::cli {
namespace {

constexpr const char* kAgain = "sayso retention run";

int complain(std::ostream& err, const std::string& what) {
  err << kAgain << ": " << what << "\n";
  return kFailed;
}

void print_month(const app::MonthHeld& held, std::ostream& out) {
  out << app::month_text(held.month) << (held.due ? "  due     " : "  later   ") << held.people
      << (held.people == 1 ? " person" : " people");
  for (const auto& [data_class, rows] : held.rows)
    out << ", " << app::name_of(data_class) << " " << rows;
  out << "\n";
}

// A destruction that was cut off is no obstacle, a rotation is.
auto open_ring(const Settings& settings, app::Random& random, const app::Store& store) {
  {
    auto keyring =
        open_keyring(settings, random, keyring::Start::Unfinished, keyring::ShelfUse::Alone);
    if (!keyring) return keyring;
    const app::Vault vault(*keyring->ring, random, app::Settings().retention_months);
    if (app::is_shred_unfinished(vault, app::StoredRows(store))) return keyring;
  }
  return open_keyring(settings, random, keyring::Start::WithData, keyring::ShelfUse::Alone);
}

int print_forecast(const app::RetentionForecast& forecast, std::ostream& out) {
  if (forecast.unfinished) out << "an earlier run was cut off: the next one ends it first\n";
  for (const app::MonthHeld& held : forecast.months) print_month(held, out);
  if (forecast.months.empty()) out << "nothing is held\n";
  return kDone;
}

}  // namespace

int run_retention(const RetentionOptions& options, std::ostream& out, std::ostream& err) {
  // As a server: while it goes on, none can start.
  auto store = storage::SqliteStore::open({options.settings.data, storage::Opener::Server});
  if (!store) return complain(err, store.error().detail);
  system::SystemRandom random;
  system::SystemClock clock;
  const auto keyring = open_ring(options.settings, random, **store);
  if (!keyring) return complain(err, keyring.error());
  const app::Settings settings = desk_settings(options.settings);
  const app::ShredDesk desk{**store, *keyring->ring, clock, random, settings};
  if (options.dry_run) {
    const auto forecast = app::forecast_retention(desk);
    return forecast ? print_forecast(*forecast, out)
                    : complain(err, explain(forecast.error(), kAgain));
  }
  const auto done = app::run_retention(desk);
  if (!done) return complain(err, explain(done.error(), kAgain));
  print_certificates(*done, out);
  err << "certificates: " << done->size() << "\n";
  return kDone;
}

}  // namespace sayso::cli

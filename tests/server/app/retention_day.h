// The day on which what is due is destroyed: the server stops, the tool runs, the server starts.
#pragma once

#include "server/app/fsck.h"
#include "server/app/retention.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

inline constexpr std::int64_t kMonthSeconds = std::int64_t{31} * 24 * 60 * 60;

inline void run_retention_day(Council& council) {
  const Settings settings = Council::quick_settings();
  council.office.reset();
  council.portal.reset();
  council.desk.reset();
  REQUIRE(run_retention({council.memory, *council.keyring, council.clock, council.random, settings})
              .has_value());
  const Vault vault(*council.keyring, council.random, settings.retention_months);
  const auto report = check_everything(
      {council.memory, vault, {settings.log_name, council.keyring->log_public_key()}});
  for (const FsckFinding& finding : report.findings)
    FAIL_CHECK(finding.where << " " << finding.what);
  council.desk = std::make_unique<Desk>(settings, shipped_notices(), council.memory,
                                        *council.keyring, council.clock, council.random);
  council.portal = std::make_unique<Portal>(*council.desk);
  council.office = std::make_unique<Office>(*council.desk);
}

}  // namespace sayso::app::test

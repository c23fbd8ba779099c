#include "server/cli/keys_shred.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <vector>

#include "server/app/key_owners.h"
#include "server/app/shred.h"
#include "server/cli/destroying.h"
#include "server/cli/exit_code.h"
#include "server/cli/keyring.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "server/system/system.h"

namespace sayso::cli {
namespace {

constexpr const char* kFinish = "sayso keys shred --finish";

using Certificates = std::vector<protocol::DestructionCertificate>;

int complain(std::ostream& err, const std::string& what, int code = kFailed) {
  err << "sayso keys shred: " << what << "\n";
  return code;
}

// False when one of the words makes no sense.
bool read_scope(const ShredOptions& options, app::ShredScope& scope) {
  if (!options.person.empty()) scope.person = PersonId(options.person);
  if (!options.month.empty()) {
    scope.month = app::read_month(options.month);
    if (!scope.month) return false;
  }
  for (const app::DataClass data_class : app::kDataClasses) {
    if (app::name_of(data_class) == options.data_class) scope.data_class = data_class;
  }
  return scope.data_class.has_value() != options.data_class.empty() &&
         (scope.person || scope.month);
}

int report_plan(const Certificates& planned, std::ostream& out, std::ostream& err) {
  std::uint64_t rows = 0;
  std::uint64_t entries = 0;
  for (const auto& certificate : planned) {
    rows += certificate.rows;
    entries += certificate.entries.size();
  }
  out << "would be destroyed: " << rows << " rows, " << entries
      << " of them entries of the log; certificates: " << planned.size() << "\n";
  return complain(err,
                  "nothing was destroyed: nobody can undo it. Say it again with --destroy-for-ever",
                  kWrongQuestion);
}

}  // namespace

int run_keys_shred(const ShredOptions& options, std::ostream& out, std::ostream& err) {
  app::ShredScope scope;
  const bool has_scope =
      !options.person.empty() || !options.data_class.empty() || !options.month.empty();
  if (has_scope == options.finish || (has_scope && !read_scope(options, scope)))
    return complain(err,
                    "what is destroyed is a --person or a --month (YYYY-MM) or both, of them all "
                    "or one --class: evidence, requests, profile or held. Or --finish",
                    kWrongQuestion);
  // As a server: while it goes on, none can start.
  auto store = storage::SqliteStore::open({options.settings.data, storage::Opener::Server});
  if (!store) return complain(err, store.error().detail);
  system::SystemRandom random;
  system::SystemClock clock;
  const auto keyring =
      open_keyring(options.settings, random,
                   options.finish ? keyring::Start::Unfinished : keyring::Start::WithData,
                   keyring::ShelfUse::Alone);
  if (!keyring) return complain(err, keyring.error());
  const app::Settings settings = desk_settings(options.settings);
  const app::ShredDesk desk{**store, *keyring->ring, clock, random, settings};
  if (!options.finish && !options.destroy_for_ever) {
    const auto planned = app::plan_shred(desk, scope);
    return planned ? report_plan(*planned, out, err)
                   : complain(err, explain(planned.error(), kFinish));
  }
  const auto done = options.finish ? app::finish_shred(desk) : app::shred(desk, scope);
  if (!done) return complain(err, explain(done.error(), kFinish));
  print_certificates(*done, out);
  return kDone;
}

}  // namespace sayso::cli

#include "server/cli/log_fsck.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>

#include "server/app/fsck.h"
#include "server/cli/exit_code.h"
#include "server/cli/keyring.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "server/system/system.h"

namespace sayso::cli {
namespace {

int complain(std::ostream& err, const std::string& what) {
  err << "sayso log fsck: " << what << "\n";
  return kWrongQuestion;
}

std::string count(std::uint64_t number, const std::string& one, const std::string& many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

void write_report(const app::FsckReport& report, const protocol::VerifierKey& key,
                  std::ostream& out) {
  out << "log: " << key.name << "\n"
      << "entries: " << report.size << ", of which " << report.published << " published\n"
      << "tiles: " << report.tiles << " compared with what they add up to\n"
      << "opened: " << count(report.entries, "entry", "entries") << " of "
      << count(report.people, "person", "people") << ", each signature, place and number checked\n"
      << "statements: " << report.statements << " of the council's own, each in its place\n"
      << "cover or unopened: "
      << report.size - std::min(report.size, report.entries + report.statements) << "\n";
  if (report.destroyed > 0)
    out << "destroyed: " << count(report.destroyed, "row", "rows") << ", with a certificate\n";
  for (const app::FsckFinding& finding : report.findings)
    out << "wrong: " << finding.where << " " << finding.what << "\n";
  if (report.found > report.findings.size())
    out << "wrong: " << report.found - report.findings.size() << " more\n";
  out << (report.found == 0 ? "everything is in order"
                            : count(report.found, "thing is wrong", "things are wrong"))
      << "\n";
}

}  // namespace

int run_log_fsck(const Settings& settings, std::ostream& out, std::ostream& err) {
  if (!std::filesystem::exists(settings.data + "/sayso.sqlite"))
    return complain(err, settings.data + ": holds no database");
  storage::SqliteOptions options;
  options.folder = settings.data;
  options.opener = storage::Opener::Tool;
  const auto store = storage::SqliteStore::open(std::move(options));
  if (!store) return complain(err, store.error().detail);
  system::SystemRandom random;
  const auto keyring = open_keyring(settings, random, keyring::Start::WithData);
  if (!keyring) return complain(err, keyring.error());
  const app::Vault vault(*keyring->ring, random, 0);
  const protocol::VerifierKey key{settings.log_name, keyring->ring->log_public_key()};
  const auto report = app::check_everything({**store, vault, key});
  write_report(report, key, out);
  return report.found == 0 ? kDone : kFailed;
}

}  // namespace sayso::cli

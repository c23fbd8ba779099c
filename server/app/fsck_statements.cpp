#include "server/app/fsck_statements.h"

#include "server/app/shred.h"
#include "server/app/staff.h"
#include "server/app/statements.h"

namespace sayso::app {
namespace {

std::string name_of(EntryIndex index) { return "entry " + std::to_string(index.value()); }

}  // namespace

FsckStatements::FsckStatements(const FsckScope& scope, FsckReport& report, Findings& findings,
                               const FsckTree& tree)
    : scope_(scope), report_(report), findings_(findings), tree_(tree), rows_(scope.store) {}

void FsckStatements::check() {
  for (const RowAddress& address : scope_.store.list(Shelf::Statements)) check_statement(address);
  check_series("the series of notices", notices_);
  check_series("the series of staff accounts", staff_);
  check_staff();
  for (const RowAddress& address : scope_.store.list(Shelf::Certificates))
    check_certificate(address);
  for (const auto& [hash, index] : certified_)
    findings_.add(name_of(index), "certifies a destruction whose certificate is not kept");
  if (is_shred_unfinished(scope_.vault, rows_))
    findings_.add("a destruction of keys", "was cut off: run 'sayso keys shred --finish'");
}

void FsckStatements::check_statement(const RowAddress& address) {
  const auto json = scope_.vault.load(rows_, address);
  if (!json) return void(unopened_.emplace_back(address, json.error()));
  const auto receipt = protocol::decode_statement_receipt(*json);
  if (!receipt) return findings_.add("a row of statements", "is not what was stored there");
  const EntryIndex index = receipt->index;
  const protocol::Statement& statement = receipt->statement;
  const auto checkpoint = protocol::verify_statement_receipt(*receipt, scope_.log_key);
  if (!checkpoint) return findings_.add(name_of(index), "is a statement that its proof denies");
  if (!(statement_address(scope_.vault, statement) == address))
    findings_.add(name_of(index), "stands in another statement's place");
  const auto leaf = tree_.leaf_at(index);
  if (leaf && *leaf != protocol::commit(protocol::statement_text(statement), receipt->salt))
    findings_.add(name_of(index), "is not what the log holds there");
  if (!indexes_.insert(index).second) findings_.add(name_of(index), "is claimed by two rows");
  ++report_.statements;
  note_series(statement, index);
  if (const auto* notice = std::get_if<protocol::NoticePublished>(&statement.what)) {
    if (!published_.insert(notice->notice.hash).second)
      findings_.add(name_of(index), "publishes a notice that was published before");
  }
  if (const auto* destroyed = std::get_if<protocol::Destroyed>(&statement.what))
    certified_.emplace(destroyed->certificate, index);
  if (const auto* confirmed = std::get_if<protocol::KeyConfirmed>(&statement.what))
    confirmed_.insert(confirmed->enrolment);
}

void FsckStatements::note_series(const protocol::Statement& statement, EntryIndex index) {
  const auto* changed = std::get_if<protocol::StaffChanged>(&statement.what);
  if (changed == nullptr) {
    (statement.person ? people_[*statement.person] : notices_).emplace(statement.running, index);
    return;
  }
  staff_.emplace(statement.running, index);
  auto& newest = accounts_[changed->account];
  if (newest.first < statement.running) newest = {statement.running, *changed};
}

void FsckStatements::check_series(const char* name, const Series& series) {
  std::uint64_t expected = 0;
  EntryIndex before{};
  for (const auto& [number, index] : series) {
    if (expected > 0 && !(before < index)) findings_.add(name, "is not in the order of the log");
    before = index;
    if (number != ++expected) {
      findings_.add(name, "lacks its number " + std::to_string(expected));
      expected = number;
    }
  }
}

// Who may sign in, and as what, is what the log says.
void FsckStatements::check_staff() {
  auto unmet = accounts_;
  for (const StaffAccount& account : list_staff(scope_.vault, scope_.store)) {
    const auto said = unmet.find(account.id);
    const bool is_revoked =
        said != unmet.end() && said->second.second.step == protocol::StaffStep::Revoked;
    if (said == unmet.end() || said->second.second.role != domain::name_of(account.role) ||
        is_revoked != account.revoked.has_value()) {
      if (!tree_.has_grown()) findings_.add("an account of staff", "is not as the log says");
    }
    if (said != unmet.end()) unmet.erase(said);
  }
  if (!unmet.empty() && !tree_.has_grown())
    findings_.add("an account of staff", "is in the log, and not kept");
}

bool FsckStatements::knows_notice(const Digest& hash) const {
  return notices_.empty() || published_.count(hash) > 0;
}

void FsckStatements::check_certificate(const RowAddress& address) {
  auto kept = load_certificate(scope_.vault, rows_, address);
  // The plan, and what it still has to do, is one finding by itself.
  if (!kept && scope_.vault.load(rows_, address)) return;
  if (!kept) return findings_.add("a row of certificates", "is not what was stored there");
  if (!kept->running) return;
  const auto found = certified_.find(protocol::certificate_hash(kept->certificate));
  if (found == certified_.end())
    return findings_.add("a certificate of destruction", "is not in the log");
  certified_.erase(found);
  RecordId id = kept->certificate.id;
  certificates_.emplace(std::move(id), Known{std::move(kept->certificate), 0, 0});
}

bool FsckStatements::accepts(const RowAddress& address) {
  const auto row = scope_.store.find(address);
  const auto id = row ? scope_.vault.certificate_of(address, *row) : std::nullopt;
  const auto found = id ? certificates_.find(*id) : certificates_.end();
  if (found == certificates_.end()) return false;
  ++found->second.rows;
  if (address.shelf == Shelf::Entries || address.shelf == Shelf::Statements)
    ++found->second.entries;
  return true;
}

void FsckStatements::check_counts(const std::set<EntryIndex>& opened) {
  for (const auto& [id, known] : certificates_) {
    const auto& entries = known.certificate.entries;
    if (known.rows > known.certificate.rows || known.entries > entries.size())
      findings_.add("a certificate of destruction", "tells of fewer rows than are gone");
    for (const EntryIndex index : entries) {
      if (opened.count(index) > 0)
        findings_.add(name_of(index), "is certified as destroyed, and opens");
    }
  }
}

}  // namespace sayso::app

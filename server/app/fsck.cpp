// Entries are found by their rows, opened, verified as a stranger would verify their receipts, and
// held against the log, against each other, and against the rows that stand beside them.

#include "server/app/fsck.h"

#include <map>
#include <set>
#include <utility>

#include "server/app/entries.h"
#include "server/app/fsck_statements.h"
#include "server/app/fsck_tree.h"
#include "server/app/people.h"
#include "server/app/statements.h"
#include "shared/encoding/fields.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::app {
namespace {

using protocol::EntryType;

struct Fact {
  EntryIndex index;
  EntryType type = EntryType::Consent;
  std::string key;
  std::string hash;
  // Of consent and request records.
  bool is_will = false;
  std::string previous;
  std::string record_id;
  Digest leaf_hash{};
  // The council's own words about this person; nothing else but its place is known.
  bool is_statement = false;
};

// By running number.
using Series = std::map<std::uint64_t, Fact>;

std::string name_of(EntryIndex index) { return "entry " + std::to_string(index.value()); }

const protocol::RecordCommon* common_of(const protocol::AnyRecord& record) {
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record)) return &consent->common;
  if (const auto* request = std::get_if<protocol::RequestRecord>(&record)) return &request->common;
  return nullptr;
}

Fact fact_of(const protocol::Account& account) {
  Fact fact;
  fact.index = account.index;
  fact.type = account.type;
  fact.key = protocol::encode_multikey(account.key);
  fact.hash = encode_hex(account.record_hash);
  const auto* common = account.record ? common_of(*account.record) : nullptr;
  fact.is_will = common != nullptr;
  if (common != nullptr) {
    fact.record_id = common->id.value();
    if (common->previous) fact.previous = encode_hex(*common->previous);
  }
  return fact;
}

constexpr std::pair<Shelf, const char*> kShelves[] = {
    {Shelf::People, "people"},
    {Shelf::Devices, "devices"},
    {Shelf::Records, "records"},
    {Shelf::Invitations, "invitations"},
    {Shelf::Sessions, "sessions"},
    {Shelf::SpentChallenges, "spent challenges"},
    {Shelf::PinShares, "PIN shares"},
    {Shelf::Contacts, "contacts"},
    {Shelf::Accounts, "accounts"},
    {Shelf::Requests, "requests"},
    {Shelf::KeyOwners, "key owners"},
    {Shelf::Pace, "pace"},
    {Shelf::HeldItems, "held items"},
    {Shelf::Confirmations, "confirmations"},
    {Shelf::Organisations, "organisations"},
    {Shelf::Stops, "stops"},
    {Shelf::Staff, "staff"},
    {Shelf::StaffSessions, "sessions of staff"},
};

class Fsck {
 public:
  explicit Fsck(const FsckScope& scope)
      : scope_(scope),
        rows_(scope.store),
        findings_(report_),
        tree_(scope, report_, findings_),
        statements_(scope, report_, findings_, tree_) {}

  FsckReport run() {
    tree_.check();
    statements_.check();
    for (const auto& [address, error] : statements_.unopened())
      note_unopened(address, "a row of statements", error);
    for (const RowAddress& address : scope_.store.list(Shelf::Entries)) check_entry(address);
    for (const auto& [shelf, name] : kShelves) check_shelf(shelf, name);
    for (const auto& [person, series] : statements_.people()) add_statements(person, series);
    for (const auto& [signer, series] : people_) check_person(signer, series);
    for (const RowAddress& address : scope_.store.list(Shelf::Devices)) check_device_row(address);
    statements_.check_counts(indexes_);
    report_.people = people_.size();
    return std::move(report_);
  }

 private:
  void check_entry(const RowAddress& address) {
    const auto json = scope_.vault.load(rows_, address);
    if (!json) return note_unopened(address, "a row of entries", json.error());
    ++report_.entries;
    const auto receipt = protocol::decode_receipt(*json);
    if (!receipt) return findings_.add("a row of entries", "does not hold a receipt");
    const EntryIndex index = receipt->entry.index;
    const auto account = protocol::verify_receipt(*receipt, scope_.log_key);
    if (!account) {
      const std::string half = account.error().in_enrolment ? "the enrolment behind it: " : "";
      return findings_.add(name_of(index),
                           "is wrong: " + half + std::string(describe(account.error().step)));
    }
    if (!(entry_address(scope_.vault, account->signer, account->running) == address))
      findings_.add(name_of(index), "stands in another entry's place");
    check_place(*receipt, *account);
    const auto* common = account->record ? common_of(*account->record) : nullptr;
    if (common != nullptr && !statements_.knows_notice(common->notice.hash))
      findings_.add(name_of(index), "was signed with a notice that is not in the log");
    Fact fact = fact_of(*account);
    fact.leaf_hash =
        merkle::leaf_hash(protocol::commit(receipt->entry.envelope, receipt->entry.salt));
    people_[account->signer].emplace(account->running, std::move(fact));
  }

  void check_place(const protocol::Receipt& receipt, const protocol::Account& account) {
    const TreeSize size = account.checkpoint.size;
    if (tree_.size() < size) {
      if (!tree_.has_grown())
        findings_.add(name_of(account.index), "was proved in a log larger than the store's");
      return;
    }
    const auto root = tree_.root_at(size);
    if (root && *root != account.checkpoint.root)
      findings_.add(name_of(account.index), "was proved under a checkpoint of another log");
    const auto leaf = tree_.leaf_at(account.index);
    if (leaf && *leaf != protocol::commit(receipt.entry.envelope, receipt.entry.salt))
      findings_.add(name_of(account.index), "is not what the log holds there");
    if (!indexes_.insert(account.index).second || statements_.indexes().count(account.index) > 0)
      findings_.add(name_of(account.index), "is claimed by two rows");
  }

  void add_statements(const PersonId& person, const FsckStatements::Series& numbers) {
    for (const auto& [number, index] : numbers) {
      Fact fact;
      fact.index = index;
      fact.is_statement = true;
      if (!people_[person].emplace(number, fact).second)
        findings_.add(name_of(index), "has a number that another entry has");
    }
  }

  void check_person(const PersonId& signer, const Series& series) {
    const std::uint64_t last = series.rbegin()->first;
    const std::string where = "the series of " + name_of(series.rbegin()->second.index);
    for (std::uint64_t number = 1; number < last; ++number) {
      if (series.count(number) == 0 && !is_destroyed(signer, number))
        findings_.add(where, "lacks its number " + std::to_string(number));
    }
    check_order(where, series);
    check_account(where, signer, series);
    check_keys(signer, series);
    for (const auto& [number, fact] : series) check_beside(signer, number, fact);
  }

  void check_order(const std::string& where, const Series& series) {
    const Fact* before = nullptr;
    for (const auto& [number, fact] : series) {
      if (before != nullptr && !(before->index < fact.index))
        findings_.add(where,
                      "is not in the order of the log at its number " + std::to_string(number));
      before = &fact;
    }
  }

  void check_account(const std::string& where, const PersonId& signer, const Series& series) {
    const auto account = find_account(scope_.vault, rows_, signer);
    if (!account) {
      if (!is_gone(account_address(scope_.vault, signer))) findings_.add(where, "has no account");
      return;
    }
    if (account->running != series.rbegin()->first && !tree_.has_grown() &&
        !is_destroyed(signer, account->running))
      findings_.add(where, "ends at number " + std::to_string(series.rbegin()->first) +
                               ", and its account at " + std::to_string(account->running));
    if (has_gaps(series)) return;
    std::set<std::string> in_force;
    for (const auto& [number, fact] : series) {
      if (fact.is_statement) continue;
      if (fact.type == EntryType::Enrolment) in_force.insert(fact.key);
      if (fact.type == EntryType::Revocation) in_force.erase(fact.key);
    }
    const std::set<std::string> kept(account->keys.begin(), account->keys.end());
    if (kept != in_force && !tree_.has_grown())
      findings_.add(where, "enrols and revokes other keys than its account has");
  }

  // Each key: what it signed hangs together, nothing after its end, and its row says the same.
  void check_keys(const PersonId& signer, const Series& series) {
    struct Key {
      std::uint64_t enrolment = 0;
      bool revoked = false;
      bool confirmed = false;
      std::string head;
    };
    std::map<std::string, Key> keys;
    const bool is_whole = !has_gaps(series);
    for (const auto& [number, fact] : series) {
      if (fact.is_statement) continue;
      Key& key = keys[fact.key];
      if (key.revoked) findings_.add(name_of(fact.index), "was signed with a key revoked before");
      if (fact.type == EntryType::Enrolment) {
        key.enrolment = number;
        key.confirmed = statements_.confirms(fact.leaf_hash);
      }
      if (fact.type == EntryType::Revocation) key.revoked = true;
      if (!fact.is_will) continue;
      if (is_whole && fact.previous != key.head)
        findings_.add(name_of(fact.index), "does not follow the record that its key signed before");
      key.head = fact.hash;
    }
    for (const auto& [multikey, key] : keys) {
      // Where some of what the key signed was destroyed, its row says more than is left.
      if (!is_whole) break;
      const auto device = find_device(scope_.vault, rows_, multikey);
      const std::string where = "the key enrolled by number " + std::to_string(key.enrolment) +
                                " of " + name_of(series.rbegin()->second.index) + "'s series";
      if (!device) {
        // Of whom the account is gone, the keys are forgotten.
        if (!is_gone(account_address(scope_.vault, signer)))
          findings_.add(where, "has no row among the devices");
      } else if (device->person != signer || device->enrolment != key.enrolment ||
                 (device->state == KeyState::Revoked) != key.revoked ||
                 (device->assurance == protocol::Assurance::Confirmed) != key.confirmed ||
                 device->head != key.head) {
        if (!tree_.has_grown()) findings_.add(where, "has a row that says otherwise than the log");
      }
    }
  }

  // What makes a repeat a repeat, and the case that a request opened.
  void check_beside(const PersonId& signer, std::uint64_t number, const Fact& fact) {
    if (!fact.is_will) return;
    const RowAddress record =
        scope_.vault.address(Shelf::Records, {signer.value(), fact.record_id});
    const auto kept = scope_.vault.load(rows_, record);
    const encoding::Json* hash = kept ? kept->find("hash") : nullptr;
    if (hash == nullptr || hash->string() == nullptr || *hash->string() != fact.hash) {
      if (!is_gone(record))
        findings_.add(name_of(fact.index), "is not remembered under its record id");
    }
    if (fact.type != EntryType::Request) return;
    const RowAddress request =
        scope_.vault.address(Shelf::Requests, {signer.value(), std::to_string(number)});
    if (!scope_.store.find(request)) findings_.add(name_of(fact.index), "opened no case");
  }

  void check_device_row(const RowAddress& address) {
    const auto json = scope_.vault.load(rows_, address);
    // Counted with its shelf.
    if (!json || is_forgotten_device(*json)) return;
    const encoding::Json* person = json->find("person");
    const encoding::Json* number = json->find("enrolment");
    if (person == nullptr || number == nullptr || !person->string() || !number->integer())
      return findings_.add("a row of devices", "cannot be read");
    const auto series = people_.find(PersonId(*person->string()));
    const auto running = static_cast<std::uint64_t>(*number->integer());
    if (series != people_.end()) {
      const auto fact = series->second.find(running);
      if (fact != series->second.end() && fact->second.type == EntryType::Enrolment) return;
    }
    if (!is_destroyed(PersonId(*person->string()), running) && !tree_.has_grown())
      findings_.add("a row of devices", "names an enrolment that is not in the log");
  }

  void check_shelf(Shelf shelf, const char* name) {
    for (const RowAddress& address : scope_.store.list(shelf)) {
      const auto json = scope_.vault.load(rows_, address);
      if (!json) note_unopened(address, std::string("a row of ") + name, json.error());
    }
  }

  // A row that went away meanwhile is no finding.
  void note_unopened(const RowAddress& address, const std::string& where, VaultError error) {
    if (error == VaultError::Missing) return;
    if (error == VaultError::Tampered) return findings_.add(where, "is not what was stored there");
    if (statements_.accepts(address)) {
      ++report_.destroyed;
      destroyed_.insert(address);
      return;
    }
    findings_.add(where, "cannot be opened: its key is gone, and no certificate says why");
  }

  [[nodiscard]] bool is_gone(const RowAddress& address) const {
    return destroyed_.count(address) > 0;
  }

  [[nodiscard]] static bool has_gaps(const Series& series) {
    return series.size() < series.rbegin()->first;
  }

  [[nodiscard]] bool is_destroyed(const PersonId& signer, std::uint64_t number) const {
    return is_gone(entry_address(scope_.vault, signer, number)) ||
           is_gone(statement_address(scope_.vault, signer, number));
  }

  const FsckScope& scope_;
  StoredRows rows_;
  FsckReport report_;
  Findings findings_;
  FsckTree tree_;
  FsckStatements statements_;
  std::map<PersonId, Series> people_;
  std::set<EntryIndex> indexes_;
  std::set<RowAddress> destroyed_;
};

}  // namespace

FsckReport check_everything(const FsckScope& scope) { return Fsck(scope).run(); }

}  // namespace sayso::app

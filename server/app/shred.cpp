// The rows that this file keeps:
//
//   the plan          scope, from before the first key is destroyed until the last is certified
//   each certificate  with the running number of its statement once that is in the log
//
// Where a whole person or month goes, their key is destroyed. Where a part goes, its data keys are
// left out of a rotation of the person's key (or the month's): afterwards no copy of the database
// opens them either.

#include "server/app/shred.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "server/app/desk_rows.h"
#include "server/app/entries.h"
#include "server/app/key_owners.h"
#include "server/app/people.h"
#include "server/app/rows_by_key.h"
#include "server/app/sequencer.h"
#include "server/app/statements.h"
#include "server/app/wait.h"
#include "shared/base/check.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/statement_receipt.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using protocol::DestructionCertificate;
using Certificates = std::vector<DestructionCertificate>;
using Nothing = std::function<Outcome<void>()>;

constexpr std::pair<DataClass, std::string_view> kClasses[] = {{DataClass::Evidence, "evidence"},
                                                               {DataClass::Requests, "requests"},
                                                               {DataClass::Profile, "profile"},
                                                               {DataClass::HeldItems, "held"}};

std::optional<DataClass> class_named(std::string_view name) {
  for (const auto& [data_class, known] : kClasses) {
    if (known == name) return data_class;
  }
  return std::nullopt;
}

bool is_in(const ShredScope& scope, const DataKeyName& name) {
  return (!scope.person || *scope.person == name.person) &&
         (!scope.data_class || *scope.data_class == name.data_class) &&
         (!scope.month || *scope.month == name.destroy_by);
}

// Whether everything under the owner's key goes.
bool is_whole(const ShredScope& scope) {
  return !scope.data_class && scope.person.has_value() != scope.month.has_value();
}

KeyOwner owner_of(const ShredScope& scope) {
  return scope.person ? KeyOwner(*scope.person) : KeyOwner(*scope.month);
}

RowAddress plan_address(const Vault& vault) { return vault.address(Shelf::Certificates, {"plan"}); }

RowAddress certificate_address(const Vault& vault, const RecordId& id) {
  return vault.address(Shelf::Certificates, {"certificate", id.value()});
}

Json encode_scope(const ShredScope& scope) {
  Json::Object json;
  if (scope.person) json.emplace("person", scope.person->value());
  if (scope.data_class) json.emplace("class", name_of(*scope.data_class));
  if (scope.month) json.emplace("month", month_text(*scope.month));
  return json;
}

std::optional<ShredScope> find_plan(const Vault& vault, const Rows& rows) {
  const auto json = vault.load(rows, plan_address(vault));
  if (!json) return std::nullopt;
  ShredScope scope;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    if (fields.has("person")) scope.person = PersonId(fields.text("person"));
    if (fields.has("class")) scope.data_class = class_named(fields.text("class"));
    if (fields.has("month")) scope.month = read_month(fields.text("month"));
  });
  return read ? std::optional(scope) : std::nullopt;
}

void store_certificate(Vault& vault, RowLayer& rows, const KeptCertificate& kept) {
  Json::Object json{{"certificate", protocol::encode_certificate(kept.certificate)}};
  if (kept.running) json.emplace("running", static_cast<std::int64_t>(*kept.running));
  vault.store_on_desk(rows, certificate_address(vault, kept.certificate.id), json);
}

class Shredding {
 public:
  explicit Shredding(const ShredDesk& desk)
      : desk_(desk),
        vault_(desk.keyring, desk.random, desk.settings.retention_months),
        stored_(desk.store) {
    all_ = rows_by_key(desk.store, vault_, &unreadable_);
    add_idle_keys(desk.store, vault_, desk.keyring.months(), all_);
  }

  Expected<Certificates, ShredError> plan(const ShredScope& scope) {
    CHECK(scope.person || scope.month);
    const Instant now = desk_.clock.now();
    if (!scope.person && !(*scope.month < month_of(now))) return failure(ShredError::NotYet);
    if (unreadable_ > 0) return failure(ShredError::Unreadable);
    std::map<std::pair<PersonId, DataClass>, DestructionCertificate> made;
    for (const auto& [name, addresses] : all_) {
      const bool goes = is_in(scope, name) && stored_.find(vault_.key_address(name));
      // What stays has to open as well, where the key above it is going to be another.
      if (!goes && !(is_neighbour(scope, name) && opens(name) == Opens::Tampered)) continue;
      if (!goes) return failure(ShredError::Unreadable);
      auto& certificate = made[{name.person, name.data_class}];
      certificate.months.push_back(month_text(name.destroy_by));
      if (!count_rows(addresses, certificate)) return failure(ShredError::Unreadable);
    }
    if (made.empty()) return failure(ShredError::NothingThere);
    Certificates certificates;
    for (auto& [whose, certificate] : made) {
      encoding::IdBytes id{};
      desk_.random.fill(id);
      certificate.id = RecordId(encoding::encode_id(id));
      certificate.decided = now;
      certificate.person = whose.first;
      certificate.data_class = std::string(name_of(whose.second));
      std::sort(certificate.entries.begin(), certificate.entries.end());
      certificates.push_back(std::move(certificate));
    }
    return certificates;
  }

  Expected<void, ShredError> keep_plan(const ShredScope& scope, const Certificates& certificates) {
    RowLayer rows(stored_);
    vault_.store_on_desk(rows, plan_address(vault_), encode_scope(scope));
    for (const DestructionCertificate& certificate : certificates)
      store_certificate(vault_, rows, {certificate, std::nullopt});
    return commit(rows);
  }

  Expected<void, ShredError> destroy_keys(const ShredScope& scope) {
    const KeyOwner owner = owner_of(scope);
    if (is_whole(scope)) {
      desk_.keyring.destroy(owner);
      return {};
    }
    desk_.keyring.begin_rotation_of(owner);
    for (const auto& [name, addresses] : all_) {
      if (!is_neighbour(scope, name)) continue;
      const auto row = stored_.find(vault_.key_address(name));
      const auto wrapped =
          row ? desk_.keyring.rewrap(name, row->sealed) : failure(UnwrapError::Destroyed);
      if (!wrapped && wrapped.error() == UnwrapError::Tampered)
        return failure(ShredError::Unreadable);
      if (!wrapped) continue;
      RowLayer rows(stored_);
      rows.put(vault_.key_address(name), *wrapped, 0);
      if (auto done = commit(rows); !done) return done;
    }
    desk_.keyring.finish_rotation();
    return {};
  }

  Expected<Certificates, ShredError> certify() {
    Certificates done;
    Sequencer sequencer(desk_.settings, desk_.store, desk_.keyring, desk_.clock, desk_.random,
                        vault_);
    for (const RowAddress& address : desk_.store.list(Shelf::Certificates)) {
      auto kept = load_certificate(vault_, stored_, address);
      if (!kept || kept->running) continue;
      const auto entered =
          run_and_wait<void>(sequencer, [&](Unit& unit) { return enter(unit, kept->certificate); });
      if (!entered) return failure(ShredError::Storage);
      done.push_back(std::move(kept->certificate));
    }
    return done;
  }

  // What is kept under the desk key about those who are gone now goes with the plan: a cut before
  // it leaves the plan, and finish_shred() comes by here again.
  Expected<void, ShredError> forget_plan(const ShredScope& scope) {
    RowLayer rows(stored_);
    remove_desk_rows_of_the_gone(vault_, desk_.store, rows);
    rows.remove(plan_address(vault_));
    if (is_whole(scope)) store_owner(vault_, rows, owner_of(scope), OwnerState::Destroyed);
    return commit(rows);
  }

 private:
  enum class Opens { Yes, Destroyed, Tampered };

  [[nodiscard]] Opens opens(const DataKeyName& name) const {
    const auto row = stored_.find(vault_.key_address(name));
    if (!row) return Opens::Destroyed;
    const auto key = desk_.keyring.unwrap(name, row->sealed);
    if (key) return Opens::Yes;
    return key.error() == UnwrapError::Tampered ? Opens::Tampered : Opens::Destroyed;
  }

  // Under the key that a part goes from, and to be kept.
  [[nodiscard]] static bool is_neighbour(const ShredScope& scope, const DataKeyName& name) {
    if (is_whole(scope) || is_in(scope, name)) return false;
    return scope.person ? *scope.person == name.person : *scope.month == name.destroy_by;
  }

  // Where in the log the entry stands that this row opens.
  [[nodiscard]] static std::optional<EntryIndex> find_index(Shelf shelf,
                                                            const encoding::Json& json) {
    if (shelf == Shelf::Statements) {
      const auto receipt = protocol::decode_statement_receipt(json);
      return receipt ? std::optional(receipt->index) : std::nullopt;
    }
    const auto receipt = protocol::decode_receipt(json);
    return receipt ? std::optional(receipt->entry.index) : std::nullopt;
  }

  // False when a row does not open: what it was could not be certified.
  [[nodiscard]] bool count_rows(const std::vector<RowAddress>& addresses,
                                DestructionCertificate& certificate) const {
    for (const RowAddress& address : addresses) {
      const auto json = vault_.load(stored_, address);
      if (!json) return false;
      ++certificate.rows;
      if (address.shelf != Shelf::Entries && address.shelf != Shelf::Statements) continue;
      const auto index = find_index(address.shelf, *json);
      if (!index) return false;
      certificate.entries.push_back(*index);
    }
    return true;
  }

  // One certificate: its statement, its rows buried, its data keys removed, in one commit.
  Outcome<Nothing> enter(Unit& unit, const DestructionCertificate& certificate) {
    RowLayer& rows = unit.rows();
    const std::uint64_t running = next_running(vault_, rows, certificate.person);
    unit.append(make_statement(
        desk_.random, unit,
        protocol::Destroyed{certificate.data_class, protocol::certificate_hash(certificate)},
        certificate.person, running));
    for (const std::string& text : certificate.months) bury(rows, certificate, text);
    renumber(rows, certificate.person, running);
    store_certificate(vault_, rows, {certificate, running});
    return Nothing([] { return Outcome<void>(); });
  }

  void bury(RowLayer& rows, const DestructionCertificate& certificate, const std::string& month) {
    const auto data_class = class_named(certificate.data_class);
    const auto destroy_by = read_month(month);
    CHECK(data_class && destroy_by);
    const DataKeyName name{certificate.person, *data_class, *destroy_by};
    rows.remove(vault_.key_address(name));
    const auto found = all_.find(name);
    if (found == all_.end()) return;
    for (const RowAddress& address : found->second) vault_.bury(rows, address, certificate.id);
  }

  // The account, where it is left, goes on under the key that it has.
  void renumber(RowLayer& rows, const PersonId& person, std::uint64_t running) {
    auto account = find_account(vault_, rows, person);
    if (!account) return;
    account->running = running;
    restore_account(vault_, rows, person, *account);
  }

  Expected<void, ShredError> commit(const RowLayer& rows) {
    if (desk_.store.commit({rows.changes(), std::nullopt, std::nullopt})) return {};
    return failure(ShredError::Storage);
  }

  const ShredDesk& desk_;
  Vault vault_;
  StoredRows stored_;
  RowsByKey all_;
  std::size_t unreadable_ = 0;
};

Expected<Certificates, ShredError> finish(Shredding& shredding, const ShredScope& scope) {
  if (auto gone = shredding.destroy_keys(scope); !gone) return failure(gone.error());
  auto certificates = shredding.certify();
  if (!certificates) return failure(certificates.error());
  if (auto forgotten = shredding.forget_plan(scope); !forgotten) return failure(forgotten.error());
  return certificates;
}

}  // namespace

Expected<Certificates, ShredError> plan_shred(const ShredDesk& desk, const ShredScope& scope) {
  return Shredding(desk).plan(scope);
}

Expected<Certificates, ShredError> shred(const ShredDesk& desk, const ShredScope& scope) {
  const Vault vault(desk.keyring, desk.random, desk.settings.retention_months);
  if (is_shred_unfinished(vault, StoredRows(desk.store))) return failure(ShredError::Unfinished);
  Shredding shredding(desk);
  const auto planned = shredding.plan(scope);
  if (!planned) return failure(planned.error());
  if (auto kept = shredding.keep_plan(scope, *planned); !kept) return failure(kept.error());
  return finish(shredding, scope);
}

bool is_shred_unfinished(const Vault& vault, const Rows& rows) {
  return rows.find(plan_address(vault)).has_value();
}

Expected<Certificates, ShredError> finish_shred(const ShredDesk& desk) {
  const Vault vault(desk.keyring, desk.random, desk.settings.retention_months);
  const auto scope = find_plan(vault, StoredRows(desk.store));
  if (!scope) return Certificates();
  Shredding shredding(desk);
  return finish(shredding, *scope);
}

std::optional<KeptCertificate> load_certificate(const Vault& vault, const Rows& rows,
                                                const RowAddress& address) {
  const auto json = vault.load(rows, address);
  if (!json || json->find("certificate") == nullptr) return std::nullopt;
  KeptCertificate kept;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    auto certificate = protocol::decode_certificate(fields.json("certificate"));
    if (!certificate) return fields.refuse("certificate");
    kept.certificate = std::move(*certificate);
    if (fields.has("running"))
      kept.running =
          static_cast<std::uint64_t>(fields.integer("running", 1, encoding::kMaxInteger));
  });
  if (!read) return std::nullopt;
  return kept;
}

std::string_view name_of(DataClass data_class) {
  for (const auto& [known, name] : kClasses) {
    if (known == data_class) return name;
  }
  return "other";
}

}  // namespace sayso::app

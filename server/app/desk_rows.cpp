#include "server/app/desk_rows.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "server/app/people.h"

namespace sayso::app {
namespace {

using encoding::Json;

std::string text_of(const Json& json, std::string_view name) {
  const Json* member = json.find(name);
  return member != nullptr && member->string() ? *member->string() : std::string();
}

class Removal {
 public:
  Removal(Vault& vault, const Store& store, RowLayer& rows)
      : vault_(vault), store_(store), stored_(store), rows_(rows) {}

  void run() {
    // First, because a confirmation says by a key whose it is.
    each(Shelf::Confirmations, [&](const RowAddress& address, const Json& json) {
      const auto device = find_device(vault_, stored_, text_of(json, "key"));
      if (device && is_gone(device->person)) rows_.remove(address);
    });
    for (const Shelf shelf : {Shelf::Sessions, Shelf::Invitations}) {
      each(shelf, [&](const RowAddress& address, const Json& json) {
        if (is_gone(PersonId(text_of(json, "person")))) rows_.remove(address);
      });
    }
    each(Shelf::PinShares,
         [&](const RowAddress& address, const Json& json) { remove_share(address, json); });
    each(Shelf::Devices, [&](const RowAddress& address, const Json& json) {
      if (is_gone(PersonId(text_of(json, "person")))) forget_device(vault_, rows_, address);
    });
  }

 private:
  template <class Act>
  void each(Shelf shelf, Act act) {
    for (const RowAddress& address : store_.list(shelf)) {
      if (const auto json = vault_.load(stored_, address)) act(address, *json);
    }
  }

  // Others may have a PIN on the same device.
  void remove_share(const RowAddress& address, const Json& json) {
    const Json* shares = json.find("shares");
    if (shares == nullptr || shares->array() == nullptr) return;
    Json::Array left;
    for (const Json& share : *shares->array()) {
      if (!is_gone(PersonId(text_of(share, "person")))) left.push_back(share);
    }
    if (left.size() == shares->array()->size()) return;
    if (left.empty()) return rows_.remove(address);
    vault_.store_on_desk(rows_, address, Json::Object{{"shares", std::move(left)}});
  }

  // A key that went missing without a certificate may come back, and with it the person.
  [[nodiscard]] bool is_gone(const PersonId& person) {
    if (person.value().empty()) return false;
    const auto known = gone_.find(person);
    if (known != gone_.end()) return known->second;
    const RowAddress address = account_address(vault_, person);
    const auto row = stored_.find(address);
    return gone_[person] = row && vault_.certificate_of(address, *row).has_value();
  }

  Vault& vault_;
  const Store& store_;
  StoredRows stored_;
  RowLayer& rows_;
  std::map<PersonId, bool> gone_;
};

}  // namespace

void remove_desk_rows_of_the_gone(Vault& vault, const Store& store, RowLayer& rows) {
  Removal(vault, store, rows).run();
}

}  // namespace sayso::app

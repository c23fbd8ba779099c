#include "server/app/entries.h"

namespace sayso::app {

RowAddress entry_address(const Vault& vault, const PersonId& signer, std::uint64_t running) {
  return vault.address(Shelf::Entries, {signer.value(), std::to_string(running)});
}

Expected<encoding::Json, VaultError> load_entry(const Vault& vault, const Rows& rows,
                                                const PersonId& signer, std::uint64_t running) {
  return vault.load(rows, entry_address(vault, signer, running));
}

bool is_entry_destroyed(const Vault& vault, const Rows& rows, const PersonId& signer,
                        std::uint64_t running) {
  const auto entry = load_entry(vault, rows, signer, running);
  return !entry && entry.error() == VaultError::Destroyed;
}

std::string type_of_entry(const encoding::Json& receipt) {
  const encoding::Json* entry = receipt.find("entry");
  const encoding::Json* type = entry ? entry->find("type") : nullptr;
  return type && type->string() ? *type->string() : std::string();
}

std::optional<protocol::Opening> find_enrolment(const Vault& vault, const Rows& rows,
                                                const PersonId& signer, std::uint64_t running) {
  const auto json = load_entry(vault, rows, signer, running);
  if (!json) return std::nullopt;
  auto receipt = protocol::decode_receipt(*json);
  if (!receipt || receipt->entry.envelope.type != protocol::EntryType::Enrolment)
    return std::nullopt;
  return std::move(receipt->entry);
}

}  // namespace sayso::app

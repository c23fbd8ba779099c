// Puts JSON into sealed rows and takes it out again: the only place where personal data is
// encrypted and decrypted.
//
// Safe from any thread; a RowLayer that is handed in belongs to the caller's thread.
#pragma once

#include <initializer_list>
#include <map>
#include <mutex>
#include <string_view>

#include "server/app/ports.h"
#include "server/app/unit.h"
#include "shared/base/expected.h"
#include "shared/encoding/json.h"

namespace sayso::app {

struct Owner {
  PersonId person;
  DataClass data_class = DataClass::Evidence;
};

enum class VaultError {
  Missing,
  Destroyed,  // its key is gone: nobody can open it any more
  Tampered,   // not what was stored at this address
};

class Vault {
 public:
  // The ports outlive the vault.
  Vault(Keyring& keyring, Random& random, int retention_months);

  // Where the row stands that belongs to these parts, in this order.
  [[nodiscard]] RowAddress address(Shelf shelf,
                                   std::initializer_list<std::string_view> parts) const;

  // Under a data key of the owner that is destroyed `retention_months` after `now`.
  void store(RowLayer& rows, const RowAddress& address, const Owner& owner,
             const encoding::Json& value, Instant now);
  // Under the desk key, for what belongs to no one person or must be found before we know whose it
  // is.
  void store_on_desk(RowLayer& rows, const RowAddress& address, const encoding::Json& value,
                     std::int64_t keep_until_day = 0);

  [[nodiscard]] Expected<encoding::Json, VaultError> load(const Rows& rows,
                                                          const RowAddress& address) const;

  // Which data key seals the row; nothing for one under the desk key. Known also when that key is
  // gone.
  [[nodiscard]] Expected<std::optional<DataKeyName>, VaultError> key_of(const RowAddress& address,
                                                                        const Row& row) const;
  // Where the wrapped data key stands.
  [[nodiscard]] RowAddress key_address(const DataKeyName& name) const;
  // A fresh data key under this name, in place of the one before; rows under that one are lost
  // unless they are sealed again with reseal() in the same commit.
  void replace_data_key(RowLayer& rows, const DataKeyName& name);
  // As it was loaded, under the name's newest data key.
  void reseal(RowLayer& rows, const RowAddress& address, const DataKeyName& name,
              const encoding::Json& value);

 private:
  struct Known {
    Bytes wrapped;
    crypto::AeadKey key{};
  };

  [[nodiscard]] Expected<crypto::AeadKey, VaultError> find_data_key(const Rows& rows,
                                                                    const DataKeyName& name) const;
  [[nodiscard]] crypto::AeadKey make_data_key(RowLayer& rows, const DataKeyName& name);
  void seal_owned(RowLayer& rows, const RowAddress& address, const DataKeyName& name,
                  const crypto::AeadKey& key, const encoding::Json& value);
  [[nodiscard]] Bytes seal(const crypto::AeadKey& key, ByteView associated, ByteView plain) const;
  Keyring& keyring_;
  Random& random_;
  int retention_months_;
  // Unwrapped data keys, each beside the wrapped bytes that it came from: used only while the row
  // still holds the same.
  mutable std::mutex mutex_;
  mutable std::map<RowAddress, Known> known_;
};

[[nodiscard]] Month month_of(Instant instant);
// Days since 1970-01-01.
[[nodiscard]] std::int64_t day_of(Instant instant);

}  // namespace sayso::app

// Puts JSON into sealed rows and takes it out again: the only place where personal data is
// encrypted and decrypted.
//
// Safe from any thread; a RowLayer that is handed in belongs to the caller's thread.
#pragma once

#include <initializer_list>
#include <mutex>
#include <string_view>
#include <unordered_map>

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

  // Under a data key of the owner that is destroyed `retention_months` after `now`. Where a key
  // that should be there is missing or was tampered with, the rows are spoiled instead: a new one
  // in its place would lose what the old one opens.
  void store(RowLayer& rows, const RowAddress& address, const Owner& owner,
             const encoding::Json& value, Instant now);
  // As store(), for a row that is known not to be there, of canonical text.
  void store_new(RowLayer& rows, const RowAddress& address, const Owner& owner,
                 std::string_view canonical, Instant now);
  // Makes the data key that store() would use, where there is none: afterwards store() succeeds.
  // Spoils the rows as store() does.
  void prepare(RowLayer& rows, const Owner& owner, Instant now);
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
  // unless they are sealed again with reseal() in the same commit. False when its wraps are missing
  // or do not open.
  [[nodiscard]] bool replace_data_key(RowLayer& rows, const DataKeyName& name);
  // As it was loaded, under the name's newest data key.
  void reseal(RowLayer& rows, const RowAddress& address, const DataKeyName& name,
              const encoding::Json& value);

  // In the place of a row whose key was destroyed: says which certificate tells of it, and no more.
  // load() answers Destroyed there.
  void bury(RowLayer& rows, const RowAddress& address, const RecordId& certificate);
  // Nothing where the row was not buried.
  [[nodiscard]] std::optional<RecordId> certificate_of(const RowAddress& address,
                                                       const Row& row) const;

 private:
  struct Known {
    Bytes wrapped;
    crypto::AeadKey key{};
  };

  // What a sealed row was found to hold.
  struct Opened {
    // The revision too is sealed in: the same bytes at another one do not open.
    Revision revision;
    Bytes sealed;
    // Nothing for a desk row.
    std::optional<DataKeyName> name;
    encoding::Json value;
  };

  [[nodiscard]] std::optional<Opened> find_opened(const RowAddress& address, const Row& row) const;
  void remember(const RowAddress& address, Opened opened) const;
  [[nodiscard]] Expected<encoding::Json, VaultError> unseal(const RowAddress& address,
                                                            const Row& row,
                                                            const std::optional<DataKeyName>& name,
                                                            const crypto::AeadKey& key) const;
  [[nodiscard]] Expected<crypto::AeadKey, VaultError> find_data_key(const Rows& rows,
                                                                    const DataKeyName& name) const;
  // Whether each of the two keys that would wrap it is either there or was never made.
  [[nodiscard]] bool has_its_wraps(const Rows& rows, const DataKeyName& name) const;
  [[nodiscard]] std::optional<crypto::AeadKey> make_data_key(RowLayer& rows,
                                                             const DataKeyName& name);
  // Of the owner's data key: found or made; nothing where it should be there and does not open.
  [[nodiscard]] std::optional<crypto::AeadKey> data_key(RowLayer& rows, const DataKeyName& name);
  [[nodiscard]] DataKeyName key_name(const Owner& owner, Instant now) const;
  [[nodiscard]] Bytes seal_owned(const RowAddress& address, Revision revision,
                                 const DataKeyName& name, const crypto::AeadKey& key,
                                 std::string_view canonical) const;
  [[nodiscard]] Bytes seal(const crypto::AeadKey& key, ByteView associated, ByteView plain) const;
  Keyring& keyring_;
  Random& random_;
  int retention_months_;
  // Unwrapped data keys, each beside the wrapped bytes that it came from: used only while the row
  // still holds the same.
  mutable std::mutex mutex_;
  mutable std::unordered_map<RowAddress, Known, RowAddressHash> known_;
  // Small rows that were opened or sealed lately: used only while the row still holds the same
  // bytes and its key still opens.
  mutable std::unordered_map<RowAddress, Opened, RowAddressHash> opened_;
};

[[nodiscard]] Month month_of(Instant instant);
// Days since 1970-01-01.
[[nodiscard]] std::int64_t day_of(Instant instant);

}  // namespace sayso::app

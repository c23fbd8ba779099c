// Looking after keys over the years: rotating what wraps data keys, rotating data keys, destroying
// the keys of a month or a person with a certificate. docs/storage.md.
//
// For a tool that has the keyring and the store alone: none of this may run beside a server. Each
// can be stopped at any moment and run again.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/app/ports.h"
#include "server/app/vault.h"
#include "shared/protocol/signed_note.h"

namespace sayso::app {

// What key care needs of a keyring beyond what use cases do.
class KeyCare : public Keyring {
 public:
  // Tells one key from another without telling the key; nothing where there is none.
  [[nodiscard]] virtual std::optional<Digest> fingerprint(const KeyOwner& owner) const = 0;
  // Everything under the owner's key can be opened by nobody afterwards.
  virtual void destroy(const KeyOwner& owner) = 0;
  [[nodiscard]] virtual std::vector<Month> months() const = 0;

  // Makes a successor for every person's and month's key.
  virtual void begin_rotation() = 0;
  // For this one's alone; nothing happens where there is none.
  virtual void begin_rotation_of(const KeyOwner& owner) = 0;
  // The same data key under the successors. As unwrap(), from keys and successors alike.
  [[nodiscard]] virtual Expected<Bytes, UnwrapError> rewrap(const DataKeyName& name,
                                                            ByteView wrapped) = 0;
  // Puts the successors in their predecessors' places. Precondition: every wrapped key that counts
  // went through rewrap(), and is stored.
  virtual void finish_rotation() = 0;
};

struct CareCount {
  std::size_t data_keys = 0;
  std::size_t rows = 0;
  // Data keys that were destroyed before.
  std::size_t destroyed = 0;
  // Data keys that do not open although they should, or with rows that do not. They are left as
  // they are, and then rotate_wraps() keeps the old keys beside the new: run `log fsck`.
  std::size_t tampered = 0;
};

// New keys for all people and months; the data keys stay.
[[nodiscard]] Expected<CareCount, StoreError> rotate_wraps(Store& store, KeyCare& keyring,
                                                           Random& random);
// New data keys; every row is sealed again.
[[nodiscard]] Expected<CareCount, StoreError> rotate_data_keys(Store& store, Keyring& keyring,
                                                               Random& random);

}  // namespace sayso::app

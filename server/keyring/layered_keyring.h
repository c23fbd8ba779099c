// The keyring in layers: a master key wraps the index key, the pepper, the desk key, and the keys
// of people and months; those wrap data keys. The log's signing key stands beside them, under
// nothing.
//
// Safe from any thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server/app/key_care.h"
#include "server/app/ports.h"
#include "server/keyring/key_shelf.h"
#include "shared/base/expected.h"
#include "shared/crypto/derive.h"

namespace sayso::keyring {

// Whether there may be no keys yet. With existing data a missing key is never replaced by a new
// one: what it opened would be lost without a word.
// Unfinished: as WithData, and a rotation that was cut off is no obstacle, because it is what comes
// next.
enum class Start { First, WithData, Unfinished };

struct KeyringProblem {
  // For the person who operates the server. Never holds key material.
  std::string detail;
};

class LayeredKeyring final : public app::KeyCare {
 public:
  // The shelf and `random` outlive the keyring.
  [[nodiscard]] static Expected<std::unique_ptr<LayeredKeyring>, KeyringProblem> open(
      KeyShelf& shelf, const crypto::SecretKey& master, app::Random& random, Start start);
  ~LayeredKeyring() override;

  [[nodiscard]] Digest tag(std::string_view domain, ByteView value) const override;
  [[nodiscard]] Digest pepper(std::string_view domain, ByteView value) const override;
  [[nodiscard]] const crypto::AeadKey& desk_key() const override { return desk_key_; }
  [[nodiscard]] Expected<Bytes, app::UnwrapError> wrap(const app::DataKeyName& name,
                                                       const crypto::AeadKey& data_key) override;
  [[nodiscard]] Expected<crypto::AeadKey, app::UnwrapError> unwrap(const app::DataKeyName& name,
                                                                   ByteView wrapped) const override;
  [[nodiscard]] bool has_key(const app::KeyOwner& owner) const override;
  [[nodiscard]] const crypto::PublicKey& log_public_key() const override;
  [[nodiscard]] crypto::Signature sign_for_log(ByteView message) const override;

  [[nodiscard]] std::optional<Digest> fingerprint(const app::KeyOwner& owner) const override;
  void destroy(const app::KeyOwner& owner) override;
  [[nodiscard]] std::vector<app::Month> months() const override;
  void begin_rotation() override;
  void begin_rotation_of(const app::KeyOwner& owner) override;
  [[nodiscard]] Expected<Bytes, app::UnwrapError> rewrap(const app::DataKeyName& name,
                                                         ByteView wrapped) override;
  void finish_rotation() override;

  // How many people have a key.
  [[nodiscard]] std::size_t people() const;

 private:
  LayeredKeyring(KeyShelf& shelf, const crypto::SecretKey& master, app::Random& random);
  [[nodiscard]] Expected<void, KeyringProblem> load_all(Start start);
  [[nodiscard]] Expected<crypto::SecretKey, KeyringProblem> load_wrapped(const std::string& name,
                                                                         Start start);
  [[nodiscard]] Expected<void, KeyringProblem> load_log_key(Start start);
  [[nodiscard]] std::optional<crypto::SecretKey> find_key(const std::string& name) const;
  // Nothing where one is on the shelf already that does not open.
  [[nodiscard]] std::optional<crypto::SecretKey> make_key(const std::string& name);
  [[nodiscard]] std::string name_of(const app::KeyOwner& owner) const;
  // The key under this name, and its successor while a rotation goes on.
  [[nodiscard]] std::vector<crypto::SecretKey> find_both(const std::string& name) const;
  void make_successor(const std::string& name);
  void forget(const std::string& name);
  [[nodiscard]] crypto::SecretKey tag_key(std::string_view domain) const;

  KeyShelf& shelf_;
  crypto::SecretKey master_{};
  app::Random& random_;
  crypto::SecretKey index_key_{};
  crypto::SecretKey pepper_{};
  crypto::SecretKey desk_key_{};
  std::unique_ptr<crypto::SigningKey> log_key_;

  // Keys of people and months that were used since the start.
  mutable std::mutex mutex_;
  mutable std::map<std::string, crypto::SecretKey> known_;
  // By domain; under the index key, which no rotation changes.
  mutable std::map<std::string, crypto::SecretKey, std::less<>> tag_keys_;
};

}  // namespace sayso::keyring

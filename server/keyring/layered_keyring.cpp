// A key on the shelf, except master and log:   nonce (24) ‖ XChaCha20-Poly1305(master, key;
// "sayso/key/v1/" name) A wrapped data key:   1 ‖ nonce (24) ‖ seal(month's key, nonce (24) ‖
// seal(person's key, data key))
//                       both with "sayso/data-key/v1/" person "/" month

#include "server/keyring/layered_keyring.h"

#include <algorithm>

#include "server/keyring/file_key_shelf.h"
#include "shared/base/check.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/wipe.h"

namespace sayso::keyring {
namespace {

using crypto::SecretKey;

constexpr std::uint8_t kWrapVersion = 1;

std::optional<SecretKey> as_key(const std::optional<Bytes>& bytes) {
  if (!bytes || bytes->size() != 32) return std::nullopt;
  SecretKey key{};
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

Bytes seal_with_nonce(const SecretKey& key, std::string_view context, ByteView plain,
                      app::Random& random) {
  crypto::AeadNonce nonce{};
  random.fill(nonce);
  const Bytes sealed = crypto::seal(key, nonce, as_bytes(context), plain);
  Bytes out(nonce.begin(), nonce.end());
  out.insert(out.end(), sealed.begin(), sealed.end());
  return out;
}

std::optional<Bytes> open_with_nonce(const SecretKey& key, std::string_view context,
                                     ByteView sealed) {
  crypto::AeadNonce nonce{};
  if (sealed.size() < nonce.size()) return std::nullopt;
  std::copy_n(sealed.begin(), nonce.size(), nonce.begin());
  return crypto::open(key, nonce, as_bytes(context), sealed.subspan(nonce.size()));
}

std::string month_name(app::Month month) { return "months/" + std::to_string(month.value()); }

std::string wrap_context(const PersonId& person, app::Month month) {
  return "sayso/data-key/v1/" + person.value() + "/" + std::to_string(month.value());
}

std::string key_context(const std::string& name) { return "sayso/key/v1/" + name; }

tl::unexpected<KeyringProblem> missing(const std::string& name) {
  return failure(KeyringProblem{
      "the key '" + name +
      "' is missing from the keyring, and there is data that needs it: restore the keyring folder "
      "from its own backup"});
}

}  // namespace

LayeredKeyring::LayeredKeyring(KeyShelf& shelf, const SecretKey& master, app::Random& random)
    : shelf_(shelf), master_(master), random_(random) {}

LayeredKeyring::~LayeredKeyring() {
  for (SecretKey* key : {&master_, &index_key_, &pepper_, &desk_key_}) crypto::wipe(*key);
  for (auto& [name, key] : known_) crypto::wipe(key);
}

Expected<std::unique_ptr<LayeredKeyring>, KeyringProblem> LayeredKeyring::open(
    KeyShelf& shelf, const SecretKey& master, app::Random& random, Start start) {
  std::unique_ptr<LayeredKeyring> keyring(new LayeredKeyring(shelf, master, random));
  if (auto loaded = keyring->load_all(start); !loaded) return failure(loaded.error());
  return keyring;
}

Expected<void, KeyringProblem> LayeredKeyring::load_all(Start start) {
  const std::pair<const char*, SecretKey*> wanted[] = {
      {"index", &index_key_}, {"pepper", &pepper_}, {"desk", &desk_key_}};
  for (const auto& [name, key] : wanted) {
    auto loaded = load_wrapped(name, start);
    if (!loaded) return failure(loaded.error());
    *key = *loaded;
  }
  return load_log_key(start);
}

Expected<SecretKey, KeyringProblem> LayeredKeyring::load_wrapped(const std::string& name,
                                                                 Start start) {
  if (!shelf_.load(name)) {
    if (start == Start::WithData) return missing(name);
    return make_key(name);
  }
  const auto key = find_key(name);
  if (!key)
    return failure(KeyringProblem{"the key '" + name +
                                  "' does not open with this master key: it is another council's, "
                                  "or damaged"});
  return *key;
}

Expected<void, KeyringProblem> LayeredKeyring::load_log_key(Start start) {
  auto seed = as_key(shelf_.load("log"));
  if (!seed) {
    if (start == Start::WithData || shelf_.load("log")) return missing("log");
    SecretKey fresh{};
    random_.fill(fresh);
    seed = as_key(shelf_.store_once("log", fresh));
    crypto::wipe(fresh);
  }
  if (!seed) return missing("log");
  log_key_ = std::make_unique<crypto::SigningKey>(crypto::SigningKey::from_seed(*seed));
  crypto::wipe(*seed);
  return {};
}

std::optional<SecretKey> LayeredKeyring::find_key(const std::string& name) const {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(name);
    if (found != known_.end()) return found->second;
  }
  const auto sealed = shelf_.load(name);
  if (!sealed) return std::nullopt;
  const auto key = as_key(open_with_nonce(master_, key_context(name), *sealed));
  if (!key) return std::nullopt;
  const std::lock_guard lock(mutex_);
  return known_.try_emplace(name, *key).first->second;
}

SecretKey LayeredKeyring::make_key(const std::string& name) {
  SecretKey fresh{};
  random_.fill(fresh);
  const Bytes kept =
      shelf_.store_once(name, seal_with_nonce(master_, key_context(name), fresh, random_));
  crypto::wipe(fresh);
  // Somebody else's key may have been there first.
  const auto key = as_key(open_with_nonce(master_, key_context(name), kept));
  CHECK(key.has_value());
  const std::lock_guard lock(mutex_);
  return known_.try_emplace(name, *key).first->second;
}

std::string LayeredKeyring::person_name(const PersonId& person) const {
  return "people/" + encode_hex(tag("keyring-person", as_bytes(person.value())));
}

Digest LayeredKeyring::tag(std::string_view domain, ByteView value) const {
  return crypto::hmac_sha256(crypto::derive_key(index_key_, domain), value);
}

Digest LayeredKeyring::pepper(std::string_view domain, ByteView value) const {
  return crypto::hmac_sha256(crypto::derive_key(pepper_, domain), value);
}

Bytes LayeredKeyring::wrap(const PersonId& person, app::Month destroy_by,
                           const crypto::AeadKey& data_key) {
  const auto person_key = find_key(person_name(person));
  const auto month_key = find_key(month_name(destroy_by));
  const SecretKey inner_key = person_key ? *person_key : make_key(person_name(person));
  const SecretKey outer_key = month_key ? *month_key : make_key(month_name(destroy_by));
  const std::string context = wrap_context(person, destroy_by);
  const Bytes inner = seal_with_nonce(inner_key, context, data_key, random_);
  const Bytes outer = seal_with_nonce(outer_key, context, inner, random_);
  Bytes out{kWrapVersion};
  out.insert(out.end(), outer.begin(), outer.end());
  return out;
}

std::optional<crypto::AeadKey> LayeredKeyring::unwrap(const PersonId& person, app::Month destroy_by,
                                                      ByteView wrapped) const {
  const auto person_key = find_key(person_name(person));
  const auto month_key = find_key(month_name(destroy_by));
  if (!person_key || !month_key || wrapped.empty() || wrapped[0] != kWrapVersion)
    return std::nullopt;
  const std::string context = wrap_context(person, destroy_by);
  const auto inner = open_with_nonce(*month_key, context, wrapped.subspan(1));
  if (!inner) return std::nullopt;
  return as_key(open_with_nonce(*person_key, context, *inner));
}

const crypto::PublicKey& LayeredKeyring::log_public_key() const { return log_key_->public_key(); }

crypto::Signature LayeredKeyring::sign_for_log(ByteView message) const {
  return log_key_->sign(message);
}

void LayeredKeyring::forget(const std::string& name) {
  shelf_.destroy(name);
  const std::lock_guard lock(mutex_);
  const auto found = known_.find(name);
  if (found == known_.end()) return;
  crypto::wipe(found->second);
  known_.erase(found);
}

void LayeredKeyring::destroy_person(const PersonId& person) { forget(person_name(person)); }

void LayeredKeyring::destroy_month(app::Month month) { forget(month_name(month)); }

Expected<SecretKey, KeyringProblem> load_master_key(const std::string& path, KeyShelf& shelf,
                                                    app::Random& random, Start start) {
  if (!path.empty()) {
    auto key = load_key_file(path);
    if (!key) return failure(KeyringProblem{key.error().detail});
    return *key;
  }
  auto kept = as_key(shelf.load("master"));
  if (kept) return *kept;
  if (start == Start::WithData || shelf.load("master")) return missing("master");
  SecretKey fresh{};
  random.fill(fresh);
  kept = as_key(shelf.store_once("master", fresh));
  crypto::wipe(fresh);
  if (!kept) return missing("master");
  return *kept;
}

}  // namespace sayso::keyring

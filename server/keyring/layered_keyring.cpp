// On the shelf each key but the master's and the log's is sealed (sealed_key.h). A wrapped data
// key:
//
//   2 ‖ nonce (24) ‖ seal(month's key, nonce (24) ‖ seal(person's key, data key))
//   both with "sayso/data-key/v2/" person "/" class "/" month

#include "server/keyring/layered_keyring.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "server/keyring/sealed_key.h"
#include "shared/base/check.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/wipe.h"

namespace sayso::keyring {
namespace {

using crypto::SecretKey;

constexpr std::uint8_t kWrapVersion = 2;

constexpr std::string_view kMonths = "months/";
constexpr std::string_view kPeople = "people/";

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool wraps_data_keys(std::string_view name) {
  return begins_with(name, kMonths) || begins_with(name, kPeople);
}

std::string wrap_context(const app::DataKeyName& name) {
  return "sayso/data-key/v2/" + name.person.value() + "/" +
         std::to_string(static_cast<int>(name.data_class)) + "/" +
         std::to_string(name.destroy_by.value());
}

Bytes wrap_under(const SecretKey& person, const SecretKey& month, const app::DataKeyName& name,
                 const crypto::AeadKey& data_key, app::Random& random) {
  const std::string context = wrap_context(name);
  const Bytes inner = seal_with_nonce(person, context, data_key, random);
  const Bytes outer = seal_with_nonce(month, context, inner, random);
  Bytes out{kWrapVersion};
  out.insert(out.end(), outer.begin(), outer.end());
  return out;
}

std::optional<crypto::AeadKey> unwrap_under(const SecretKey& person, const SecretKey& month,
                                            const app::DataKeyName& name, ByteView wrapped) {
  if (wrapped.empty() || wrapped[0] != kWrapVersion) return std::nullopt;
  const std::string context = wrap_context(name);
  const auto inner = open_with_nonce(month, context, wrapped.subspan(1));
  if (!inner) return std::nullopt;
  return as_key(open_with_nonce(person, context, *inner));
}

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
  for (auto& [domain, key] : tag_keys_) crypto::wipe(key);
}

Expected<std::unique_ptr<LayeredKeyring>, KeyringProblem> LayeredKeyring::open(
    KeyShelf& shelf, const SecretKey& master, app::Random& random, Start start) {
  std::unique_ptr<LayeredKeyring> keyring(new LayeredKeyring(shelf, master, random));
  if (auto loaded = keyring->load_all(start); !loaded) return failure(loaded.error());
  return keyring;
}

Expected<void, KeyringProblem> LayeredKeyring::load_all(Start start) {
  if (start != Start::Unfinished) {
    for (const std::string& name : shelf_.names()) {
      if (!is_next_name(name)) continue;
      return failure(
          KeyringProblem{"a change of keys was cut off: the same 'sayso keys rotate' again ends "
                         "it, or 'sayso keys "
                         "shred --finish'"});
    }
  }
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
  if (!shelf_.has(name)) {
    if (start != Start::First) return missing(name);
    return *make_key(name);
  }
  const auto key = find_key(name);
  if (!key)
    return failure(KeyringProblem{"the key '" + name +
                                  "' does not open with this master key: it is another council's, "
                                  "damaged, or a 'sayso keys rotate master' was cut off and has to "
                                  "be run again"});
  return *key;
}

Expected<void, KeyringProblem> LayeredKeyring::load_log_key(Start start) {
  auto seed = as_key(shelf_.load("log"));
  if (!seed) {
    if (start != Start::First || shelf_.has("log")) return missing("log");
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
  const auto key = open_key(master_, name, *sealed);
  if (!key) return std::nullopt;
  const std::lock_guard lock(mutex_);
  return known_.try_emplace(name, *key).first->second;
}

std::optional<SecretKey> LayeredKeyring::make_key(const std::string& name) {
  SecretKey fresh{};
  random_.fill(fresh);
  const Bytes kept = shelf_.store_once(name, seal_key(master_, name, fresh, random_));
  crypto::wipe(fresh);
  // Somebody else's key may have been there first.
  const auto key = open_key(master_, name, kept);
  if (!key) return std::nullopt;
  const std::lock_guard lock(mutex_);
  return known_.try_emplace(name, *key).first->second;
}

std::string LayeredKeyring::name_of(const app::KeyOwner& owner) const {
  if (const auto* month = std::get_if<app::Month>(&owner))
    return std::string(kMonths) + std::to_string(month->value());
  const auto& person = std::get<PersonId>(owner);
  return std::string(kPeople) + encode_hex(tag("keyring-person", as_bytes(person.value())));
}

// Each row is found by one: the handful of keys for them are derived once.
SecretKey LayeredKeyring::tag_key(std::string_view domain) const {
  const std::lock_guard lock(mutex_);
  const auto found = tag_keys_.find(domain);
  if (found != tag_keys_.end()) return found->second;
  return tag_keys_.emplace(domain, crypto::derive_key(index_key_, domain)).first->second;
}

Digest LayeredKeyring::tag(std::string_view domain, ByteView value) const {
  return crypto::hmac_sha256(tag_key(domain), value);
}

Digest LayeredKeyring::pepper(std::string_view domain, ByteView value) const {
  return crypto::hmac_sha256(crypto::derive_key(pepper_, domain), value);
}

Expected<Bytes, app::UnwrapError> LayeredKeyring::wrap(const app::DataKeyName& name,
                                                       const crypto::AeadKey& data_key) {
  const std::string person = name_of(name.person);
  const std::string month = name_of(name.destroy_by);
  auto person_key = find_key(person);
  if (!person_key) person_key = make_key(person);
  auto month_key = find_key(month);
  if (!month_key) month_key = make_key(month);
  if (!person_key || !month_key) return failure(app::UnwrapError::Tampered);
  return wrap_under(*person_key, *month_key, name, data_key, random_);
}

bool LayeredKeyring::has_key(const app::KeyOwner& owner) const {
  return shelf_.has(name_of(owner));
}

std::vector<SecretKey> LayeredKeyring::find_both(const std::string& name) const {
  std::vector<SecretKey> found;
  if (const auto key = find_key(name)) found.push_back(*key);
  if (const auto sealed = shelf_.load(next_name(name))) {
    if (const auto key = open_key(master_, name, *sealed)) found.push_back(*key);
  }
  return found;
}

Expected<crypto::AeadKey, app::UnwrapError> LayeredKeyring::unwrap(const app::DataKeyName& name,
                                                                   ByteView wrapped) const {
  const auto people = find_key(name_of(name.person));
  const auto months = find_key(name_of(name.destroy_by));
  if (people && months) {
    if (const auto key = unwrap_under(*people, *months, name, wrapped)) return *key;
    return failure(app::UnwrapError::Tampered);
  }
  // A key file that is there and cannot be read was not destroyed.
  const bool is_there = shelf_.has(name_of(name.person)) && shelf_.has(name_of(name.destroy_by));
  return failure(is_there ? app::UnwrapError::Tampered : app::UnwrapError::Destroyed);
}

void LayeredKeyring::begin_rotation() {
  for (const std::string& name : shelf_.names()) {
    if (wraps_data_keys(name)) make_successor(name);
  }
}

void LayeredKeyring::begin_rotation_of(const app::KeyOwner& owner) {
  if (has_key(owner)) make_successor(name_of(owner));
}

void LayeredKeyring::make_successor(const std::string& name) {
  SecretKey fresh{};
  random_.fill(fresh);
  (void)shelf_.store_once(next_name(name), seal_key(master_, name, fresh, random_));
  crypto::wipe(fresh);
}

Expected<Bytes, app::UnwrapError> LayeredKeyring::rewrap(const app::DataKeyName& name,
                                                         ByteView wrapped) {
  const auto people = find_both(name_of(name.person));
  const auto months = find_both(name_of(name.destroy_by));
  if (people.empty() || months.empty()) return failure(app::UnwrapError::Destroyed);
  for (const SecretKey& person : people) {
    for (const SecretKey& month : months) {
      const auto key = unwrap_under(person, month, name, wrapped);
      if (key) return wrap_under(people.back(), months.back(), name, *key, random_);
    }
  }
  return failure(app::UnwrapError::Tampered);
}

void LayeredKeyring::finish_rotation() {
  for (const std::string& name : shelf_.names()) {
    if (!wraps_data_keys(name)) continue;
    const auto successor = shelf_.load(next_name(name));
    if (!successor) continue;
    shelf_.replace(name, *successor);
    shelf_.destroy(next_name(name));
    const std::lock_guard lock(mutex_);
    known_.erase(name);
  }
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

void LayeredKeyring::destroy(const app::KeyOwner& owner) { forget(name_of(owner)); }

std::optional<Digest> LayeredKeyring::fingerprint(const app::KeyOwner& owner) const {
  const auto key = find_key(name_of(owner));
  if (!key) return std::nullopt;
  return crypto::hmac_sha256(*key, as_bytes("sayso/key-fingerprint/v1"));
}

std::vector<app::Month> LayeredKeyring::months() const {
  std::vector<app::Month> found;
  for (const std::string& name : shelf_.names()) {
    if (begins_with(name, kMonths)) found.emplace_back(std::atoi(name.c_str() + kMonths.size()));
  }
  return found;
}

std::size_t LayeredKeyring::people() const {
  const auto names = shelf_.names();
  return static_cast<std::size_t>(std::count_if(
      names.begin(), names.end(), [](const auto& name) { return begins_with(name, kPeople); }));
}

}  // namespace sayso::keyring

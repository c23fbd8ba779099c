// A sealed row (docs/storage.md):
//
//   desk row     1 ‖ box(desk key, "desk", body)
//   owned row    2 ‖ box(desk key, "head", key name) ‖ box(data key, "body", body)
//   buried row   3 ‖ box(desk key, "gone", id of the certificate)
//   box          nonce (24) ‖ XChaCha20-Poly1305(key, plaintext; associated data)
//   associated   "sayso/row/v1/" part "/" ‖ shelf (1) ‖ tag (32) ‖ revision (8, big-endian)
//   key name     class (1) ‖ month (2, big-endian) ‖ person (26)
//   body         length of the text (4, big-endian) ‖ canonical JSON ‖ zeros up to a multiple of
//   512
//
// The zeros keep the size of a row from telling how many choices it holds.

#include "server/app/vault.h"

#include <algorithm>

#include "server/app/key_owners.h"
#include "shared/base/check.h"
#include "shared/crypto/wipe.h"

namespace sayso::app {
namespace {

using encoding::Json;

constexpr std::uint8_t kDeskRow = 1;
constexpr std::uint8_t kOwnedRow = 2;
constexpr std::uint8_t kBuriedRow = 3;
constexpr std::size_t kNonceBytes = 24;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kPersonBytes = 26;
constexpr std::size_t kHeadBytes = 3 + kPersonBytes;
constexpr std::size_t kHeadBoxBytes = kNonceBytes + kHeadBytes + kTagBytes;
constexpr std::size_t kBlockBytes = 512;
constexpr std::size_t kMaxKnownKeys = 50'000;
constexpr std::size_t kMaxOpened = 16'000;
constexpr std::size_t kMaxOpenedBytes = 2'048;

void append(Bytes& out, ByteView more) { out.insert(out.end(), more.begin(), more.end()); }

void append_number(Bytes& out, std::uint64_t number, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    out.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::uint64_t read_number(ByteView bytes) {
  std::uint64_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  return number;
}

Bytes associated_data(std::string_view part, const RowAddress& address, Revision revision) {
  Bytes out;
  append(out, as_bytes("sayso/row/v1/"));
  append(out, as_bytes(part));
  out.push_back('/');
  out.push_back(static_cast<std::uint8_t>(address.shelf));
  append(out, address.tag);
  append_number(out, revision.value(), 8);
  return out;
}

Bytes pad(std::string_view text) {
  Bytes out;
  append_number(out, text.size(), 4);
  append(out, as_bytes(text));
  out.resize((out.size() + kBlockBytes - 1) / kBlockBytes * kBlockBytes);
  return out;
}

Expected<Json, VaultError> read_body(ByteView body) {
  if (body.size() < 4) return failure(VaultError::Tampered);
  const std::uint64_t length = read_number(body.first(4));
  if (length > body.size() - 4) return failure(VaultError::Tampered);
  encoding::JsonLimits limits;
  limits.size_bytes = std::size_t{1} << 20;
  limits.depth = 64;
  auto json = encoding::decode_json(as_text(body.subspan(4, length)), limits);
  if (!json) return failure(VaultError::Tampered);
  return std::move(*json);
}

std::optional<Bytes> open_box(const crypto::AeadKey& key, ByteView associated, ByteView box) {
  if (box.size() < kNonceBytes) return std::nullopt;
  crypto::AeadNonce nonce{};
  std::copy_n(box.begin(), kNonceBytes, nonce.begin());
  return crypto::open(key, nonce, associated, box.subspan(kNonceBytes));
}

}  // namespace

Month month_of(Instant instant) {
  const Date date = utc_date(instant);
  return Month(date.year * 12 + date.month - 1);
}

std::int64_t day_of(Instant instant) { return days_from_epoch(utc_date(instant)); }

Vault::Vault(Keyring& keyring, Random& random, int retention_months)
    : keyring_(keyring), random_(random), retention_months_(retention_months) {}

RowAddress Vault::address(Shelf shelf, std::initializer_list<std::string_view> parts) const {
  // Lengths stand before the parts, so that no two lists of parts read the same.
  Bytes name;
  for (const std::string_view part : parts) {
    append_number(name, part.size(), 4);
    append(name, as_bytes(part));
  }
  const std::string domain = "sayso/shelf/v1/" + std::to_string(static_cast<int>(shelf));
  return {shelf, keyring_.tag(domain, name)};
}

Bytes Vault::seal(const crypto::AeadKey& key, ByteView associated, ByteView plain) const {
  crypto::AeadNonce nonce{};
  random_.fill(nonce);
  Bytes out(nonce.begin(), nonce.end());
  append(out, crypto::seal(key, nonce, associated, plain));
  return out;
}

RowAddress Vault::key_address(const DataKeyName& name) const {
  return address(Shelf::DataKeys,
                 {name.person.value(), std::to_string(static_cast<int>(name.data_class)),
                  std::to_string(name.destroy_by.value())});
}

Expected<crypto::AeadKey, VaultError> Vault::find_data_key(const Rows& rows,
                                                           const DataKeyName& name) const {
  const RowAddress place = key_address(name);
  const auto row = rows.find(place);
  if (!row) return failure(VaultError::Missing);
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(place);
    if (found != known_.end() && found->second.wrapped == row->sealed) return found->second.key;
  }
  const auto key = keyring_.unwrap(name, row->sealed);
  if (!key)
    return failure(key.error() == UnwrapError::Destroyed ? VaultError::Destroyed
                                                         : VaultError::Tampered);
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMaxKnownKeys) known_.clear();
  known_[place] = Known{row->sealed, *key};
  return *key;
}

bool Vault::has_its_wraps(const Rows& rows, const DataKeyName& name) const {
  for (const KeyOwner& owner : {KeyOwner(name.person), KeyOwner(name.destroy_by)}) {
    if (!keyring_.has_key(owner) && is_known_owner(*this, rows, owner)) return false;
  }
  return true;
}

std::optional<crypto::AeadKey> Vault::make_data_key(RowLayer& rows, const DataKeyName& name) {
  if (!has_its_wraps(rows, name)) return std::nullopt;
  crypto::AeadKey key{};
  random_.fill(key);
  auto wrapped = keyring_.wrap(name, key);
  if (!wrapped) return std::nullopt;
  rows.put(key_address(name), std::move(*wrapped), 0);
  for (const KeyOwner& owner : {KeyOwner(name.person), KeyOwner(name.destroy_by)}) {
    if (!is_known_owner(*this, rows, owner)) store_owner(*this, rows, owner, OwnerState::HasKey);
  }
  return key;
}

bool Vault::replace_data_key(RowLayer& rows, const DataKeyName& name) {
  auto key = make_data_key(rows, name);
  if (key) crypto::wipe(*key);
  return key.has_value();
}

void Vault::reseal(RowLayer& rows, const RowAddress& place, const DataKeyName& name,
                   const Json& value) {
  const auto key = find_data_key(rows, name);
  CHECK(key.has_value());
  rows.put(
      place,
      seal_owned(place, rows.next_revision(place), name, *key, encoding::encode_canonical(value)),
      0);
}

Bytes Vault::seal_owned(const RowAddress& place, Revision revision, const DataKeyName& name,
                        const crypto::AeadKey& key, std::string_view canonical) const {
  Bytes head{static_cast<std::uint8_t>(name.data_class)};
  append_number(head, static_cast<std::uint64_t>(name.destroy_by.value()), 2);
  append(head, as_bytes(name.person.value()));
  Bytes sealed{kOwnedRow};
  append(sealed, seal(keyring_.desk_key(), associated_data("head", place, revision), head));
  append(sealed, seal(key, associated_data("body", place, revision), pad(canonical)));
  return sealed;
}

DataKeyName Vault::key_name(const Owner& owner, Instant now) const {
  CHECK(owner.person.value().size() == kPersonBytes);
  return {owner.person, owner.data_class, Month(month_of(now).value() + retention_months_)};
}

std::optional<crypto::AeadKey> Vault::data_key(RowLayer& rows, const DataKeyName& name) {
  const auto found = find_data_key(rows, name);
  if (found) return *found;
  // One that was destroyed or tampered with is not replaced: it may yet be put right from a backup.
  if (found.error() != VaultError::Missing) return std::nullopt;
  return make_data_key(rows, name);
}

void Vault::prepare(RowLayer& rows, const Owner& owner, Instant now) {
  if (!data_key(rows, key_name(owner, now))) rows.spoil();
}

void Vault::store(RowLayer& rows, const RowAddress& place, const Owner& owner, const Json& value,
                  Instant now) {
  const DataKeyName name = key_name(owner, now);
  const auto key = data_key(rows, name);
  if (!key) return rows.spoil();
  const Revision revision = rows.next_revision(place);
  Bytes sealed = seal_owned(place, revision, name, *key, encoding::encode_canonical(value));
  remember(place, {revision, sealed, name, value});
  rows.put(place, std::move(sealed), 0);
}

void Vault::store_new(RowLayer& rows, const RowAddress& place, const Owner& owner,
                      std::string_view canonical, Instant now) {
  const DataKeyName name = key_name(owner, now);
  const auto key = data_key(rows, name);
  if (!key) return rows.spoil();
  rows.put_new(place, seal_owned(place, Revision(1), name, *key, canonical));
}

void Vault::bury(RowLayer& rows, const RowAddress& place, const RecordId& certificate) {
  const Bytes associated = associated_data("gone", place, rows.next_revision(place));
  Bytes sealed{kBuriedRow};
  append(sealed, seal(keyring_.desk_key(), associated, as_bytes(certificate.value())));
  rows.put(place, std::move(sealed), 0);
}

std::optional<RecordId> Vault::certificate_of(const RowAddress& place, const Row& row) const {
  const ByteView sealed(row.sealed);
  if (sealed.empty() || sealed[0] != kBuriedRow) return std::nullopt;
  const auto id = open_box(keyring_.desk_key(), associated_data("gone", place, row.revision),
                           sealed.subspan(1));
  if (!id) return std::nullopt;
  return RecordId(std::string(as_text(*id)));
}

void Vault::store_on_desk(RowLayer& rows, const RowAddress& place, const Json& value,
                          std::int64_t keep_until_day) {
  const Revision revision = rows.next_revision(place);
  const Bytes associated = associated_data("desk", place, revision);
  Bytes sealed{kDeskRow};
  append(sealed, seal(keyring_.desk_key(), associated, pad(encoding::encode_canonical(value))));
  remember(place, {revision, sealed, std::nullopt, value});
  rows.put(place, std::move(sealed), keep_until_day);
}

std::optional<Vault::Opened> Vault::find_opened(const RowAddress& place, const Row& row) const {
  const std::lock_guard lock(mutex_);
  const auto found = opened_.find(place);
  if (found == opened_.end()) return std::nullopt;
  const Opened& opened = found->second;
  if (opened.revision != row.revision || opened.sealed != row.sealed) return std::nullopt;
  return opened;
}

void Vault::remember(const RowAddress& place, Opened opened) const {
  if (opened.sealed.size() > kMaxOpenedBytes) return;
  const std::lock_guard lock(mutex_);
  if (opened_.size() >= kMaxOpened) opened_.clear();
  opened_.insert_or_assign(place, std::move(opened));
}

Expected<Json, VaultError> Vault::load(const Rows& rows, const RowAddress& place) const {
  const auto row = rows.find(place);
  if (!row) return failure(VaultError::Missing);
  if (!row->sealed.empty() && row->sealed[0] == kBuriedRow)
    return failure(certificate_of(place, *row) ? VaultError::Destroyed : VaultError::Tampered);
  auto opened = find_opened(place, *row);
  const auto name =
      opened ? Expected<std::optional<DataKeyName>, VaultError>(opened->name) : key_of(place, *row);
  if (!name) return failure(name.error());
  std::optional<crypto::AeadKey> key;
  if (*name) {
    const auto found = find_data_key(rows, **name);
    // Where the wrapped key is gone too, nothing opens the row: that it had one is certain.
    if (!found)
      return failure(found.error() == VaultError::Tampered ? VaultError::Tampered
                                                           : VaultError::Destroyed);
    key = *found;
  }
  if (opened) return std::move(opened->value);
  return unseal(place, *row, *name, key ? *key : keyring_.desk_key());
}

Expected<Json, VaultError> Vault::unseal(const RowAddress& place, const Row& row,
                                         const std::optional<DataKeyName>& name,
                                         const crypto::AeadKey& key) const {
  const auto body = open_box(key, associated_data(name ? "body" : "desk", place, row.revision),
                             ByteView(row.sealed).subspan(name ? 1 + kHeadBoxBytes : 1));
  if (!body) return failure(VaultError::Tampered);
  auto value = read_body(*body);
  if (value) remember(place, {row.revision, row.sealed, name, *value});
  return value;
}

Expected<std::optional<DataKeyName>, VaultError> Vault::key_of(const RowAddress& place,
                                                               const Row& row) const {
  const ByteView sealed(row.sealed);
  if (!sealed.empty() && (sealed[0] == kDeskRow || sealed[0] == kBuriedRow))
    return std::optional<DataKeyName>();
  if (sealed.size() < 1 + kHeadBoxBytes || sealed[0] != kOwnedRow)
    return failure(VaultError::Tampered);
  const auto head = open_box(keyring_.desk_key(), associated_data("head", place, row.revision),
                             sealed.subspan(1, kHeadBoxBytes));
  if (!head || head->size() != kHeadBytes) return failure(VaultError::Tampered);
  const ByteView view(*head);
  return std::optional(DataKeyName{PersonId(std::string(as_text(view.subspan(3)))),
                                   static_cast<DataClass>(view[0]),
                                   Month(static_cast<int>(read_number(view.subspan(1, 2))))});
}

}  // namespace sayso::app

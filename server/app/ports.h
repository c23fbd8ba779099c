// What the use cases need from the world: a clock, randomness, a keyring, a store. Adapters
// implement these.
//
// Every function may be called from any thread. Nothing here assumes one process or one machine:
// what two writers could both change carries a revision, and a commit that finds another revision
// than it expected changes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/expected.h"
#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/crypto/aead.h"
#include "shared/crypto/ed25519.h"

namespace sayso::app {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class Random {
 public:
  virtual ~Random() = default;
  // Fit for keys. Ends the process when the machine has no randomness to give.
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// A calendar month, counted from January of the year 0: the grain in which data is destroyed.
using Month = Tagged<struct MonthTag, int>;

// Kept apart, so that one can be destroyed without the others. The numbers are stored.
enum class DataClass : std::uint8_t {
  Evidence = 1,  // what was signed, with its salts
  Requests = 2,
  Profile = 3,  // name, birth, responsibility, contact
  HeldItems = 4,
};
inline constexpr DataClass kDataClasses[] = {DataClass::Evidence, DataClass::Requests,
                                             DataClass::Profile, DataClass::HeldItems};

// There is one data key for each of these.
struct DataKeyName {
  PersonId person;
  DataClass data_class = DataClass::Evidence;
  Month destroy_by;
  friend bool operator<(const DataKeyName& a, const DataKeyName& b) {
    if (a.person != b.person) return a.person < b.person;
    if (a.data_class != b.data_class) return a.data_class < b.data_class;
    return a.destroy_by < b.destroy_by;
  }
};

enum class UnwrapError {
  Destroyed,  // the person's key or the month's is gone
  Tampered,   // both are there, and these are not the bytes that wrap() made for this name
};

// Whose key ends data: each data key is under one of either kind.
using KeyOwner = std::variant<PersonId, Month>;

// Holds every long-lived secret, and none of them ever enters the store.
class Keyring {
 public:
  virtual ~Keyring() = default;

  // HMAC under a key that nothing else uses: how a row is found without its name being written
  // anywhere. `domain` keeps the tags of different shelves apart.
  [[nodiscard]] virtual Digest tag(std::string_view domain, ByteView value) const = 0;
  // HMAC under the pepper: for what people type (invitation and recovery codes, PIN verifiers).
  [[nodiscard]] virtual Digest pepper(std::string_view domain, ByteView value) const = 0;
  // Encrypts what belongs to no one person, and lives for days: invitations, sessions.
  [[nodiscard]] virtual const crypto::AeadKey& desk_key() const = 0;

  // A data key wrapped by the person's key and the month's: gone when either is. Makes both where
  // they are missing, and has them on disk before it returns. Tampered: a key is there that does
  // not open. Whether a missing one should be there is the caller's to know.
  [[nodiscard]] virtual Expected<Bytes, UnwrapError> wrap(const DataKeyName& name,
                                                          const crypto::AeadKey& data_key) = 0;
  [[nodiscard]] virtual Expected<crypto::AeadKey, UnwrapError> unwrap(const DataKeyName& name,
                                                                      ByteView wrapped) const = 0;

  // Whether there is a key of this owner's, readable or not.
  [[nodiscard]] virtual bool has_key(const KeyOwner& owner) const = 0;

  [[nodiscard]] virtual const crypto::PublicKey& log_public_key() const = 0;
  [[nodiscard]] virtual crypto::Signature sign_for_log(ByteView message) const = 0;
};

// What the team signs in with. Each of the first two takes long and much memory, on purpose: see to
// it that few run at once.
class Credentials {
 public:
  virtual ~Credentials() = default;

  // Salted, with its parameters, as text. Nothing where there is no memory for it.
  [[nodiscard]] virtual std::optional<std::string> hash_password(
      std::string_view password) const = 0;
  [[nodiscard]] virtual std::optional<bool> verify_password(const std::string& hash,
                                                            std::string_view password) const = 0;
  // Of nobody's password: verifying against it takes as long.
  [[nodiscard]] virtual const std::string& decoy_hash() const = 0;

  // RFC 6238: of six digits, for a secret and the number of a step of 30 seconds since 1970.
  [[nodiscard]] virtual std::uint32_t one_time_code(ByteView secret, std::uint64_t step) const = 0;
};

// The kinds of rows that a store keeps. The numbers are stored: never reuse one.
enum class Shelf : std::uint8_t {
  People = 1,
  Devices = 2,
  Entries = 3,
  Records = 4,
  DataKeys = 5,
  Invitations = 6,
  Sessions = 7,
  SpentChallenges = 8,
  PinShares = 9,
  Contacts = 10,
  Accounts = 11,
  Requests = 12,
  KeyOwners = 13,
  Statements = 14,
  Certificates = 15,
  HeldItems = 16,
  Confirmations = 17,
  Pace = 20,
  Organisations = 30,
  Stops = 31,
  Staff = 40,
  StaffSessions = 41,
};

// Where a row stands. The tag is a keyed hash: it says nothing to whoever lacks the keyring.
struct RowAddress {
  Shelf shelf = Shelf::People;
  Digest tag{};
  friend bool operator==(const RowAddress& a, const RowAddress& b) {
    return a.shelf == b.shelf && a.tag == b.tag;
  }
  friend bool operator<(const RowAddress& a, const RowAddress& b) {
    return a.shelf != b.shelf ? a.shelf < b.shelf : a.tag < b.tag;
  }
};

// A tag is as good as random already: its first bytes place it.
struct RowAddressHash {
  [[nodiscard]] std::size_t operator()(const RowAddress& address) const {
    std::size_t place = 0;
    std::memcpy(&place, address.tag.data(), sizeof place);
    return place ^ static_cast<std::size_t>(address.shelf);
  }
};

// How often a row was written; 0 where there is none. A removed row that comes back starts at 1.
using Revision = Tagged<struct RevisionTag, std::uint64_t>;

// Sealed before it comes here: a store never sees what it keeps.
struct Row {
  Revision revision;
  Bytes sealed;
};

struct RowChange {
  RowAddress address;
  // What the writer saw. The commit is refused when the row has moved on.
  Revision expected;
  // Nothing removes the row.
  std::optional<Bytes> sealed;
  // The last day on which the row is of use, days since 1970-01-01; 0 keeps it until it is removed.
  // Readable by a thief of the database: only for rows whose life is counted in days.
  std::int64_t keep_until_day = 0;
};

// One tile of C2SP tlog-tiles, from the left: up to 256 hashes of level 8·level, or where level is
// kEntryBundle up to 256 entries of exactly 32 bytes, each behind its two-byte length.
struct TileAddress {
  int level = 0;
  std::uint64_t index = 0;
  friend bool operator<(TileAddress a, TileAddress b) {
    return a.level != b.level ? a.level < b.level : a.index < b.index;
  }
  friend bool operator==(TileAddress a, TileAddress b) {
    return a.level == b.level && a.index == b.index;
  }
};

constexpr int kEntryBundle = -1;

struct Tile {
  TileAddress address;
  Bytes bytes;
};

// The log's newest state, as signed.
struct LogHead {
  TreeSize size;
  std::string checkpoint;
};

struct LogGrowth {
  // The size that the writer built on. The commit is refused when the log has another.
  TreeSize expected;
  LogHead head;
  // Whole contents of each tile that grew.
  std::vector<Tile> tiles;
};

struct Commit {
  std::vector<RowChange> rows;
  std::optional<LogGrowth> log;
  // The checkpoint that the public is shown from now on.
  std::optional<LogHead> published;
};

enum class StoreError {
  // A row or the log moved on since it was read. Nothing was changed; reading again and trying
  // again is right.
  Conflict,
  // Nothing was changed and nothing can be written now (a full disk, say).
  Unavailable,
};

// A failure to make data durable, or damage found while reading, is no return value: the adapter
// ends the process, because what follows such a failure cannot be trusted.
class Store {
 public:
  virtual ~Store() = default;

  [[nodiscard]] virtual std::optional<Row> find(const RowAddress& address) const = 0;
  // Nothing when the log is empty.
  [[nodiscard]] virtual std::optional<LogHead> log_head() const = 0;
  [[nodiscard]] virtual std::optional<LogHead> published_head() const = 0;
  [[nodiscard]] virtual std::optional<Bytes> find_tile(TileAddress address) const = 0;
  // Where this shelf has rows, in the order of their tags: for whoever checks everything.
  [[nodiscard]] virtual std::vector<RowAddress> list(Shelf shelf) const = 0;

  // All or nothing, and durable when it returns.
  [[nodiscard]] virtual Expected<void, StoreError> commit(const Commit& commit) = 0;
  // Grows by exactly one with each commit() and forget_before() through this object, and by more
  // when anybody else changed anything since it was last asked: whoever remembers rows sees by it
  // that others were at work. Nothing where a store cannot tell; then nothing may be remembered.
  [[nodiscard]] virtual std::optional<std::uint64_t> commits_seen() const { return std::nullopt; }
  // Removes rows whose keep_until_day is before `today`.
  [[nodiscard]] virtual Expected<void, StoreError> forget_before(std::int64_t today) = 0;
};

}  // namespace sayso::app

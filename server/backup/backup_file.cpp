// file      magic (16) ‖ mark (8) ‖ header (24) ‖ frame…
// magic     "sayso-backup-v1\n"
// mark      the first 8 bytes of derive_key(key, "sayso/backup/v1/mark"): which key it takes
// header    libsodium's crypto_secretstream_xchacha20poly1305, under
//           derive_key(key, "sayso/backup/v1/stream")
// frame     one message of that stream, magic ‖ mark beside it as associated data; 65,536 bytes of
//           plaintext each, the last one 0 to 65,536 and tagged FINAL
// plaintext length of the manifest (4, big-endian) ‖ manifest, canonical JSON ‖ database

#include "server/backup/backup_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "server/backup/raw_file.h"
#include "shared/base/check.h"
#include "shared/crypto/wipe.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::backup {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::string_view kMagic = "sayso-backup-v1\n";
constexpr std::size_t kMarkBytes = 8;
constexpr std::size_t kFrameBytes = 64 * 1024;
constexpr std::size_t kSealBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kMostManifestBytes = 4096;
constexpr std::size_t kLengthBytes = 4;

using Done = Expected<void, std::string>;
using Header = std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

std::string because(const std::string& path, const char* what) {
  return path + " " + what + ": " + std::strerror(errno);
}

Bytes opening_of(const crypto::SecretKey& key) {
  Bytes opening(kMagic.begin(), kMagic.end());
  const auto mark = crypto::derive_key(key, "sayso/backup/v1/mark");
  opening.insert(opening.end(), mark.begin(), mark.begin() + kMarkBytes);
  return opening;
}

// The stream's state, wiped at the end of its scope.
struct Stream {
  crypto_secretstream_xchacha20poly1305_state state{};
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { sodium_memzero(&state, sizeof state); }
};

Bytes encode_manifest(const Manifest& manifest) {
  const std::string text = encode_canonical(
      Json::Object{{"created", encode_instant(manifest.created)},
                   {"database_bytes", manifest.database_bytes},
                   {"format", "sayso/backup/v1"},
                   {"published", static_cast<std::int64_t>(manifest.published.value())},
                   {"schema", manifest.schema},
                   {"size", static_cast<std::int64_t>(manifest.size.value())}});
  CHECK(text.size() <= kMostManifestBytes);
  Bytes out;
  for (int shift = 24; shift >= 0; shift -= 8)
    out.push_back(static_cast<std::uint8_t>(text.size() >> shift));
  out.insert(out.end(), text.begin(), text.end());
  return out;
}

std::optional<Manifest> decode_manifest(std::string_view text) {
  const auto json = encoding::decode_json(text);
  if (!json) return std::nullopt;
  Manifest manifest;
  std::string created;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    fields.constant("format", "sayso/backup/v1");
    created = fields.text("created");
    manifest.database_bytes = fields.integer("database_bytes", 0, encoding::kMaxInteger);
    manifest.schema = fields.integer("schema", 0, encoding::kMaxInteger);
    manifest.size =
        TreeSize(static_cast<std::uint64_t>(fields.integer("size", 0, encoding::kMaxInteger)));
    manifest.published =
        TreeSize(static_cast<std::uint64_t>(fields.integer("published", 0, encoding::kMaxInteger)));
  });
  const auto instant = decode_instant(created);
  if (!read || !instant) return std::nullopt;
  manifest.created = *instant;
  return manifest;
}

class Sealer {
 public:
  Sealer(const RawFile& to, const crypto::SecretKey& key) : to_(to), opening_(opening_of(key)) {
    auto stream_key = crypto::derive_key(key, "sayso/backup/v1/stream");
    CHECK(crypto_secretstream_xchacha20poly1305_init_push(&stream_.state, header_.data(),
                                                          stream_key.data()) == 0);
    crypto::wipe(stream_key);
  }

  [[nodiscard]] bool begin() const { return to_.write(opening_) && to_.write(header_); }
  [[nodiscard]] bool add(ByteView bytes) {
    // A frame that is full waits for the next byte: it may have been the last.
    while (!bytes.empty()) {
      if (frame_.size() == kFrameBytes && !write_frame(0)) return false;
      const auto taken = std::min(bytes.size(), kFrameBytes - frame_.size());
      frame_.insert(frame_.end(), bytes.begin(),
                    bytes.begin() + static_cast<std::ptrdiff_t>(taken));
      bytes = bytes.subspan(taken);
    }
    return true;
  }
  [[nodiscard]] bool finish() {
    return write_frame(crypto_secretstream_xchacha20poly1305_TAG_FINAL) && to_.sync();
  }

 private:
  [[nodiscard]] bool write_frame(unsigned char tag) {
    Bytes sealed(frame_.size() + kSealBytes);
    CHECK(crypto_secretstream_xchacha20poly1305_push(&stream_.state, sealed.data(), nullptr,
                                                     frame_.data(), frame_.size(), opening_.data(),
                                                     opening_.size(), tag) == 0);
    frame_.clear();
    return to_.write(sealed);
  }

  const RawFile& to_;
  Bytes opening_;
  Header header_{};
  Stream stream_;
  Bytes frame_;
};

// Reads frames until the last one; the error is what is wrong with the file.
class Opener {
 public:
  Opener(const RawFile& from, std::string path) : from_(from), path_(std::move(path)) {}

  [[nodiscard]] Done begin(const crypto::SecretKey& key) {
    opening_ = opening_of(key);
    Bytes found(opening_.size());
    Header header{};
    const auto got = from_.read(found);
    if (got < 0) return failure(because(path_, "cannot be read"));
    if (as_text(ByteView(found)).substr(0, kMagic.size()) != kMagic)
      return failure(path_ + " is no backup");
    if (found != opening_) return failure(path_ + " was made with another backup key");
    auto stream_key = crypto::derive_key(key, "sayso/backup/v1/stream");
    const bool begun = from_.read(header) == static_cast<std::ptrdiff_t>(header.size()) &&
                       crypto_secretstream_xchacha20poly1305_init_pull(
                           &stream_.state, header.data(), stream_key.data()) == 0;
    crypto::wipe(stream_key);
    if (!begun) return damaged();
    return {};
  }

  [[nodiscard]] bool is_done() const { return done_; }

  [[nodiscard]] Expected<Bytes, std::string> next_frame() {
    Bytes sealed(kFrameBytes + kSealBytes);
    const auto got = from_.read(sealed);
    if (got < 0) return failure(because(path_, "cannot be read"));
    sealed.resize(static_cast<std::size_t>(got));
    if (sealed.size() < kSealBytes) return damaged();
    Bytes plain(sealed.size() - kSealBytes);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream_.state, plain.data(), nullptr, &tag,
                                                   sealed.data(), sealed.size(), opening_.data(),
                                                   opening_.size()) != 0)
      return damaged();
    done_ = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    std::array<std::uint8_t, 1> more{};
    if (done_ && from_.read(more) != 0) return damaged();
    return plain;
  }

  [[nodiscard]] tl::unexpected<std::string> damaged() const {
    return failure(path_ + " is damaged: it is cut short, or was changed after it was made");
  }

 private:
  const RawFile& from_;
  std::string path_;
  Bytes opening_;
  Stream stream_;
  bool done_ = false;
};

// Takes the manifest off the first frame.
std::optional<Manifest> take_manifest(Bytes& frame) {
  if (frame.size() < kLengthBytes) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) length = length << 8 | frame[i];
  if (length > kMostManifestBytes || frame.size() < kLengthBytes + length) return std::nullopt;
  const auto text = as_text(ByteView(frame)).substr(kLengthBytes, length);
  auto manifest = decode_manifest(text);
  frame.erase(frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(kLengthBytes + length));
  return manifest;
}

Done seal_into(const std::string& from, const std::string& draft, const Manifest& manifest,
               const crypto::SecretKey& key) {
  const RawFile source = RawFile::to_read(from);
  if (!source.is_open()) return failure(because(from, "cannot be read"));
  const RawFile target = RawFile::to_write(draft);
  if (!target.is_open()) return failure(because(draft, "cannot be made"));
  Sealer sealer(target, key);
  bool written = sealer.begin() && sealer.add(encode_manifest(manifest));
  Bytes chunk(kFrameBytes);
  while (written) {
    const auto got = source.read(chunk);
    if (got < 0) return failure(because(from, "cannot be read"));
    if (got == 0) break;
    written = sealer.add(ByteView(chunk).first(static_cast<std::size_t>(got)));
  }
  if (!written || !sealer.finish()) return failure(because(draft, "cannot be written"));
  return {};
}

}  // namespace

Done seal_file(const std::string& from, const std::string& to, const Manifest& manifest,
               const crypto::SecretKey& key) {
  const std::string draft = to + ".part";
  auto sealed = seal_into(from, draft, manifest, key);
  if (sealed && std::rename(draft.c_str(), to.c_str()) != 0)
    sealed = failure(because(to, "cannot be put in its place"));
  if (!sealed) {
    (void)std::remove(draft.c_str());
    return sealed;
  }
  if (!sync_folder(folder_of(to))) return failure(because(folder_of(to), "cannot be synced"));
  return {};
}

Expected<Manifest, std::string> open_file(const std::string& from, const std::string& to,
                                          const crypto::SecretKey& key) {
  const RawFile source = RawFile::to_read(from);
  if (!source.is_open()) return failure(because(from, "cannot be read"));
  Opener opener(source, from);
  if (auto begun = opener.begin(key); !begun) return failure(begun.error());
  const RawFile target = RawFile::to_write(to);
  if (!target.is_open()) return failure(because(to, "cannot be made"));
  std::optional<Manifest> manifest;
  while (!opener.is_done()) {
    auto frame = opener.next_frame();
    if (!frame) return failure(frame.error());
    if (!manifest) manifest = take_manifest(*frame);
    if (!manifest) return opener.damaged();
    if (!target.write(*frame)) return failure(because(to, "cannot be written"));
  }
  if (target.size() != manifest->database_bytes) return opener.damaged();
  if (!target.sync()) return failure(because(to, "cannot be synced"));
  return *manifest;
}

}  // namespace sayso::backup

// Keys as files that only their owner can read: folder 0700, files 0600, anything looser refused.
//
// A file is one line, `sayso-key-v1 ` and lower-case hexadecimal.
#pragma once

#include <memory>
#include <string>

#include "server/keyring/key_shelf.h"
#include "shared/base/expected.h"

namespace sayso::keyring {

// For the person who operates the server: what is wrong and what to do. Never holds key material.
struct KeyFileProblem {
  std::string detail;
};

// Servers and tools share a shelf; whoever changes keys that others may hold in memory has it
// alone.
enum class ShelfUse { Shared, Alone };

class FileKeyShelf final : public KeyShelf {
 public:
  // Makes the folder when it is not there. Looks at the mode of everything in it. Refused while
  // somebody else has it alone, or, for Alone, while anybody has it.
  [[nodiscard]] static Expected<std::unique_ptr<FileKeyShelf>, KeyFileProblem> open(
      std::string folder, ShelfUse use = ShelfUse::Shared);
  ~FileKeyShelf() override;

  [[nodiscard]] std::optional<Bytes> load(std::string_view name) const override;
  [[nodiscard]] Bytes store_once(std::string_view name, ByteView bytes) override;
  void destroy(std::string_view name) override;
  [[nodiscard]] bool has(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string> names() const override;
  void replace(std::string_view name, ByteView bytes) override;

 private:
  FileKeyShelf(std::string folder, int lock) : folder_(std::move(folder)), lock_(lock) {}
  [[nodiscard]] std::string path_of(std::string_view name) const;
  // A file beside `path` with these bytes, synced.
  [[nodiscard]] static std::string write_draft(const std::string& path, ByteView bytes);

  std::string folder_;
  // A descriptor of the folder; its lock ends with it.
  int lock_;
};

// Reads a key that somebody else provides: 64 hexadecimal digits, alone or behind `sayso-key-v1 `,
// in a file that only its owner can read.
//
// Credential: systemd lets the service's user in by an access list, which shows as a group's right
// to read; the folder is that service's alone.
enum class KeyFileMode { OwnerAlone, Credential };
[[nodiscard]] Expected<ByteArray<32>, KeyFileProblem> load_key_file(
    const std::string& path, KeyFileMode mode = KeyFileMode::OwnerAlone);

}  // namespace sayso::keyring

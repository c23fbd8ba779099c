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

class FileKeyShelf final : public KeyShelf {
 public:
  // Makes the folder when it is not there. Looks at the mode of everything in it.
  [[nodiscard]] static Expected<std::unique_ptr<FileKeyShelf>, KeyFileProblem> open(
      std::string folder);

  [[nodiscard]] std::optional<Bytes> load(std::string_view name) const override;
  [[nodiscard]] Bytes store_once(std::string_view name, ByteView bytes) override;
  void destroy(std::string_view name) override;

 private:
  explicit FileKeyShelf(std::string folder) : folder_(std::move(folder)) {}
  [[nodiscard]] std::string path_of(std::string_view name) const;

  std::string folder_;
};

// Reads a key that somebody else provides: 64 hexadecimal digits, alone or behind `sayso-key-v1 `,
// in a file that only its owner can read. A systemd credential ($CREDENTIALS_DIRECTORY/…) is such a
// file.
[[nodiscard]] Expected<ByteArray<32>, KeyFileProblem> load_key_file(const std::string& path);

}  // namespace sayso::keyring

// Files as descriptors: read and written whole, synced, closed at the end of their scope.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "shared/base/bytes.h"

namespace sayso::backup {

class RawFile {
 public:
  // `errno` says why when it is not open.
  [[nodiscard]] static RawFile to_read(const std::string& path);
  // Made anew, for its owner alone.
  [[nodiscard]] static RawFile to_write(const std::string& path);
  RawFile(RawFile&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;
  RawFile& operator=(RawFile&&) = delete;
  ~RawFile();

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  // As many bytes as there are, up to the span's size; -1 for an error.
  [[nodiscard]] std::ptrdiff_t read(std::span<std::uint8_t> into) const;
  [[nodiscard]] bool write(ByteView bytes) const;
  [[nodiscard]] bool sync() const;
  // -1 for an error.
  [[nodiscard]] std::int64_t size() const;

 private:
  explicit RawFile(int number) : number_(number) {}
  int number_;
};

// Makes what was created, renamed or removed in a folder outlast a loss of power.
[[nodiscard]] bool sync_folder(const std::string& folder);
// "." for a bare name.
[[nodiscard]] std::string folder_of(const std::string& path);

}  // namespace sayso::backup

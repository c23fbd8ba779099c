#include "server/storage/sqlite/log_mark.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace sayso::storage {
namespace {

constexpr std::size_t kSize = 8;
using Mark = std::array<std::uint8_t, 2 * kSize>;

}  // namespace

std::optional<LogMark> LogMark::open(const std::string& folder) {
  const std::string path = folder + "/log-mark";
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (file.number() < 0) return std::nullopt;
  return LogMark(std::move(file));
}

std::optional<TreeSize> LogMark::read() const {
  Mark mark{};
  if (pread(file_.number(), mark.data(), mark.size(), 0) != static_cast<ssize_t>(mark.size()))
    return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < kSize; ++i) {
    if ((mark[i] ^ mark[kSize + i]) != 0xFF) return std::nullopt;
    size = size << 8 | mark[i];
  }
  return TreeSize(size);
}

void LogMark::write(TreeSize size) const {
  Mark mark{};
  for (std::size_t i = 0; i < kSize; ++i) {
    mark[i] = static_cast<std::uint8_t>(size.value() >> (8 * (kSize - 1 - i)));
    mark[kSize + i] = static_cast<std::uint8_t>(~mark[i]);
  }
  (void)!pwrite(file_.number(), mark.data(), mark.size(), 0);
}

}  // namespace sayso::storage

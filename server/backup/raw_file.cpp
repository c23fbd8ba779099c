#include "server/backup/raw_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace sayso::backup {

RawFile RawFile::to_read(const std::string& path) {
  return RawFile(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
}

RawFile RawFile::to_write(const std::string& path) {
  // One that is there may be open to others: its mode would stay.
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return RawFile(-1);
  return RawFile(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
}

RawFile::~RawFile() {
  if (number_ >= 0) (void)::close(number_);
}

std::ptrdiff_t RawFile::read(std::span<std::uint8_t> into) const {
  std::size_t filled = 0;
  while (filled < into.size()) {
    const ssize_t got = ::read(number_, into.data() + filled, into.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return static_cast<std::ptrdiff_t>(filled);
}

bool RawFile::write(ByteView bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(number_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

bool RawFile::sync() const { return ::fsync(number_) == 0; }

std::int64_t RawFile::size() const {
  struct stat found {};
  return ::fstat(number_, &found) == 0 ? std::int64_t{found.st_size} : -1;
}

bool sync_folder(const std::string& folder) {
  const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) return false;
  const bool done = ::fsync(number) == 0;
  (void)::close(number);
  return done;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace sayso::backup

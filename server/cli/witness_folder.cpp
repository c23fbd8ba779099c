#include "server/cli/witness_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "server/cli/text_file.h"
#include "shared/base/bytes.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/signed_note.h"

namespace sayso::cli {
namespace {

[[noreturn]] void give_up(const std::string& what, const std::string& path) {
  std::fprintf(stderr, "witness: %s %s: %s\n", what.c_str(), path.c_str(), std::strerror(errno));
  std::abort();
}

// Closes at the end of its scope.
struct File {
  explicit File(int opened) : number(opened) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (number >= 0) (void)close(number);
  }
  int number;
};

bool write_whole(const std::string& path, std::string_view text) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (file.number < 0) return false;
  while (!text.empty()) {
    const ssize_t written = write(file.number, text.data(), text.size());
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  // What a failed sync leaves behind cannot be known.
  if (fsync(file.number) != 0) give_up("cannot sync", path);
  return true;
}

}  // namespace

Expected<std::unique_ptr<WitnessFolder>, std::string> WitnessFolder::open(std::string folder) {
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return failure(folder + " cannot be made: " + std::strerror(errno));
  struct stat found {};
  if (stat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
    return failure(folder + " is not a folder");
  if ((found.st_mode & 077) != 0)
    return failure(folder + " is open to others than its owner: chmod 700");
  const std::string lock = folder + "/lock";
  const int number = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (number < 0) return failure(lock + " cannot be made: " + std::strerror(errno));
  if (flock(number, LOCK_EX | LOCK_NB) != 0) {
    (void)close(number);
    return failure(folder + " is in use by another witness");
  }
  return std::unique_ptr<WitnessFolder>(new WitnessFolder(std::move(folder), number));
}

WitnessFolder::~WitnessFolder() { (void)close(lock_); }

// Origins hold what file names cannot.
std::string WitnessFolder::path_of(const std::string& origin) const {
  const Digest digest = crypto::sha256(as_bytes(origin));
  return folder_ + "/" + encode_hex(digest).substr(0, 32) + ".checkpoint";
}

std::optional<std::string> WitnessFolder::find(const std::string& origin) const {
  const std::string path = path_of(origin);
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) {
    if (errno == ENOENT) return std::nullopt;
    give_up("cannot look at", path);
  }
  auto text = load_text_file(path, protocol::kMaxNoteBytes);
  if (!text || !protocol::decode_note(*text)) {
    errno = EIO;
    give_up("cannot read back", path);
  }
  return std::move(*text);
}

bool WitnessFolder::store(const std::string& origin, const std::string& checkpoint) {
  const std::string path = path_of(origin);
  const std::string fresh = path + ".new";
  if (!write_whole(fresh, checkpoint)) return false;
  if (rename(fresh.c_str(), path.c_str()) != 0) give_up("cannot replace", path);
  const File folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number < 0 || fsync(folder.number) != 0) give_up("cannot sync", folder_);
  return true;
}

std::string WitnessFolder::keep_fork(const app::Fork& fork) {
  const Digest digest = crypto::sha256(as_bytes(fork.offered));
  const std::string path = folder_ + "/fork-" + encode_hex(digest).substr(0, 16) + ".txt";
  if (!write_whole(path, fork.cosigned + "\n" + fork.offered))
    return "no file: nothing can be stored";
  return path;
}

}  // namespace sayso::cli

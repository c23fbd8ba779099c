#include "server/cli/witness_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "server/cli/text_file.h"
#include "shared/base/bytes.h"
#include "shared/base/check.h"
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

constexpr char kNoForgetting[] =
    "a witness that forgets can be shown a fork; begin anew with a new folder and a new key";

// Nothing where there is no such file.
Expected<std::optional<std::string>, std::string> load_if_there(const std::string& path,
                                                                std::size_t most_bytes) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0 && errno == ENOENT) return std::optional<std::string>();
  auto text = load_text_file(path, most_bytes);
  if (!text) return failure(text.error());
  return std::optional<std::string>(std::move(*text));
}

std::string words_for(protocol::CheckpointFault fault) {
  switch (fault) {
    case protocol::CheckpointFault::Malformed:
      return "is damaged: ";
    case protocol::CheckpointFault::WrongOrigin:
      return "is about another log: ";
    case protocol::CheckpointFault::UnknownKey:
    case protocol::CheckpointFault::WrongSignature:
      break;
  }
  return "is not signed by this log: ";
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

std::string WitnessFolder::mark_of(const std::string& origin) const {
  return path_of(origin) + ".mark";
}

Expected<void, std::string> WitnessFolder::check(
    const std::vector<protocol::VerifierKey>& logs) const {
  for (const protocol::VerifierKey& log : logs) {
    if (auto checked = check_one(log); !checked) return checked;
  }
  return {};
}

Expected<void, std::string> WitnessFolder::check_one(const protocol::VerifierKey& log) const {
  const std::string path = path_of(log.name);
  const std::string mark_path = mark_of(log.name);
  const auto kept = load_if_there(path, protocol::kMaxNoteBytes);
  if (!kept) return failure(kept.error());
  const auto mark_text = load_if_there(mark_path, protocol::kMaxNoteBytes);
  if (!mark_text) return failure(mark_text.error());
  if (!*kept && !*mark_text) return {};
  if (!*kept)
    return failure(path + " is missing, and " + log.name +
                   " was cosigned before: " + kNoForgetting);
  const auto checkpoint = protocol::verify_checkpoint(**kept, log);
  if (!checkpoint) return failure(path + " " + words_for(checkpoint.error()) + kNoForgetting);
  // A folder from before there were marks gets one with the next cosignature.
  if (!*mark_text) return {};
  const auto mark = protocol::decode_checkpoint(**mark_text);
  if (!mark || mark->origin != log.name)
    return failure(mark_path + " is no mark of " + log.name + ": " + kNoForgetting);
  if (checkpoint->size < mark->size ||
      (checkpoint->size == mark->size && checkpoint->root != mark->root))
    return failure(path + " is not what was cosigned last, at size " +
                   std::to_string(mark->size.value()) + ": " + kNoForgetting);
  return {};
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

// The checkpoint first, then its mark: a mark never says more than what is remembered.
bool WitnessFolder::store(const std::string& origin, const std::string& checkpoint) {
  const auto note = protocol::decode_note(checkpoint);
  CHECK(note.has_value());
  return replace(path_of(origin), checkpoint) && replace(mark_of(origin), note->text);
}

// Durable when it returns; false when nothing could be written and the file is as it was.
bool WitnessFolder::replace(const std::string& path, std::string_view text) const {
  const std::string fresh = path + ".new";
  if (!write_whole(fresh, text)) return false;
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

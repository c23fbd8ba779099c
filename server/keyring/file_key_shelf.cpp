#include "server/keyring/file_key_shelf.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "shared/base/check.h"
#include "shared/crypto/wipe.h"

namespace sayso::keyring {
namespace {

constexpr std::string_view kPrefix = "sayso-key-v1 ";
constexpr std::size_t kMaxFileBytes = 4096;

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

[[noreturn]] void give_up(const std::string& what, const std::string& path) {
  std::fprintf(stderr, "keyring: %s %s: %s\n", what.c_str(), path.c_str(), std::strerror(errno));
  std::abort();
}

bool only_owner(mode_t mode) { return (mode & 077) == 0; }

std::optional<std::string> read_text(int number) {
  std::string text(kMaxFileBytes, '\0');
  const ssize_t got = pread(number, text.data(), text.size(), 0);
  if (got < 0) return std::nullopt;
  text.resize(static_cast<std::size_t>(got));
  if (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

std::optional<Bytes> parse(std::string_view text) {
  if (text.substr(0, kPrefix.size()) == kPrefix) text.remove_prefix(kPrefix.size());
  return decode_hex(text);
}

void sync_folder(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const File opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number < 0 || fsync(opened.number) != 0) give_up("cannot sync", folder);
}

void write_synced(const std::string& path, std::string_view text) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.number < 0) give_up("cannot make", path);
  const ssize_t written = write(file.number, text.data(), text.size());
  if (written != static_cast<ssize_t>(text.size()) || fsync(file.number) != 0)
    give_up("cannot write", path);
}

void overwrite(int number, const std::string& path) {
  struct stat found {};
  if (fstat(number, &found) != 0) give_up("cannot read", path);
  const std::string zeros(static_cast<std::size_t>(found.st_size), '0');
  if (pwrite(number, zeros.data(), zeros.size(), 0) != static_cast<ssize_t>(zeros.size()) ||
      fsync(number) != 0)
    give_up("cannot overwrite", path);
}

std::string unique_suffix() {
  static std::atomic<unsigned> counter{0};
  return ".new-" + std::to_string(getpid()) + "-" + std::to_string(counter++);
}

std::optional<std::string> find_loose(const std::string& folder) {
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    struct stat found {};
    if (lstat(at->path().c_str(), &found) != 0 || !only_owner(found.st_mode))
      return at->path().string();
  }
  if (error) return folder;
  return std::nullopt;
}

}  // namespace

Expected<std::unique_ptr<FileKeyShelf>, KeyFileProblem> FileKeyShelf::open(std::string folder,
                                                                           ShelfUse use) {
  if (mkdir(folder.c_str(), 0700) == 0) {
    sync_folder(folder);
  } else if (errno != EEXIST) {
    return failure(KeyFileProblem{folder + " cannot be made: " + std::strerror(errno)});
  }
  struct stat found {};
  if (stat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
    return failure(KeyFileProblem{folder + " is not a folder"});
  if (!only_owner(found.st_mode))
    return failure(KeyFileProblem{folder + " is open to others than its owner: chmod 700"});
  if (const auto loose = find_loose(folder))
    return failure(KeyFileProblem{*loose + " is open to others than its owner: chmod go="});
  File lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock.number < 0)
    return failure(KeyFileProblem{folder + " cannot be opened: " + std::strerror(errno)});
  if (flock(lock.number, (use == ShelfUse::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0)
    return failure(KeyFileProblem{
        folder + (use == ShelfUse::Alone ? " is in use: stop the server and every other verb first"
                                         : " is being changed: wait until that is done")});
  return std::unique_ptr<FileKeyShelf>(
      new FileKeyShelf(std::move(folder), std::exchange(lock.number, -1)));
}

FileKeyShelf::~FileKeyShelf() { (void)close(lock_); }

std::string FileKeyShelf::path_of(std::string_view name) const {
  CHECK(!name.empty() && name.front() != '/');
  CHECK(std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/';
  }));
  return folder_ + "/" + std::string(name) + ".key";
}

std::optional<Bytes> FileKeyShelf::load(std::string_view name) const {
  const File file(::open(path_of(name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (file.number < 0) return std::nullopt;
  struct stat found {};
  if (fstat(file.number, &found) != 0 || !only_owner(found.st_mode)) return std::nullopt;
  auto text = read_text(file.number);
  if (!text) return std::nullopt;
  auto bytes = parse(*text);
  crypto::wipe(*text);
  return bytes;
}

std::string FileKeyShelf::write_draft(const std::string& path, ByteView bytes) {
  const auto folder = std::filesystem::path(path).parent_path();
  if (mkdir(folder.c_str(), 0700) == 0) sync_folder(folder.string());
  std::string draft = path + unique_suffix();
  std::string text = std::string(kPrefix) + encode_hex(bytes) + "\n";
  write_synced(draft, text);
  crypto::wipe(text);
  return draft;
}

// The finished file is linked to its name: the name never shows half a key, and an existing one is
// never replaced.
Bytes FileKeyShelf::store_once(std::string_view name, ByteView bytes) {
  const std::string path = path_of(name);
  const std::string draft = write_draft(path, bytes);
  if (link(draft.c_str(), path.c_str()) != 0 && errno != EEXIST) give_up("cannot store", path);
  if (unlink(draft.c_str()) != 0) give_up("cannot remove", draft);
  sync_folder(path);
  auto kept = load(name);
  if (!kept) give_up("cannot read back", path);
  return *kept;
}

void FileKeyShelf::replace(std::string_view name, ByteView bytes) {
  const std::string path = path_of(name);
  const std::string draft = write_draft(path, bytes);
  // Held open, so that it can be overwritten once it has no name any more.
  const File old(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  if (rename(draft.c_str(), path.c_str()) != 0) give_up("cannot replace", path);
  sync_folder(path);
  if (old.number >= 0) overwrite(old.number, path);
}

void FileKeyShelf::destroy(std::string_view name) {
  const std::string path = path_of(name);
  {
    const File file(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (file.number < 0) {
      if (errno != ENOENT) give_up("cannot open", path);
      return;
    }
    overwrite(file.number, path);
  }
  if (unlink(path.c_str()) != 0) give_up("cannot remove", path);
  sync_folder(path);
}

bool FileKeyShelf::has(std::string_view name) const {
  struct stat found {};
  return lstat(path_of(name).c_str(), &found) == 0;
}

std::vector<std::string> FileKeyShelf::names() const {
  std::vector<std::string> all;
  std::error_code error;
  const std::filesystem::path root(folder_);
  for (std::filesystem::recursive_directory_iterator at(root, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() != ".key") continue;
    all.push_back(at->path().lexically_relative(root).replace_extension().generic_string());
  }
  if (error) give_up("cannot list", folder_);
  std::sort(all.begin(), all.end());
  return all;
}

Expected<ByteArray<32>, KeyFileProblem> load_key_file(const std::string& path, KeyFileMode mode) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat found {};
  if (file.number < 0 || fstat(file.number, &found) != 0)
    return failure(KeyFileProblem{path + " cannot be opened: " + std::strerror(errno)});
  const mode_t allowed = mode == KeyFileMode::Credential ? mode_t{S_IRGRP} : mode_t{0};
  if (!only_owner(found.st_mode & ~allowed))
    return failure(KeyFileProblem{path + " is open to others than its owner: chmod 600"});
  auto text = read_text(file.number);
  auto bytes = text ? parse(*text) : std::nullopt;
  if (text) crypto::wipe(*text);
  if (!bytes || bytes->size() != 32)
    return failure(KeyFileProblem{path + " holds no key: 64 hexadecimal digits are expected"});
  ByteArray<32> key{};
  std::copy(bytes->begin(), bytes->end(), key.begin());
  crypto::wipe(*bytes);
  return key;
}

}  // namespace sayso::keyring

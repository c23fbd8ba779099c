#include "tests/power/disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace sayso::power {
namespace {

// SQLite allocates szOsFile bytes for it; the real file lies behind.
struct File {
  sqlite3_file base;
  FileImage* image;
  // As the real one does: the first sync of a file that it may have made syncs the folder too.
  bool syncs_folder;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& file_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real_of(sqlite3_file* file) { return file_of(file).real(); }

Bytes read_whole(const std::string& path, bool& exists) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  exists = number >= 0;
  Bytes bytes;
  std::uint8_t chunk[16 * 1024];
  ssize_t got = 0;
  while (exists && (got = ::read(number, chunk, sizeof chunk)) > 0)
    bytes.insert(bytes.end(), chunk, chunk + got);
  // No file that SQLite has open: closing one would let go of its locks.
  if (exists) ::close(number);
  return bytes;
}

void write_whole(const std::string& path, ByteView bytes) {
  const int number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  while (number >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(number, bytes.data(), bytes.size());
    if (written <= 0) std::abort();
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  if (number >= 0) ::close(number);
}

class Disk {
 public:
  explicit Disk(const DiskPlan& plan) : plan_(plan), random_(plan.seed) {}

  FileImage* image_of(const std::string& path) {
    const std::lock_guard lock(mutex_);
    auto& image = images_[path];
    if (image == nullptr) {
      bool exists = false;
      Bytes bytes = read_whole(path, exists);
      image = std::make_unique<FileImage>(exists, std::move(bytes));
    }
    return image.get();
  }

  // Of an operation that changes something: what becomes of it.
  Fault count(FileImage* image, Change change) {
    const std::lock_guard lock(mutex_);
    const bool is_write = std::holds_alternative<Written>(change);
    const Fault fault = next(operations_, is_write ? Kind::Write : Kind::Other);
    if (fault == Fault::DiskFull || fault == Fault::WriteFails) return fault;
    if (fault == Fault::ShortWrite) {
      auto& bytes = std::get<Written>(change).bytes;
      bytes.resize(bytes.size() / 2);
    }
    image->change(std::move(change));
    end_if(fault);
    return fault;
  }
  Fault count_sync(FileImage* image, bool with_folder) {
    const std::lock_guard lock(mutex_);
    const Fault fault = next(operations_, Kind::Sync);
    end_if(fault);
    if (fault == Fault::SyncFails) {
      forget_unsynced(image);
      return fault;
    }
    if (plan_.care.lies) return fault;
    image->sync();
    if (with_folder) {
      for (auto& [path, other] : images_) other->sync_removal();
    }
    return fault;
  }
  Fault count_read() {
    const std::lock_guard lock(mutex_);
    return plan_.fault == Fault::ReadFails ? next(reads_, Kind::Read) : Fault::None;
  }

  std::uint64_t operations() {
    const std::lock_guard lock(mutex_);
    return operations_;
  }

 private:
  enum class Kind { Read, Write, Sync, Other };

  [[nodiscard]] static bool fits(Fault fault, Kind kind) {
    switch (fault) {
      case Fault::None:
        return false;
      case Fault::PowerLoss:
      case Fault::Killed:
        return true;
      case Fault::SyncFails:
        return kind == Kind::Sync;
      case Fault::ReadFails:
        return kind == Kind::Read;
      case Fault::WriteFails:
      case Fault::ShortWrite:
      case Fault::DiskFull:
        break;
    }
    return kind == Kind::Write;
  }

  // From the planned operation on, the first that the fault fits, and as many as it lasts.
  Fault next(std::uint64_t& counter, Kind kind) {
    if (++counter < plan_.at || !fits(plan_.fault, kind) || happened_ == plan_.lasts)
      return Fault::None;
    ++happened_;
    return plan_.fault;
  }

  // As Linux does: what could not be written is given up, and the next sync says that all is well.
  void forget_unsynced(FileImage* image) {
    image->lose_power(random_, plan_.care);
    for (const auto& [path, each] : images_) {
      if (each.get() == image) write_whole(path, image->durable());
    }
  }

  void end_if(Fault fault) {
    if (fault == Fault::Killed) _exit(kWasKilled);
    if (fault != Fault::PowerLoss) return;
    for (auto& [path, image] : images_) {
      image->lose_power(random_, plan_.care);
      if (image->exists()) {
        write_whole(path, image->durable());
      } else {
        ::unlink(path.c_str());
      }
      // Memory that is shared through a file may be found there or not.
      if (random_() % 2 == 0) ::unlink((path + "-shm").c_str());
    }
    _exit(kPowerLost);
  }

  DiskPlan plan_;
  std::mt19937_64 random_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<FileImage>> images_;
  std::uint64_t operations_ = 0;
  std::uint64_t reads_ = 0;
  std::uint64_t happened_ = 0;
};

Disk* disk = nullptr;
sqlite3_vfs* real_vfs = nullptr;

int close_file(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
  if (disk->count_read() == Fault::ReadFails) return SQLITE_IOERR_READ;
  return real_of(file)->pMethods->xRead(real_of(file), into, size, offset);
}

int write_file(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  Written written{static_cast<std::uint64_t>(offset), Bytes(bytes, bytes + size)};
  const auto& real = *real_of(file)->pMethods;
  switch (disk->count(file_of(file).image, std::move(written))) {
    case Fault::WriteFails:
      return SQLITE_IOERR_WRITE;
    case Fault::DiskFull:
      return SQLITE_FULL;
    case Fault::ShortWrite:
      (void)real.xWrite(real_of(file), data, size / 2, offset);
      return SQLITE_IOERR_WRITE;
    default:
      return real.xWrite(real_of(file), data, size, offset);
  }
}

int cut_file(sqlite3_file* file, sqlite3_int64 size) {
  (void)disk->count(file_of(file).image, Cut{static_cast<std::uint64_t>(size)});
  return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

// The real disk is not bothered: the image knows what a sync would have kept.
int sync_file(sqlite3_file* file, int) {
  const bool with_folder = std::exchange(file_of(file).syncs_folder, false);
  const Fault fault = disk->count_sync(file_of(file).image, with_folder);
  return fault == Fault::SyncFails ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xLock(real_of(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xUnlock(real_of(file), level);
}
int is_reserved(sqlite3_file* file, int* answer) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), answer);
}
int control_file(sqlite3_file* file, int what, void* argument) {
  return real_of(file)->pMethods->xFileControl(real_of(file), what, argument);
}
int sector_size(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
int characteristics(sqlite3_file* file) {
  return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
  return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, at);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}
void barrier(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int unmap_shared(sqlite3_file* file, int remove) {
  return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

const sqlite3_io_methods kMethods = {2,
                                     close_file,
                                     read_file,
                                     write_file,
                                     cut_file,
                                     sync_file,
                                     size_of_file,
                                     lock_file,
                                     unlock_file,
                                     is_reserved,
                                     control_file,
                                     sector_size,
                                     characteristics,
                                     map_shared,
                                     lock_shared,
                                     barrier,
                                     unmap_shared,
                                     nullptr,
                                     nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  File& opened = file_of(file);
  opened.base.pMethods = nullptr;
  // Before the real one opens it, so that what is there is read without touching its locks.
  opened.image = disk->image_of(name);
  constexpr int kBeside = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
  opened.syncs_folder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & kBeside) != 0;
  const int code = real_vfs->xOpen(real_vfs, name, opened.real(), flags, out_flags);
  if (code == SQLITE_OK) opened.base.pMethods = &kMethods;
  return code;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
  FileImage* image = disk->image_of(name);
  (void)disk->count(image, Removed{});
  const int code = real_vfs->xDelete(real_vfs, name, 0);
  if (sync_folder != 0) image->sync();
  return code;
}

// So that the write-ahead log is folded into the file now and then, in lives as short as these.
int fold_often(sqlite3* handle, const char**, const sqlite3_api_routines*) {
  return sqlite3_wal_autocheckpoint(handle, 40);
}

}  // namespace

void install_disk(const DiskPlan& plan) {
  static sqlite3_vfs vfs;
  disk = new Disk(plan);
  real_vfs = sqlite3_vfs_find(nullptr);
  vfs = *real_vfs;
  vfs.zName = "careless";
  vfs.pNext = nullptr;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) std::abort();
  using Entry = void (*)();
  if (sqlite3_auto_extension(reinterpret_cast<Entry>(fold_often)) != SQLITE_OK) std::abort();
}

std::uint64_t operations() { return disk->operations(); }

}  // namespace sayso::power

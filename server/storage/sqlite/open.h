// Opening a data folder: permissions, the lock between servers, settings, the check for damage,
// migrations.
#pragma once

#include <memory>

#include "server/storage/sqlite/sqlite_store.h"

namespace sayso::storage {

// Holds a file descriptor; closing it lets go of the lock.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

struct OpenedFile {
  Descriptor lock;
  std::unique_ptr<Connection> writer;
  std::unique_ptr<Connection> reader;
};

[[nodiscard]] Expected<OpenedFile, OpenProblem> open_file(const SqliteOptions& options);

}  // namespace sayso::storage

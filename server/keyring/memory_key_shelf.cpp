#include "server/keyring/memory_key_shelf.h"

namespace sayso::keyring {

std::optional<Bytes> MemoryKeyShelf::load(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(name);
  if (found == keys_.end()) return std::nullopt;
  return found->second;
}

Bytes MemoryKeyShelf::store_once(std::string_view name, ByteView bytes) {
  const std::lock_guard lock(mutex_);
  return keys_.try_emplace(std::string(name), bytes.begin(), bytes.end()).first->second;
}

void MemoryKeyShelf::destroy(std::string_view name) {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(name);
  if (found != keys_.end()) keys_.erase(found);
}

bool MemoryKeyShelf::has(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  return keys_.find(name) != keys_.end();
}

std::vector<std::string> MemoryKeyShelf::names() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> all;
  for (const auto& [name, bytes] : keys_) all.push_back(name);
  return all;
}

void MemoryKeyShelf::replace(std::string_view name, ByteView bytes) {
  const std::lock_guard lock(mutex_);
  keys_[std::string(name)] = Bytes(bytes.begin(), bytes.end());
}

}  // namespace sayso::keyring

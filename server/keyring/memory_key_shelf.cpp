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

}  // namespace sayso::keyring

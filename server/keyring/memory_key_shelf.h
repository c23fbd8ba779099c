// A key shelf that lives as long as its process: for tests and try-outs.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "server/keyring/key_shelf.h"

namespace sayso::keyring {

class MemoryKeyShelf final : public KeyShelf {
 public:
  [[nodiscard]] std::optional<Bytes> load(std::string_view name) const override;
  [[nodiscard]] Bytes store_once(std::string_view name, ByteView bytes) override;
  void destroy(std::string_view name) override;
  [[nodiscard]] bool has(std::string_view name) const override;
  [[nodiscard]] std::vector<std::string> names() const override;
  void replace(std::string_view name, ByteView bytes) override;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Bytes, std::less<>> keys_;
};

}  // namespace sayso::keyring

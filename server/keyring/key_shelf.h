// Where a keyring keeps its keys: 32 bytes under a name such as `log` or `months/24143`. Names hold
// `[a-z0-9/]` only.
//
// Safe from any thread, and from several processes on one shelf.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"

namespace sayso::keyring {

class KeyShelf {
 public:
  virtual ~KeyShelf() = default;
  [[nodiscard]] virtual std::optional<Bytes> load(std::string_view name) const = 0;
  // Durable when it returns. Keeps what is there when somebody else stored this name first, and
  // answers with what is now kept. Ends the process when the bytes cannot be made durable.
  [[nodiscard]] virtual Bytes store_once(std::string_view name, ByteView bytes) = 0;
  // The bytes are overwritten first, as far as the medium lets us. An unknown name is no error.
  virtual void destroy(std::string_view name) = 0;

  // Whether there is something under the name, readable or not.
  [[nodiscard]] virtual bool has(std::string_view name) const = 0;
  // Every name, sorted.
  [[nodiscard]] virtual std::vector<std::string> names() const = 0;
  // Durable when it returns; a reader finds the one or the other, never neither. What was there is
  // overwritten as destroy() does.
  virtual void replace(std::string_view name, ByteView bytes) = 0;
};

}  // namespace sayso::keyring

// Screens as pages: what is sent for an address before any script has run.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso::http {

// Safe from the server's thread only.
class PageSource {
 public:
  virtual ~PageSource() = default;
  // The whole HTML of the screen at this address; nothing when no screen has it.
  [[nodiscard]] virtual std::optional<std::string> page(std::string_view address) = 0;
  // What is sent, with 404, for every other address.
  [[nodiscard]] virtual std::string not_found(std::string_view address) = 0;
  // What the pages' content policy has to allow.
  [[nodiscard]] virtual const std::string& content_policy() const = 0;
};

}  // namespace sayso::http

// How many connections there are, in all and from each address.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "server/http/options.h"

namespace sayso::http {

class ConnectionCounts {
 public:
  explicit ConnectionCounts(Caps caps) : caps_(caps) {}

  // False = refuse; then there is nothing to leave.
  [[nodiscard]] bool enter(const std::string& address);
  void leave(const std::string& address);
  [[nodiscard]] std::size_t total() const { return total_; }

 private:
  Caps caps_;
  std::size_t total_ = 0;
  std::unordered_map<std::string, std::size_t> by_address_;
};

}  // namespace sayso::http

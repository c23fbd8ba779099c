#include "server/http/connection_counts.h"

#include "shared/base/check.h"

namespace sayso::http {

bool ConnectionCounts::enter(const std::string& address) {
  if (total_ >= caps_.connections) return false;
  const auto found = by_address_.find(address);
  if (found != by_address_.end() && found->second >= caps_.connections_per_address) return false;
  ++by_address_[address];
  ++total_;
  return true;
}

void ConnectionCounts::leave(const std::string& address) {
  const auto found = by_address_.find(address);
  CHECK(found != by_address_.end() && total_ > 0);
  if (--found->second == 0) by_address_.erase(found);
  --total_;
}

}  // namespace sayso::http

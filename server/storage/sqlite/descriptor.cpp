#include "server/storage/sqlite/descriptor.h"

#include <unistd.h>

#include <utility>

namespace sayso::storage {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) (void)close(number_);
}

}  // namespace sayso::storage

// Wipes secrets out of memory in a way that the compiler may not leave out.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace sayso::crypto {

void wipe(std::span<std::uint8_t> bytes);
// Leaves the string empty. Copies that it made while growing are not reached.
void wipe(std::string& text);

// Wipes what it was given when the scope ends. The bytes must outlive it.
class WipeAtExit {
 public:
  explicit WipeAtExit(std::span<std::uint8_t> bytes) : bytes_(bytes) {}
  WipeAtExit(const WipeAtExit&) = delete;
  WipeAtExit& operator=(const WipeAtExit&) = delete;
  ~WipeAtExit() { wipe(bytes_); }

 private:
  std::span<std::uint8_t> bytes_;
};

}  // namespace sayso::crypto

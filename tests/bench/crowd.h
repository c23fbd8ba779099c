// Clients that nobody should notice: slow ones, ones that never read, and phones that are connected
// and silent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace sayso::bench {

enum class Manner {
  // Sends a request a byte at a time, one each tenth of a second, and begins again when it is cut
  // off: half of them in the head, half in the body.
  Trickles,
  // Asks for the largest page over and over, with the smallest buffer there is, and reads nothing.
  NeverReads,
  // Asks once, reads the answer, and stays.
  Idle,
};

// As many as asked for, on a thread of their own, until destroyed.
class Crowd {
 public:
  // Returns once all are connected and, where they are idle, answered.
  Crowd(std::uint16_t port, std::size_t clients, Manner manner, std::string large_page = "/");
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  // Idle clients whose connection is still open.
  [[nodiscard]] std::size_t connected() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sayso::bench

// A phone whose records are signed before the clock starts: each names the one before, so a chain
// of them can be made ahead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "server/app/notices.h"
#include "shared/crypto/ed25519.h"
#include "shared/encoding/json.h"
#include "tests/tools/crash/client.h"

namespace sayso::bench {

// As it goes over the wire.
struct Request {
  std::string text;
  // Of the record that it submits; empty for a read.
  std::string record_id;
};

class Phone {
 public:
  Phone(std::string code, std::uint64_t seed, std::uint16_t port);

  void enrol(crash::Client& client);
  // Until this many are signed and not yet sent. Each answers every question of the notice.
  void sign_ahead(const app::NoticeVersion& notice, std::size_t wanted);
  // Nothing when all that were signed are sent. Stays where it is until forget_sent().
  [[nodiscard]] const Request* next();
  // What was sent has been answered and looked at.
  void forget_sent();

  [[nodiscard]] Request read(std::string_view path) const;

 private:
  [[nodiscard]] encoding::Json make_record(const app::NoticeVersion& notice, std::string& id);
  [[nodiscard]] std::string fields() const;
  template <class Array>
  void draw(Array& bytes);

  std::mt19937_64 random_;
  std::string code_;
  std::uint16_t port_;
  crypto::SigningKey key_;
  std::string session_;
  std::string person_;
  std::optional<Digest> head_;
  std::deque<Request> signed_;
  std::size_t sent_ = 0;
};

}  // namespace sayso::bench

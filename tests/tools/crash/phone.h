// A person's phone: enrols, signs and submits, and remembers what it was promised.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "shared/crypto/ed25519.h"
#include "shared/domain/notice.h"
#include "shared/encoding/json.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/signed_note.h"
#include "tests/tools/crash/client.h"

namespace sayso::crash {

struct Acknowledged {
  encoding::Json record;
  encoding::Json receipt;
  EntryIndex index;
};

// The notice as records name it.
struct KnownNotice {
  domain::Notice notice;
  Digest hash{};
};

class Phone {
 public:
  Phone(std::string code, std::uint64_t seed);

  // Submits until the connection breaks or it is told to stop. A record without an answer is kept
  // for the next time.
  void work(std::uint16_t port, const KnownNotice& notice, const std::atomic<bool>& stop);
  // After a new start: signs in and complains when anything acknowledged is missing, doubled or
  // changed, or anything is there that was never sent. Then sends again what had no answer, and
  // something that had one.
  void check(std::uint16_t port, const protocol::VerifierKey& key);

  [[nodiscard]] const std::vector<Acknowledged>& acknowledged() const { return acknowledged_; }
  // Checkpoints of receipts that came since the last call.
  [[nodiscard]] std::vector<protocol::Checkpoint> take_checkpoints();
  [[nodiscard]] bool has_unanswered() const { return unanswered_.has_value(); }

 private:
  // False when the connection broke.
  [[nodiscard]] bool enrol(Client& client);
  [[nodiscard]] bool is_enrolment_fresh() const;
  [[nodiscard]] bool submit(Client& client, const KnownNotice& notice);
  void sign_in(Client& client);
  void compare(const encoding::Json& me, const protocol::VerifierKey& key);
  void send_again(Client& client, bool is_there);
  void accept(const encoding::Json& record, const Answer& answer);
  [[nodiscard]] encoding::Json make_record(const KnownNotice& notice);
  template <class Array>
  void draw(Array& bytes);

  std::mt19937_64 random_;
  std::string code_;
  crypto::SigningKey key_;
  std::string session_;
  std::string person_;
  // Of the enrolment as it was answered first; empty before.
  std::optional<encoding::Json> enrolment_receipt_;
  std::chrono::steady_clock::time_point enrolled_at_;
  encoding::Json enrolment_;
  std::optional<Digest> head_;
  std::optional<encoding::Json> unanswered_;
  std::vector<Acknowledged> acknowledged_;
  std::vector<protocol::Checkpoint> checkpoints_;
};

[[nodiscard]] encoding::Json parse(const std::string& text);
[[nodiscard]] const encoding::Json& member(const encoding::Json& json, std::string_view name);
[[nodiscard]] const std::string& text_of(const encoding::Json& json, std::string_view name);

}  // namespace sayso::crash

// A witness: cosigns a log's checkpoints as long as each continues the one before
// (c2sp.org/tlog-witness).
//
// Safe from any thread.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/ports.h"
#include "shared/crypto/ed25519.h"
#include "shared/protocol/checkpoint.h"
#include "shared/protocol/signed_note.h"

namespace sayso::app {

// The newest checkpoint of each log that was cosigned, as a whole note.
class WitnessMemory {
 public:
  virtual ~WitnessMemory() = default;
  // Of this origin. What was stored and cannot be read any more ends the process: a witness that
  // forgets may cosign a fork.
  [[nodiscard]] virtual std::optional<std::string> find(const std::string& origin) const = 0;
  // Durable when it returns; false when nothing was stored.
  [[nodiscard]] virtual bool store(const std::string& origin, const std::string& checkpoint) = 0;
};

struct WitnessAnswer {
  unsigned status = 200;
  // "text/plain; charset=utf-8", or "text/x.tlog.size".
  std::string type = "text/plain; charset=utf-8";
  std::string body;
};

// What a witness has to say loudly: two checkpoints of one log, each signed by it, of which the
// second does not continue the first.
struct Fork {
  // Of one size with two roots: whoever holds both can prove that the log has forked. Otherwise the
  // proof that came along may have been the wrong one.
  bool is_proved = false;
  std::string origin;
  std::string cosigned;
  std::string offered;
};

class Witness {
 public:
  // The memory and the clock outlive the witness. `on_fork` is called before the answer is given.
  Witness(std::string name, crypto::SigningKey key, std::vector<protocol::VerifierKey> logs,
          WitnessMemory& memory, const Clock& clock, std::function<void(const Fork&)> on_fork);

  [[nodiscard]] WitnessAnswer add_checkpoint(std::string_view body);

 private:
  std::string name_;
  crypto::SigningKey key_;
  std::vector<protocol::VerifierKey> logs_;
  WitnessMemory& memory_;
  const Clock& clock_;
  std::function<void(const Fork&)> on_fork_;
  // Between reading what was cosigned and storing what follows nobody else may do the same.
  std::mutex mutex_;
};

}  // namespace sayso::app

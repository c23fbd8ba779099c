// Asks witnesses to cosign each published checkpoint, and shows the public what they signed
// (c2sp.org/tlog-witness, the log's side).
//
// The council works without them: nobody waits for a witness, and one that does not answer is asked
// again with the next checkpoint.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "server/app/desk.h"
#include "shared/protocol/cosignature.h"

namespace sayso::app {

struct WitnessReply {
  unsigned status = 0;
  std::string body;
};

// How a witness is reached. Called from several threads at once; comes back in bounded time.
class WitnessDoor {
 public:
  virtual ~WitnessDoor() = default;
  // The error is a sentence for whoever operates the server.
  [[nodiscard]] virtual Expected<WitnessReply, std::string> add_checkpoint(
      const std::string& url, const std::string& body) = 0;
};

struct KnownWitness {
  protocol::WitnessKey key;
  // The submission prefix, without a slash at its end.
  std::string url;
};

class Witnessing {
 public:
  // `event` is one of a few words; `detail` names a witness and what it said. From any thread.
  using Notes = std::function<void(std::string_view event, const std::string& detail)>;

  // The desk and the door outlive it.
  Witnessing(Desk& desk, std::vector<KnownWitness> witnesses, WitnessDoor& door, Notes notes);
  // Waits for the round that is going on.
  ~Witnessing();
  Witnessing(const Witnessing&) = delete;
  Witnessing& operator=(const Witnessing&) = delete;

  // Call it every second or so; returns at once.
  void tick();
  // One round, if there is a published checkpoint that has not had one; returns when it is over.
  void collect();

 private:
  void loop();
  [[nodiscard]] std::optional<protocol::NoteSignature> ask(std::size_t number, const LogHead& head);
  [[nodiscard]] Expected<WitnessReply, std::string> send(std::size_t number, const LogHead& head,
                                                         TreeSize old_size);
  [[nodiscard]] std::optional<protocol::NoteSignature> read_answer(std::size_t number,
                                                                   const LogHead& head,
                                                                   const std::string& body);
  void show(const LogHead& head, const std::vector<protocol::NoteSignature>& lines);

  Desk& desk_;
  std::vector<KnownWitness> witnesses_;
  WitnessDoor& door_;
  Notes notes_;
  // What each witness cosigned last, as far as we know.
  std::vector<TreeSize> known_;
  TreeSize collected_;

  std::mutex mutex_;
  std::condition_variable wake_;
  bool ticked_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace sayso::app

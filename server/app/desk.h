// What the use cases share: the ports, the vault, the sequencer, the notices, the settings. One per
// running server.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/notices.h"
#include "server/app/ports.h"
#include "shared/domain/due.h"

namespace sayso::app {

class KnownEnrolments;
class Sequencer;
class Vault;

struct Settings {
  // The name of the log: a host and path without scheme, such as `council.example/sayso` (C2SP
  // signed-note).
  std::string log_name = "localhost/sayso";
  // What sign-in proofs are bound to: the origin that people see.
  std::string domain = "http://localhost:8080";

  std::int64_t session_idle_seconds = 20 * 60;
  // However much is asked in between.
  std::int64_t session_longest_seconds = 12 * 60 * 60;
  // Of the team: shorter, because they see more.
  std::int64_t staff_idle_seconds = 15 * 60;
  std::int64_t staff_longest_seconds = 8 * 60 * 60;
  std::int64_t challenge_seconds = 2 * 60;
  std::int64_t invitation_days = 28;
  int pin_tries = 5;
  // The promise of the notice: what is kept is destroyed after five years.
  int retention_months = 60;

  // How fast the log grows whether anybody acts or not (pace.h): one entry in so many seconds on
  // average. 0 turns that off (tests only).
  std::int64_t cover_seconds = 10;
  // A batch that is ahead of the pace has cover of its own, drawn evenly from 0 to this; 0 turns
  // that off (tests only).
  unsigned cover_per_batch = 3;
  // How often the public is shown a new checkpoint.
  std::int64_t publish_seconds = 5 * 60;

  // Told what whoever operates the server has to look at. Names no one; called from any thread.
  std::function<void(std::string_view event)> report;

  // Days on which nobody works, sorted; dates of answers roll past them.
  std::vector<Date> bank_holidays;
  // By when requests are answered, as far as the council chooses.
  domain::DueSettings due;
};

class Desk {
 public:
  // The ports outlive the desk. Starts the sequencer's thread.
  Desk(Settings settings, Notices notices, Store& store, Keyring& keyring, Clock& clock,
       Random& random);
  // Finishes what was handed to the sequencer, then stops it.
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // Does the periodic work that is due: publishing, cover in idle hours, forgetting what has
  // expired. Call it every second or so; it returns at once.
  void tick();

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Notices& notices() const { return notices_; }
  [[nodiscard]] Store& store() const { return store_; }
  [[nodiscard]] Keyring& keyring() const { return keyring_; }
  [[nodiscard]] Clock& clock() const { return clock_; }
  [[nodiscard]] Random& random() const { return random_; }
  [[nodiscard]] Vault& vault() const { return *vault_; }
  [[nodiscard]] KnownEnrolments& enrolments() const { return *enrolments_; }
  [[nodiscard]] Sequencer& sequencer() const { return *sequencer_; }

 private:
  Settings settings_;
  Notices notices_;
  Store& store_;
  Keyring& keyring_;
  Clock& clock_;
  Random& random_;
  std::unique_ptr<Vault> vault_;
  std::unique_ptr<KnownEnrolments> enrolments_;
  std::unique_ptr<Sequencer> sequencer_;
};

}  // namespace sayso::app

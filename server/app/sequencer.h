// One thread through which every change passes: it collects what arrives while the last batch is
// being written, puts the changes and entries of many tasks into one commit under one signed
// checkpoint, and answers when that is durable.
//
// post(), run(), tick() and stop() may be called from any thread; tasks and answers run on the
// sequencer's own.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/app/log_writer.h"
#include "server/app/pace.h"
#include "server/app/refusal.h"
#include "server/app/remembered_rows.h"
#include "server/app/unit.h"
#include "server/app/vault.h"
#include "shared/protocol/composed.h"

namespace sayso::app {

struct Settings;

class Sequencer {
 public:
  // Called once, after the batch is durable, or with what kept it from being so.
  using Finish = std::function<void(Expected<void, StoreError>)>;
  struct Verdict {
    // Whether the unit's changes and entries count.
    bool keep = false;
    Finish finish;
  };
  // May be run again, on a fresh unit, when another process committed first.
  using Task = std::function<Verdict(Unit&)>;

  // What is shared outlives the sequencer.
  Sequencer(const Settings& settings, Store& store, const Keyring& keyring, const Clock& clock,
            Random& random, Vault& vault);
  ~Sequencer();
  Sequencer(const Sequencer&) = delete;
  Sequencer& operator=(const Sequencer&) = delete;

  void post(Task task);
  // Periodic work that is due: publishing, cover, forgetting.
  void tick();
  // Finishes what was posted, then ends the thread. Later posts are answered with
  // StoreError::Unavailable.
  void stop();

  // The multiple of the publishing interval at which the public log was last brought up to date,
  // whether it had grown or not: tells nothing about what was entered. Nothing before the first.
  [[nodiscard]] std::optional<Instant> published_as_of() const;

  // For a first look before a task is posted, which the task repeats.
  [[nodiscard]] RecentRows recent_rows() const { return {rows_, store_}; }

  // A task in the terms of a use case: `work` answers with a refusal, or with the answer to give
  // once everything is durable (receipts are there by then).
  template <class T>
  void run(std::function<Outcome<std::function<Outcome<T>()>>(Unit&)> work, Done<T> done);

 private:
  struct Batch;

  void loop();
  void process(std::vector<Task> tasks);
  // One attempt; a conflict may be tried again.
  [[nodiscard]] Expected<void, StoreError> attempt(const std::vector<Task>& tasks,
                                                   std::vector<Finish>& finishes);
  [[nodiscard]] Pace pace_now(const Rows& rows, Instant now);
  [[nodiscard]] std::uint64_t cover_for(const Pace& pace, std::size_t entries);
  [[nodiscard]] LogGrowth grow(RowLayer& rows,
                               const std::vector<std::shared_ptr<NewEntry>>& entries,
                               std::uint64_t cover, Instant now);
  // What the unit needs to be kept; false when something keeps it from being so.
  [[nodiscard]] bool prepare(Unit& unit);
  void keep_statement(RowLayer& rows, NewEntry& entry, const protocol::Salt& salt,
                      const std::string& checkpoint, Instant now);
  void keep_entry(RowLayer& rows, NewEntry& entry, protocol::OpeningText opening,
                  const std::string& checkpoint, Instant now);
  [[nodiscard]] unsigned draw_below(unsigned bound);
  [[nodiscard]] bool keeps_pace() const;
  [[nodiscard]] std::int64_t publishing_interval() const;
  [[nodiscard]] bool publishing_is_due(Instant now) const;
  [[nodiscard]] std::optional<LogHead> head_to_publish(const std::optional<LogGrowth>& growth,
                                                       Pace& pace);
  void forget_expired(Instant now);

  const Settings& settings_;
  Store& store_;
  const Clock& clock_;
  Random& random_;
  Vault& vault_;
  RememberedRows rows_;
  LogWriter log_;
  // Seconds since 1970; 0 before the first. Written by the sequencer's thread, read by any.
  std::atomic<std::int64_t> published_as_of_ = 0;

  // The sequencer's thread alone.
  std::optional<Instant> last_published_;
  std::int64_t last_forgotten_day_ = 0;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> queue_;
  bool ticked_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

template <class T>
void Sequencer::run(std::function<Outcome<std::function<Outcome<T>()>>(Unit&)> work, Done<T> done) {
  post([work = std::move(work), done = std::move(done)](Unit& unit) -> Verdict {
    auto answer = work(unit);
    const bool keep = answer.has_value();
    return {keep, [answer = std::move(answer), done](Expected<void, StoreError> stored) {
              if (!answer) return done(failure(answer.error()));
              if (!stored) return done(failure(Refusal{Problem::Unavailable, {}, {}}));
              done((*answer)());
            }};
  });
}

}  // namespace sayso::app

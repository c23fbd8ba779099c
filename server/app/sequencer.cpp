// The rules that this file keeps:
//
//   - An answer is given after the commit that holds everything it speaks of, never before.
//   - A checkpoint leaves this process only once it is durable; none is signed for a tree that did
//   not come to be, except in
//     memory, when a commit fails.
//   - What the log shows of a batch is its size in entries, with cover mixed in: a batch of cover
//   alone looks like any other.

#include "server/app/sequencer.h"

#include <algorithm>

#include "server/app/desk.h"
#include "server/app/entries.h"
#include "shared/base/check.h"

namespace sayso::app {
namespace {

constexpr std::size_t kMaxTasksPerBatch = 256;
constexpr int kMaxAttempts = 8;

}  // namespace

Sequencer::Sequencer(const Settings& settings, Store& store, const Keyring& keyring,
                     const Clock& clock, Random& random, Vault& vault)
    : settings_(settings),
      store_(store),
      clock_(clock),
      random_(random),
      vault_(vault),
      stored_(store),
      log_(settings.log_name, store, keyring),
      thread_([this] { loop(); }) {}

Sequencer::~Sequencer() { stop(); }

void Sequencer::post(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_) {
      queue_.push_back(std::move(task));
      wake_.notify_one();
      return;
    }
  }
  // Run on nothing, so that the caller is still answered.
  Unit unit(stored_, clock_.now());
  task(unit).finish(failure(StoreError::Unavailable));
}

void Sequencer::tick() {
  const std::lock_guard lock(mutex_);
  ticked_ = true;
  wake_.notify_one();
}

void Sequencer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void Sequencer::loop() {
  while (true) {
    std::vector<Task> tasks;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || ticked_ || !queue_.empty(); });
      if (stopping_ && queue_.empty()) return;
      ticked_ = false;
      const auto count = std::min(queue_.size(), kMaxTasksPerBatch);
      for (std::size_t i = 0; i < count; ++i) {
        tasks.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
    }
    process(std::move(tasks));
  }
}

void Sequencer::process(std::vector<Task> tasks) {
  std::vector<Finish> finishes;
  Expected<void, StoreError> stored = failure(StoreError::Conflict);
  for (int i = 0; i < kMaxAttempts && !stored && stored.error() == StoreError::Conflict; ++i) {
    finishes.clear();
    stored = attempt(tasks, finishes);
    if (!stored) log_.reload();
  }
  for (const Finish& finish : finishes) finish(stored);
  forget_expired(clock_.now());
}

Expected<void, StoreError> Sequencer::attempt(const std::vector<Task>& tasks,
                                              std::vector<Finish>& finishes) {
  const Instant now = clock_.now();
  RowLayer rows(stored_);
  std::vector<std::shared_ptr<NewEntry>> entries;
  for (const Task& task : tasks) {
    Unit unit(rows, now);
    Verdict verdict = task(unit);
    finishes.push_back(std::move(verdict.finish));
    if (!verdict.keep) continue;
    rows.merge(unit.rows());
    entries.insert(entries.end(), unit.entries().begin(), unit.entries().end());
  }
  Commit commit;
  if (!entries.empty() || cover_is_due(now)) commit.log = grow(rows, entries, now);
  commit.rows = rows.changes();
  const bool publish = publishing_is_due(now);
  if (publish) commit.published = commit.log ? commit.log->head : head_to_publish();
  if (!commit.rows.empty() || commit.log || commit.published) {
    auto stored = store_.commit(commit);
    if (!stored) return stored;
  }
  if (commit.log) log_.accept();
  if (publish && log_.size() != TreeSize{}) last_published_ = now;
  return {};
}

// An empty log has nothing to publish, and a first entry that stands alone would be somebody's:
// cover comes first.
bool Sequencer::cover_is_due(Instant now) {
  if (settings_.idle_cover_seconds <= 0) return false;
  if (log_.size() == TreeSize{}) return true;
  const bool due = next_cover_ && !(now < *next_cover_);
  if (!next_cover_ || due) {
    const auto spread = static_cast<unsigned>(2 * settings_.idle_cover_seconds);
    next_cover_ = Instant{now.unix_seconds + 1 + draw_below(spread)};
  }
  return due;
}

// The newest head, if the public has not seen it yet.
std::optional<LogHead> Sequencer::head_to_publish() const {
  auto head = store_.log_head();
  const auto published = store_.published_head();
  if (head && published && head->size == published->size) return std::nullopt;
  return head;
}

// At whole multiples of the interval, so that the moment says nothing about what was entered.
bool Sequencer::publishing_is_due(Instant now) const {
  const std::int64_t interval = std::max<std::int64_t>(settings_.publish_seconds, 1);
  return !last_published_ ||
         now.unix_seconds / interval != last_published_->unix_seconds / interval;
}

void Sequencer::forget_expired(Instant now) {
  if (day_of(now) == last_forgotten_day_) return;
  // A full disk keeps expired rows a day longer; every reader looks at the expiry itself.
  if (store_.forget_before(day_of(now))) last_forgotten_day_ = day_of(now);
}

unsigned Sequencer::draw_below(unsigned bound) {
  CHECK(bound > 0);
  // Values past the last whole multiple of the bound are drawn again, so that none is likelier than
  // another.
  const std::uint32_t limit = UINT32_MAX - UINT32_MAX % bound;
  while (true) {
    ByteArray<4> bytes{};
    random_.fill(bytes);
    const std::uint32_t drawn = static_cast<std::uint32_t>(bytes[0]) << 24 |
                                static_cast<std::uint32_t>(bytes[1]) << 16 |
                                static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3];
    if (drawn < limit) return drawn % bound;
  }
}

// A batch of cover alone takes the place of one real entry, so that it has the sizes that a real
// one has.
void Sequencer::mix_in_cover(std::vector<protocol::LeafData>& leaves,
                             const std::vector<std::shared_ptr<NewEntry>>& entries) {
  unsigned cover = settings_.cover_per_batch == 0 ? 0 : draw_below(settings_.cover_per_batch + 1);
  if (entries.empty()) ++cover;
  const std::uint64_t first = log_.size().value();
  std::size_t next = 0;
  while (next < entries.size() || cover > 0) {
    const auto remaining = static_cast<unsigned>(entries.size() - next) + cover;
    if (draw_below(remaining) < cover) {
      random_.fill(leaves.emplace_back());
      --cover;
    } else {
      entries[next]->index = EntryIndex(first + leaves.size());
      leaves.push_back(entries[next++]->leaf);
    }
  }
}

LogGrowth Sequencer::grow(RowLayer& rows, const std::vector<std::shared_ptr<NewEntry>>& entries,
                          Instant now) {
  std::vector<protocol::Salt> salts(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    random_.fill(salts[i]);
    entries[i]->leaf = protocol::commit(entries[i]->envelope, salts[i]);
  }
  std::vector<protocol::LeafData> leaves;
  mix_in_cover(leaves, entries);
  LogGrowth growth = log_.grow(leaves);
  for (std::size_t i = 0; i < entries.size(); ++i)
    keep_entry(rows, *entries[i], salts[i], growth.head.checkpoint, now);
  return growth;
}

void Sequencer::keep_entry(RowLayer& rows, NewEntry& entry, const protocol::Salt& salt,
                           const std::string& checkpoint, Instant now) {
  protocol::Receipt receipt;
  receipt.entry = {entry.envelope, salt, entry.index, log_.proof(entry.index)};
  receipt.enrolment = entry.enrolment;
  if (receipt.enrolment) receipt.enrolment->hashes = log_.proof(receipt.enrolment->index);
  receipt.checkpoint = checkpoint;
  entry.receipt = protocol::encode_receipt(receipt);
  const Owner owner{entry.subject, DataClass::Evidence};
  vault_.store(rows, entry_address(vault_, entry.signer, entry.envelope.running), owner,
               entry.receipt, now);
}

}  // namespace sayso::app

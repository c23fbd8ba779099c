// The rules that this file keeps:
//
//   - An answer is given after the commit that holds everything it speaks of, never before.
//   - A checkpoint leaves this process only once it is durable; none is signed for a tree that did
//   not come to be, except in
//     memory, when a commit fails.
//   - The log keeps to its pace (pace.h): how large it is at any moment does not tell whether
//   anybody acted.

#include "server/app/sequencer.h"

#include <algorithm>

#include "server/app/desk.h"
#include "server/app/entries.h"
#include "server/app/statements.h"
#include "shared/base/check.h"
#include "shared/protocol/statement_receipt.h"

namespace sayso::app {
namespace {

constexpr std::size_t kMaxTasksPerBatch = 256;
constexpr int kMaxAttempts = 8;
constexpr unsigned kMostAtFirst = 16;
// So many entries past the pace within one publishing interval are no one person's.
constexpr unsigned kFarAhead = 64;

std::string text_of(const NewEntry& entry) {
  if (entry.statement) return protocol::statement_text(*entry.statement);
  if (entry.record_text.empty()) return protocol::envelope_text(entry.envelope);
  return protocol::compose_envelope(entry.envelope, entry.record_text);
}

bool still_published(const Store& store, const std::optional<LogHead>& head) {
  if (!head) return false;
  const auto published = store.published_head();
  return published && published->size == head->size;
}

}  // namespace

Sequencer::Sequencer(const Settings& settings, Store& store, const Keyring& keyring,
                     const Clock& clock, Random& random, Vault& vault)
    : settings_(settings),
      store_(store),
      clock_(clock),
      random_(random),
      vault_(vault),
      rows_(store),
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
  const StoredRows stored(store_);
  Unit unit(stored, clock_.now());
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
    if (stored) continue;
    log_.reload();
    rows_.forget();
  }
  for (const Finish& finish : finishes) finish(stored);
  forget_expired(clock_.now());
}

Expected<void, StoreError> Sequencer::attempt(const std::vector<Task>& tasks,
                                              std::vector<Finish>& finishes) {
  const Instant now = clock_.now();
  rows_.catch_up();
  RowLayer rows(rows_);
  std::vector<std::shared_ptr<NewEntry>> entries;
  std::optional<LogHead> republished;
  for (const Task& task : tasks) {
    Unit unit(rows, now);
    Verdict verdict = task(unit);
    if (verdict.keep && !prepare(unit)) {
      verdict.keep = false;
      verdict.finish = [finish = std::move(verdict.finish)](Expected<void, StoreError>) {
        finish(failure(StoreError::Unavailable));
      };
    }
    finishes.push_back(std::move(verdict.finish));
    if (!verdict.keep) continue;
    rows.merge(unit.rows());
    entries.insert(entries.end(), unit.entries().begin(), unit.entries().end());
    if (unit.republished()) republished = unit.republished();
  }
  const bool publish = publishing_is_due(now);
  Pace pace = pace_now(rows, now);
  const std::uint64_t cover = publish || !entries.empty() ? cover_for(pace, entries.size()) : 0;
  Commit commit;
  if (!entries.empty() || cover > 0) commit.log = grow(rows, entries, cover, now);
  if (publish) commit.published = head_to_publish(commit.log, pace);
  if (keeps_pace() && (commit.log || commit.published)) store_pace(vault_, rows, pace);
  if (!commit.published && still_published(store_, republished)) commit.published = republished;
  if (rows.is_spoiled()) return failure(StoreError::Unavailable);
  commit.rows = rows.changes();
  if (!commit.rows.empty() || commit.log || commit.published) {
    auto stored = store_.commit(commit);
    if (!stored) return stored;
    rows_.accept(commit.rows);
  }
  if (commit.log) log_.accept();
  if (publish && log_.size() != TreeSize{}) {
    last_published_ = now;
    published_as_of_ = now.unix_seconds - now.unix_seconds % publishing_interval();
  }
  return {};
}

bool Sequencer::prepare(Unit& unit) {
  for (const auto& entry : unit.entries()) {
    if (!entry->statement)
      vault_.prepare(unit.rows(), {entry->subject, DataClass::Evidence}, unit.now());
    else if (tells_of_person(*entry->statement))
      vault_.prepare(unit.rows(), {*entry->statement->person, DataClass::Evidence}, unit.now());
  }
  if (!unit.rows().is_spoiled()) return true;
  if (settings_.report) settings_.report("key-missing");
  return false;
}

bool Sequencer::keeps_pace() const { return settings_.cover_seconds > 0; }

// A log begins with some cover: a first entry that stands alone would be somebody's.
Pace Sequencer::pace_now(const Rows& rows, Instant now) {
  if (!keeps_pace()) return {now, log_.size().value()};
  const auto draw = [this](unsigned bound) { return draw_below(bound); };
  if (const auto pace = find_pace(vault_, rows))
    return advance(*pace, now, settings_.cover_seconds, draw);
  return {now, log_.size().value() + 1 + draw_below(kMostAtFirst)};
}

// As many as bring the log up to the pace. A batch that is ahead of it has some all the same, so
// that being ahead does not tell how many acted.
std::uint64_t Sequencer::cover_for(const Pace& pace, std::size_t entries) {
  const std::uint64_t size = log_.size().value() + entries;
  if (pace.due > size) return pace.due - size;
  return entries == 0 ? 0 : draw_below(settings_.cover_per_batch + 1);
}

// What the pace says is what the public sees: of a log that is ahead of it, the part that it
// covers. A log that is far ahead belongs to a busy council; there a random few entries are held
// back, because the newest may be somebody's alone.
std::optional<LogHead> Sequencer::head_to_publish(const std::optional<LogGrowth>& growth,
                                                  Pace& pace) {
  auto newest = growth ? growth->head : store_.log_head();
  if (!newest) return std::nullopt;
  const std::uint64_t size = newest->size.value();
  if (keeps_pace() && size > pace.due + kFarAhead) pace.due = size - draw_below(kFarAhead);
  const auto published = store_.published_head();
  const TreeSize shown(keeps_pace() ? std::min(size, pace.due) : size);
  if (shown == TreeSize{} || (published && !(published->size < shown))) return std::nullopt;
  if (shown < newest->size) newest = LogHead{shown, log_.checkpoint(shown)};
  return newest;
}

std::optional<Instant> Sequencer::published_as_of() const {
  const std::int64_t seconds = published_as_of_;
  return seconds == 0 ? std::nullopt : std::optional(Instant{seconds});
}

std::int64_t Sequencer::publishing_interval() const {
  return std::max<std::int64_t>(settings_.publish_seconds, 1);
}

// At whole multiples of the interval, so that the moment says nothing about what was entered.
bool Sequencer::publishing_is_due(Instant now) const {
  const std::int64_t interval = publishing_interval();
  return !last_published_ ||
         now.unix_seconds / interval != last_published_->unix_seconds / interval;
}

void Sequencer::forget_expired(Instant now) {
  if (day_of(now) == last_forgotten_day_) return;
  // A full disk keeps expired rows a day longer; every reader looks at the expiry itself.
  if (store_.forget_before(day_of(now))) last_forgotten_day_ = day_of(now);
  rows_.forget();
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

LogGrowth Sequencer::grow(RowLayer& rows, const std::vector<std::shared_ptr<NewEntry>>& entries,
                          std::uint64_t cover, Instant now) {
  std::vector<protocol::Salt> salts(entries.size());
  std::vector<std::string> texts(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    random_.fill(salts[i]);
    texts[i] = text_of(*entries[i]);
    entries[i]->leaf = protocol::commit(texts[i], salts[i]);
  }
  // What people entered comes last, always: its place among the cover would tell how long ago the
  // log grew before.
  std::vector<protocol::LeafData> leaves(cover);
  for (protocol::LeafData& leaf : leaves) random_.fill(leaf);
  for (const auto& entry : entries) {
    entry->index = EntryIndex(log_.size().value() + leaves.size());
    leaves.push_back(entry->leaf);
  }
  LogGrowth growth = log_.grow(leaves);
  for (std::size_t i = 0; i < entries.size(); ++i)
    keep_entry(rows, *entries[i], {texts[i], salts[i], entries[i]->index, {}},
               growth.head.checkpoint, now);
  return growth;
}

void Sequencer::keep_entry(RowLayer& rows, NewEntry& entry, protocol::OpeningText opening,
                           const std::string& checkpoint, Instant now) {
  if (entry.statement) return keep_statement(rows, entry, opening.salt, checkpoint, now);
  opening.hashes = log_.proof(entry.index);
  if (entry.enrolment) {
    const Enrolment& of_key = *entry.enrolment;
    const protocol::OpeningText enrolment{of_key.envelope, of_key.salt, of_key.reference.index,
                                          log_.proof(of_key.reference.index)};
    entry.receipt = protocol::compose_receipt(opening, &enrolment, checkpoint);
  } else {
    entry.receipt = protocol::compose_receipt(opening, nullptr, checkpoint);
  }
  const Owner owner{entry.subject, DataClass::Evidence};
  vault_.store_new(rows, entry_address(vault_, entry.signer, entry.envelope.running), owner,
                   entry.receipt, now);
}

void Sequencer::keep_statement(RowLayer& rows, NewEntry& entry, const protocol::Salt& salt,
                               const std::string& checkpoint, Instant now) {
  const auto receipt = protocol::encode_statement_receipt(
      {*entry.statement, salt, entry.index, log_.proof(entry.index), checkpoint});
  entry.receipt = encoding::encode_canonical(receipt);
  const RowAddress address = statement_address(vault_, *entry.statement);
  if (tells_of_person(*entry.statement))
    vault_.store_new(rows, address, {*entry.statement->person, DataClass::Evidence}, entry.receipt,
                     now);
  else
    vault_.store_on_desk(rows, address, receipt);
}

}  // namespace sayso::app

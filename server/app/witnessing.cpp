#include "server/app/witnessing.h"

#include <utility>

#include "server/app/sequencer.h"
#include "server/app/stored_tree.h"
#include "server/app/wait.h"
#include "shared/base/check.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/add_checkpoint.h"

namespace sayso::app {
namespace {

using protocol::NoteSignature;

std::optional<TreeSize> read_size(std::string_view body) {
  if (body.empty() || body.back() != '\n') return std::nullopt;
  body.remove_suffix(1);
  if (body.empty() || body.size() > 18 ||
      body.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return TreeSize(std::stoull(std::string(body)));
}

}  // namespace

Witnessing::Witnessing(Desk& desk, std::vector<KnownWitness> witnesses, WitnessDoor& door,
                       Notes notes)
    : desk_(desk),
      witnesses_(std::move(witnesses)),
      door_(door),
      notes_(std::move(notes)),
      known_(witnesses_.size()),
      thread_([this] { loop(); }) {}

Witnessing::~Witnessing() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_.notify_one();
  }
  thread_.join();
}

void Witnessing::tick() {
  const std::lock_guard lock(mutex_);
  ticked_ = true;
  wake_.notify_one();
}

void Witnessing::loop() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return stopping_ || ticked_; });
    if (stopping_) return;
    ticked_ = false;
    lock.unlock();
    collect();
    lock.lock();
  }
}

void Witnessing::collect() {
  const auto head = desk_.store().published_head();
  if (!head || witnesses_.empty() || !(collected_ < head->size)) return;
  collected_ = head->size;
  std::vector<std::optional<NoteSignature>> answers(witnesses_.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < witnesses_.size(); ++i)
    threads.emplace_back([&, i] { answers[i] = ask(i, *head); });
  for (std::thread& thread : threads) thread.join();
  std::vector<NoteSignature> lines;
  for (auto& answer : answers) {
    if (answer) lines.push_back(std::move(*answer));
  }
  if (!lines.empty()) show(*head, lines);
}

Expected<WitnessReply, std::string> Witnessing::send(std::size_t number, const LogHead& head,
                                                     TreeSize old_size) {
  protocol::AddCheckpoint request;
  request.old_size = old_size;
  request.checkpoint = head.checkpoint;
  if (TreeSize{} < old_size && old_size < head.size)
    request.proof = merkle::consistency_proof(old_size, head.size, StoredTree(desk_.store()));
  return door_.add_checkpoint(witnesses_[number].url + "/add-checkpoint",
                              protocol::encode_add_checkpoint(request));
}

std::optional<NoteSignature> Witnessing::ask(std::size_t number, const LogHead& head) {
  const std::string& name = witnesses_[number].key.name;
  auto reply = send(number, head, known_[number]);
  if (reply && reply->status == 409) {
    const auto seen = read_size(reply->body);
    // It has cosigned more than we have ever published, or another tree of this size: the log was
    // set back, or forked.
    if (!seen || head.size < *seen || *seen == known_[number]) {
      notes_("witness-contradicts", name + " has seen another log than this one");
      return std::nullopt;
    }
    known_[number] = *seen;
    reply = send(number, head, *seen);
  }
  if (!reply) {
    notes_("witness-silent", name + ": " + reply.error());
    return std::nullopt;
  }
  if (reply->status != 200) {
    const bool loud = reply->status == 409 || reply->status == 422;
    notes_(loud ? "witness-contradicts" : "witness-refuses",
           name + " answered " + std::to_string(reply->status));
    return std::nullopt;
  }
  return read_answer(number, head, reply->body);
}

std::optional<NoteSignature> Witnessing::read_answer(std::size_t number, const LogHead& head,
                                                     const std::string& body) {
  const protocol::WitnessKey& key = witnesses_[number].key;
  const auto lines = protocol::decode_signature_lines(body);
  const auto note = protocol::decode_note(head.checkpoint);
  CHECK(note.has_value());
  for (std::size_t i = 0; lines && i < lines->size(); ++i) {
    // Each by itself: lines of other keys are not ours to show.
    if (!protocol::verify_cosignature({note->text, {(*lines)[i]}}, key)) continue;
    known_[number] = head.size;
    return (*lines)[i];
  }
  notes_("witness-refuses", key.name + " answered without its signature");
  return std::nullopt;
}

void Witnessing::show(const LogHead& head, const std::vector<NoteSignature>& lines) {
  auto note = protocol::decode_note(head.checkpoint);
  CHECK(note.has_value());
  note->signatures.insert(note->signatures.end(), lines.begin(), lines.end());
  const LogHead cosigned{head.size, protocol::encode_note(*note)};
  const auto shown = run_and_wait<void>(desk_.sequencer(),
                                        [&](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
                                          unit.republish(cosigned);
                                          return [] { return Outcome<void>(); };
                                        });
  if (!shown) notes_("witness-unshown", "the cosignatures could not be stored");
}

}  // namespace sayso::app

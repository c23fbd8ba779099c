#include "tests/bench/answers.h"

#include <exception>
#include <thread>

#include "shared/protocol/verify_receipt.h"
#include "tests/tools/crash/complaint.h"

namespace sayso::bench {
namespace {

using crash::demand;
using encoding::Json;

constexpr std::size_t kVerifyEach = 50;
constexpr unsigned kThreads = 2;

struct Place {
  std::uint64_t index = 0;
  std::uint64_t size = 0;
};

Place read(const Answer& answer, bool whole, const protocol::VerifierKey& key) {
  const auto json = encoding::decode_json(answer.body, {1024 * 1024, 32});
  const Json* kept = json ? json->find("receipt") : nullptr;
  demand(kept != nullptr, "an answer without a receipt: " + answer.body.substr(0, 300));
  const auto receipt = protocol::decode_receipt(*kept);
  demand(receipt.has_value(), "a receipt that cannot be read");
  const Json* id = receipt->entry.envelope.record.find("dct:identifier");
  demand(id && id->string() && *id->string() == answer.request->record_id,
         "a receipt for another record");
  if (whole) demand(verify_receipt(*receipt, key).has_value(), "a receipt that does not verify");
  const auto note = protocol::decode_note(receipt->checkpoint);
  demand(note.has_value(), "a receipt without a checkpoint");
  const auto checkpoint = protocol::decode_checkpoint(note->text);
  demand(checkpoint.has_value(), "a checkpoint that cannot be read");
  return {receipt->entry.index.value(), checkpoint->size.value()};
}

}  // namespace

std::size_t Answers::check(const std::vector<Answer>& answers) {
  std::vector<Place> places(answers.size());
  std::exception_ptr trouble[kThreads];
  std::vector<std::thread> threads;
  for (unsigned part = 0; part < kThreads; ++part) {
    threads.emplace_back([&, part] {
      try {
        for (std::size_t i = part; i < answers.size(); i += kThreads)
          places[i] = read(answers[i], i % kVerifyEach < kThreads, key_);
      } catch (...) {
        trouble[part] = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& each : trouble) {
    if (each) std::rethrow_exception(each);
  }
  std::set<std::uint64_t> commits;
  for (const Place& place : places) {
    demand(indices_.insert(place.index).second, "an index was given twice");
    commits.insert(place.size);
  }
  return commits.size();
}

}  // namespace sayso::bench

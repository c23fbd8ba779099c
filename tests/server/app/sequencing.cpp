#include <set>
#include <thread>

#include "server/app/sequencer.h"
#include "server/app/wait.h"
#include "shared/protocol/enrolment_record.h"
#include "tests/server/app/council.h"
#include "tests/server/app/faulty_store.h"
#include "tests/server/app/whole_log.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

std::uint64_t log_size(const Council& council) {
  const auto head = council.desk->store().log_head();
  return head ? head->size.value() : 0;
}

}  // namespace

TEST_CASE(
    "many phones at once: every record is acknowledged once and proved, and the log is whole") {
  Council council;
  constexpr std::uint8_t kPhones = 6;
  constexpr int kRecords = 10;
  std::vector<std::unique_ptr<Phone>> phones;
  for (std::uint8_t i = 0; i < kPhones; ++i) {
    phones.push_back(std::make_unique<Phone>(council, static_cast<std::uint8_t>(i + 1)));
    phones.back()->must_enrol(council.admit("Person", kGrownUp));
  }
  // What threads hold is looked at afterwards: doctest's assertions belong to one thread.
  std::vector<std::vector<Outcome<Submitted>>> answers(kPhones);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kPhones; ++i) {
    threads.emplace_back([&, i] {
      Phone& phone = *phones[i];
      for (int n = 0; n < kRecords; ++n)
        answers[i].push_back(phone.submit(phone.sign(phone.consent())));
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::uint64_t> indexes;
  for (const auto& of_phone : answers) {
    std::uint64_t running = 1;
    for (const auto& answer : of_phone) {
      REQUIRE(answer.has_value());
      const auto account = verified(council, member(answer_of(*answer), "receipt"));
      CHECK(account.running == ++running);
      CHECK(indexes.insert(account.index.value()).second);
    }
  }
  CHECK(indexes.size() == kPhones * kRecords);
  check_whole_log(council);
}

TEST_CASE("the log stays whole past a full tile, cover and all") {
  auto settings = Council::quick_settings();
  settings.cover_per_batch = 20;
  Council council(nullptr, settings);
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  Outcome<Submitted> last = failure(Refusal{});
  while (log_size(council) < 600) last = phone.submit(phone.sign(phone.consent()));
  check_whole_log(council);
  CHECK(council.desk->store().find_tile({1, 0})->size() == 2 * 32);
  (void)verified(council, member(answer_of(*last), "receipt"));
}

TEST_CASE("a restart goes on with the same log, under the same key") {
  storage::MemoryStore store;
  Council council(&store);
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  for (int i = 0; i < 5; ++i) REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  const auto before = newest_checkpoint(council);
  council.office.reset();
  council.portal.reset();
  council.desk.reset();
  council.desk = std::make_unique<Desk>(Council::quick_settings(), shipped_notices(), store,
                                        *council.keyring, council.clock, council.random);
  council.portal = std::make_unique<Portal>(*council.desk);
  REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  CHECK(before.size < newest_checkpoint(council).size);
  check_whole_log(council);
  const auto leaves = all_leaves(council, before.size);
  CHECK(naive_root(leaves.data(), leaves.size()) == before.root);
}

TEST_CASE("a batch without entries leaves the log as it is") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const std::uint64_t size = log_size(council);
  REQUIRE(phone.sign_in().has_value());
  CHECK(log_size(council) == size);
}

TEST_CASE("a refused commit acknowledges nothing, and the same record goes in later") {
  storage::MemoryStore kept;
  FaultyStore store(kept);
  Council council(&store);
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const Json record = phone.sign(phone.consent());
  const std::uint64_t size = log_size(council);
  store.before = [](const Commit&) { return StoreError::Unavailable; };
  const auto refused = phone.submit(record);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Unavailable);
  CHECK(log_size(council) == size);
  store.before = nullptr;
  const auto accepted = phone.submit(record);
  REQUIRE(accepted.has_value());
  CHECK(accepted->is_new);
  CHECK(verified(council, member(answer_of(*accepted), "receipt")).running == 2);
  check_whole_log(council);
}

TEST_CASE("what was stored but not answered is answered on the repeat, once in the log") {
  storage::MemoryStore kept;
  FaultyStore store(kept);
  Council council(&store);
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const Json record = phone.sign(phone.consent());
  // The commit happens, and its writer never learns of it.
  store.before = [&](const Commit& commit) -> std::optional<StoreError> {
    if (kept.commit(commit)) return StoreError::Unavailable;
    return StoreError::Conflict;
  };
  CHECK_FALSE(phone.submit(record).has_value());
  store.before = nullptr;
  const auto again = phone.submit(record);
  REQUIRE(again.has_value());
  CHECK_FALSE(again->is_new);
  CHECK(verified(council, member(answer_of(*again), "receipt")).running == 2);
  check_whole_log(council);
}

TEST_CASE("another process that commits first makes us read again, not fork the log") {
  storage::MemoryStore kept;
  FaultyStore ours(kept);
  Council council(&ours);
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  Desk other(Council::quick_settings(), shipped_notices(), kept, *council.keyring, council.clock,
             council.random);
  Phone second(council, 2);
  const PersonId bo = council.admit("Bo Vale", kGrownUp);
  second.must_enrol(bo);
  bool interfered = false;
  ours.before = [&](const Commit&) -> std::optional<StoreError> {
    if (interfered) return std::nullopt;
    interfered = true;
    // The other process revokes and enrols: entries of its own, between our reading and our
    // writing.
    Portal portal(other);
    Office office(other);
    protocol::EnrolmentRecord record;
    const auto key = crypto::SigningKey::from_seed({77});
    record.id = RecordId("00000000000000000000000000");
    record.key = key.public_key();
    const Json body = Json::Object{{"code", *office.invite(bo)},
                                   {"record", protocol::sign_enrolment_record(record, key)}};
    const auto enrolled = wait_for<Enrolled>([&](auto done) { portal.enrol(body, done); });
    return enrolled ? std::nullopt : std::optional(StoreError::Unavailable);
  };
  const auto submitted = phone.submit(phone.sign(phone.consent()));
  REQUIRE(submitted.has_value());
  CHECK(interfered);
  (void)verified(council, member(answer_of(*submitted), "receipt"));
  check_whole_log(council);
}

TEST_CASE("what another process took away is not remembered") {
  storage::MemoryStore kept;
  Council council(&kept);
  Phone phone(council);
  const PersonId ada = council.admit("Ada Vale", kGrownUp);
  phone.must_enrol(ada);
  // Twice, so that everything about this phone has been seen.
  REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  Desk other(Council::quick_settings(), shipped_notices(), kept, *council.keyring, council.clock,
             council.random);
  Portal portal(other);
  protocol::EnrolmentRecord record;
  const auto key = crypto::SigningKey::from_seed({77});
  record.id = RecordId("00000000000000000000000000");
  record.key = key.public_key();
  const Json body = Json::Object{{"code", *Office(other).invite(ada)},
                                 {"record", protocol::sign_enrolment_record(record, key)}};
  REQUIRE(wait_for<Enrolled>([&](auto done) { portal.enrol(body, done); }).has_value());
  // The old key was revoked by that.
  const auto refused = phone.submit(phone.sign(phone.consent()));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == Problem::Session);
}

TEST_CASE("after the stop, callers are told, and none is forgotten") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const Json record = phone.sign(phone.consent());
  council.desk->sequencer().stop();
  CHECK(phone.submit(record).error().problem == Problem::Unavailable);
}

TEST_CASE("a batch ahead of the pace has cover of its own: its size does not tell how many acted") {
  auto settings = Council::quick_settings();
  settings.cover_per_batch = 3;
  Council council(nullptr, settings);
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  std::set<std::uint64_t> growths;
  for (int i = 0; i < 60; ++i) {
    const std::uint64_t before = log_size(council);
    REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
    growths.insert(log_size(council) - before);
  }
  CHECK(growths == std::set<std::uint64_t>{1, 2, 3, 4});
}

TEST_CASE("the public sees a checkpoint that changes at fixed times, and no tile past it") {
  auto settings = Council::quick_settings();
  settings.publish_seconds = 300;
  Council council(nullptr, settings);
  CHECK_FALSE(council.portal->published_checkpoint().has_value());
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  const auto first = council.portal->published_checkpoint();
  REQUIRE(first.has_value());
  const auto seen = protocol::verify_checkpoint(*first, council.log_key());
  REQUIRE(seen.has_value());
  const int width = static_cast<int>(seen->size.value());
  REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  council.tick_and_wait();
  CHECK(council.portal->published_checkpoint() == first);
  CHECK(council.portal->published_tile({0, 0}, width)->size() == std::size_t(width) * 32);
  CHECK(council.portal->published_tile({kEntryBundle, 0}, width)->size() ==
        std::size_t(width) * 34);
  CHECK_FALSE(council.portal->published_tile({0, 0}, width + 1).has_value());
  CHECK_FALSE(council.portal->published_tile({0, 0}, 0).has_value());
  CHECK_FALSE(council.portal->published_tile({1, 0}, 1).has_value());
  council.clock.pass(300);
  council.tick_and_wait();
  CHECK(council.portal->published_checkpoint() != first);
  CHECK(council.portal->published_tile({0, 0}, width + 1).has_value());
}

}  // namespace sayso::app::test

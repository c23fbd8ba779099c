// A council for tests: a desk on the shipped notice, a clock that stands still, randomness that
// repeats, and phones that enrol, sign and submit.
#pragma once

#include <doctest/doctest.h>

#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/app/desk.h"
#include "server/app/office.h"
#include "server/app/portal.h"
#include "server/keyring/layered_keyring.h"
#include "server/keyring/memory_key_shelf.h"
#include "server/storage/memory/memory_store.h"
#include "shared/crypto/ed25519.h"
#include "shared/protocol/consent_record.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/request_record.h"
#include "shared/protocol/signed_note.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::app::test {

class StillClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
  void pass(std::int64_t seconds);

 private:
  mutable std::mutex mutex_;
  // 2026-11-23T09:00:00Z, a Monday.
  Instant now_{1'795'424'400};
};

class RepeatingRandom final : public Random {
 public:
  explicit RepeatingRandom(std::uint64_t seed = 1) : counter_(seed << 32) {}
  void fill(std::span<std::uint8_t> bytes) override;
  // Goes on elsewhere: for a forked process, which would draw what its parent draws.
  void part_ways(std::uint64_t branch);

 private:
  std::mutex mutex_;
  std::uint64_t counter_;
};

// Waits for the one answer of an asynchronous call.
template <class T, class Call>
Outcome<T> wait_for(Call call) {
  std::promise<Outcome<T>> promise;
  auto answer = promise.get_future();
  call([&promise](Outcome<T> outcome) { promise.set_value(std::move(outcome)); });
  return answer.get();
}

// The shipped notice, under the hash of its content.
[[nodiscard]] Notices shipped_notices();

struct Council {
  explicit Council(Store* other_store = nullptr, Settings settings = quick_settings());
  // No cover in idle hours, so that tests count entries; everything else as shipped.
  [[nodiscard]] static Settings quick_settings();

  [[nodiscard]] PersonId admit(const std::string& name, Date born);
  [[nodiscard]] std::string invite(const PersonId& person);
  [[nodiscard]] protocol::VerifierKey log_key() const;
  // Ticks, and waits until the sequencer has done what was due.
  void tick_and_wait();

  StillClock clock;
  RepeatingRandom random;
  storage::MemoryStore memory;
  keyring::MemoryKeyShelf shelf;
  std::unique_ptr<keyring::LayeredKeyring> keyring;
  std::unique_ptr<Desk> desk;
  std::unique_ptr<Portal> portal;
  std::unique_ptr<Office> office;
};

inline const Date kGrownUp{1985, 6, 1};
inline const Date kFifteen{2011, 6, 1};
inline const Date kEight{2018, 6, 1};

class Phone {
 public:
  explicit Phone(Council& council, std::uint8_t key_number = 1);

  [[nodiscard]] Outcome<Enrolled> enrol(const std::string& code);
  // With REQUIRE: for tests of what comes afterwards.
  void must_enrol(const PersonId& person);
  [[nodiscard]] Outcome<SignedIn> sign_in();
  [[nodiscard]] Outcome<Submitted> submit(const encoding::Json& record);
  [[nodiscard]] encoding::Json me();

  // An answer to the first consent question of the notice, as the newest record of this key.
  [[nodiscard]] protocol::ConsentRecord consent(
      protocol::Decision decision = protocol::Decision::Refused);
  [[nodiscard]] protocol::RequestRecord request(protocol::RequestKind kind);
  [[nodiscard]] encoding::Json sign(const protocol::ConsentRecord& record) const;
  [[nodiscard]] encoding::Json sign(const protocol::RequestRecord& record) const;

  Council& council;
  crypto::SigningKey key;
  PersonId person;
  std::string session;
  std::optional<Digest> head;

 private:
  [[nodiscard]] protocol::RecordCommon common();
};

// Of `{receipt}` or of one receipt in `me`: decoded and verified; fails the test when it does not
// verify.
protocol::Account verified(const Council& council, const encoding::Json& receipt);
// What a submission was answered with, read.
[[nodiscard]] encoding::Json answer_of(const Submitted& submitted);
[[nodiscard]] const encoding::Json& member(const encoding::Json& json, std::string_view name);
[[nodiscard]] std::string text(const encoding::Json& json, std::string_view name);

}  // namespace sayso::app::test

// A receipt brought up to the newest checkpoint: taken only when the phone finds it proves the
// same, in the same log; otherwise the one that is there stays.
#include <algorithm>

#include "shared/protocol/checkpoint.h"
#include "shared/protocol/cosignature.h"
#include "shared/protocol/signed_note.h"
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;
using encoding::Json;

namespace {

struct Renewing : Story {
  Renewing() {
    phone.come_in(council.invite(person));
    phone.choose_everything("yes");
    before = phone.state.held.at(0).text;
    // Others come, and the council shows the public what has come.
    app::test::Phone other(council, 9);
    other.must_enrol(council.admit("Bo Vale", app::test::kGrownUp));
    council.clock.pass(std::int64_t{2} * 24 * 60 * 60);
    council.tick_and_wait();
    later.now = council.clock.now();
    later.open("/home");
    later.follow("/receipts/" + later.state.held.at(0).reference);
  }

  void renew() {
    later.press(std::string(screens::kActionRenewReceipt) + ":" + later.state.held.at(0).reference);
  }

  // What the server answers is another receipt: `change` makes it from the one it has.
  void server_changes(const std::function<void(protocol::Receipt&)>& change) {
    later.altered_path = "/api/receipts/";
    later.alters = [change](client::Answered& answer) {
      const auto json = encoding::decode_json(answer.body, client::kAnswerLimits);
      auto receipt = protocol::decode_receipt(*json->find("receipt"));
      REQUIRE(receipt.has_value());
      change(*receipt);
      answer.body =
          encoding::encode_canonical(Json::Object{{"receipt", protocol::encode_receipt(*receipt)}});
    };
  }

  [[nodiscard]] bool says_key(const std::string& key) const {
    return later.says(later.state.facts.words.text(key));
  }

  Device later{council, kept};
  std::string before;
};

void add_witness(protocol::Receipt& receipt, std::uint8_t number, Instant when) {
  auto note = protocol::decode_note(receipt.checkpoint);
  REQUIRE(note.has_value());
  note->signatures.push_back(protocol::cosign(note->text, "witness.example/w",
                                              crypto::SigningKey::from_seed({number}), when));
  receipt.checkpoint = protocol::encode_note(*note);
}

}  // namespace

TEST_CASE_FIXTURE(Renewing, "a newer proof of the same entry takes the place of the older") {
  CHECK(says_key("receipt.witness.none"));
  renew();
  CHECK(says_key("receipt.renew.done.heading"));
  CHECK(later.state.held.at(0).text != before);
  CHECK_FALSE(later.state.busy);
  renew();
  CHECK(says_key("receipt.renew.same.heading"));
  // What was kept goes to the file too.
  later.press(std::string(screens::kActionReceiptFile) + ":" + later.state.held.at(0).reference);
  CHECK(later.downloads.back().text == later.state.held.at(0).text);
}

TEST_CASE_FIXTURE(Renewing, "how many witnesses signed is told, each once, and since when") {
  server_changes([&](protocol::Receipt& receipt) {
    add_witness(receipt, 1, Instant{1'795'424'400});
    add_witness(receipt, 2, Instant{1'795'510'800});
    add_witness(receipt, 2, Instant{1'795'424'400});
  });
  renew();
  CHECK(says_key("receipt.renew.done.heading"));
  CHECK(
      later.says("2 outside witnesses have signed this receipt. The last one did so on 24 "
                 "November 2026"));
}

TEST_CASE_FIXTURE(Renewing, "a proof that does not add up is said to, and not taken") {
  SUBCASE("another salt") {
    server_changes([](protocol::Receipt& receipt) { receipt.entry.salt[0] ^= 1; });
  }
  SUBCASE("another record") {
    server_changes([](protocol::Receipt& receipt) { receipt.entry.envelope.running += 1; });
  }
  SUBCASE("another path") {
    server_changes([](protocol::Receipt& receipt) { receipt.entry.hashes.at(0)[0] ^= 1; });
  }
  SUBCASE("a log of somebody else's") {
    server_changes([](protocol::Receipt& receipt) {
      const auto note = protocol::decode_note(receipt.checkpoint);
      receipt.checkpoint = protocol::encode_note(protocol::sign_note(
          note->text, note->signatures.at(0).name, crypto::SigningKey::from_seed({7})));
    });
  }
  SUBCASE("no receipt at all") {
    later.altered_path = "/api/receipts/";
    later.alters = [](client::Answered& answer) { answer.body = R"({"receipt":{}})"; };
  }
  renew();
  CHECK(says_key("receipt.renew.wrong.heading"));
  CHECK(later.state.held.at(0).text == before);
}

TEST_CASE_FIXTURE(Renewing,
                  "a log that does not go on from the one that was seen is not believed") {
  SUBCASE("the proof leads elsewhere") {
    later.altered_path = "/log/consistency/";
    later.alters = [](client::Answered& answer) { answer.body = std::string(43, 'A') + "=\n"; };
    renew();
    CHECK(says_key("receipt.renew.wrong.heading"));
    CHECK(later.state.log_watch == screens::LogWatch::Rewritten);
  }
  SUBCASE("the same size, another root") {
    const auto published = protocol::verify_checkpoint(
        *council.portal->published_checkpoint(), *protocol::decode_vkey(later.state.facts.log_key));
    later.state.seen_log = client::SeenLog{published->size, Digest{1}, later.now};
    renew();
    CHECK(says_key("receipt.renew.wrong.heading"));
  }
  CHECK(later.state.held.at(0).text == before);
}

TEST_CASE_FIXTURE(Renewing, "a refusal, or no network, takes nothing away") {
  SUBCASE("the server has none") {
    later.altered_path = "/api/receipts/";
    later.alters = [](client::Answered& answer) { answer = {answer.ticket, 404, {}}; };
    renew();
    CHECK(says_key("receipt.renew.refused.heading"));
  }
  SUBCASE("no proof that the log goes on") {
    later.altered_path = "/log/consistency/";
    later.alters = [](client::Answered& answer) { answer = {answer.ticket, 404, {}}; };
    renew();
    CHECK(says_key("receipt.renew.refused.heading"));
  }
  SUBCASE("no network") {
    later.network = Network::Down;
    renew();
    CHECK(says_key("problem.network"));
  }
  CHECK(later.state.held.at(0).text == before);
  CHECK_FALSE(later.state.busy);
}

TEST_CASE_FIXTURE(Renewing, "a renewed receipt outlives the next look at what the server keeps") {
  renew();
  const std::string newer = later.state.held.at(0).text;
  REQUIRE(newer != before);
  later.follow("/home/2/withdraw");
  later.session_ends();
  later.press(screens::kActionWithdraw);
  const auto& held = later.state.held;
  CHECK(std::any_of(held.begin(), held.end(), [&](const auto& one) { return one.text == newer; }));
}

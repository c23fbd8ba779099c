#include "client/app/vault.h"

#include "tests/client/app/fixture.h"

using namespace sayso;
using namespace sayso::client;
using namespace sayso::client::test;

namespace {

// With a draft, and a record on its way.
Visit busy_visit() {
  Visit visit;
  visit.come_in();
  (void)visit.sign_everything();
  REQUIRE(visit.state.outbox.size() == 1);
  visit.follow("/for/1/choices/2");
  const auto& purpose = visit.state.facts.notice.purposes[1];
  visit.type(screens::choice_field(purpose.id, purpose.questions[0].organisation), "no");
  return visit;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("what the device keeps is what it finds again") {
  const Visit before = busy_visit();
  const std::string text = encode_vault(before.state);
  State after;
  REQUIRE(restore_vault(after, text));
  CHECK(after.seed == before.state.seed);
  CHECK(after.person->id == before.state.person->id);
  REQUIRE(after.outbox.size() == 1);
  CHECK(after.outbox[0].id == before.state.outbox[0].id);
  CHECK(after.outbox[0].record == before.state.outbox[0].record);
  CHECK(after.picked_about == PersonId(kChild));
  CHECK(encode_vault(after) == text);
}

TEST_CASE("nothing that was typed is kept, and no name") {
  Visit visit;
  visit.come_in();
  visit.type(screens::kFieldPin, "493027");
  visit.type(screens::kFieldPinAgain, "493027");
  visit.type(screens::kFieldReason, "because of him");
  visit.type(screens::kFieldContactDetail, "07700 900123");
  visit.type(screens::kFieldCode, "7QK3-M0XR-5TBC");
  const std::string text = encode_vault(visit.state);
  for (const char* typed : {"493027", "because", "07700", "7QK3", "Robin", "Kit"})
    CHECK(text.find(typed) == std::string::npos);
}

TEST_CASE("the code is kept until the key is enrolled") {
  Visit visit;
  visit.state.seed = ByteArray<32>{7};
  visit.type(screens::kFieldCode, "AAAA-BBBB-CCCC");
  State after;
  REQUIRE(restore_vault(after, encode_vault(visit.state)));
  CHECK(after.fields.at(screens::kFieldCode) == "AAAA-BBBB-CCCC");
  CHECK_FALSE(after.person.has_value());
}

TEST_CASE("hostile text in the vault changes nothing") {
  const std::string good = encode_vault(busy_visit().state);
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("[]"), std::string("null"), good + " x",
        good.substr(0, good.size() / 2), replaced(good, "\"version\":1", "\"version\":2"),
        replaced(good, "\"version\":1", "\"version\":1,\"more\":1"),
        replaced(good, "\"seed\":\"", "\"seed\":\"A"), replaced(good, kPerson, "someone"),
        replaced(good, "\"about\":\"", "\"about\":\"x"),
        replaced(good, "\"outbox\":[", "\"outbox\":[1,"),
        replaced(good, "\"outbox\":[", "\"outbox\":[{},"),
        replaced(good, "\"choice:", "\"pin\":\"493027\",\"choice:"),
        replaced(good, ":\"no\"", ":1"), std::string(200'000, '[')}) {
    CAPTURE(text.substr(0, 200));
    State state;
    state.fields["code"] = "typed";
    CHECK_FALSE(restore_vault(state, text));
    CHECK_FALSE(state.seed.has_value());
    CHECK_FALSE(state.person.has_value());
    CHECK(state.outbox.empty());
    CHECK(state.fields.size() == 1);
  }
}

TEST_CASE("a vault that cannot be read does not keep a visit from beginning") {
  Visit visit;
  Started started;
  started.address = "/home";
  started.vault = VaultFound::Open;
  started.vault_text = "{\"version\":1}";
  (void)visit.act(started);
  CHECK(visit.state.route.place == Place::Start);
}

#include "client/app/messages.h"

#include <doctest/doctest.h>

#include "shared/encoding/json.h"

using namespace sayso;
using namespace sayso::client;

namespace {

const std::string kEntropy(128, 'a');

std::string message(const std::string& members) {
  return "{\"now\":1795424400,\"entropy\":\"" + kEntropy + "\"," + members + "}";
}

struct Sample {
  const char* members;
  std::size_t alternative;
};

// One for each kind of action.
const Sample kSamples[] = {
    {R"("type":"started","address":"/","code":"","vault":"open","text":"x","others":true,"visited":true,"online":true,"settings":"view=simple","can_speak":true)",
     0},
    {R"("type":"navigated","address":"/home")", 1},
    {R"("type":"moved","address":"/home")", 2},
    {R"("type":"pressed","action":"sign")", 3},
    {R"("type":"changed","name":"code","value":"é")", 4},
    {R"("type":"toggled","id":"x","open":true)", 5},
    {R"("type":"answered","ticket":1,"status":0,"body":"")", 6},
    {R"("type":"pin-derived","device":"d","verifier":"v")", 7},
    {R"("type":"vault-opened","opened":false,"text":"")", 8},
    {R"("type":"vault-saved","saved":true)", 9},
    {R"("type":"file-read","name":"n","text":"t","large":false)", 10},
    {R"("type":"online","online":false)", 11},
    {R"("type":"spoken","possible":false)", 12},
    {R"("type":"woke")", 13},
    {R"("type":"alarm-rang")", 14},
};

}  // namespace

TEST_CASE("every kind of action is read") {
  CHECK(std::size(kSamples) == std::variant_size_v<Action>);
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.members);
    const auto read = decode_message(message(sample.members));
    REQUIRE(read.has_value());
    CHECK(read->action.index() == sample.alternative);
    CHECK(read->moment.now == Instant{1'795'424'400});
    CHECK(read->moment.entropy[63] == 0xaa);
  }
}

TEST_CASE("what an action says is what it says") {
  const auto read = decode_message(message(kSamples[0].members));
  REQUIRE(read.has_value());
  const auto& started = std::get<Started>(read->action);
  CHECK(started.vault == VaultFound::Open);
  CHECK(started.vault_text == "x");
  CHECK(started.others);
  CHECK(started.visited);
  CHECK(started.settings == "view=simple");
  CHECK(started.can_speak);
}

TEST_CASE("an action that lacks a member, or has one too many, is refused") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.members);
    const std::string members = sample.members;
    CHECK_FALSE(decode_message(message(members + ",\"more\":1")).has_value());
    const auto last = members.rfind(",\"");
    if (last != std::string::npos)
      CHECK_FALSE(decode_message(message(members.substr(0, last))).has_value());
  }
}

TEST_CASE("text that is no action is refused") {
  const std::string woke = R"("type":"woke")";
  for (const std::string& text :
       {std::string(), std::string("x"), std::string("[]"), std::string("{}"),
        message(R"("type":"unknown")"), message(R"("type":"pressed","action":1)"),
        message(R"("type":"answered","ticket":0,"status":200,"body":"")"),
        message(R"("type":"answered","ticket":4294967296,"status":200,"body":"")"),
        message(R"("type":"answered","ticket":1,"status":-1,"body":"")"),
        message(R"("type":"answered","ticket":1,"status":200.5,"body":"")"),
        message(R"("type":"pressed","action":"\u0000")"),
        message(R"("type":"pressed","action":"\ud800")"),
        message("\"type\":\"pressed\",\"action\":\"\xff\""),
        message(R"("type":"woke","type":"woke")"), "{\"now\":1,\"entropy\":\"aa\"," + woke + "}",
        "{\"now\":-1,\"entropy\":\"" + kEntropy + "\"," + woke + "}",
        "{\"now\":253402300800,\"entropy\":\"" + kEntropy + "\"," + woke + "}",
        std::string(100'000, '[')}) {
    CAPTURE(text);
    CHECK_FALSE(decode_message(text).has_value());
  }
}

TEST_CASE("every effect is an object with its type, in order") {
  const Effects effects = {CallServer{3, "POST", "/api/records", "{}"},
                           GoTo{"/home", true},
                           DerivePin{"123456"},
                           SaveVault{"text", "share"},
                           OpenVault{"share"},
                           EraseVault{},
                           CloseVault{},
                           Download{"a.json", "application/json", "{}"},
                           Print{},
                           Reload{},
                           Wake{2000},
                           Alarm{3000},
                           KeepSettings{"text=150", true},
                           RememberInTab{"code", true},
                           AskBeforeLeaving{true},
                           Speak{},
                           StopSpeaking{}};
  CHECK(effects.size() == std::variant_size_v<Effect>);
  const auto json = encoding::decode_json(encode_effects(effects));
  REQUIRE(json.has_value());
  const char* types[] = {
      "call",  "go",          "derivePin",    "save",          "open",
      "erase", "close",       "download",     "print",         "reload",
      "wake",  "alarm",       "keepSettings", "rememberInTab", "askBeforeLeaving",
      "speak", "stopSpeaking"};
  REQUIRE(json->array()->size() == std::size(types));
  for (std::size_t i = 0; i < std::size(types); ++i)
    CHECK(*json->array()->at(i).find("type")->string() == types[i]);
  CHECK(*json->array()->at(0).find("ticket")->integer() == 3);
}

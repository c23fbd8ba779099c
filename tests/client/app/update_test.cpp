// What happens when things happen twice, late, out of order, or not at all.
#include "client/app/update.h"

#include "tests/client/app/fixture.h"

using namespace sayso;
using namespace sayso::client;
using namespace sayso::client::test;

TEST_CASE("an answer that nobody waits for changes nothing") {
  Visit visit;
  visit.come_in();
  visit.follow("/home");
  const auto before = view(visit.state, visit.now);
  CHECK(visit.act(Answered{99, 200, R"({"me":{}})"}).empty());
  CHECK(view(visit.state, visit.now) == before);
}

TEST_CASE("the same answer twice counts once") {
  Visit visit;
  visit.come_in();
  visit.follow("/recovery");
  const auto ticket = ticket_of(visit.press(screens::kActionRecovery));
  (void)visit.act(Answered{ticket, 200, R"({"code":"AAAA-BBBB-CCCC"})"});
  (void)visit.act(Answered{ticket, 200, R"({"code":"DDDD-EEEE-FFFF"})"});
  CHECK(visit.state.recovery_code == "AAAA-BBBB-CCCC");
}

TEST_CASE("a second press while the first is being answered does nothing") {
  Visit visit;
  visit.come_in();
  visit.follow("/recovery");
  CHECK(count_effects<CallServer>(visit.press(screens::kActionRecovery)) == 1);
  CHECK(visit.press(screens::kActionRecovery).empty());
  visit.follow("/contact");
  visit.type("ways:call", "yes");
  CHECK(count_effects<CallServer>(visit.press(screens::kActionContact)) == 1);
  CHECK(visit.press(screens::kActionContact).empty());
}

TEST_CASE("signing twice in a row signs once") {
  Visit visit;
  visit.come_in();
  CHECK(count_effects<CallServer>(visit.sign_everything()) == 1);
  CHECK(visit.press(screens::kActionSign).empty());
  CHECK(visit.state.outbox.size() == 1);
}

TEST_CASE("what was signed is kept before it is sent") {
  Visit visit;
  visit.come_in();
  const Effects effects = visit.sign_everything();
  std::size_t saved = effects.size(), sent = 0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    if (std::holds_alternative<SaveVault>(effects[i])) saved = i;
    if (std::holds_alternative<CallServer>(effects[i])) sent = i;
  }
  CHECK(saved < sent);
  CHECK(std::get<SaveVault>(effects[saved]).text.find("proofValue") != std::string::npos);
}

TEST_CASE("problems are told, and the button works again") {
  const std::pair<int, const char*> cases[] = {{0, "problem.network"},
                                               {429, "problem.busy"},
                                               {500, "problem.server"},
                                               {404, "problem.server"}};
  for (const auto& [status, key] : cases) {
    Visit visit;
    visit.come_in();
    visit.follow("/recovery");
    const auto ticket = ticket_of(visit.press(screens::kActionRecovery));
    (void)visit.act(Answered{ticket, status, "{}"});
    CHECK(visit.state.problem == key);
    CHECK_FALSE(visit.state.busy);
    CHECK(visit.state.focus == "error-summary");
    CHECK(count_effects<CallServer>(visit.press(screens::kActionRecovery)) == 1);
  }
}

TEST_CASE("an answer that comes after the person went elsewhere does not drag them back") {
  Visit visit;
  visit.come_in();
  visit.follow("/contact");
  visit.type("ways:call", "yes");
  const auto ticket = ticket_of(visit.press(screens::kActionContact));
  visit.follow("/help");
  (void)visit.act(Answered{ticket, 204, ""});
  CHECK(visit.state.route.place == Place::Help);
}

TEST_CASE("a PIN goes with its page, wherever the person goes from there") {
  Visit visit;
  (void)visit.start("/", "0123456789AB");
  visit.press(screens::kActionBegin);
  visit.type(screens::kFieldDevice, "pin");
  visit.press(screens::kActionDevice);
  CHECK(visit.state.route.place == Place::PinSet);
  visit.type(screens::kFieldPin, "493027");
  visit.follow("/help");
  CHECK(visit.state.fields.count(screens::kFieldPin) == 0);
}

TEST_CASE("a PIN stretched after the person left its page enrols nobody") {
  Visit visit;
  (void)visit.start("/", "0123456789AB");
  visit.press(screens::kActionBegin);
  visit.type(screens::kFieldDevice, "pin");
  visit.press(screens::kActionDevice);
  visit.type(screens::kFieldPin, "493027");
  visit.type(screens::kFieldPinAgain, "493027");
  CHECK(find_effect<DerivePin>(visit.press(screens::kActionPinSet)) != nullptr);
  visit.follow("/device");
  CHECK(visit.act(PinDerived{"d", "v"}).empty());
  CHECK_FALSE(visit.state.seed.has_value());
}

TEST_CASE("a browser that cannot stretch a PIN says so instead of waiting for ever") {
  Visit visit;
  (void)visit.start("/", "0123456789AB");
  visit.press(screens::kActionBegin);
  visit.type(screens::kFieldDevice, "pin");
  visit.press(screens::kActionDevice);
  visit.type(screens::kFieldPin, "493027");
  visit.type(screens::kFieldPinAgain, "493027");
  visit.press(screens::kActionPinSet);
  (void)visit.act(PinDerived{});
  CHECK_FALSE(visit.state.busy);
  CHECK(visit.state.problem == "problem.storage");
  CHECK(visit.state.route.place == Place::Device);
}

TEST_CASE("a PIN that anybody would try first is not taken") {
  for (const char* pin : {"000000", "123456", "654321", "999999"}) {
    Visit visit;
    (void)visit.start("/", "0123456789AB");
    visit.press(screens::kActionBegin);
    visit.type(screens::kFieldDevice, "pin");
    visit.press(screens::kActionDevice);
    visit.type(screens::kFieldPin, pin);
    visit.type(screens::kFieldPinAgain, pin);
    CHECK(visit.press(screens::kActionPinSet).empty());
    CHECK(visit.state.errors.at(screens::kFieldPin) == "error.pin.simple");
  }
}

TEST_CASE("a new screen has its heading focused, the first one has not") {
  Visit visit;
  (void)visit.start("/");
  CHECK(visit.state.focus_serial == 0);
  visit.follow("/help");
  CHECK(visit.state.focus == "page-heading");
  const auto serial = visit.state.focus_serial;
  CHECK(serial > 0);
  visit.press(screens::kActionSignOut);
  CHECK(visit.state.focus_serial > serial);
}

TEST_CASE("waiting grows to a minute and no further") {
  Visit visit;
  visit.come_in();
  Effects effects = visit.sign_everything();
  std::uint32_t before = 0;
  for (int round = 0; round < 40; ++round) {
    effects = visit.act(Answered{ticket_of(effects), 503, ""});
    const auto* wake = find_effect<Wake>(effects);
    REQUIRE(wake != nullptr);
    CHECK(wake->after_ms >= before);
    CHECK(wake->after_ms <= 60'000);
    before = wake->after_ms;
    effects = visit.act(Woke{});
  }
  CHECK(before == 60'000);
  CHECK(visit.state.outbox.size() == 1);
}

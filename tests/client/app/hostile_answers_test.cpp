// A server that lies, or a network that garbles: nothing crashes, and nothing that was signed is
// lost.
#include <algorithm>
#include <random>

#include "shared/components/page_template/page.h"
#include "shared/document/html.h"
#include "tests/client/app/fixture.h"

using namespace sayso;
using namespace sayso::client;
using namespace sayso::client::test;

namespace {

std::string me(const std::string& members) { return R"({"me":{)" + members + "}}"; }

const std::string kPersonMember =
    R"("person":{"group":"adult","id":")" + kPerson + R"(","name":"Robin Reed"})";

const std::vector<std::string>& hostile_bodies() {
  static const std::vector<std::string> bodies = {
      "",
      "{}",
      "[]",
      "null",
      "x",
      "{",
      "\"\"",
      "{\"me\":1}",
      "{\"me\":{}}",
      "{\"receipt\":{}}",
      "{\"receipt\":null}",
      R"({"receipt":{"entry":1}})",
      "{\"type\":\"/problems/stale-head\"}",
      R"({"head":"","type":"/problems/stale-head"})",
      R"({"head":"zz","type":"/problems/stale-head"})",
      R"({"head":")" + std::string(64, 'a') + R"(","type":"/problems/stale-head"})",
      R"({"challenge":"","domain":""})",
      R"({"challenge":"c","domain":"https://council.example"})",
      R"({"challenge":")" + std::string(100'000, 'c') + R"(","domain":"d"})",
      R"({"challenge":1,"domain":{}})",
      R"({"code":""})",
      R"({"code":7})",
      R"({"tries_left":9007199254740991})",
      R"({"tries_left":-9007199254740991})",
      R"({"tries_left":"x"})",
      R"({"share":""})",
      R"({"share":"x"})",
      R"({"share":"\n/../"})",
      me(kPersonMember),
      me(kPersonMember + R"(,"entries":[],"children":[],"head":"")"),
      me(kPersonMember + R"(,"entries":[],"children":[{"id":")" + kChild +
         R"(","name":"<b>"}],"head":"")"),
      me(kPersonMember + R"(,"entries":[],"children":[{"id":"../../x","name":""}],"head":"")"),
      me(R"("person":{"id":"not an id","name":"x"},"entries":[],"children":[],"head":"")"),
      me(R"("person":{"id":")" + kChild +
         R"(","name":"Somebody Else"},"entries":[],"children":[],"head":"")"),
      me(kPersonMember + R"(,"entries":[{}],"children":[],"head":"")"),
      me(kPersonMember + R"(,"entries":[1,2],"children":5,"head":9)"),
      std::string(30'000, '['),
      std::string(1'000'000, ' '),
      "{\"me\":" + std::string(30, '[')};
  return bodies;
}

const int kStatuses[] = {0,   200, 201, 204, 302, 400, 401, 403, 404,
                         408, 409, 410, 413, 422, 429, 500, 503, 999};

}  // namespace

TEST_CASE("no answer to a signed record costs the record, but a receipt that proves it") {
  for (const int status : kStatuses) {
    for (const std::string& body : hostile_bodies()) {
      Visit visit;
      visit.come_in();
      const auto ticket = ticket_of(visit.sign_everything());
      const auto signed_record = visit.state.outbox.at(0);
      const Effects effects = visit.act(Answered{ticket, status, body});
      CAPTURE(status);
      CAPTURE(body.substr(0, 80));
      REQUIRE(visit.state.outbox.size() == 1);
      CHECK(visit.state.outbox[0].id == signed_record.id);
      CHECK(visit.state.held.empty());
      CHECK(visit.state.route.place == Place::Sending);
      CHECK_FALSE(view(visit.state, visit.now).title.empty());
    }
  }
}

TEST_CASE("a server that always says that the head is stale is not asked without end") {
  Visit visit;
  visit.come_in();
  Effects effects = visit.sign_everything();
  int sent = 0;
  while (const auto* call = find_effect<CallServer>(effects)) {
    if (call->path != "/api/records") break;
    REQUIRE(++sent < 10);
    const std::string head(64, static_cast<char>('0' + sent));
    const auto ticket = call->ticket;
    effects = visit.act(
        Answered{ticket, 409, R"({"head":")" + head + R"(","type":"/problems/stale-head"})"});
    std::erase_if(effects, [](const Effect& effect) {
      const auto* other = std::get_if<CallServer>(&effect);
      return other && other->path == "/api/me";
    });
  }
  CHECK(find_effect<Wake>(effects) != nullptr);
  CHECK(visit.state.outbox.size() == 1);
}

TEST_CASE("a record that was refused does not stand in the way of the next one") {
  Visit visit;
  visit.come_in();
  (void)visit.act(Answered{ticket_of(visit.sign_everything()), 422, "{}"});
  CHECK(visit.state.outbox.at(0).state == screens::SendState::Refused);
  const Effects effects = visit.sign_everything();
  const auto* call = find_effect<CallServer>(effects);
  REQUIRE(call != nullptr);
  const auto refused = encode_hex(protocol::record_hash(visit.state.outbox.at(0).record));
  CHECK(call->body.find(refused) == std::string::npos);
  (void)visit.act(
      Answered{call->ticket, 409,
               R"({"head":")" + std::string(64, 'b') + R"(","type":"/problems/stale-head"})"});
  CHECK(visit.state.outbox.at(0).state == screens::SendState::Refused);
}

TEST_CASE("an answer about somebody else signs nobody in") {
  Visit visit;
  visit.come_in();
  visit.state.session = false;
  auto ticket = ticket_of(visit.follow("/home"));
  ticket = ticket_of(
      visit.act(Answered{ticket, 200, R"({"challenge":"c","domain":"https://council.example"})"}));
  const std::string other = me(R"("person":{"group":"adult","id":")" + kChild +
                               R"(","name":"Somebody Else"},"entries":[],"children":[],"head":"")");
  (void)visit.act(Answered{ticket, 201, other});
  CHECK_FALSE(visit.state.session);
  CHECK(visit.state.person->id == PersonId(kPerson));
  CHECK(visit.state.problem == "problem.server");
}

TEST_CASE("nothing that happens, in whatever order, crashes the client or its pages") {
  std::mt19937 random(20261123);
  const auto any = [&](const auto& list) { return list[random() % std::size(list)]; };
  const std::string addresses[] = {"/",
                                   "/home",
                                   "/for/1/home",
                                   "/for/2/home",
                                   "/choices/1",
                                   "/choices/999",
                                   "/for/1/choices/2",
                                   "/choices/check",
                                   "/home/2",
                                   "/home/3/withdraw",
                                   "/home/1/object",
                                   "/home/999/withdraw",
                                   "/sending",
                                   "/done",
                                   "/unlock",
                                   "/device",
                                   "/pin",
                                   "/code",
                                   "/contact",
                                   "/recovery",
                                   "/changed",
                                   "/check",
                                   "/read/x",
                                   "/receipts/x",
                                   "/nowhere",
                                   "",
                                   "/finished"};
  const std::string actions[] = {"begin",
                                 "code",
                                 "device",
                                 "pin-set",
                                 "unlock",
                                 "contact",
                                 "answer",
                                 "no-to-all",
                                 "sign",
                                 "send-again",
                                 "withdraw",
                                 "object",
                                 "choose-again:",
                                 "choose-again:/for/1",
                                 "choose-again:/for/7",
                                 "choose-again:x",
                                 "choose-one:2",
                                 "choose-one:999",
                                 "choose-one:",
                                 "receipt-file:x",
                                 "print",
                                 "recovery",
                                 "simple-view",
                                 "check-receipt",
                                 "unknown",
                                 "",
                                 "sign-out",
                                 "forget",
                                 "reopen"};
  const std::pair<std::string, std::string> typed[] = {{"code", "0123-4567-89AB"},
                                                       {"code", "x"},
                                                       {"device", "mine"},
                                                       {"device", "pin"},
                                                       {"device", "nothing"},
                                                       {"device", "x"},
                                                       {"pin", "493027"},
                                                       {"pin-again", "493027"},
                                                       {"pin", "493"},
                                                       {"ways:call", "yes"},
                                                       {"ways:none", "yes"},
                                                       {"reason", std::string(9000, 'r')},
                                                       {"delete:yes", "yes"},
                                                       {"", ""}};
  for (int visit_number = 0; visit_number < 150; ++visit_number) {
    Visit visit;
    if (random() % 2) visit.come_in();
    for (int step = 0; step < 60; ++step) {
      Action action = Woke{};
      switch (random() % 10) {
        case 0:
          action = Navigated{any(addresses)};
          break;
        case 1:
          action = Moved{any(addresses)};
          break;
        case 2:
          action = Pressed{any(actions)};
          break;
        case 3: {
          const auto [name, value] = any(typed);
          action = Changed{name, value};
          break;
        }
        case 4:
          action = PinDerived{random() % 2 ? "d" : "", "v"};
          break;
        case 5:
          action = VaultOpened{random() % 2 == 0, any(hostile_bodies())};
          break;
        case 6:
          action = VaultSaved{random() % 2 == 0};
          break;
        case 7:
          action = FileRead{"r.json", any(hostile_bodies())};
          break;
        case 8:
          visit.pick_everything(random() % 2 ? "yes" : "no");
          action = Online{random() % 2 == 0};
          break;
        default: {
          if (visit.state.calls.empty()) break;
          const auto call =
              std::next(visit.state.calls.begin(),
                        static_cast<std::ptrdiff_t>(random() % visit.state.calls.size()));
          action = Answered{call->first, any(kStatuses), any(hostile_bodies())};
        }
      }
      (void)visit.act(action);
      const document::Document page = view(visit.state, visit.now);
      CHECK_FALSE(page.title.empty());
      if (step % 10 == 0) CHECK_FALSE(document::write_html(page.main).empty());
    }
  }
}

TEST_CASE("a reason that is too long is not signed, whichever way its page was left") {
  Visit visit;
  visit.come_in();
  const auto& purposes = visit.state.facts.notice.purposes;
  const auto open = std::find_if(purposes.begin(), purposes.end(), [](const auto& purpose) {
    return domain::remedy_of(purpose) == domain::Remedy::Object;
  });
  REQUIRE(open != purposes.end());
  visit.follow("/choices/check");
  visit.pick_everything("no");
  visit.type(screens::choice_field(open->id, open->questions.front().organisation) + ":object",
             "yes");
  visit.type(screens::kFieldReason, std::string(4001, 'x'));
  visit.press(screens::kActionSign);
  CHECK(visit.state.outbox.empty());
  CHECK(visit.state.errors[screens::kFieldReason] == "error.reason.long");
  visit.type(screens::kFieldReason, std::string(4000, 'x'));
  visit.follow("/choices/check");
  visit.press(screens::kActionSign);
  CHECK(visit.state.outbox.size() == 2);
}

// Requests from the team's console: whoever is signed in does it, and two are two people.
#include "shared/encoding/request_json.h"
#include "tests/server/app/staff.h"

namespace sayso::app::test {

using domain::StaffRole;
using encoding::Json;

namespace {

struct World {
  Council council;
  Team team{council};
  Phone ada{council, 1};
  std::string kim;

  World() {
    ada.must_enrol(council.admit("Ada Vale", kGrownUp));
    kim = team.enter("kim.field", StaffRole::Reviewer);
  }

  void ask(protocol::RequestKind kind, const std::string& words = {}) {
    auto request = ada.request(kind);
    request.text = words;
    REQUIRE(ada.submit(ada.sign(request)).has_value());
  }

  [[nodiscard]] Outcome<std::optional<Worked>> work(const std::string& session,
                                                    std::uint64_t number, const Json& body) {
    return wait_for<std::optional<Worked>>(
        [&](auto done) { team.door.work(session, number, body, std::move(done)); });
  }
  [[nodiscard]] std::string refusal(const std::string& session, const Json& body) {
    const auto outcome = work(session, 1, body);
    return outcome ? std::string("done") : outcome.error().field;
  }
  [[nodiscard]] Json shown(std::uint64_t number) {
    const auto found = team.door.request(kim, number);
    REQUIRE(found.has_value());
    REQUIRE(found->has_value());
    return **found;
  }
};

Json deed(const std::string& name) { return Json::Object{{"deed", name}}; }
Json deed(const std::string& name, const std::string& words) {
  return Json::Object{{"deed", name}, {"text", words}};
}

}  // namespace

TEST_CASE("what was written opens when somebody takes it up, which the person sees") {
  World world;
  world.ask(protocol::RequestKind::Ask, "Who saw it?");
  const Json closed = world.shown(1);
  CHECK(closed.find("thread") == nullptr);
  CHECK(encode_canonical(closed).find(world.ada.person.value()) == std::string::npos);
  CHECK(text(member(closed, "request"), "state") == "received");

  REQUIRE(world.work(world.kim, 1, deed("take-up")).has_value());
  CHECK(text(member(world.ada.me(), "requests").array()->front(), "state") == "looking");
  const auto thread = encoding::decode_thread(member(world.shown(1), "thread"));
  REQUIRE(thread.has_value());
  CHECK(thread->messages.at(0).text == "Who saw it?");
  REQUIRE(world.work(world.kim, 1, deed("answer", "Nobody did.")).has_value());
  CHECK(text(member(world.shown(1), "thread"), "outcome") == "Nobody did.");
}

TEST_CASE("a deletion takes two of the team, whatever name the body says") {
  World world;
  world.ask(protocol::RequestKind::Delete);
  REQUIRE(world.work(world.kim, 1, deed("take-up")).has_value());
  const auto proposed = world.work(world.kim, 1, deed("answer", "It is gone."));
  REQUIRE(proposed.has_value());
  CHECK(*proposed == Worked::Proposed);
  const Json proposal = member(world.shown(1), "proposal");
  CHECK(text(proposal, "by") == "kim.field");
  CHECK(text(proposal, "to") == "done");
  CHECK(world.refusal(world.kim, deed("confirm")) == "/by");
  Json lying = deed("confirm");
  (*lying.object())["by"] = "sam.wood";
  CHECK(world.refusal(world.kim, lying) == "/by");
  world.council.clock.pass(60);
  const std::string sam = world.team.enter("sam.wood", StaffRole::Dpo);
  const auto confirmed = world.work(sam, 1, deed("confirm"));
  REQUIRE(confirmed.has_value());
  CHECK(*confirmed == Worked::Entered);
  CHECK(world.shown(1).find("proposal") == nullptr);
}

TEST_CASE("who may not, what is none, and what does not go now are refused") {
  World world;
  world.ask(protocol::RequestKind::Ask);
  for (const StaffRole role : {StaffRole::KeyWorker, StaffRole::Administrator}) {
    world.council.clock.pass(60);
    const std::string session = world.team.enter("is-" + std::string(domain::name_of(role)), role);
    const auto outcome = world.work(session, 1, deed("take-up"));
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().problem == Problem::NotAllowed);
    CHECK(world.team.door.request(session, 1).error().problem == Problem::NotAllowed);
  }
  CHECK(world.team.door.request("nobody", 1).error().problem == Problem::Session);
  const auto none = world.work(world.kim, 9, deed("take-up"));
  REQUIRE(none.has_value());
  CHECK_FALSE(none->has_value());
  CHECK_FALSE(world.team.door.request(world.kim, 9)->has_value());
  CHECK(world.refusal(world.kim, deed("forget")) == "/deed");
  CHECK(world.refusal(world.kim, deed("ask")) == "/text");
  CHECK(world.refusal(world.kim, deed("ask", std::string(4001, 'x'))) == "/text");
  CHECK(world.refusal(world.kim, deed("extend", "Much to read.")) == "/state");
  CHECK(world.refusal(world.kim, deed("confirm")) == "/proposal");
  CHECK(text(member(world.shown(1), "request"), "state") == "received");
  REQUIRE(world.team.office.revoke("kim.field").has_value());
  CHECK(world.work(world.kim, 1, deed("take-up")).error().problem == Problem::Session);
}

}  // namespace sayso::app::test

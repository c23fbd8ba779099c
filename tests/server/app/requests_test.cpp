// Requests from both sides: people start, follow and write; the team takes up, asks, extends,
// answers and refuses, and somebody else confirms.
#include "server/app/requests.h"

#include <vector>

#include "server/app/fsck.h"
#include "server/app/people.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/request_json.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {
namespace {

using domain::RequestState;
using encoding::Json;

constexpr std::int64_t kDay = 24 * 60 * 60;

struct World {
  Council council;
  Phone ada{council, 1};
  std::uint8_t messages = 0;

  World() { ada.must_enrol(council.admit("Ada Vale", kGrownUp)); }

  // Answers with the request's number among the phone's entries.
  std::uint64_t start(Phone& phone, protocol::RequestKind kind, const std::string& text = {}) {
    auto request = phone.request(kind);
    request.text = text;
    REQUIRE(phone.submit(phone.sign(request)).has_value());
    return static_cast<std::uint64_t>(*member(phone.me(), "running").integer());
  }

  std::optional<domain::RequestThread> read(const Phone& phone, std::uint64_t number) {
    const auto found = council.portal->request(phone.session, number);
    REQUIRE(found.has_value());
    if (!*found) return std::nullopt;
    const auto thread = encoding::decode_thread(**found);
    REQUIRE(thread.has_value());
    return *thread;
  }

  Json message(const std::string& text) {
    encoding::IdBytes id{};
    id[0] = ++messages;
    return Json::Object{{"id", encoding::encode_id(id)}, {"text", text}};
  }

  Outcome<std::optional<MessageSent>> send(const Phone& phone, std::uint64_t number,
                                           const Json& body) {
    return wait_for<std::optional<MessageSent>>([&](auto done) {
      council.portal->send_message(phone.session, number, body, std::move(done));
    });
  }

  // A session does not last so long.
  void pass_a_day() {
    council.clock.pass(kDay);
    REQUIRE(ada.sign_in().has_value());
  }

  std::string refusal(const Outcome<Worked>& outcome) {
    return outcome ? std::string("done") : outcome.error().field;
  }
};

std::vector<std::string> states_of(const domain::RequestThread& thread) {
  std::vector<std::string> states;
  for (const domain::RequestChange& change : thread.changes)
    states.emplace_back(name_of(change.state));
  return states;
}

}  // namespace

TEST_CASE("a request is received with its due date, and goes on before the person's eyes") {
  World world;
  Office& office = *world.council.office;
  const auto number = world.start(world.ada, protocol::RequestKind::Correct, "my address is old");
  auto thread = world.read(world.ada, number);
  REQUIRE(thread.has_value());
  CHECK(thread->request.state == RequestState::Received);
  CHECK(thread->request.due == Date{2026, 12, 23});
  REQUIRE(thread->messages.size() == 1);
  CHECK(thread->messages[0].text == "my address is old");
  CHECK(office.read_case(1).error().field == "/state");
  REQUIRE(office.work(1, {Deed::TakeUp, {}, {}}).has_value());
  CHECK(office.read_case(1)->thread.messages[0].text == "my address is old");
  world.pass_a_day();
  REQUIRE(office.work(1, {Deed::Ask, "Which one is right?", {}}).has_value());
  CHECK(world.read(world.ada, number)->request.state == RequestState::Waiting);
  world.pass_a_day();
  REQUIRE(world.send(world.ada, number, world.message("4 Mill Lane")).has_value());
  CHECK(world.read(world.ada, number)->request.state == RequestState::Looking);
  REQUIRE(office.work(1, {Deed::Extend, "We have to ask the school.", {}}).has_value());
  thread = world.read(world.ada, number);
  CHECK(thread->request.due == Date{2027, 2, 23});
  CHECK(thread->extension == "We have to ask the school.");
  CHECK(*office.work(1, {Deed::Answer, "It says 4 Mill Lane now.", "r1"}) == Worked::Entered);
  thread = world.read(world.ada, number);
  CHECK(thread->outcome == "It says 4 Mill Lane now.");
  CHECK_FALSE(thread->request.due.has_value());
  CHECK(states_of(*thread) ==
        std::vector<std::string>{"received", "looking", "waiting", "looking", "extended", "done"});
  CHECK(thread->messages.size() == 3);
  // The enrolment, the request, and each change after it.
  CHECK(*member(world.ada.me(), "running").integer() == 7);
  const FsckReport report = check_everything(
      {world.council.desk->store(), world.council.desk->vault(), world.council.log_key()});
  for (const FsckFinding& finding : report.findings) MESSAGE(finding.where << " " << finding.what);
  CHECK(report.found == 0);
  CHECK(report.statements == 5);
}

TEST_CASE(
    "a deletion and a refusal need somebody else, and a new message undoes what was proposed") {
  World world;
  Office& office = *world.council.office;
  const auto number = world.start(world.ada, protocol::RequestKind::Delete);
  REQUIRE(office.work(1, {Deed::TakeUp, {}, {}}).has_value());
  CHECK(*office.work(1, {Deed::Answer, "It is gone.", "r1"}) == Worked::Proposed);
  CHECK(world.read(world.ada, number)->request.state == RequestState::Looking);
  CHECK(world.read(world.ada, number)->outcome.empty());
  CHECK(office.cases(false).at(0).proposed == RequestState::Done);
  CHECK(world.refusal(office.work(1, {Deed::Confirm, {}, "r1"})) == "/by");
  REQUIRE(world.send(world.ada, number, world.message("Please keep one.")).has_value());
  CHECK(world.refusal(office.work(1, {Deed::Confirm, {}, "r2"})) == "/proposal");
  CHECK(*office.work(1, {Deed::Refuse, "The law has us keep it.", "r1"}) == Worked::Proposed);
  REQUIRE(office.work(1, {Deed::Confirm, {}, "r2"}).has_value());
  const auto thread = world.read(world.ada, number);
  CHECK(thread->request.state == RequestState::Refused);
  CHECK(thread->outcome == "The law has us keep it.");
  CHECK(office.cases(false).empty());
  CHECK(office.cases(true).size() == 1);
  CHECK(office.work(1, {Deed::Answer, "x", "r1"}).error().field == "/state");
  CHECK(world.send(world.ada, number, world.message("Why?")).error().field == "/request");
}

TEST_CASE(
    "somebody else's number, nobody's number and a child's who is theirs no longer are none") {
  World world;
  const auto number = world.start(world.ada, protocol::RequestKind::Ask, "Who saw it?");
  Phone bo(world.council, 2);
  bo.must_enrol(world.council.admit("Bo Vale", kGrownUp));
  CHECK_FALSE(world.read(bo, number).has_value());
  CHECK_FALSE(world.read(bo, 999).has_value());
  const auto sent = world.send(bo, number, world.message("me too"));
  REQUIRE(sent.has_value());
  CHECK_FALSE(sent->has_value());
  CHECK(member(*world.council.portal->requests(bo.session), "requests").array()->empty());

  const PersonId kim = world.council.admit("Kim Vale", kEight);
  REQUIRE(world.council.office->give_responsibility(bo.person, kim).has_value());
  auto about = bo.request(protocol::RequestKind::Ask);
  about.common.person = kim;
  about.common.expressed_by.role = protocol::Role::ParentalResponsibility;
  REQUIRE(bo.submit(bo.sign(about)).has_value());
  CHECK(world.read(bo, 2).has_value());
  REQUIRE(world.council.office->restrict_child(bo.person, kim).has_value());
  CHECK_FALSE(world.read(bo, 2).has_value());
  CHECK(member(*world.council.portal->requests(bo.session), "requests").array()->empty());
}

TEST_CASE("what was written opens to the key that asked and to confirmed ones") {
  World world;
  const auto number = world.start(world.ada, protocol::RequestKind::Ask, "Who saw it?");
  Phone other(world.council, 3);
  // A second letter: the first key is revoked by it, and the new one is nobody's yet for certain.
  other.must_enrol(world.ada.person);
  const auto closed = world.council.portal->request(other.session, number);
  REQUIRE_FALSE(closed.has_value());
  CHECK(closed.error().problem == Problem::NotConfirmed);
  CHECK(world.send(other, number, world.message("x")).error().problem == Problem::NotConfirmed);
  CHECK(member(*world.council.portal->requests(other.session), "requests").array()->size() == 1);
  const auto code = wait_for<Json>([&](auto done) {
    world.council.portal->make_confirmation_code(other.session, std::move(done));
  });
  REQUIRE(world.council.office->confirm(other.person, text(*code, "code")).has_value());
  CHECK(world.read(other, number).has_value());
}

TEST_CASE("the same asked again is found and said, and kept like any other") {
  World world;
  const auto first = world.start(world.ada, protocol::RequestKind::See);
  const auto second = world.start(world.ada, protocol::RequestKind::See);
  const auto third = world.start(world.ada, protocol::RequestKind::Ask);
  CHECK(world.read(world.ada, second)->request.like == first);
  CHECK_FALSE(world.read(world.ada, first)->request.like.has_value());
  CHECK_FALSE(world.read(world.ada, third)->request.like.has_value());
  for (const std::uint64_t number : {1U, 2U})
    REQUIRE(world.council.office->work(number, {Deed::Answer, "Here.", "r1"}));
  CHECK_FALSE(world.read(world.ada, world.start(world.ada, protocol::RequestKind::See))
                  ->request.like.has_value());
}

TEST_CASE("a message counts once, is bounded, and a thread is full some day") {
  World world;
  const auto number = world.start(world.ada, protocol::RequestKind::Ask, "1");
  const Json one = world.message("2");
  CHECK((*world.send(world.ada, number, one))->is_new);
  CHECK_FALSE((*world.send(world.ada, number, one))->is_new);
  Json other = one;
  (*other.object())["text"] = "3";
  CHECK(world.send(world.ada, number, other).error().problem == Problem::RecordConflict);
  CHECK(world.send(world.ada, number, world.message(std::string(4001, 'x'))).error().field ==
        "/text");
  CHECK(world.send(world.ada, number, world.message("")).error().field == "/text");
  CHECK(world.read(world.ada, number)->messages.size() == 2);
  for (std::size_t i = 2; i < domain::kMaxMessages; ++i)
    REQUIRE(world.send(world.ada, number, world.message("again")).has_value());
  CHECK(world.send(world.ada, number, world.message("too many")).error().field == "/text");
  CHECK(world.refusal(world.council.office->work(1, {Deed::Ask, "and?", {}})) == "/text");
  CHECK(world.council.office->work(1, {Deed::Answer, "Yes.", "r1"}).has_value());
}

TEST_CASE("an extension comes within the first month, once, and never for a question") {
  World world;
  Office& office = *world.council.office;
  (void)world.start(world.ada, protocol::RequestKind::See);
  (void)world.start(world.ada, protocol::RequestKind::Ask);
  CHECK(world.refusal(office.work(2, {Deed::Extend, "Much to read.", {}})) == "/state");
  CHECK(world.refusal(office.work(1, {Deed::Extend, "", {}})) == "/text");
  CHECK(world.refusal(office.work(9, {Deed::Extend, "Much to read.", {}})) == "/request");
  REQUIRE(office.work(1, {Deed::Extend, "Much to read.", {}}).has_value());
  CHECK(world.refusal(office.work(1, {Deed::Extend, "Still.", {}})) == "/state");
  (void)world.start(world.ada, protocol::RequestKind::Correct);
  world.council.clock.pass(31 * kDay);
  CHECK(world.refusal(office.work(3, {Deed::Extend, "Late.", {}})) == "/state");
}

}  // namespace sayso::app::test

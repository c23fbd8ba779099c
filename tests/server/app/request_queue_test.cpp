// What waits for the team: figures for each role that may see them, a queue that names nobody.
#include "server/app/request_queue.h"

#include "tests/server/app/staff.h"

namespace sayso::app::test {

using domain::StaffRole;
using encoding::Json;

namespace {

struct World {
  Council council;
  Team team{council};
  Phone first{council, 1};
  Phone second{council, 2};

  World() {
    first.must_enrol(council.admit("Ada Vale", kGrownUp));
    second.must_enrol(council.admit("Bo Vale", kGrownUp));
  }

  void ask(Phone& phone, protocol::RequestKind kind) {
    REQUIRE(phone.submit(phone.sign(phone.request(kind))).has_value());
  }

  void pass_days(int days) { council.clock.pass(std::int64_t{days} * 24 * 60 * 60); }

  // "new due overdue", as somebody sees it who signs in now.
  [[nodiscard]] std::string figures() {
    const std::string user = "worker-" + std::to_string(++workers);
    const auto today = team.door.today(team.enter(user, StaffRole::KeyWorker));
    REQUIRE(today.has_value());
    std::string all;
    for (const char* name : {"new", "due", "overdue"})
      all += (all.empty() ? "" : " ") + std::to_string(*member(*today, name).integer());
    return all;
  }

  int workers = 0;
};

}  // namespace

TEST_CASE("requests are counted by how near their day is") {
  World world;
  CHECK(world.figures() == "0 0 0");
  // A question is due in three working days, a right in a month.
  world.ask(world.first, protocol::RequestKind::Ask);
  world.ask(world.second, protocol::RequestKind::See);
  CHECK(world.figures() == "2 1 0");
  world.pass_days(3);
  CHECK(world.figures() == "2 1 0");
  world.pass_days(1);
  CHECK(world.figures() == "2 0 1");
  world.pass_days(20);
  CHECK(world.figures() == "2 1 1");
  world.pass_days(10);
  CHECK(world.figures() == "2 0 2");
}

TEST_CASE("the queue has what is due first at the front, and names nobody") {
  World world;
  world.ask(world.first, protocol::RequestKind::Delete);
  world.ask(world.second, protocol::RequestKind::Ask);
  world.pass_days(10);
  const std::string reviewer = world.team.enter("kim.field", StaffRole::Reviewer);
  const auto queue = world.team.door.requests(reviewer);
  REQUIRE(queue.has_value());
  CHECK(member(*queue, "more") == Json(false));
  const auto& requests = *member(*queue, "requests").array();
  REQUIRE(requests.size() == 2);
  CHECK(text(requests[0], "kind") == "ask");
  CHECK(text(requests[0], "received") == "2026-11-23");
  CHECK(text(requests[0], "due") == "2026-11-26");
  CHECK(text(requests[0], "state") == "received");
  CHECK(member(requests[0], "overdue") == Json(true));
  CHECK(text(requests[1], "kind") == "delete");
  CHECK(member(requests[1], "overdue") == Json(false));
  const std::string shown = encode_canonical(*queue);
  for (const Phone* phone : {&world.first, &world.second})
    CHECK(shown.find(phone->person.value()) == std::string::npos);
  CHECK(shown.find("Vale") == std::string::npos);
}

TEST_CASE("what was answered waits no longer, and what has no day waits last") {
  World world;
  Office& office = *world.council.office;
  world.ask(world.first, protocol::RequestKind::Complain);
  world.ask(world.first, protocol::RequestKind::See);
  world.ask(world.second, protocol::RequestKind::Ask);
  world.ask(world.second, protocol::RequestKind::Correct);
  // A complaint that was acknowledged has no day any more.
  REQUIRE(office.work(1, {Deed::TakeUp, {}, {}}).has_value());
  REQUIRE(office.work(4, {Deed::Answer, "It is right now.", "r1"}).has_value());
  const auto waiting = find_waiting_cases(*world.council.desk, StoredRows(world.council.memory));
  REQUIRE(waiting.size() == 3);
  CHECK(waiting[0].number == 3);
  CHECK(waiting[1].number == 2);
  CHECK(waiting[2].number == 1);
  CHECK_FALSE(waiting[2].request.due.has_value());
  const auto counts = count_requests(waiting, {2026, 11, 23});
  CHECK(counts.fresh == 2);
  CHECK(counts.due == 1);
  CHECK(counts.overdue == 0);
  CHECK(count_requests(waiting, {2026, 12, 20}).due == 1);
  CHECK(count_requests(waiting, {2027, 1, 1}).overdue == 2);
}

TEST_CASE("so many requests are shown at once, and that there are more is said") {
  std::vector<CaseLine> many(kMostRequestsShown);
  CHECK(member(describe_queue(many, {2026, 11, 23}), "more") == Json(false));
  many.emplace_back();
  const Json described = describe_queue(many, {2026, 11, 23});
  CHECK(member(described, "more") == Json(true));
  CHECK(member(described, "requests").array()->size() == kMostRequestsShown);
}

TEST_CASE("each role is shown what the table gives it, and looks put the session's end off") {
  World world;
  for (const StaffRole role : domain::kStaffRoles) {
    CAPTURE(domain::name_of(role));
    const std::string session = world.team.enter("of-" + std::string(domain::name_of(role)), role);
    const auto check = [&](const Outcome<Json>& shown, domain::Permission permission) {
      CHECK(shown.has_value() == domain::may(role, permission));
      if (!shown) CHECK(shown.error().problem == Problem::NotAllowed);
    };
    check(world.team.door.today(session), domain::Permission::SeeToday);
    check(world.team.door.requests(session), domain::Permission::SeeRequests);
    check(world.team.door.accounts(session), domain::Permission::SeeStaff);
  }
  const std::string session = world.team.enter("kim.field", StaffRole::Dpo);
  for (int i = 0; i < 4; ++i) {
    world.council.clock.pass(10 * 60);
    CHECK(world.team.door.requests(session).has_value());
    world.council.tick_and_wait();
  }
}

}  // namespace sayso::app::test

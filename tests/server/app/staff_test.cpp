// Accounts of the team: who gets in, for how long, and what the log says of it.
#include "tests/server/app/staff.h"

#include <set>
#include <thread>

#include "server/app/fsck.h"
#include "server/app/passwords.h"
#include "server/app/staff_session.h"
#include "server/app/statements.h"
#include "shared/protocol/statement_receipt.h"
#include "tests/server/app/faulty_store.h"

namespace sayso::app::test {

using domain::StaffRole;
using encoding::Json;

namespace {

template <class T>
Problem problem_of(const Outcome<T>& outcome) {
  REQUIRE_FALSE(outcome.has_value());
  return outcome.error().problem;
}

struct World {
  Council council;
  Team team{council};

  [[nodiscard]] FsckReport fsck() const {
    return check_everything({council.memory, council.desk->vault(), council.log_key()});
  }
  // Steps of the accounts in the order of the log: "added reviewer".
  [[nodiscard]] std::vector<std::string> said() const {
    static constexpr const char* kSteps[] = {"added", "role", "reset", "revoked"};
    std::vector<std::string> all;
    const StoredRows rows(council.memory);
    const Vault& vault = council.desk->vault();
    for (std::uint64_t n = 1; true; ++n) {
      const auto json = vault.load(rows, staff_statement_address(vault, n));
      if (!json) return all;
      const auto receipt = protocol::decode_statement_receipt(*json);
      REQUIRE(receipt.has_value());
      REQUIRE(protocol::verify_statement_receipt(*receipt, council.log_key()).has_value());
      const auto* changed = std::get_if<protocol::StaffChanged>(&receipt->statement.what);
      REQUIRE(changed != nullptr);
      all.push_back(std::string(kSteps[static_cast<int>(changed->step)]) + " " + changed->role);
    }
  }
};

}  // namespace

TEST_CASE("somebody of the team signs in with password and code, and is told who they are") {
  World world;
  REQUIRE(world.team.office.add("kim.field", StaffRole::Reviewer, kGoodPassword).has_value());
  const auto entered = world.team.sign_in("kim.field");
  REQUIRE(entered.has_value());
  const auto me = world.team.door.me(entered->session);
  REQUIRE(me.has_value());
  CHECK(member(entered->answer, "me") == *me);
  CHECK(text(*me, "user") == "kim.field");
  CHECK(text(*me, "role") == "reviewer");
  CHECK(member(*me, "may").array()->size() == domain::permissions_of(StaffRole::Reviewer).size());
  CHECK(member(*me, "change_password") == Json(false));
  CHECK(member(member(*me, "session"), "idle_seconds") == Json(std::int64_t{15 * 60}));
  CHECK(member(member(*me, "session"), "left_seconds") == Json(std::int64_t{8 * 60 * 60}));
  world.team.sign_out(entered->session);
  CHECK(problem_of(world.team.door.me(entered->session)) == Problem::Session);
}

TEST_CASE("whatever is wrong gets one answer after the same work") {
  World world;
  for (const char* user : {"kim.field", "gone", "locked", "late"})
    REQUIRE(world.team.office.add(user, StaffRole::KeyWorker, kGoodPassword).has_value());
  const auto once = world.team.office.add("once", StaffRole::KeyWorker, std::nullopt);
  REQUIRE(once.has_value());
  const std::string late_code = world.team.code_of("late");
  const std::string gone_code = world.team.code_of("gone");
  REQUIRE(world.team.office.revoke("gone").has_value());
  for (int i = 0; i < kMostWrongCodes; ++i)
    CHECK_FALSE(world.team.send(Team::body("locked", kGoodPassword, "000000")).has_value());
  world.council.tick_and_wait();
  world.council.clock.pass(kOneTimePasswordSeconds);
  const Json wrong[] = {
      Team::body("nobody", kGoodPassword, "123456"),
      Team::body("kim.field", "another password", world.team.code_of("kim.field")),
      Team::body("kim.field", kGoodPassword, "000000"),
      Team::body("kim.field", "", "000000"),
      Team::body("gone", kGoodPassword, gone_code),
      Team::body("locked", kGoodPassword, world.team.code_of("locked")),
      Team::body("late", kGoodPassword, late_code),
      Team::body("once", once->password, world.team.code_of("once")),
  };
  for (const Json& asked : wrong) {
    CAPTURE(encode_canonical(asked));
    world.team.credentials.verified = 0;
    world.team.credentials.coded = 0;
    const auto entered = world.team.send(asked);
    CHECK(problem_of(entered) == Problem::SignIn);
    CHECK(entered.error().field.empty());
    CHECK(world.team.credentials.verified == 1);
    CHECK(world.team.credentials.coded == 3);
  }
  CHECK(world.team.sign_in("kim.field").has_value());
}

TEST_CASE("nothing is written before a wrong try is answered") {
  storage::MemoryStore kept;
  FaultyStore store(kept);
  Council council(&store);
  Team team(council);
  REQUIRE(team.office.add("kim.field", StaffRole::Dpo, kGoodPassword).has_value());
  int commits = 0;
  store.before = [&](const Commit&) {
    ++commits;
    return std::optional<StoreError>();
  };
  int commits_when_answered = -1;
  std::promise<void> answered;
  team.door.sign_in(Team::body("kim.field", kGoodPassword, "000000"),
                    [&](const Outcome<StaffSignedIn>& outcome) {
                      CHECK_FALSE(outcome.has_value());
                      commits_when_answered = commits;
                      answered.set_value();
                    });
  answered.get_future().get();
  CHECK(commits_when_answered == 0);
  council.tick_and_wait();
  const auto account = find_staff(council.desk->vault(), StoredRows(store), "kim.field");
  REQUIRE(account.has_value());
  CHECK(account->wrong_codes == 1);
}

TEST_CASE("a code is taken once, also beside the step before and after, and never an earlier one") {
  World world;
  auto& team = world.team;
  REQUIRE(team.office.add("kim.field", StaffRole::Dpo, kGoodPassword).has_value());
  const auto with_step = [&](std::int64_t steps) {
    return team.send(Team::body("kim.field", kGoodPassword, team.code_of("kim.field", steps)))
        .has_value();
  };
  CHECK_FALSE(with_step(-2));
  CHECK_FALSE(with_step(2));
  CHECK(with_step(-1));
  CHECK_FALSE(with_step(-1));
  CHECK(with_step(0));
  CHECK_FALSE(with_step(0));
  CHECK(with_step(1));
  CHECK_FALSE(with_step(0));
  CHECK_FALSE(with_step(1));
  world.council.clock.pass(30);
  CHECK_FALSE(with_step(0));
  world.council.clock.pass(30);
  CHECK(with_step(0));
}

TEST_CASE("ten wrong codes behind the right password close an account until it is reset") {
  World world;
  auto& team = world.team;
  REQUIRE(team.office.add("kim.field", StaffRole::Dpo, kGoodPassword).has_value());
  const auto wrong = [&](int tries, const char* password) {
    for (int i = 0; i < tries; ++i)
      CHECK_FALSE(team.send(Team::body("kim.field", password, "000000")).has_value());
    world.council.tick_and_wait();
  };
  wrong(50, "somebody guesses");
  CHECK(team.sign_in("kim.field").has_value());
  world.council.clock.pass(60);
  wrong(9, kGoodPassword);
  CHECK(team.sign_in("kim.field").has_value());
  world.council.clock.pass(60);
  wrong(10, kGoodPassword);
  CHECK_FALSE(team.sign_in("kim.field").has_value());
  REQUIRE(team.office.reset("kim.field", kGoodPassword).has_value());
  CHECK(team.sign_in("kim.field").has_value());
}

TEST_CASE("a one-time password opens nothing but choosing another") {
  World world;
  auto& team = world.team;
  const auto handed = team.office.add("kim.field", StaffRole::Dpo, std::nullopt);
  REQUIRE(handed.has_value());
  CHECK(handed->uri == "otpauth://totp/Sayso:kim.field?secret=" + handed->secret +
                           "&issuer=Sayso&algorithm=SHA1&digits=6&period=30");
  CHECK(handed->secret.size() == 32);
  const auto entered = team.sign_in("kim.field", handed->password);
  REQUIRE(entered.has_value());
  const auto admit = [&](const std::string& session) {
    return admit_staff(*world.council.desk, StoredRows(world.council.memory), session,
                       world.council.clock.now(), domain::Permission::SeeToday);
  };
  CHECK(problem_of(admit(entered->session)) == Problem::ChangePassword);
  CHECK(member(*team.door.me(entered->session), "change_password") == Json(true));
  CHECK(problem_of(team.change_password(entered->session, "not the password", kGoodPassword)) ==
        Problem::SignIn);
  const auto changed = team.change_password(entered->session, handed->password, kGoodPassword);
  REQUIRE(changed.has_value());
  CHECK(changed->session != entered->session);
  CHECK(problem_of(team.door.me(entered->session)) == Problem::Session);
  CHECK(admit(changed->session).has_value());
  world.council.clock.pass(30);
  CHECK_FALSE(team.sign_in("kim.field", handed->password).has_value());
  CHECK(team.sign_in("kim.field").has_value());
}

TEST_CASE("a new password is a long one, of one's own, and not the one before") {
  World world;
  auto& team = world.team;
  const std::string session = team.enter("kim.field", StaffRole::Dpo);
  for (const std::string& wanted :
       {std::string("fourteen chars"), std::string(257, 'x'), std::string("aaaaaaaaaaaaaaaaaaaa"),
        std::string("Kim.Field.kim.field1"), std::string(kGoodPassword), std::string()}) {
    CAPTURE(wanted);
    const auto changed = team.change_password(session, kGoodPassword, wanted);
    CHECK(problem_of(changed) == Problem::Body);
    CHECK(changed.error().field == "/new_password");
  }
  CHECK(team.door.me(session).has_value());
  CHECK(team.change_password(session, kGoodPassword, "vijftien t\xc3\xa9kens").has_value());
}

TEST_CASE("a session ends after a quarter of an hour without a request, and after eight in all") {
  World world;
  auto& team = world.team;
  const std::string idle = team.enter("idle", StaffRole::Reviewer);
  const std::string busy = team.enter("busy", StaffRole::Reviewer);
  world.council.clock.pass(15 * 60 - 1);
  CHECK(team.door.me(busy).has_value());
  world.council.tick_and_wait();
  world.council.clock.pass(1);
  CHECK(problem_of(team.door.me(idle)) == Problem::Session);
  std::int64_t seconds = 15 * 60;
  for (; seconds + 10 * 60 < 8 * 60 * 60; seconds += 10 * 60) {
    REQUIRE(team.door.me(busy).has_value());
    world.council.tick_and_wait();
    world.council.clock.pass(10 * 60);
  }
  CHECK(team.door.me(busy).has_value());
  world.council.tick_and_wait();
  world.council.clock.pass(8 * 60 * 60 - seconds);
  CHECK(problem_of(team.door.me(busy)) == Problem::Session);
}

TEST_CASE("resetting and revoking an account end its sessions, and nobody else's") {
  World world;
  auto& team = world.team;
  const std::string other = team.enter("other", StaffRole::Reviewer);
  const std::string reset = team.enter("reset", StaffRole::Reviewer);
  const std::string revoked = team.enter("revoked", StaffRole::Reviewer);
  REQUIRE(team.office.reset("reset", std::nullopt).has_value());
  REQUIRE(team.office.revoke("revoked").has_value());
  CHECK(problem_of(team.door.me(reset)) == Problem::Session);
  CHECK(problem_of(team.door.me(revoked)) == Problem::Session);
  CHECK(team.door.me(other).has_value());
}

TEST_CASE("each role is admitted to what the table gives it, from the next request on") {
  World world;
  auto& team = world.team;
  for (const StaffRole role : domain::kStaffRoles) {
    const std::string user = "of-" + std::string(domain::name_of(role));
    const std::string session = team.enter(user, StaffRole::KeyWorker);
    if (role != StaffRole::KeyWorker) REQUIRE(team.office.set_role(user, role).has_value());
    for (const domain::Permission permission : domain::kPermissions) {
      CAPTURE(user);
      CAPTURE(domain::name_of(permission));
      const auto admitted = admit_staff(*world.council.desk, StoredRows(world.council.memory),
                                        session, world.council.clock.now(), permission);
      CHECK(admitted.has_value() == domain::may(role, permission));
      if (!admitted) CHECK(admitted.error().problem == Problem::NotAllowed);
    }
  }
}

TEST_CASE("a person's session is none of the team's, and the other way round") {
  World world;
  Phone phone(world.council);
  phone.must_enrol(world.council.admit("Ada Vale", kGrownUp));
  CHECK(problem_of(world.team.door.me(phone.session)) == Problem::Session);
  const std::string session = world.team.enter("kim.field", StaffRole::Dpo);
  CHECK(problem_of(world.council.portal->me(session)) == Problem::Session);
  // Nor does one end the other.
  world.team.sign_out(phone.session);
  CHECK(world.council.portal->me(phone.session).has_value());
}

TEST_CASE("each change of an account is in the log, and fsck holds the accounts against it") {
  World world;
  auto& office = world.team.office;
  REQUIRE(office.add("kim.field", StaffRole::KeyWorker, std::nullopt).has_value());
  REQUIRE(office.add("sam.wood", StaffRole::Administrator, kGoodPassword).has_value());
  REQUIRE(office.set_role("kim.field", StaffRole::Reviewer).has_value());
  REQUIRE(office.reset("kim.field", std::nullopt).has_value());
  REQUIRE(office.revoke("kim.field").has_value());
  CHECK(world.said() == std::vector<std::string>{"added key-worker", "added administrator",
                                                 "role reviewer", "reset reviewer",
                                                 "revoked reviewer"});
  CHECK(world.fsck().findings.empty());
  // Somebody with the keys gives an account another role behind the log's back.
  Vault& vault = world.council.desk->vault();
  const StoredRows stored(world.council.memory);
  RowLayer rows(stored);
  auto account = *find_staff(vault, stored, "sam.wood");
  account.role = StaffRole::Dpo;
  store_staff(vault, rows, account);
  REQUIRE(world.council.memory.commit({rows.changes(), {}, {}}).has_value());
  CHECK(world.fsck().findings.size() == 1);
  RowLayer back(stored);
  account.role = StaffRole::Administrator;
  account.id = RecordId("0123456789abcdefghjkmnpqrw");
  store_staff(vault, back, account);
  REQUIRE(world.council.memory.commit({back.changes(), {}, {}}).has_value());
  // One that the log does not know, and one that is gone.
  CHECK(world.fsck().findings.size() == 2);
}

TEST_CASE("changes side by side get numbers of their own") {
  World world;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&world, i] {
      CHECK(
          world.team.office.add("worker-" + std::to_string(i), StaffRole::KeyWorker, kGoodPassword)
              .has_value());
    });
  for (auto& thread : threads) thread.join();
  CHECK(world.said().size() == 8);
  CHECK(world.fsck().findings.empty());
  std::set<std::string> ids;
  for (const StaffAccount& account : world.team.office.list()) ids.insert(account.id.value());
  CHECK(ids.size() == 8);
}

TEST_CASE("what does not fit an account is refused, and nothing entered") {
  World world;
  auto& office = world.team.office;
  REQUIRE(office.add("gone", StaffRole::Dpo, kGoodPassword).has_value());
  REQUIRE(office.revoke("gone").has_value());
  const auto entered = world.said().size();
  CHECK(office.add("gone", StaffRole::Dpo, kGoodPassword).error().field == "/user");
  CHECK(office.add("No Name", StaffRole::Dpo, kGoodPassword).error().field == "/user");
  CHECK(office.add("kim", StaffRole::Dpo, std::string("short")).error().field == "/password");
  CHECK(office.reset("gone", kGoodPassword).error().field == "/user");
  CHECK(office.reset("nobody", std::nullopt).error().field == "/user");
  CHECK(office.revoke("gone").error().field == "/user");
  CHECK(office.set_role("gone", StaffRole::Reviewer).error().field == "/user");
  world.team.credentials.is_full = true;
  CHECK(office.add("kim", StaffRole::Dpo, kGoodPassword).error().problem == Problem::Unavailable);
  CHECK(world.team.sign_in("kim").error().problem == Problem::Unavailable);
  CHECK(world.said().size() == entered);
}

TEST_CASE("a revoked account keeps nothing that would open it") {
  World world;
  REQUIRE(world.team.office.add("gone", StaffRole::Dpo, kGoodPassword).has_value());
  REQUIRE(world.team.office.revoke("gone").has_value());
  const auto all = world.team.office.list();
  REQUIRE(all.size() == 1);
  CHECK(all[0].revoked.has_value());
  CHECK(all[0].password_hash.empty());
  CHECK(all[0].secret.empty());
}

TEST_CASE("one-time passwords are long, in groups, and different") {
  RepeatingRandom random;
  const std::string one = draw_one_time_password(random);
  CHECK(one.size() == 19);
  CHECK(one[4] == '-');
  CHECK(draw_one_time_password(random) != one);
}

}  // namespace sayso::app::test

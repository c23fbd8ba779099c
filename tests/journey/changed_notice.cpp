// The council changes its notice between two visits.
#include "shared/crypto/hash.h"
#include "tests/journey/story.h"
#include "tests/support/shipped_content.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

std::string hash_of(const std::string& file) {
  const auto canonical = encoding::canonical_notice(file);
  REQUIRE(canonical.has_value());
  return encode_hex(crypto::sha256(as_bytes(*canonical)));
}

struct ChangedNotice : Story {
  const std::string before = test::shipped_notice_text();
  const std::string after = test::source_file("tests/fixtures/notices/turnaround-plus-2.en.json");

  ChangedNotice() {
    phone.come_in(council.invite(person));
    phone.choose_everything("yes");
    REQUIRE(phone.address() == "/done");
    app::Notices notices = app::test::shipped_notices();
    notices.add({std::make_shared<domain::Notice>(test::notice_of(after)), hash_of(after),
                 "/notices/" + hash_of(after) + ".json"});
    notices.make_current(hash_of(after));
    restart(std::move(notices));
  }

  void restart(app::Notices notices) {
    council.office.reset();
    council.portal.reset();
    council.desk.reset();
    council.desk = std::make_unique<app::Desk>(app::test::Council::quick_settings(),
                                               std::move(notices), council.memory, *council.keyring,
                                               council.clock, council.random);
    council.portal = std::make_unique<app::Portal>(*council.desk);
    council.office = std::make_unique<app::Office>(*council.desk);
  }

  // A visit to the page as it is now.
  Device visit() {
    Device device(council, kept);
    device.state.facts.notice = test::notice_of(after);
    device.state.facts.notice_hash = hash_of(after);
    device.notices[hash_of(before)] = before;
    return device;
  }
};

}  // namespace

TEST_CASE_FIXTURE(ChangedNotice, "a changed notice is shown as changed, and what was said stays") {
  Device later = visit();
  later.open("/");
  const auto& words = later.state.facts.words;
  CHECK(later.says(words.text("home.changed.heading")));
  CHECK(count_of(later, domain::State::Agreed) > 0);
  CHECK(count_of(later, domain::State::NotAsked) == 1);
  later.follow("/changed");
  CHECK(later.says(words.text("changed.lead")));
  CHECK(later.says(words.text("changed.new")));
  CHECK(later.says(words.text("changed.changed")));
}

TEST_CASE_FIXTURE(ChangedNotice,
                  "questions that are new are marked, and choosing again ends the banner") {
  Device later = visit();
  later.open("/changed");
  later.press(std::string(screens::kActionChooseAgain) + ":");
  const std::string mark = later.state.facts.words.text("purpose.changed");
  bool marked = false;
  while (later.state.route.place == client::Place::Purpose) {
    marked = marked || later.says(mark);
    later.answer_all("no");
  }
  CHECK(marked);
  later.press(screens::kActionSign);
  CHECK(later.address() == "/done");
  later.follow("/home");
  CHECK_FALSE(later.says(later.state.facts.words.text("home.changed.heading")));
}

TEST_CASE_FIXTURE(ChangedNotice,
                  "choosing again begins at what has changed, and the rest stands as answered") {
  Device later = visit();
  later.open("/changed");
  later.press(std::string(screens::kActionChooseAgain) + ":");
  CHECK(later.says(later.state.facts.words.text("purpose.changed")));
  const domain::NoticeChanges changes =
      domain::diff_notices(test::notice_of(before), test::notice_of(after));
  REQUIRE_FALSE(changes.ask_again.empty());
  for (const domain::Purpose& purpose : test::notice_of(after).purposes) {
    if (domain::remedy_of(purpose) != domain::Remedy::AgreeOrRefuse) continue;
    for (const domain::Question& question : purpose.questions) {
      const bool again = domain::asks_again(changes, purpose.id, question.organisation);
      const auto field =
          later.state.fields.find(screens::choice_field(purpose.id, question.organisation));
      CHECK((field == later.state.fields.end()) == again);
    }
  }
}

TEST_CASE_FIXTURE(ChangedNotice, "taking a yes back answers none of the new questions") {
  Device later = visit();
  later.open("/home/2/withdraw");
  later.press(screens::kActionWithdraw);
  CHECK(later.address() == "/done");
  later.follow("/home");
  CHECK(later.says(later.state.facts.words.text("home.changed.heading")));
}

TEST_CASE_FIXTURE(ChangedNotice, "history leads to the notice as it stood then") {
  Device later = visit();
  later.open("/home/2");
  CHECK(later.says(later.state.facts.words.text("choice.notice_version", {{"version", "1"}})));
  later.follow("/read/" + hash_of(before));
  CHECK(later.says(later.state.facts.words.text("read.older")));
}

TEST_CASE_FIXTURE(ChangedNotice,
                  "an earlier notice with other words than those signed is not shown") {
  Device later = visit();
  std::string& altered = later.notices[hash_of(before)];
  const auto at = altered.find("turn around");
  REQUIRE(at != std::string::npos);
  altered.replace(at, 11, "turn upside");
  later.open("/");
  later.follow("/read/" + hash_of(before));
  CHECK_FALSE(later.says("turn upside"));
  CHECK(later.says(later.state.facts.words.text("missing.heading")));
}

TEST_CASE_FIXTURE(ChangedNotice, "a notice that nobody has is a page that is not there") {
  Device later = visit();
  for (const char* reference :
       {"x", "0000000000000000000000000000000000000000000000000000000000000000"}) {
    later.open(std::string("/read/") + reference);
    CHECK(later.says(later.state.facts.words.text("missing.heading")));
  }
}

// The end of a visit on a phone that others use: warned of, put off by one press, and what is left
// of it.
#include "tests/journey/story.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

constexpr std::int64_t kMinute = 60;

std::string word(const Device& device, const char* key) {
  return device.state.facts.words.text(key);
}

bool warns(const Device& device) { return !device.screen().dialog.empty(); }

bool has_closed(const Device& device) {
  return device.address() == "/finished" && device.says(word(device, "timed_out.heading"));
}

// As a phone with a PIN, at the first question that can be answered.
void come_in_with_pin(Device& phone, const std::string& code) {
  phone.open("/", code);
  phone.press(screens::kActionBegin);
  phone.type(screens::kFieldDevice, "pin");
  phone.press(screens::kActionDevice);
  phone.type(screens::kFieldPin, "493027");
  phone.type(screens::kFieldPinAgain, "493027");
  phone.press(screens::kActionPinSet);
  phone.type("ways:call", "yes");
  phone.press(screens::kActionContact);
  phone.press(screens::kActionAnswer);
}

}  // namespace

TEST_CASE_FIXTURE(Story, "two minutes before a visit on a shared phone ends, its end is told") {
  phone.come_in_keeping_nothing(council.invite(person));
  const std::int64_t idle = council.desk->settings().session_idle_seconds;
  phone.passes(idle - 121);
  CHECK_FALSE(warns(phone));
  phone.passes(1);
  REQUIRE(warns(phone));
  const document::Node dialog = phone.screen().dialog.at(0);
  CHECK(dialog.label == word(phone, "time_out.title"));
  CHECK(dialog.action == screens::kActionStay);
  const std::string when = phone.state.facts.words.plural("time_out.text", 2);
  CHECK(dialog.children.at(0).children.at(0).text == when);
  // Said once: it does not count down.
  phone.passes(100);
  CHECK(phone.screen().dialog.at(0) == dialog);
}

TEST_CASE_FIXTURE(Story, "one press puts the end off, and everything is as it was") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.press(screens::kActionAnswer);
  phone.type(first_field(phone, 1), "no");
  const std::int64_t idle = council.desk->settings().session_idle_seconds;
  for (int again = 0; again < 12; ++again) {
    phone.passes(idle - 5);
    REQUIRE(warns(phone));
    const document::Document before = phone.screen();
    phone.press(screens::kActionStay);
    CHECK_FALSE(warns(phone));
    CHECK(phone.screen().main == before.main);
  }
  CHECK(phone.address() == "/choices/2");
  CHECK(phone.state.fields.at(first_field(phone, 1)) == "no");
  CHECK(phone.state.session);
}

TEST_CASE_FIXTURE(Story, "whoever goes on typing and pressing is not asked") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.press(screens::kActionAnswer);
  for (int answer = 0; answer < 10; ++answer) {
    phone.passes(10 * kMinute);
    CHECK_FALSE(warns(phone));
    phone.type(first_field(phone, 1), answer % 2 ? "no" : "yes");
  }
  phone.choose_everything("no");
  CHECK(phone.address() == "/done");
}

TEST_CASE_FIXTURE(Story, "the longest that a session lasts is asked about as well") {
  phone.come_in_keeping_nothing(council.invite(person));
  const std::int64_t longest = council.desk->settings().session_longest_seconds;
  const Instant end{phone.now.unix_seconds + longest};
  while (phone.now.unix_seconds + 10 * kMinute < end.unix_seconds - 120) {
    phone.passes(10 * kMinute);
    phone.follow(phone.address() == "/home" ? "/choices/1" : "/home");
    REQUIRE_FALSE(warns(phone));
  }
  phone.passes(end.unix_seconds - 60 - phone.now.unix_seconds);
  REQUIRE(warns(phone));
  phone.press(screens::kActionStay);
  phone.passes(kMinute * 5);
  CHECK_FALSE(warns(phone));
  // The server's session is over by now; the key signs in again, and the person notices nothing.
  phone.follow("/choices/1");
  phone.choose_everything("no");
  CHECK(phone.address() == "/done");
}

TEST_CASE_FIXTURE(Story, "where nothing is kept, nothing is left of a visit that ended by itself") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.press(screens::kActionAnswer);
  phone.type(first_field(phone, 1), "yes");
  phone.passes(council.desk->settings().session_idle_seconds);
  CHECK(has_closed(phone));
  CHECK(phone.says(word(phone, "home.forgot_done")));
  CHECK_FALSE(warns(phone));
  CHECK_FALSE(phone.says("Robin"));
  CHECK_FALSE(phone.state.seed.has_value());
  CHECK(phone.state.fields.empty());
  CHECK(kept.slots.empty());
  CHECK_FALSE(phone.asks_before_leaving);
  CHECK(calls_of(phone, "POST /api/exit") == 1);
  phone.back_to("/choices/2");
  CHECK(phone.address() == "/");
}

TEST_CASE_FIXTURE(Story,
                  "behind a PIN, the answers of a visit that ended by itself are still there") {
  come_in_with_pin(phone, council.invite(person));
  const std::string field = first_field(phone, 1);
  phone.type(field, "no");
  phone.passes(council.desk->settings().session_idle_seconds);
  CHECK(has_closed(phone));
  CHECK(phone.says(word(phone, "timed_out.kept")));
  CHECK_FALSE(phone.says("Robin"));
  CHECK_FALSE(phone.state.seed.has_value());
  Device again = phone.loaded_again();
  again.follow("/unlock");
  again.type(screens::kFieldPin, "493027");
  again.press(screens::kActionUnlock);
  again.follow("/choices/2");
  CHECK(again.address() == "/choices/2");
  CHECK(again.state.fields.at(field) == "no");
  again.passes(council.desk->settings().session_idle_seconds);
  CHECK(has_closed(again));
}

TEST_CASE_FIXTURE(Story, "on a phone of one's own a visit does not end, however long it rests") {
  phone.come_in(council.invite(person));
  phone.press(screens::kActionAnswer);
  phone.type(first_field(phone, 1), "no");
  CHECK_FALSE(phone.alarm_at.has_value());
  phone.passes(48 * 60 * kMinute);
  CHECK_FALSE(warns(phone));
  phone.choose_everything("no");
  CHECK(phone.address() == "/done");
}

TEST_CASE_FIXTURE(Story, "a phone that slept through the end shows nothing to who wakes it") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.press(screens::kActionAnswer);
  phone.sleeps = true;
  phone.passes(3 * 60 * kMinute);
  phone.type(first_field(phone, 1), "yes");
  CHECK(has_closed(phone));
  CHECK(phone.state.fields.empty());
}

TEST_CASE_FIXTURE(Story, "a phone that slept into the warning tells what is left") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.sleeps = true;
  phone.passes(council.desk->settings().session_idle_seconds - 20);
  phone.act(client::AlarmRang{});
  REQUIRE(warns(phone));
  const document::Node dialog = phone.screen().dialog.at(0);
  CHECK(dialog.children.at(0).children.at(0).text == word(phone, "time_out.soon"));
}

TEST_CASE_FIXTURE(Story, "retries without a signal are not a sign of anybody") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.network = Network::Down;
  phone.choose_everything("no");
  const std::int64_t idle = council.desk->settings().session_idle_seconds;
  for (int tried = 0; tried < 4; ++tried) {
    phone.passes(idle / 5);
    phone.timer_rings();
  }
  phone.network = Network::Up;
  phone.session_ends();
  for (int tried = 0; tried < 5 && phone.timer_ms; ++tried) phone.timer_rings();
  REQUIRE(phone.state.outbox.empty());
  CHECK(calls_of(phone, "POST /api/sessions") == 1);
  phone.passes(idle / 5);
  CHECK(has_closed(phone));
}

TEST_CASE_FIXTURE(Story, "the next person on the same phone has a time of their own") {
  phone.come_in_keeping_nothing(council.invite(person));
  phone.passes(council.desk->settings().session_idle_seconds - 10);
  REQUIRE(warns(phone));
  phone.press(screens::kActionSignOut);
  CHECK_FALSE(warns(phone));
  CHECK_FALSE(has_closed(phone));
  phone.passes(60 * kMinute);
  CHECK_FALSE(warns(phone));
}

// Two grown-ups who share a child, one of them a danger to the other. What the one can see is
// compared with a world in which the other does nothing, is asked nothing, or does not exist: every
// screen as HTML, every answer of the server, every copy that is saved, byte for byte.
//
// What is drawn at random differs between two worlds anyway, so each such word is replaced by its
// place in the order in which that world showed it first. Where in the log an entry stands is not
// compared here: tests/server/app/quiet_council.cpp plays the relative who guesses from it.
#include <algorithm>
#include <functional>
#include <map>
#include <regex>

#include "server/app/uses.h"
#include "shared/components/page_template/page.h"
#include "shared/document/html.h"
#include "shared/encoding/base64.h"
#include "tests/journey/story.h"
#include "tests/server/app/asker.h"

using namespace sayso;
using namespace sayso::journey;

namespace {

// Words drawn at random, or made from such, each under the number of its first appearance.
class Names {
 public:
  std::string hide(const std::string& text) {
    // Ids and codes in Crockford's base 32, keys and signatures in base 58 and 64, hashes.
    static const std::regex random(
        "\\b([0-9a-f]{64}|[0-9a-hjkmnp-tv-z]{26}|z[1-9A-HJ-NP-Za-km-z]{40,}|[A-Za-z0-9+/_-]{40,}=*|"
        "[0-9A-HJKMNP-TV-Z]{4,5}(-[0-9A-HJKMNP-TV-Z]{4,5})+)\\b|\\b[0-9]{6}\\b|\\b[0-9]{3} "
        "[0-9]{3}\\b");
    std::string hidden;
    auto from = text.begin();
    for (std::sregex_iterator at(text.begin(), text.end(), random), end; at != end; ++at) {
      hidden.append(from, (*at)[0].first);
      hidden += "<" +
                std::to_string(numbers_.try_emplace(at->str(), numbers_.size()).first->second) +
                ">";
      from = (*at)[0].second;
    }
    hidden.append(from, text.end());
    return hidden;
  }

 private:
  std::map<std::string, std::size_t> numbers_;
};

// What somebody saw, in order: what it was, and what it said.
using Sight = std::vector<std::pair<std::string, std::string>>;

const char* const kAddresses[] = {"/home",
                                  "/home/2",
                                  "/home/2/withdraw",
                                  "/held",
                                  "/uses",
                                  "/contact",
                                  "/recovery",
                                  "/for/1/home",
                                  "/for/1/home/2",
                                  "/for/1/held",
                                  "/for/1/uses",
                                  "/for/2/home",
                                  "/for/2/uses",
                                  "/read",
                                  "/choices/check",
                                  "/for/1/choices/check",
                                  "/done",
                                  "/settings",
                                  "/help"};

// Without where in the log an entry stands: a proof, and the number of a use's entry.
std::string without_place(const std::string& text) {
  static const std::regex proof("\"proof\":\"[^\"]*\"");
  static const std::regex number("(\"(entry|index)\":|\\buse|<code[^>]*>)[0-9]+");
  return std::regex_replace(std::regex_replace(text, proof, "\"proof\":…"), number, "entry …");
}

// From a little before the first place where they are not the same.
std::string difference(const std::string& a, const std::string& b) {
  const auto at = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  const std::size_t from = at < 80 ? 0 : static_cast<std::size_t>(at) - 80;
  return a.substr(from, 200) + "\n" + b.substr(from, 200);
}

// The one who looks, on a phone of their own.
struct Watcher {
  explicit Watcher(Story& story) : phone(story.phone) {}

  void look(const std::string& when) {
    for (const char* address : kAddresses) {
      phone.follow(address);
      see(when + " " + address,
          without_place(document::write_html(document::make_page(phone.screen()))));
    }
    for (const char* base : {"", "/for/1"}) {
      phone.follow(std::string(base) + "/held");
      phone.press(std::string(screens::kActionHeldTable) + ":" + base);
      phone.press(std::string(screens::kActionHeldJson) + ":" + base);
    }
    for (const client::Download& download : phone.downloads)
      see(when + " saves " + download.file_name, without_place(download.text));
    phone.downloads.clear();
    for (std::size_t i = 0; i < phone.calls.size(); ++i)
      see(when + " " + phone.calls[i], without_place(phone.answers[i]));
    phone.calls.clear();
    phone.answers.clear();
  }

  void see(const std::string& what, const std::string& text) {
    sight.emplace_back(what, names.hide(text));
  }

  Device& phone;
  Names names;
  Sight sight;
};

// The other one, whom nobody must be able to see: does everything that a person can, in steps.
struct Other {
  Other(app::test::Council& where, const PersonId& child) : council(where), phone(council, kept) {
    REQUIRE(council.office->give_responsibility(id, child).has_value());
  }

  // Chooses, for themselves and for the child.
  void choose() {
    phone.come_in(council.invite(id));
    phone.choose_everything("yes");
    phone.press(std::string(screens::kActionChooseAgain) + ":/for/1");
    phone.choose_everything("yes");
    phone.press(screens::kActionRecovery);
  }
  // Is known to the team, looked at, and has things held about them.
  void be_known() {
    phone.follow("/held");
    phone.press(screens::kActionConfirmCode);
    REQUIRE(council.office->confirm(id, phone.state.confirmation_code).has_value());
    phone.press(screens::kActionConfirmDone);
    keep(council, id, "other-1", "Called out to on 3 May.");
    REQUIRE(council.office->note_look(id, kLook).has_value());
  }
  // Takes back what was said, for the child too.
  void take_back() {
    for (const char* address : {"/home/2/withdraw", "/for/1/home/2/withdraw"}) {
      phone.follow(address);
      phone.press(screens::kActionWithdraw);
      REQUIRE(phone.address() == "/done");
    }
    phone.follow("/home/1/object");
    phone.press(screens::kActionObject);
  }
  // Loses the phone, comes back with a new one, and leaves.
  void come_back() {
    Device later(council, kept_later);
    later.come_in(council.invite(id));
    later.press(screens::kActionSignOut);
  }

  static void keep(app::test::Council& council, const PersonId& person,
                   const std::string& reference, const std::string& summary) {
    const app::ItemOf item{person,
                           {reference,
                            domain::KindId("school-attendance"),
                            OrganisationId("schools"),
                            {2026, 9, 4},
                            domain::Arrival::Transfer,
                            summary,
                            {PurposeId("find-and-support")}}};
    REQUIRE(council.office->keep_items(std::span(&item, 1)).has_value());
  }
  static inline const app::Look kLook{
      "key-worker", {domain::KindId("school-attendance")}, PurposeId("find-and-support")};

  app::test::Council& council;
  PersonId id = council.admit("Sam Stone", app::test::kGrownUp);
  Kept kept;
  Kept kept_later;
  Device phone;
};

}  // namespace

namespace {

// The same days of the same person, in a world with or without the other.
Sight days_of_one(bool with_other) {
  Story story;
  app::test::Council& council = story.council;
  const PersonId child = story.add_child();
  app::test::Asker nhs(council, "nhs", 40);
  std::optional<Other> other;
  if (with_other) other.emplace(council, child);
  Watcher one(story);
  const auto meanwhile = [&](void (Other::*what)()) {
    if (other) (*other.*what)();
  };
  const auto ask_about_both = [&] {
    REQUIRE(nhs.ask(story.person, "join-up", "health").verdict == app::GateVerdict::Yes);
    REQUIRE(nhs.ask(child, "join-up", "health").verdict == app::GateVerdict::Yes);
  };

  one.phone.come_in(council.invite(story.person));
  one.phone.choose_everything("yes");
  meanwhile(&Other::choose);
  one.look("at first");
  one.phone.press(std::string(screens::kActionChooseAgain) + ":/for/1");
  one.phone.choose_everything("yes");
  one.phone.follow("/held");
  one.phone.press(screens::kActionConfirmCode);
  REQUIRE(council.office->confirm(story.person, one.phone.state.confirmation_code).has_value());
  one.phone.press(screens::kActionConfirmDone);
  Other::keep(council, story.person, "one-1", "About Robin.");
  meanwhile(&Other::be_known);
  Other::keep(council, child, "child-1", "At school on 92 days.");
  one.look("known");

  ask_about_both();
  REQUIRE(council.office->note_look(child, Other::kLook).has_value());
  one.look("used");
  meanwhile(&Other::take_back);
  one.look("while the other takes back");
  for (const char* address : {"/home/2/withdraw", "/for/1/home/2/withdraw"}) {
    one.phone.follow(address);
    one.phone.press(screens::kActionWithdraw);
  }
  one.look("taken back");
  // Whatever it was told of is deleted; whose no it was, it is not told.
  for (const auto& stop : nhs.stops()) {
    for (const char* step : {"told", "stopped", "deleted"})
      REQUIRE(nhs.acknowledge(*app::test::member(stop, "stop").integer(), step).has_value());
  }
  meanwhile(&Other::come_back);
  one.look("acknowledged");
  return one.sight;
}

}  // namespace

TEST_CASE("who shares a child with somebody sees the same, whatever that other one does") {
  const Sight alone = days_of_one(false);
  const Sight beside = days_of_one(true);
  REQUIRE(alone.size() == beside.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    CAPTURE(alone[i].first);
    CHECK(alone[i].first == beside[i].first);
    if (alone[i].second == beside[i].second) continue;
    FAIL_CHECK(difference(alone[i].second, beside[i].second));
  }
  // Something was looked at: the person's own, the child's, and each kind of place.
  const auto says = [&](const std::string& words) {
    return std::any_of(alone.begin(), alone.end(), [&](const auto& one) {
      return one.second.find(words) != std::string::npos;
    });
  };
  CHECK(says("At school on 92 days."));
  CHECK(says("You said no to the NHS"));
  CHECK_FALSE(says("Sam Stone"));
}

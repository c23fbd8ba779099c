#include "tests/power/life.h"

#include <unistd.h>

#include <cstdio>
#include <exception>
#include <functional>

#include "server/app/sequencer.h"
#include "server/app/wait.h"

namespace sayso::power {
namespace {

using app::test::Phone;
using encoding::Json;

constexpr int kBroken = 3;
// Keys are made of one byte.
constexpr std::uint64_t kKeysPerLife = 30;

[[noreturn]] void break_off(const std::string& why) {
  (void)std::fprintf(stderr, "%s\n", why.c_str());
  _exit(kBroken);
}

class Life {
 public:
  Life(World& world, const DiskPlan& plan, int output)
      : world_(world), random_(plan.seed ^ 0x9e3779b97f4a7c15U), output_(output) {}

  void run(int steps) {
    if (const auto problem = world_.open(); !problem.empty()) break_off(problem);
    for (int step = 0; step < steps; ++step) {
      const auto drawn = random_() % 10;
      if (world_.phones.empty() || drawn == 0) {
        enrol_somebody();
      } else if (drawn == 1) {
        publish();
      } else {
        submit();
      }
    }
  }

 private:
  void say(char kind, const std::string& text) const {
    std::string message(1, kind);
    for (int shift = 24; shift >= 0; shift -= 8)
      message += static_cast<char>(text.size() >> shift & 0xff);
    message += text;
    std::string_view rest = message;
    while (!rest.empty()) {
      const ssize_t written = ::write(output_, rest.data(), rest.size());
      if (written <= 0) _exit(kBroken);
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  // Whether it was done; the one refusal that a disk may lead to is told, any other is a failure.
  template <class T>
  bool was_done(const app::Outcome<T>& outcome) {
    if (outcome) return true;
    if (outcome.error().problem != app::Problem::Unavailable)
      break_off("refused for reason " + std::to_string(static_cast<int>(outcome.error().problem)));
    say('x', {});
    return false;
  }

  void enrol_somebody() {
    // A key of its own, whatever became of the one that an earlier life was about to enrol.
    const auto number =
        static_cast<std::uint8_t>(world_.totals().lives * kKeysPerLife + ++enrolled_);
    const auto person = world_.council.office->admit({"Ada Vale", app::test::kGrownUp});
    if (!was_done(person)) return;
    const auto code = world_.council.office->invite(*person);
    if (!was_done(code)) return;
    auto phone = std::make_unique<Phone>(world_.council, number);
    const auto enrolled = phone->enrol(*code);
    if (!was_done(enrolled)) return;
    say('e', std::string(1, static_cast<char>(number)) +
                 encode_canonical(app::test::member(enrolled->answer, "receipt")));
    world_.phones.emplace(number, std::move(phone));
  }

  void publish() {
    world_.council.clock.pass(world_.council.desk->settings().publish_seconds);
    world_.council.desk->tick();
    // Whatever is posted after the tick is done in the same batch or a later one.
    using Answer = std::function<app::Outcome<void>()>;
    const auto nothing = [](app::Unit&) -> app::Outcome<Answer> {
      return [] { return app::Outcome<void>(); };
    };
    if (!was_done(app::run_and_wait<void>(world_.council.desk->sequencer(), nothing))) return;
    if (const auto note = world_.council.portal->published_checkpoint()) say('p', *note);
  }

  void submit() {
    auto at = world_.phones.begin();
    std::advance(at, random_() % world_.phones.size());
    Phone& phone = *at->second;
    if (phone.session.empty()) {
      if (!was_done(phone.sign_in())) return;
      (void)catch_up(phone);
    }
    const auto submitted = phone.submit(phone.sign(phone.consent()));
    if (!was_done(submitted)) return;
    const auto answer = encoding::decode_json(submitted->text, {1 << 20, 32});
    if (!answer) break_off("an answer cannot be read");
    say('r', std::string(1, static_cast<char>(at->first)) +
                 encode_canonical(app::test::member(*answer, "receipt")));
  }

  World& world_;
  std::mt19937_64 random_;
  int output_;
  std::uint64_t enrolled_ = 0;
};

}  // namespace

void live(World& world, const DiskPlan& plan, int steps, int output) {
  try {
    world.council.random.part_ways(world.totals().lives);
    install_disk(plan);
    Life(world, plan, output).run(steps);
  } catch (const std::exception& problem) {
    break_off(problem.what());
  } catch (...) {
    break_off("a demand of the test's own was not met");
  }
  _exit(0);
}

}  // namespace sayso::power

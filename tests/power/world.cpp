#include "tests/power/world.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "server/app/fsck.h"
#include "server/app/lineage.h"
#include "shared/crypto/hash.h"
#include "tests/power/life.h"

namespace sayso::power {
namespace {

using app::test::Phone;
using encoding::Json;

app::Settings settings() {
  app::Settings settings = app::test::Council::quick_settings();
  settings.cover_seconds = 3;
  settings.publish_seconds = 10;
  return settings;
}

Ending ending_of(int status) {
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGABRT ? Ending::Stopped : Ending::Broken;
  switch (WEXITSTATUS(status)) {
    case 0:
      return Ending::RanOut;
    case kPowerLost:
      return Ending::PowerLost;
    case kWasKilled:
      return Ending::Killed;
    default:
      return Ending::Broken;
  }
}

std::string read_to_end(int from) {
  std::string text;
  char chunk[16 * 1024];
  ssize_t got = 0;
  while ((got = ::read(from, chunk, sizeof chunk)) > 0)
    text.append(chunk, static_cast<std::size_t>(got));
  ::close(from);
  return text;
}

}  // namespace

Json catch_up(Phone& phone) {
  Json me = phone.me();
  phone.head.reset();
  if (const Json* head = me.find("head"); head != nullptr && !head->string()->empty()) {
    const auto bytes = decode_hex(*head->string());
    REQUIRE(bytes.has_value());
    phone.head.emplace();
    std::copy(bytes->begin(), bytes->end(), phone.head->begin());
  }
  return me;
}

World::World(std::uint64_t of) : seed(of) {
  council.random.part_ways(seed << 8);
  council.office.reset();
  council.portal.reset();
  council.desk.reset();
  auto shelf = keyring::FileKeyShelf::open(folder_.path() + "/keys");
  if (!shelf) FAIL(shelf.error().detail);
  shelf_ = std::move(*shelf);
  council.keyring = std::move(*keyring::LayeredKeyring::open(
      *shelf_, crypto::SecretKey{1}, council.random, keyring::Start::First));
}

World::~World() { close(); }

std::string World::open() {
  close();
  auto opened = storage::SqliteStore::open({data()});
  if (!opened) return opened.error().detail;
  store_ = std::move(*opened);
  // Read once: a seed opens the store again and again.
  static const app::Notices notices = app::test::shipped_notices();
  council.desk = std::make_unique<app::Desk>(settings(), notices, *store_, *council.keyring,
                                             council.clock, council.random);
  council.portal = std::make_unique<app::Portal>(*council.desk);
  council.office = std::make_unique<app::Office>(*council.desk);
  return {};
}

// The desk uses the store until it ends.
void World::close() {
  council.office.reset();
  council.portal.reset();
  council.desk.reset();
  store_.reset();
}

Ending World::live(const DiskPlan& plan, int steps) {
  close();
  ++totals_.lives;
  council.clock.pass(kPause_s);
  for (const auto& [number, phone] : phones) phone->session.clear();
  int output[2];
  int error[2];
  REQUIRE(pipe(output) == 0);
  REQUIRE(pipe(error) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(output[0]);
    ::close(error[0]);
    ::dup2(error[1], STDERR_FILENO);
    // The parent's reporter has nothing to say here.
    ::signal(SIGABRT, SIG_DFL);
    ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
    power::live(*this, plan, steps, output[1]);
  }
  ::close(output[1]);
  ::close(error[1]);
  const std::string said = read_to_end(output[0]);
  last_words_ = read_to_end(error[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  std::size_t at = 0;
  while (at + 5 <= said.size()) {
    std::size_t length = 0;
    for (std::size_t i = 1; i < 5; ++i)
      length = length << 8 | static_cast<unsigned char>(said[at + i]);
    // Cut off with the life: then nobody has it.
    if (at + 5 + length > said.size()) break;
    take_down(said[at], said.substr(at + 5, length));
    at += 5 + length;
  }
  const Ending ending = ending_of(status);
  if (ending != Ending::RanOut) ++totals_.ended;
  return ending;
}

void World::take_down(char kind, const std::string& text) {
  everything_ += kind + text;
  if (kind == 'x') ++totals_.refused;
  if (kind == 'p') {
    notes_.push_back(text);
    published_.push_back(text);
  }
  if (kind != 'e' && kind != 'r') return;
  ++totals_.acknowledged;
  const auto number = static_cast<std::uint8_t>(text[0]);
  const auto json = encoding::decode_json(std::string_view(text).substr(1), {1 << 20, 32});
  REQUIRE(json.has_value());
  const auto receipt = protocol::decode_receipt(*json);
  REQUIRE(receipt.has_value());
  notes_.push_back(receipt->checkpoint);
  if (kind == 'e') {
    auto phone = std::make_unique<Phone>(council, number);
    phone->person = receipt->entry.envelope.person.value();
    phones.emplace(number, std::move(phone));
  }
  receipts_[number].push_back(*json);
}

std::string World::find_loss(Phone& phone, const std::vector<Json>& given) {
  if (!phone.sign_in()) return "an enrolment that was acknowledged is gone";
  const Json me = catch_up(phone);
  const auto& kept = *app::test::member(me, "entries").array();
  for (const Json& receipt : given) {
    const auto decoded = protocol::decode_receipt(receipt);
    if (!decoded || !protocol::verify_receipt(*decoded, council.log_key()))
      return "a receipt does not verify";
    const Json& entry = app::test::member(receipt, "entry");
    const auto found = std::count_if(kept.begin(), kept.end(), [&](const Json& one) {
      return app::test::member(one, "entry") == entry;
    });
    // Enrolments are not among what a person is shown.
    const bool is_enrolment = app::test::member(entry, "record").find("key") != nullptr;
    if (!is_enrolment && found != 1) return "an acknowledged record is lost or doubled";
  }
  return {};
}

std::string World::find_fork() {
  const auto report = app::check_everything({*store_, council.desk->vault(), council.log_key()});
  if (!report.findings.empty())
    return report.findings.front().where + " " + report.findings.front().what;
  for (const std::string& note : notes_) {
    const auto checkpoint = protocol::verify_checkpoint(note, council.log_key());
    if (!checkpoint) return "a checkpoint that was given out does not verify";
    if (app::find_root(*store_, checkpoint->size) != checkpoint->root)
      return "the log does not go on from a checkpoint that was given out";
  }
  totals_.checkpoints = notes_.size();
  if (published_.empty()) return {};
  const auto shown = protocol::verify_checkpoint(published_.back(), council.log_key());
  return store_->published_head()->size < shown->size ? "the public is shown less than before" : "";
}

std::string World::find_problem() {
  std::string problem = open();
  if (problem.empty()) problem = find_fork();
  for (const auto& [number, phone] : phones) {
    if (problem.empty()) problem = find_loss(*phone, receipts_[number]);
  }
  close();
  return problem;
}

Digest World::digest() const { return crypto::sha256(as_bytes(everything_)); }

}  // namespace sayso::power

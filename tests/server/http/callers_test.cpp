// Who is asking: addresses, counting, and slowing down.
#include <doctest/doctest.h>

#include <functional>

#include "server/http/client_address.h"
#include "server/http/connection_counts.h"
#include "server/http/exchange.h"
#include "server/http/guess_guard.h"
#include "server/http/throttle.h"

namespace sayso::http {
namespace {

using std::chrono::milliseconds;

Address address(const char* text) { return decode_address(text).value(); }

TEST_CASE("networks contain what their prefix covers") {
  const auto ten = decode_network("10.0.0.0/8").value();
  CHECK(contains(ten, address("10.255.1.2")));
  CHECK_FALSE(contains(ten, address("11.0.0.1")));
  const auto odd = decode_network("192.168.0.0/18").value();
  CHECK(contains(odd, address("192.168.63.255")));
  CHECK_FALSE(contains(odd, address("192.168.64.0")));
  CHECK(contains(decode_network("::1").value(), address("::1")));
  CHECK_FALSE(contains(decode_network("127.0.0.1").value(), address("127.0.0.2")));
  for (const char* bad :
       {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8x", "::/129", "x"})
    CHECK_FALSE(decode_network(bad));
}

TEST_CASE("only a trusted proxy's word about the caller is taken") {
  const std::vector<Network> trusted{decode_network("10.0.0.0/8").value()};
  const auto caller = [&](const char* peer, const char* forwarded) {
    return caller_address(address(peer), forwarded, trusted);
  };
  CHECK(caller("10.0.0.1", "203.0.113.9") == address("203.0.113.9"));
  CHECK(caller("203.0.113.5", "198.51.100.1") == address("203.0.113.5"));
  // What the caller itself put in front is not believed.
  CHECK(caller("10.0.0.1", "1.1.1.1, 203.0.113.9") == address("203.0.113.9"));
  CHECK(caller("10.0.0.1", "203.0.113.9, 10.0.0.7") == address("203.0.113.9"));
  CHECK(caller("10.0.0.1", "203.0.113.9, nonsense") == address("10.0.0.1"));
  CHECK(caller("10.0.0.1", "") == address("10.0.0.1"));
}

TEST_CASE("only a trusted proxy's word about TLS is taken") {
  const std::vector<Network> trusted{decode_network("10.0.0.0/8").value()};
  const auto is_secure = [&](const char* peer, const char* proto) {
    Request request;
    request.fields = {{"X-Forwarded-Proto", proto}};
    attribute(request, address(peer), trusted, false);
    return request.secure;
  };
  CHECK(is_secure("10.0.0.1", "https"));
  CHECK_FALSE(is_secure("10.0.0.1", "http"));
  CHECK_FALSE(is_secure("203.0.113.5", "https"));
}

TEST_CASE("a household's IPv6 addresses count as one, IPv4 addresses each") {
  CHECK(counting_name(address("2001:db8::1")) == counting_name(address("2001:db8::ffff")));
  CHECK(counting_name(address("2001:db8::1")) != counting_name(address("2001:db8:0:1::1")));
  CHECK(counting_name(address("192.0.2.1")) != counting_name(address("192.0.2.2")));
}

TEST_CASE("connections are capped for each address and in all, and given back") {
  ConnectionCounts counts(Caps{3, 2});
  CHECK(counts.enter("a"));
  CHECK(counts.enter("a"));
  CHECK_FALSE(counts.enter("a"));
  CHECK(counts.enter("b"));
  CHECK_FALSE(counts.enter("c"));
  counts.leave("a");
  CHECK(counts.enter("c"));
  CHECK(counts.total() == 3);
}

Throttle::Rules rules() {
  Throttle::Rules made;
  made.free_tries = 2;
  made.first_delay = milliseconds(100);
  made.longest_delay = milliseconds(1'000);
  made.longest_wait = milliseconds(500);
  made.memory = milliseconds(10'000);
  made.addresses = 3;
  return made;
}

TEST_CASE("a few wrong tries are free, then each waits twice as long as the one before") {
  Throttle throttle(rules());
  const Throttle::Time start{};
  CHECK(throttle.reserve("a", start).wait.count() == 0);
  throttle.report_wrong("a", start);
  CHECK(throttle.reserve("a", start).wait.count() == 0);
  throttle.report_wrong("a", start);
  CHECK(throttle.reserve("a", start).wait == milliseconds(100));
  throttle.report_wrong("a", start + milliseconds(100));
  CHECK(throttle.reserve("a", start + milliseconds(100)).wait == milliseconds(200));
  CHECK(throttle.reserve("b", start).wait.count() == 0);
}

TEST_CASE("tries side by side wait one after another, and past the limit are refused") {
  Throttle throttle(rules());
  const Throttle::Time start{};
  for (int i = 0; i < 3; ++i) throttle.report_wrong("a", start);
  CHECK(throttle.reserve("a", start).wait == milliseconds(200));
  CHECK(throttle.reserve("a", start).wait == milliseconds(400));
  const auto third = throttle.reserve("a", start);
  CHECK(third.refused);
  CHECK(third.wait == milliseconds(600));
}

TEST_CASE("wrong tries are forgotten after a while, and a right one forgives one") {
  Throttle throttle(rules());
  const Throttle::Time start{};
  for (int i = 0; i < 2; ++i) throttle.report_wrong("a", start);
  CHECK(throttle.reserve("a", start + milliseconds(10'001)).wait.count() == 0);
  for (int i = 0; i < 3; ++i) throttle.report_wrong("b", start);
  throttle.report_right("b");
  throttle.report_wrong("b", start + milliseconds(1'000));
  CHECK(throttle.reserve("b", start + milliseconds(1'000)).wait == milliseconds(200));
}

TEST_CASE("only so many addresses are remembered, the oldest goes first") {
  Throttle throttle(rules());
  const Throttle::Time start{};
  for (int i = 0; i < 3; ++i) throttle.report_wrong("old", start);
  int later = 1;
  for (const char* name : {"b", "c", "d"})
    throttle.report_wrong(name, start + milliseconds(later++));
  CHECK(throttle.reserve("old", start + milliseconds(10)).wait.count() == 0);
}

struct Later {
  milliseconds delay;
  std::function<void()> work;
};

TEST_CASE("a wrong try's refusal is held back, a right answer is not") {
  std::vector<Later> later;
  GuessRules guess_rules;
  guess_rules.throttle = rules();
  const auto guard = std::make_shared<GuessGuard>(
      guess_rules, [&](milliseconds delay, std::function<void()> work) {
        later.push_back({delay, std::move(work)});
      });
  unsigned answered = 0;
  const auto reply = [&](Response response) { answered = response.status; };
  Request request;
  request.client = "a";
  const auto attempt = [&](Try result, unsigned status) {
    guard->guard(request, reply,
                 [=](const GuessReply& answer) { answer(result, empty_response(status)); });
  };
  attempt(Try::Right, 201);
  CHECK(answered == 201);
  CHECK(later.empty());
  answered = 0;
  attempt(Try::Wrong, 403);
  CHECK(answered == 0);
  REQUIRE(later.size() == 1);
  CHECK(later[0].delay > milliseconds(200));
  later[0].work();
  CHECK(answered == 403);
  for (int i = 0; i < 8; ++i) {
    attempt(Try::Wrong, 403);
    later.back().work();
    later.back().work();
  }
  attempt(Try::Wrong, 403);
  CHECK(answered == 429);
}

}  // namespace
}  // namespace sayso::http

// The server over real sockets, with a handler that only echoes.
#include "server/http/server.h"

#include <doctest/doctest.h>

#include <future>

#include "tests/server/http/live_server.h"

namespace sayso::http {
namespace {

using std::chrono::milliseconds;

Handler echo() {
  return [](const Request& request, const Reply& reply) {
    auto response = text_response(200, request.path + " " + request.body);
    response.route = "/echo";
    reply(std::move(response));
  };
}

Options quick() {
  Options options;
  options.deadlines.stop = milliseconds(2'000);
  options.deadlines.drain = milliseconds(500);
  return options;
}

TEST_CASE("requests on one connection are answered in order") {
  LiveServer live(quick(), echo());
  RawClient client(live.port());
  client.send(
      "GET /a?secret=1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\nHost: x\r\nContent-Length: "
      "3\r\n\r\nabc"
      "HEAD /c HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(body_of(client.receive_answer()) == "/a ");
  CHECK(body_of(client.receive_answer()) == "/b abc");
  const auto head = client.receive_answer(true);
  CHECK(field_of(head, "Content-Length") == "3");
  client.send("GET /d HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto last = client.receive_all();
  CHECK(field_of(last, "Connection") == "close");
  CHECK(body_of(last) == "/d ");
}

TEST_CASE("every answer carries the policy headers and a request id, refusals too") {
  LiveServer live(quick(), echo());
  for (const char* request : {"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                              "nonsense\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n"}) {
    const auto answer = exchange(live.port(), request);
    CAPTURE(answer);
    for (const char* name : {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
                             "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
                             "Permissions-Policy", "Cache-Control", "Content-Type", "Request-Id"})
      CHECK_FALSE(field_of(answer, name).empty());
    CHECK(field_of(answer, "Server").empty());
  }
}

TEST_CASE("a request that is refused unread is answered, and the connection closed") {
  LiveServer live(quick(), echo());
  struct Case {
    std::string request;
    unsigned status;
  };
  const std::string large(200'000, 'x');
  const Case cases[] = {
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: "
       "chunked\r\n\r\n0\r\n\r\nGET /b HTTP/1.1\r\n\r\n",
       501},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n", 400},
      {"GET / HTTP/1.1\nHost: x\n\n", 400},
      {"GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(9'000, 'a') + "\r\n\r\n", 431},
      {"GET /" + std::string(3'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414},
      {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10485760\r\n\r\n" + large, 413},
      {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", 400},
      {"POST / HTTP/1.1\r\nHost: x\r\nExpect: teapot\r\n\r\n", 417},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
      {std::string("\x16\x03\x01\x02\x00\x01", 6), 400},
  };
  for (const auto& [request, status] : cases) {
    CAPTURE(request.substr(0, 100));
    const auto answer = exchange(live.port(), request);
    CHECK(status_of(answer) == status);
    CHECK(field_of(answer, "Content-Type") == "application/problem+json");
    CHECK(field_of(answer, "Connection") == "close");
    // One answer and nothing after it: what was smuggled behind is not read as a request.
    CHECK(answer.find("Request-Id") == answer.rfind("Request-Id"));
  }
}

TEST_CASE("a body is asked for when its sender waits to be asked") {
  LiveServer live(quick(), echo());
  RawClient client(live.port());
  client.send("POST /up HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  CHECK(status_of(client.receive_answer()) == 100);
  client.send("ok");
  CHECK(body_of(client.receive_answer()) == "/up ok");
}

TEST_CASE("headers and bodies that trickle in too slowly are cut off") {
  Options options = quick();
  options.deadlines.head = milliseconds(50);
  options.deadlines.body = milliseconds(50);
  LiveServer live(options, echo());
  RawClient slow_head(live.port());
  slow_head.send("GET / HTTP/1.1\r\nHost");
  CHECK(slow_head.receive_all().empty());
  RawClient slow_body(live.port());
  slow_body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
  CHECK(slow_body.receive_all().empty());
  live.server().stop();
  CHECK(live.join());
  std::size_t too_slow = 0;
  for (const auto& line : live.log_lines())
    too_slow += line.find("\"status\":408") != std::string::npos ? 1 : 0;
  CHECK(too_slow == 2);
}

TEST_CASE("an idle connection is let go without a word") {
  Options options = quick();
  options.deadlines.idle = milliseconds(50);
  LiveServer live(options, echo());
  RawClient client(live.port());
  CHECK(client.receive_all().empty());
}

TEST_CASE("connections past the cap are closed, and later ones served again") {
  Options options = quick();
  options.caps.connections_per_address = 1;
  LiveServer live(options, echo());
  {
    RawClient first(live.port());
    first.send("GET /first HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(status_of(first.receive_answer()) == 200);
    CHECK(exchange(live.port(), "GET /second HTTP/1.1\r\nHost: x\r\n\r\n").empty());
    first.send("GET /bye HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(status_of(first.receive_all()) == 200);
  }
  // The count falls when the server has seen the end, which is just after we have.
  unsigned status = 0;
  for (int tries = 0; tries < 1'000 && status != 200; ++tries)
    status = status_of(exchange(live.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
  CHECK(status == 200);
}

TEST_CASE("a reply may come later and from another thread") {
  std::promise<Reply> handed_over;
  LiveServer live(quick(),
                  [&](const Request&, Reply reply) { handed_over.set_value(std::move(reply)); });
  RawClient client(live.port());
  client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  const Reply reply = handed_over.get_future().get();
  std::thread([&] { reply(text_response(200, "later")); }).join();
  CHECK(body_of(client.receive_answer()) == "later");
}

TEST_CASE("a reply that is forgotten becomes a plain error") {
  LiveServer live(quick(), [](const Request&, const Reply&) {});
  RawClient client(live.port());
  client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(client.receive_answer()) == 500);
}

TEST_CASE("stopping lets go of idle connections and finishes what is going on") {
  std::promise<Reply> handed_over;
  LiveServer live(quick(),
                  [&](const Request&, Reply reply) { handed_over.set_value(std::move(reply)); });
  RawClient idle(live.port());
  RawClient busy(live.port());
  busy.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  const Reply reply = handed_over.get_future().get();
  live.server().stop();
  CHECK(idle.receive_all().empty());
  CHECK(live.server().is_stopping());
  reply(text_response(200, "done"));
  const auto answer = busy.receive_all();
  CHECK(body_of(answer) == "done");
  CHECK(field_of(answer, "Connection") == "close");
  CHECK(live.join());
}

TEST_CASE("stopping cuts off at its deadline") {
  Options options = quick();
  options.deadlines.stop = milliseconds(50);
  std::promise<Reply> handed_over;
  Reply reply;
  {
    LiveServer live(options,
                    [&](const Request&, Reply given) { handed_over.set_value(std::move(given)); });
    RawClient busy(live.port());
    busy.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    reply = handed_over.get_future().get();
    live.server().stop();
    CHECK_FALSE(live.join());
    reply = nullptr;
  }
}

TEST_CASE("a log line names the route and nothing of the caller's") {
  LiveServer live(quick(), echo());
  RawClient client(live.port());
  client.send(
      "POST /receipts/ABC-DEF?code=XYZ HTTP/1.1\r\nHost: x\r\nCookie: __Host-sayso=tok\r\n"
      "X-Forwarded-For: 203.0.113.9\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody");
  CHECK(status_of(client.receive_all()) == 200);
  live.server().stop();
  CHECK(live.join());
  std::string all;
  for (const auto& line : live.log_lines()) all += line;
  CHECK(all.find("\"route\":\"/echo\"") != std::string::npos);
  CHECK(all.find("\"status\":200") != std::string::npos);
  for (const char* personal : {"ABC-DEF", "XYZ", "tok", "203.0.113.9", "127.0.0.1"})
    CHECK(all.find(personal) == std::string::npos);
}

TEST_CASE("a port that is taken is an error with its number") {
  LiveServer live(quick(), echo());
  Options options;
  options.port = live.port();
  RequestLog log([](std::string_view) {}, [] { return Instant{}; });
  const auto second = Server::open(options, log);
  REQUIRE_FALSE(second);
  CHECK(second.error().find(std::to_string(live.port())) != std::string::npos);
}

}  // namespace
}  // namespace sayso::http

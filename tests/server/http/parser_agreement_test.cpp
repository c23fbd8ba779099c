// What our strict reader accepts, another parser reads the same way: no room for a request inside a
// request.
#include <doctest/doctest.h>

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <random>
#include <string>
#include <vector>

#include "server/http/head.h"

namespace sayso::http {
namespace {

namespace beast = boost::beast;

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces{"GET ",
                                                "POST ",
                                                "/",
                                                "/a?b",
                                                " HTTP/1.1",
                                                " HTTP/1.0",
                                                "\r\n",
                                                "\r\n",
                                                "\r\n",
                                                "\n",
                                                "\r",
                                                " ",
                                                "\t",
                                                "Host: a",
                                                "Host:",
                                                "X: y",
                                                "Content-Length: 3",
                                                "Content-Length:",
                                                "0",
                                                "7",
                                                ",",
                                                "Connection: close",
                                                "Connection: keep-alive",
                                                "Expect: 100-continue",
                                                ":",
                                                "\x01",
                                                "Transfer-Encoding: chunked",
                                                "\r\n\r\n"};
  return kPieces;
}

std::string draw_head(std::mt19937& random) {
  const auto& all = pieces();
  std::string text = random() % 4 != 0 ? "GET / HTTP/1.1\r\nHost: a\r\n" : "";
  if (random() % 2 != 0) text = "POST /x HTTP/1.1\r\nHost: a\r\n";
  for (unsigned i = random() % 8; i > 0; --i) {
    text += all[random() % all.size()];
    if (random() % 2 != 0) text += "\r\n";
  }
  return text + "\r\n";
}

TEST_CASE("every head that we and Beast accept is read the same by both") {
  std::mt19937 random(20261122);
  int accepted = 0;
  for (int round = 0; round < 200'000; ++round) {
    const std::string text = draw_head(random);
    const auto ours = decode_head(text, Limits{});
    if (!ours) continue;
    CAPTURE(text);
    beast::http::request_parser<beast::http::empty_body> parser;
    beast::error_code error;
    parser.eager(false);
    const auto used = parser.put(boost::asio::buffer(text), error);
    if (error) continue;
    ++accepted;
    REQUIRE(parser.is_header_done());
    CHECK(used == text.size());
    CHECK(parser.content_length().value_or(0) == ours->body_bytes);
    CHECK(parser.chunked() == false);
    CHECK((parser.get().method() == beast::http::verb::post) ==
          (ours->request.method == Method::Post));
    if (!ours->request.has_field("Connection")) CHECK(parser.keep_alive() == ours->keep_alive);
  }
  CHECK(accepted > 1'000);
}

}  // namespace
}  // namespace sayso::http

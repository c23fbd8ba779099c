#include "server/http/head.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "server/http/exchange.h"
#include "server/http/head_writer.h"

namespace sayso::http {
namespace {

std::optional<HeadError> error_of(const std::string& text) {
  const auto head = decode_head(text, Limits{});
  return head ? std::nullopt : std::optional(head.error());
}

std::string with(const std::string& fields, const std::string& line = "POST /api/me HTTP/1.1") {
  return line + "\r\nHost: localhost\r\n" + fields + "\r\n";
}

TEST_CASE("a plain head is read whole") {
  const auto head = decode_head(
      "POST /api/records?x=1 HTTP/1.1\r\nhost: localhost:8080\r\nContent-Length: 12\r\n"
      "Cookie:  a=b \r\n\r\n",
      Limits{});
  REQUIRE(head);
  CHECK(head->request.method == Method::Post);
  CHECK(head->request.path == "/api/records");
  CHECK(head->request.field("Host") == "localhost:8080");
  CHECK(head->request.field("cookie") == "a=b");
  CHECK(head->body_bytes == 12);
  CHECK(head->keep_alive);
  CHECK_FALSE(head->expects_continue);
}

TEST_CASE("what two parsers could read differently is refused") {
  const std::string cases[] = {
      with("Content-Length: 5\r\nContent-Length: 5\r\n"),
      with("Content-Length: 5\r\ncontent-length: 6\r\n"),
      with("Content-Length: 5, 5\r\n"),
      with("Content-Length: +5\r\n"),
      with("Content-Length: -5\r\n"),
      with("Content-Length: 0x5\r\n"),
      with("Content-Length: 05\r\n"),
      with("Content-Length: 5 5\r\n"),
      with("Content-Length:\r\n"),
      with("Content-Length : 5\r\n"),
      with(" Content-Length: 5\r\n"),
      with("X: a\r\n b\r\n"),
      with("X: a\r\n\tb\r\n"),
      with("X: a\nContent-Length: 5\r\n"),
      with("X: a\rContent-Length: 5\r\n"),
      with(std::string("X: a\0b\r\n", 8)),
      with("X: caf\xC3\xA9\r\n"),
      with("X\r\n"),
      with(": x\r\n"),
      with("X Y: z\r\n"),
      with("Host: other\r\n"),
      "GET / HTTP/1.1\r\nX: no host\r\n\r\n",
      "GET / HTTP/1.1\nHost: a\n\n",
      "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
      with("", "GET  / HTTP/1.1"),
      with("", "GET /a b HTTP/1.1"),
      with("", "GET / HTTP/1.1 "),
      with("", "GET\t/\tHTTP/1.1"),
      with("", "GET /"),
      with("", "G(T / HTTP/1.1"),
      with("", "GET http://localhost/ HTTP/1.1"),
      with("", "GET * HTTP/1.1"),
      with("", "GET /#top HTTP/1.1"),
      with("", "GET /\x7F HTTP/1.1"),
      with("", "GET / http/1.1"),
  };
  for (const auto& text : cases) {
    CAPTURE(text);
    CHECK(error_of(text) == HeadError::Malformed);
  }
}

TEST_CASE("each other refusal says what it is") {
  CHECK(error_of(with("Transfer-Encoding: chunked\r\n")) == HeadError::TransferEncoding);
  CHECK(error_of(with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")) ==
        HeadError::TransferEncoding);
  CHECK(error_of(with("transfer-encoding: identity\r\n")) == HeadError::TransferEncoding);
  CHECK(error_of(with("Content-Length: 65537\r\n")) == HeadError::BodyTooLarge);
  CHECK(error_of(with("Content-Length: 99999999999999999999\r\n")) == HeadError::BodyTooLarge);
  CHECK(error_of(with("Content-Length: 1\r\n", "GET / HTTP/1.1")) == HeadError::BodyNotAllowed);
  CHECK(error_of(with("", "GET /" + std::string(2048, 'a') + " HTTP/1.1")) ==
        HeadError::TargetTooLong);
  CHECK(error_of(with("", "GET / HTTP/2.0")) == HeadError::Version);
  CHECK(error_of(with("Expect: something\r\n")) == HeadError::Expectation);
  std::string many;
  for (int i = 0; i < 64; ++i) many += "X: y\r\n";
  CHECK(error_of(with(many)) == HeadError::HeadTooLarge);
}

TEST_CASE("a body of exactly the limit is taken") {
  const auto head = decode_head(with("Content-Length: 65536\r\n"), Limits{});
  REQUIRE(head);
  CHECK(head->body_bytes == 65536);
}

TEST_CASE("a connection is kept only by HTTP/1.1 that does not say close") {
  CHECK(decode_head(with(""), Limits{})->keep_alive);
  CHECK_FALSE(decode_head(with("Connection: x, Close\r\n"), Limits{})->keep_alive);
  CHECK_FALSE(decode_head(with("", "GET / HTTP/1.0"), Limits{})->keep_alive);
}

TEST_CASE("a head is complete at its empty line and malformed at its first bad byte") {
  const Limits limits;
  CHECK(scan_head("GET / HTTP/1.1\r\nHost: a\r\n", limits).arrival == Arrival::NeedsMore);
  CHECK(scan_head("GET / HTTP/1.1\r", limits).arrival == Arrival::NeedsMore);
  const auto scan = scan_head("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest\n", limits);
  CHECK(scan.arrival == Arrival::Complete);
  CHECK(scan.head_bytes == 27);
  CHECK(scan_head("GET / HTTP/1.1\n", limits).arrival == Arrival::Malformed);
  CHECK(scan_head("GET / HTTP/1.1\rX", limits).arrival == Arrival::Malformed);
  CHECK(scan_head("\x16\x03\x01", limits).arrival == Arrival::Malformed);
  CHECK(scan_head("\r\n", limits).arrival == Arrival::Complete);
  CHECK(scan_head(std::string(8193, 'a'), limits).arrival == Arrival::TooLarge);
  CHECK(scan_head(std::string(8192, 'a'), limits).arrival == Arrival::NeedsMore);
}

TEST_CASE("nothing that would start a line of its own is written") {
  Response response = text_response(200, "x");
  CHECK(encode_head(response, 1, true));
  response.fields.push_back({"X", "a\r\nSet-Cookie: b"});
  CHECK_FALSE(encode_head(response, 1, true));
  response.fields.back() = {"X\n", "a"};
  CHECK_FALSE(encode_head(response, 1, true));
  const auto outgoing = prepare(response, Method::Get, true, false, "id");
  CHECK(outgoing.status == 500);
  CHECK(outgoing.head.find("X\n") == std::string::npos);
}

TEST_CASE("an answer without a body does not announce one") {
  const auto head = encode_head(empty_response(204), 0, true);
  REQUIRE(head);
  CHECK(head->find("Content-Length") == std::string::npos);
  CHECK(encode_head(empty_response(200), 0, true)->find("Content-Length: 0") != std::string::npos);
}

}  // namespace
}  // namespace sayso::http

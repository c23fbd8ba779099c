// The signature base against the published example, and what the strict profile refuses.
#include "server/http/message_signature.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "shared/crypto/ed25519.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"

using namespace sayso;
using namespace sayso::http;

namespace {

template <std::size_t N>
ByteArray<N> bytes_of(std::string_view base64) {
  const auto bytes = encoding::decode_base64(base64);
  REQUIRE(bytes.has_value());
  REQUIRE(bytes->size() == N);
  ByteArray<N> array{};
  std::copy(bytes->begin(), bytes->end(), array.begin());
  return array;
}

const std::string kSignature = std::string(86, 'A') + "==";
constexpr char kInput[] =
    R"(sayso=("@method" "@authority" "@path" "content-digest");created=1795424400;)"
    R"(keyid="z6Mk";nonce="0123456789abcdef";tag="sayso")";

Request a_request() {
  Request request;
  request.method = Method::Post;
  request.path = "/api/uses";
  request.body = "{}";
  const std::string digest = encoding::encode_base64(crypto::sha256(as_bytes(request.body)));
  request.fields = {{"Host", "Council.Example:443"},
                    {"Content-Type", "application/json"},
                    {"Content-Digest", "sha-256=:" + digest + ":"},
                    {"Signature-Input", kInput},
                    {"Signature", "sayso=:" + kSignature + ":"}};
  request.secure = true;
  return request;
}

std::string& field(Request& request, std::string_view name) {
  for (Field& one : request.fields) {
    if (one.name == name) return one.value;
  }
  FAIL("no such field");
  return request.fields.front().value;
}

std::string wrong_with(const std::function<void(Request&)>& change) {
  Request request = a_request();
  change(request);
  const auto read = read_signed_request(request);
  return read ? "nothing" : read.error();
}

std::string wrong_with_input(const std::string& from, const std::string& to) {
  return wrong_with([&](Request& request) {
    std::string& input = field(request, "Signature-Input");
    const auto place = input.find(from);
    REQUIRE(place != std::string::npos);
    input.replace(place, from.size(), to);
  });
}

}  // namespace

TEST_CASE("the signature of RFC 9421 appendix B.2.6 verifies over the base that is made here") {
  Request request;
  request.method = Method::Post;
  request.path = "/foo";
  request.fields = {{"Host", "example.com"},
                    {"Date", "Tue, 20 Apr 2021 02:07:55 GMT"},
                    {"Content-Type", "application/json"},
                    {"Content-Length", "18"}};
  const auto base = signature_base(
      request, {"date", "@method", "@path", "@authority", "content-type", "content-length"},
      R"(;created=1618884473;keyid="test-key-ed25519")");
  REQUIRE(base.has_value());
  const auto signature = bytes_of<64>(
      "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
  const auto key = bytes_of<32>("JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=");
  CHECK(crypto::verify_signature(key, as_bytes(*base), signature));
  CHECK_FALSE(crypto::verify_signature(key, as_bytes(*base + " "), signature));
}

TEST_CASE("a request of the profile is read, with the base that its signer signed") {
  const auto read = read_signed_request(a_request());
  REQUIRE(read.has_value());
  CHECK(read->key == "z6Mk");
  CHECK(read->created == Instant{1'795'424'400});
  CHECK(read->nonce == "0123456789abcdef");
  CHECK(read->base ==
        "\"@method\": POST\n\"@authority\": council.example\n\"@path\": /api/uses\n"
        "\"content-digest\": sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:\n"
        "\"@signature-params\": (\"@method\" \"@authority\" \"@path\" \"content-digest\")"
        ";created=1795424400;keyid=\"z6Mk\";nonce=\"0123456789abcdef\";tag=\"sayso\"");
  CHECK(wrong_with_input(R"(;tag="sayso")", R"(;alg="ed25519";tag="sayso")") == "nothing");
}

TEST_CASE("a body that is not the one that was signed is refused") {
  CHECK(wrong_with([](Request& request) { request.body = "{ }"; }) == "content-digest");
  CHECK(wrong_with([](Request& request) {
          field(request, "Content-Digest") += ", sha-512=:AA==:";
        }) == "content-digest");
}

TEST_CASE("whatever the profile does not name is refused, and what is wrong is said") {
  CHECK(wrong_with_input(R"( "content-digest")", "") == "signature-input");
  CHECK(wrong_with_input(R"("@path" )", "") == "signature-input");
  CHECK(wrong_with_input(";created=1795424400", "") == "created");
  CHECK(wrong_with_input("1795424400", "\"1795424400\"") == "created");
  CHECK(wrong_with_input("1795424400", "1795424400000") == "created");
  CHECK(wrong_with_input("1795424400", "-1") == "signature-input");
  CHECK(wrong_with_input(";tag=\"sayso\"", ";tag=\"other\"") == "tag");
  CHECK(wrong_with_input(";tag=\"sayso\"", "") == "tag");
  CHECK(wrong_with_input("0123456789abcdef", "0123456789abcde") == "nonce");
  CHECK(wrong_with_input("z6Mk", "z6\\\"k") == "signature-input");
  CHECK(wrong_with_input(";tag", ";alg=\"hmac-sha256\";tag") == "alg");
  CHECK(wrong_with_input(";tag", ";created=1;tag") == "signature-input");
  CHECK(wrong_with_input(";tag", ";mode=1;tag") == "signature-input");
  CHECK(wrong_with_input(";tag", "; tag") == "signature-input");
  CHECK(wrong_with_input("tag=\"sayso\"", "tag=\"sayso\",b=(\"@method\")") == "signature-input");
  CHECK(wrong_with([](Request& request) { field(request, "Signature") = "other=:AAAA:"; }) ==
        "signature");
  CHECK(wrong_with([](Request& request) { field(request, "Signature") = "sayso=:AAAA:"; }) ==
        "signature");
  CHECK(wrong_with([](Request& request) {
          request.fields.push_back({"signature-input", kInput});
        }) == "signature-input");
  CHECK(wrong_with([](Request& request) { request.fields.clear(); }) == "signature-input");
}

#include "shared/protocol/destruction_certificate.h"

#include <doctest/doctest.h>

namespace sayso::protocol {
namespace {

using encoding::Json;

DestructionCertificate make() {
  DestructionCertificate certificate;
  certificate.id = RecordId("0123456789abcdefghjkmnpqrw");
  certificate.decided = Instant{1'795'424'400};
  certificate.person = PersonId("0123456789abcdefghjkmnpqr0");
  certificate.data_class = "evidence";
  certificate.months = {"2031-11", "2031-12"};
  certificate.rows = 9;
  certificate.entries = {EntryIndex(3), EntryIndex(300)};
  return certificate;
}

Json changed(const std::string& name, const Json& value) {
  auto object = *encode_certificate(make()).object();
  object[name] = value;
  return object;
}

TEST_CASE("a certificate is read back as it was written, and has one hash") {
  const auto read = decode_certificate(encode_certificate(make()));
  REQUIRE(read.has_value());
  CHECK(encode_certificate(*read) == encode_certificate(make()));
  CHECK(certificate_hash(*read) == certificate_hash(make()));
  auto other = make();
  other.entries.pop_back();
  CHECK(certificate_hash(other) != certificate_hash(make()));
}

TEST_CASE("a certificate out of bounds, out of order or with more than it should have is refused") {
  const std::vector<Json> wrong = {
      changed("months", Json::Array{}),
      changed("months", Json::Array{"2031-13"}),
      changed("months", Json::Array{"2031-12", "2031-11"}),
      changed("months", Json::Array{"2031-11", "2031-11"}),
      changed("entries", Json::Array{std::int64_t{3}, std::int64_t{3}}),
      changed("entries", Json::Array{std::int64_t{-1}}),
      changed("entries", Json::Array{"3"}),
      changed("entries", "3"),
      changed("rows", std::int64_t{-1}),
      changed("class", "Evidence"),
      changed("person", "Ada"),
      changed("method", "promised"),
      changed("name", "Ada"),
      Json::Object{},
  };
  for (const Json& json : wrong) {
    CAPTURE(encode_canonical(json));
    CHECK_FALSE(decode_certificate(json).has_value());
  }
}

}  // namespace
}  // namespace sayso::protocol

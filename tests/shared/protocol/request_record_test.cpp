#include "shared/protocol/request_record.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/sample_records.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

Json with(Json document, const std::string& name, Json value) {
  document.object()->insert_or_assign(name, std::move(value));
  return document;
}

std::string fault_at(const Json& document) {
  const auto decoded = decode_request_record(document);
  REQUIRE_FALSE(decoded.has_value());
  return decoded.error().pointer;
}

TEST_CASE("a request of every kind comes back as it was") {
  for (const RequestKind kind :
       {RequestKind::See, RequestKind::Correct, RequestKind::Delete, RequestKind::Limit,
        RequestKind::Object, RequestKind::Move, RequestKind::Complain, RequestKind::Ask}) {
    RequestRecord record = test::sample_request(1, 12);
    record.kind = kind;
    const Json document = encode_request_record(record);
    const auto decoded = decode_request_record(document);
    REQUIRE(decoded.has_value());
    CHECK(decoded->kind == kind);
    CHECK(decoded->text == record.text);
    CHECK(decoded->organisation == record.organisation);
    CHECK(encode_request_record(*decoded) == document);
  }
}

TEST_CASE("a request need be about nothing in particular and say nothing") {
  RequestRecord record = test::sample_request(1, 12);
  record.purpose.reset();
  record.organisation.reset();
  record.text.clear();
  const Json document = encode_request_record(record);
  CHECK(document.find("text") == nullptr);
  const auto decoded = decode_request_record(document);
  REQUIRE(decoded.has_value());
  CHECK_FALSE(decoded->purpose.has_value());
  CHECK(encode_request_record(*decoded) == document);
}

TEST_CASE("an organisation without a purpose is refused") {
  RequestRecord record = test::sample_request(1, 12);
  record.purpose.reset();
  CHECK(fault_at(encode_request_record(record)) == "/dpv:hasEntity");
}

TEST_CASE("a request may be about one item, or about one use") {
  RequestRecord record = test::sample_request(1, 12);
  record.item = ItemReference{OrganisationId("schools"), "att-1/2026"};
  record.use = EntryIndex(0);
  const Json document = encode_request_record(record);
  const auto decoded = decode_request_record(document);
  REQUIRE(decoded.has_value());
  CHECK(decoded->item->source == OrganisationId("schools"));
  CHECK(decoded->item->reference == "att-1/2026");
  CHECK(decoded->use == EntryIndex(0));
  CHECK(encode_request_record(*decoded) == document);
  const auto item = [&](const std::string& source, const std::string& reference) {
    return with(document, "item", Json::Object{{"source", source}, {"reference", reference}});
  };
  CHECK(fault_at(item("Schools", "1")) == "/item/source");
  CHECK(fault_at(item("schools", "")) == "/item/reference");
  CHECK(fault_at(item("schools", "a b")) == "/item/reference");
  CHECK(fault_at(item("schools", std::string(65, 'x'))) == "/item/reference");
  CHECK(fault_at(with(document, "use", -1)) == "/use");
}

TEST_CASE("a text is not empty and not endless") {
  const Json document = encode_request_record(test::sample_request(1, 12));
  CHECK(fault_at(with(document, "text", "")) == "/text");
  CHECK(fault_at(with(document, "text", std::string(kMaxRequestTextBytes + 1, 'x'))) == "/text");
  CHECK(decode_request_record(with(document, "text", std::string(kMaxRequestTextBytes, 'x')))
            .has_value());
}

TEST_CASE("an unknown kind or member is refused by name") {
  const Json document = encode_request_record(test::sample_request(1, 12));
  CHECK(fault_at(with(document, "kind", "obey")) == "/kind");
  CHECK(fault_at(with(document, "urgent", true)) == "/urgent");
  CHECK(fault_at(encode_request_record(RequestRecord{})) == "/dct:identifier");
}

}  // namespace
}  // namespace sayso::protocol

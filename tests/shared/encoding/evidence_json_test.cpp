#include "shared/encoding/evidence_json.h"

#include <doctest/doctest.h>

using namespace sayso;
using namespace sayso::encoding;

namespace {

const std::string kText =
    R"({"choices":3,"devices":1,"items":{"count":2,"next":"2031-09-30","overdue":0},)"
    R"("log":{"as_of":"2026-11-23T09:00:00Z","size":812,"witnesses":2},)"
    R"("organisations":["nhs","schools"],"requests":{"count":1,"late":0},)"
    R"("uses":{"by_choice":1,"by_others":1,"count":2,"last":"2026-11-20T10:00:00Z"}})";

std::string pointer_of(const Json& json) {
  const auto evidence = decode_evidence(json);
  return evidence ? std::string("none") : evidence.error().pointer;
}

// With this member of this member set to something else.
std::string pointer_with(const char* outer, const char* name, Json value) {
  Json::Object object = *decode_json(kText).value().object();
  Json::Object inner = *object.find(outer)->second.object();
  inner.insert_or_assign(name, std::move(value));
  object.insert_or_assign(outer, std::move(inner));
  return pointer_of(object);
}

}  // namespace

TEST_CASE("evidence is written in one form, and read back as it was") {
  const auto evidence = decode_evidence(decode_json(kText).value());
  REQUIRE(evidence.has_value());
  CHECK(evidence->organisations.size() == 2);
  CHECK(evidence->log->witnesses == 2);
  CHECK(evidence->items->next == Date{2031, 9, 30});
  CHECK(encode_canonical(encode_evidence(*evidence)) == kText);
}

TEST_CASE("evidence without a log and of a key that nobody confirmed leaves those out") {
  Json::Object object = *decode_json(kText).value().object();
  for (const char* name : {"log", "uses", "items"}) object.erase(name);
  const auto evidence = decode_evidence(object);
  REQUIRE(evidence.has_value());
  CHECK_FALSE(evidence->log.has_value());
  CHECK_FALSE(evidence->uses.has_value());
  CHECK_FALSE(evidence->items.has_value());
  CHECK(encode_canonical(encode_evidence(*evidence)) == encode_canonical(Json(object)));
}

TEST_CASE("evidence that does not add up says where") {
  CHECK(pointer_with("items", "overdue", 3) == "/items/overdue");
  CHECK(pointer_with("items", "overdue", 2) == "/items/next");
  CHECK(pointer_with("items", "next", "soon") == "/items/next");
  CHECK(pointer_with("uses", "by_choice", 3) == "/uses/by_choice");
  CHECK(pointer_with("uses", "by_others", -1) == "/uses/by_others");
  CHECK(pointer_with("uses", "count", 0) == "/uses/by_choice");
  CHECK(pointer_with("requests", "late", 2) == "/requests/late");
  CHECK(pointer_with("log", "as_of", "today") == "/log/as_of");
  Json::Object object = *decode_json(kText).value().object();
  object.insert_or_assign("organisations", Json::Array{Json("schools"), Json("nhs")});
  CHECK(pointer_of(object) == "/organisations");
  object = *decode_json(kText).value().object();
  object.insert_or_assign("people", 400);
  CHECK(pointer_of(object) == "/people");
}

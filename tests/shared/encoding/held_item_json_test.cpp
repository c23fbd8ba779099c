#include "shared/encoding/held_item_json.h"

#include <doctest/doctest.h>

using namespace sayso;
using namespace sayso::encoding;

namespace {

constexpr char kText[] =
    R"({"arrival":"letter","kind":"health","purposes":["join-up"],"received":"2026-03-01",)"
    R"("reference":"gp-7","source":"nhs","summary":"Asthma."})";

}  // namespace

TEST_CASE("an item is written in one form, and read back as it was") {
  const auto item = decode_held_item(decode_json(kText).value());
  REQUIRE(item.has_value());
  CHECK(item->reference == "gp-7");
  CHECK(item->kind.value() == "health");
  CHECK(item->source.value() == "nhs");
  CHECK(item->received == Date{2026, 3, 1});
  CHECK(item->arrival == domain::Arrival::Letter);
  CHECK(item->summary == "Asthma.");
  CHECK(item->purposes == std::vector<PurposeId>{PurposeId("join-up")});
  CHECK(encode_canonical(encode_held_item(*item)) == kText);
}

TEST_CASE("an item with a member that is missing, unknown or wrong says which") {
  const auto pointer_of = [](const char* name, Json value) {
    Json::Object object = *decode_json(kText).value().object();
    object.insert_or_assign(name, std::move(value));
    const auto item = decode_held_item(object);
    return item ? std::string("none") : item.error().pointer;
  };
  CHECK(pointer_of("received", "2026-02-30") == "/received");
  CHECK(pointer_of("received", "1 March 2026") == "/received");
  CHECK(pointer_of("arrival", "pigeon") == "/arrival");
  CHECK(pointer_of("purposes", "join-up") == "/purposes");
  CHECK(pointer_of("summary", 7) == "/summary");
  CHECK(pointer_of("colour", "blue") == "/colour");
  Json::Object object = *decode_json(kText).value().object();
  object.erase("source");
  CHECK(decode_held_item(object).error().pointer == "/source");
}

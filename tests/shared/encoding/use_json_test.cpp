#include "shared/encoding/use_json.h"

#include <doctest/doctest.h>

using namespace sayso;
using namespace sayso::encoding;

namespace {

const std::string kHash(64, 'a');
const std::string kText =
    R"({"choice":")" + kHash +
    R"(","entry":7,"information":["school-attendance","health"],"organisation":"schools",)"
    R"("purpose":"join-up","role":"organisation","use":"disclosed","when":"2026-11-23T09:00:00Z"})";

}  // namespace

TEST_CASE("a use is written in one form, and read back as it was") {
  const auto use = decode_use(decode_json(kText).value());
  REQUIRE(use.has_value());
  CHECK(use->kind == domain::UseKind::Disclosed);
  CHECK(use->information.size() == 2);
  CHECK(use->entry == EntryIndex(7));
  REQUIRE(use->choice.has_value());
  CHECK(encode_hex(*use->choice) == kHash);
  CHECK(encode_canonical(encode_use(*use)) == kText);
}

TEST_CASE("a use under no choice leaves it out") {
  Json::Object object = *decode_json(kText).value().object();
  object.erase("choice");
  const auto use = decode_use(object);
  REQUIRE(use.has_value());
  CHECK_FALSE(use->choice.has_value());
  CHECK(encode_use(*use).find("choice") == nullptr);
}

TEST_CASE("a use with a member that is missing, unknown or wrong says which") {
  const auto pointer_of = [](const char* name, Json value) {
    Json::Object object = *decode_json(kText).value().object();
    object.insert_or_assign(name, std::move(value));
    const auto use = decode_use(object);
    return use ? std::string("none") : use.error().pointer;
  };
  CHECK(pointer_of("when", "yesterday") == "/when");
  CHECK(pointer_of("use", "sold") == "/use");
  CHECK(pointer_of("choice", "00") == "/choice");
  CHECK(pointer_of("entry", -1) == "/entry");
  CHECK(pointer_of("information", Json::Array{}) == "/information");
  CHECK(pointer_of("information", Json::Array{Json("health"), Json("health")}) == "/information");
  CHECK(pointer_of("name", "somebody") == "/name");
}

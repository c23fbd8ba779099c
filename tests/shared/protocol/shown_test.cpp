#include "shared/protocol/shown.h"

#include <doctest/doctest.h>

#include "shared/crypto/hash.h"

namespace sayso::protocol {
namespace {

const Shown kFirst{"join-up", "nhs", "May the NHS tell us about you?", "Yes"};
const Shown kSecond{"join-up", "police", "May the police tell us about you?", "No"};

TEST_CASE("the hash is that of the canonical list") {
  CHECK(shown_hash({}) == crypto::sha256(as_bytes("[]")));
  CHECK(shown_hash({kFirst}) ==
        crypto::sha256(as_bytes(R"([{"answer":"Yes","organisation":"nhs","purpose":"join-up",)"
                                R"("question":"May the NHS tell us about you?"}])")));
}

TEST_CASE("order, words and answers all count") {
  const Digest both = shown_hash({kFirst, kSecond});
  CHECK(shown_hash({kSecond, kFirst}) != both);
  Shown other = kSecond;
  other.answer = "Yes";
  CHECK(shown_hash({kFirst, other}) != both);
  other = kSecond;
  other.question += " ";
  CHECK(shown_hash({kFirst, other}) != both);
  CHECK(shown_hash({kFirst}) != both);
}

}  // namespace
}  // namespace sayso::protocol

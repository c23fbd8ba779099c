#include "shared/protocol/checkpoint.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/sample_records.h"

namespace sayso::protocol {
namespace {

constexpr char kRoot[] = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

std::string body(const std::string& origin, const std::string& size, const std::string& root) {
  return origin + "\n" + size + "\n" + root + "\n";
}

TEST_CASE("the example of the specification comes back as the same bytes") {
  const std::string text = body("example.com/behind-the-sofa", "20852163", kRoot);
  const auto checkpoint = decode_checkpoint(text);
  REQUIRE(checkpoint.has_value());
  CHECK(checkpoint->origin == "example.com/behind-the-sofa");
  CHECK(checkpoint->size == TreeSize(20'852'163));
  CHECK(encode_checkpoint(*checkpoint) == text);
}

TEST_CASE("extension lines are kept") {
  const std::string text = body("o", "0", kRoot) + "first\nsecond\n";
  const auto checkpoint = decode_checkpoint(text);
  REQUIRE(checkpoint.has_value());
  CHECK(checkpoint->extensions.size() == 2);
  CHECK(encode_checkpoint(*checkpoint) == text);
}

TEST_CASE("sizes are decimal, without a leading zero, and fit 64 bits") {
  CHECK(decode_checkpoint(body("o", "18446744073709551615", kRoot)).has_value());
  for (const char* size : {"", "00", "01", "-1", "+1", "1 ", " 1", "1.0", "0x1",
                           "18446744073709551616", "99999999999999999999999"}) {
    CAPTURE(size);
    CHECK_FALSE(decode_checkpoint(body("o", size, kRoot)).has_value());
  }
}

TEST_CASE("a checkpoint that is not well-formed is refused") {
  const std::string good = body("o", "1", kRoot);
  REQUIRE(decode_checkpoint(good).has_value());
  CHECK_FALSE(decode_checkpoint("").has_value());
  CHECK_FALSE(decode_checkpoint(good.substr(0, good.size() - 1)).has_value());
  CHECK_FALSE(decode_checkpoint(good + "\n").has_value());
  CHECK_FALSE(decode_checkpoint(good + "x").has_value());
  CHECK_FALSE(decode_checkpoint("\n" + good).has_value());
  CHECK_FALSE(decode_checkpoint(body("o", "1", "AAAA")).has_value());
  CHECK_FALSE(decode_checkpoint(body("o", "1", std::string(kRoot) + "=")).has_value());
}

TEST_CASE("a checkpoint verifies with its log's key, about its own log only") {
  const auto key = test::sample_key(1);
  const VerifierKey verifier{"council.example/sayso", key.public_key()};
  const auto sign = [&](const std::string& text) {
    return encode_note(sign_note(text, verifier.name, key));
  };
  const std::string note = sign(body(verifier.name, "5", kRoot));
  const auto verified = verify_checkpoint(note, verifier);
  REQUIRE(verified.has_value());
  CHECK(verified->size == TreeSize(5));

  CHECK(verify_checkpoint(sign(body("other.example", "5", kRoot)), verifier).error() ==
        CheckpointFault::WrongOrigin);
  CHECK(verify_checkpoint(sign("just text\n"), verifier).error() == CheckpointFault::Malformed);
  CHECK(verify_checkpoint("no note", verifier).error() == CheckpointFault::Malformed);
  CHECK(verify_checkpoint(note, {"other.example", key.public_key()}).error() ==
        CheckpointFault::UnknownKey);
  std::string altered = note;
  altered[altered.find("\n5\n") + 1] = '6';
  CHECK(verify_checkpoint(altered, verifier).error() == CheckpointFault::WrongSignature);
}

}  // namespace
}  // namespace sayso::protocol

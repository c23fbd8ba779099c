#include "shared/protocol/cosignature.h"

#include <doctest/doctest.h>

#include "shared/protocol/checkpoint.h"

namespace sayso::protocol {
namespace {

crypto::SigningKey key_of(std::uint8_t number) {
  crypto::Seed seed{};
  seed.fill(number);
  return crypto::SigningKey::from_seed(seed);
}

const std::string kText =
    "council.example/sayso\n5\nf11uVjUsOSXD02DkDyJ5jH6a3rUeB6sgLSTBJm+OffQ=\n";

SignedNote cosigned(const Instant when = Instant{1'679'315'147}) {
  auto note = sign_note(kText, "council.example/sayso", key_of(1));
  note.signatures.push_back(cosign(kText, "witness.example/w1", key_of(2), when));
  return note;
}

WitnessKey witness() { return {"witness.example/w1", key_of(2).public_key()}; }

TEST_CASE("a cosignature says who saw the checkpoint and when") {
  const auto note = cosigned();
  const auto seen = verify_cosignature(note, witness());
  REQUIRE(seen.has_value());
  CHECK(*seen == Instant{1'679'315'147});
  // It travels as any other line of the note.
  const auto read = decode_note(encode_note(note));
  REQUIRE(read.has_value());
  CHECK(verify_cosignature(*read, witness()).has_value());
  CHECK(read->signatures[1].signature.size() == 72);
}

TEST_CASE("a cosignature with any one bit altered is refused, and so is one of another text") {
  for (std::size_t place = 0; place < 72; ++place) {
    auto note = cosigned();
    note.signatures[1].signature[place] ^= 1;
    CHECK(verify_cosignature(note, witness()).error() == NoteFault::WrongSignature);
  }
  auto other = cosigned();
  other.text[other.text.find("\n5\n") + 1] = '6';
  CHECK(verify_cosignature(other, witness()).error() == NoteFault::WrongSignature);
}

TEST_CASE("a plain signature by the same key is no cosignature, and the other way round") {
  auto note = cosigned();
  note.signatures[1] = sign_note(kText, "witness.example/w1", key_of(2)).signatures[0];
  CHECK(verify_cosignature(note, witness()).error() == NoteFault::UnknownKey);
  CHECK(verify_note(cosigned(), {"witness.example/w1", key_of(2).public_key()}).error() ==
        NoteFault::UnknownKey);
}

TEST_CASE("of several cosignatures by one witness the latest counts, and one wrong spoils all") {
  auto note = cosigned();
  note.signatures.push_back(cosign(kText, "witness.example/w1", key_of(2), Instant{2'000'000'000}));
  CHECK(verify_cosignature(note, witness()).value() == Instant{2'000'000'000});
  note.signatures.back().signature.back() ^= 1;
  CHECK_FALSE(verify_cosignature(note, witness()).has_value());
}

TEST_CASE("claims are counted by key, with the time of the last, and the log's own line is none") {
  auto note = sign_note(kText, "council.example/sayso", key_of(1));
  CHECK(claimed_cosignatures(note).witnesses == 0);
  note.signatures.push_back(cosign(kText, "witness.example/w1", key_of(2), Instant{100}));
  note.signatures.push_back(cosign(kText, "witness.example/w1", key_of(2), Instant{90}));
  note.signatures.push_back(cosign(kText, "witness.example/w1", key_of(3), Instant{95}));
  CHECK(claimed_cosignatures(note).witnesses == 2);
  CHECK(claimed_cosignatures(note).last == Instant{100});
  // A time that no clock shows.
  note.signatures.back().signature[0] = 0xff;
  CHECK(claimed_cosignatures(note).witnesses == 1);
}

TEST_CASE("a witness's key has one spelling, and is not a log's") {
  const std::string text = encode_witness_vkey(witness());
  const auto read = decode_witness_vkey(text);
  REQUIRE(read.has_value());
  CHECK(read->name == "witness.example/w1");
  CHECK(read->key == witness().key);
  CHECK_FALSE(decode_vkey(text).has_value());
  CHECK_FALSE(decode_witness_vkey(encode_vkey({witness().name, witness().key})).has_value());
  CHECK_FALSE(decode_witness_vkey(text + "\n").has_value());
  CHECK_FALSE(decode_witness_vkey("").has_value());
}

}  // namespace
}  // namespace sayso::protocol

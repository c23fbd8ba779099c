#include "shared/protocol/signed_note.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/sample_records.h"

namespace sayso::protocol {
namespace {

// The example of Go's package golang.org/x/mod/sumdb/note, where the format comes from.
constexpr char kGoKey[] = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr char kGoNote[] =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    "\n";

SignedNote sample_note() {
  return sign_note("council.example/sayso\n3\nx\n", "council.example/sayso", test::sample_key(1));
}

VerifierKey sample_verifier() {
  return {"council.example/sayso", test::sample_key(1).public_key()};
}

TEST_CASE("a note from elsewhere verifies with its key") {
  const auto key = decode_vkey(kGoKey);
  REQUIRE(key.has_value());
  CHECK(encode_vkey(*key) == kGoKey);
  const auto note = decode_note(kGoNote);
  REQUIRE(note.has_value());
  CHECK(verify_note(*note, *key).has_value());
  CHECK(encode_note(*note) == kGoNote);
}

TEST_CASE("the key of Go's checksum database has the id that it says") {
  CHECK(decode_vkey("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"));
}

TEST_CASE("a key whose id does not fit, or that is of another algorithm, is refused") {
  const std::string good = encode_vkey(sample_verifier());
  CHECK(decode_vkey(good).has_value());
  std::string other = good;
  other[good.find('+') + 1] = other[good.find('+') + 1] == '0' ? '1' : '0';
  CHECK_FALSE(decode_vkey(other));
  CHECK_FALSE(decode_vkey(good + "\n"));
  CHECK_FALSE(decode_vkey("x" + good));
  CHECK_FALSE(decode_vkey(good.substr(0, good.size() - 4)));
  CHECK_FALSE(decode_vkey(""));
  CHECK_FALSE(decode_vkey("++"));
  CHECK_FALSE(decode_vkey("a+b"));
  std::string cosigner = good;
  cosigner[good.rfind('+') + 2] = 'A';
  CHECK_FALSE(decode_vkey(cosigner));
}

TEST_CASE("a key name holds no space of any kind and no plus") {
  CHECK(is_key_name("council.example/sayso"));
  CHECK(is_key_name("r\u00e5d.example"));
  for (const char* name :
       {"", "a b", "a+b", "a\tb", "a\nb", "a\u00a0b", "a\u2003b", "a\u3000b", "a\u0085b", "a\xff"})
    CHECK_FALSE(is_key_name(name));
  CHECK_FALSE(is_key_name(std::string(256, 'a')));
}

TEST_CASE("what was signed verifies, and nothing that was altered") {
  const SignedNote note = sample_note();
  CHECK(verify_note(note, sample_verifier()).has_value());
  SignedNote other = note;
  other.text[0] = 'C';
  CHECK(verify_note(other, sample_verifier()).error() == NoteFault::WrongSignature);
  other = note;
  other.signatures[0].signature[0] ^= 1;
  CHECK(verify_note(other, sample_verifier()).error() == NoteFault::WrongSignature);
  other = note;
  other.signatures[0].signature.pop_back();
  CHECK(verify_note(other, sample_verifier()).error() == NoteFault::WrongSignature);
  other = note;
  other.signatures[0].name = "other.example";
  CHECK(verify_note(other, sample_verifier()).error() == NoteFault::UnknownKey);
  CHECK(verify_note(note, {"council.example/sayso", test::sample_key(2).public_key()}).error() ==
        NoteFault::UnknownKey);
}

TEST_CASE("lines of other keys are carried along and ignored") {
  SignedNote note = sample_note();
  note.signatures.insert(note.signatures.begin(), {"witness.example", {1, 2, 3, 4}, Bytes(72, 5)});
  CHECK(verify_note(note, sample_verifier()).has_value());
  const auto decoded = decode_note(encode_note(note));
  REQUIRE(decoded.has_value());
  CHECK(encode_note(*decoded) == encode_note(note));
  CHECK(verify_note(*decoded, sample_verifier()).has_value());
}

TEST_CASE("one wrong line by the key spoils the note, however many are right") {
  SignedNote note = sample_note();
  note.signatures.push_back(note.signatures[0]);
  CHECK(verify_note(note, sample_verifier()).has_value());
  note.signatures[1].signature[5] ^= 1;
  CHECK(verify_note(note, sample_verifier()).error() == NoteFault::WrongSignature);
}

TEST_CASE("text may hold empty lines: the last one parts it from the signatures") {
  const SignedNote note = sign_note("one\n\ntwo\n", "a", test::sample_key(1));
  const auto decoded = decode_note(encode_note(note));
  REQUIRE(decoded.has_value());
  CHECK(decoded->text == "one\n\ntwo\n");
}

TEST_CASE("a note that is not well-formed is refused") {
  const std::string good = encode_note(sample_note());
  const std::string dash = "\u2014 ";
  const auto replaced = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  REQUIRE(decode_note(good).has_value());
  CHECK_FALSE(decode_note(""));
  CHECK_FALSE(decode_note("\n\n"));
  CHECK_FALSE(decode_note(good.substr(0, good.size() - 1)));
  CHECK_FALSE(decode_note(good + "\n"));
  CHECK_FALSE(decode_note(good + "x\n"));
  CHECK_FALSE(decode_note(replaced("\n\n", "\n")));
  CHECK_FALSE(decode_note(replaced("\n\n", "\r\n\r\n")));
  CHECK_FALSE(decode_note(replaced(dash, "- ")));
  CHECK_FALSE(decode_note(replaced(dash, dash + " ")));
  CHECK_FALSE(decode_note(replaced("=\n", "\n")));
  CHECK_FALSE(decode_note(replaced("3", "\x01")));
  CHECK_FALSE(decode_note(replaced("3", "\xc0\x80")));
  CHECK_FALSE(decode_note("text\n\n" + dash + "name AAAAAA==\n"));
  CHECK_FALSE(decode_note("text\n\n" + dash + "name\n"));
}

TEST_CASE("a note may have sixteen signatures and more, but not without end") {
  SignedNote note = sample_note();
  while (note.signatures.size() < kMaxNoteSignatures) note.signatures.push_back(note.signatures[0]);
  CHECK(decode_note(encode_note(note)).has_value());
  note.signatures.push_back(note.signatures[0]);
  CHECK_FALSE(decode_note(encode_note(note)));
  CHECK_FALSE(decode_note(std::string(kMaxNoteBytes + 1, '\n')));
}

}  // namespace
}  // namespace sayso::protocol

// The worked example of the Recommendation (Data Integrity EdDSA Cryptosuites v1.0, appendix on
// eddsa-jcs-2022), every value of it. What a clone needs is written out here; where the files
// themselves are at hand they are read too.
#include <doctest/doctest.h>

#include <string>

#include "shared/encoding/base58btc.h"
#include "shared/encoding/json.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/multikey.h"
#include "tests/support/hex.h"
#include "tests/support/text_file.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

constexpr char kPublic[] = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
constexpr char kPrivate[] = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
constexpr char kDocument[] =
    R"({"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],)"
    R"("credentialSubject":{"alumniOf":"The School of Examples","id":"did:example:abcdefgh"},)"
    R"("description":"A minimum viable example of an Alumni Credential.",)"
    R"("id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"https://vc.example/issuers/5678",)"
    R"("name":"Alumni Credential","type":["VerifiableCredential","AlumniCredential"],)"
    R"("validFrom":"2023-01-01T00:00:00Z"})";
constexpr char kOptionsHash[] = "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db";
constexpr char kDocumentHash[] = "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19";
constexpr char kSignature[] =
    "407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b803"
    "51da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808";
constexpr char kProofValue[] =
    "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX";

Json parse(std::string_view text) {
  const auto json = encoding::decode_json(text);
  REQUIRE(json.has_value());
  return *json;
}

crypto::SigningKey example_key() {
  // Multicodec ed25519-priv (0x80 0x26), then the seed.
  const auto bytes = encoding::decode_base58btc(std::string_view(kPrivate).substr(1));
  REQUIRE(bytes.has_value());
  return crypto::SigningKey::from_seed(test::array_from<32>(ByteView(*bytes).subspan(2)));
}

Json secured_example() {
  return secure(parse(kDocument),
                {ProofPurpose::AssertionMethod, *decode_instant("2023-02-24T23:36:38Z"), {}, {}},
                example_key());
}

TEST_CASE("the example's key is the one that its multikey names") {
  CHECK(encode_multikey(example_key().public_key()) == kPublic);
}

TEST_CASE("the example's hashes and signature come out value by value") {
  const Json secured = secured_example();
  Json::Object options = *secured.find("proof")->object();
  options.erase("proofValue");
  CHECK(encoding::encode_canonical(without_proof(secured)) == kDocument);
  CHECK(encode_hex(proof_input(options, parse(kDocument))) ==
        std::string(kOptionsHash) + kDocumentHash);
  CHECK(encode_hex(example_key().sign(proof_input(options, parse(kDocument)))) == kSignature);
  CHECK(*secured.find("proof")->find("proofValue")->string() == kProofValue);
}

TEST_CASE("the example verifies against its key and no other") {
  const Json secured = secured_example();
  CHECK(verify_proof(secured, {}, example_key().public_key()).has_value());
  CHECK(claimed_key(secured) == example_key().public_key());
}

TEST_CASE("the example's files agree with what is made here") {
  const auto file = [](const std::string& name) {
    return test::read_text_file(std::string(SAYSO_VECTORS_DIR) + "/eddsa-jcs-2022/" + name);
  };
  const auto signed_text = file("signedJCS.json");
  if (!signed_text) {
    MESSAGE("skipped: there is no eddsa-jcs-2022 among the vectors");
    return;
  }
  const Json secured = parse(*signed_text);
  CHECK(secured == secured_example());
  CHECK(verify_proof(secured, {}, example_key().public_key()).has_value());
  CHECK(encoding::encode_canonical(without_proof(secured)) == *file("canonDocJCS.txt"));
  const Json options = parse(*file("proofConfigJCS.json"));
  CHECK(encoding::encode_canonical(options) == *file("proofCanonJCS.txt"));
  CHECK(encode_hex(proof_input(options, without_proof(secured))) == *file("combinedHashJCS.txt"));
  CHECK(*file("proofHashJCS.txt") + *file("docHashJCS.txt") == *file("combinedHashJCS.txt"));
  CHECK(*file("sigHexJCS.txt") == kSignature);
  CHECK(*file("sigBTC58JCS.txt") == kProofValue);
}

}  // namespace
}  // namespace sayso::protocol

// Passwords, slow as they are.
#include <doctest/doctest.h>

#include <string>

#include "server/credentials/library_credentials.h"

namespace sayso::credentials {
namespace {

// Algorithm, version, memory in KiB, passes, lanes: up to the salt.
std::string parameters_of(const std::string& hash) {
  return hash.substr(0, hash.find('$', hash.find("p=")));
}

TEST_CASE("a password is hashed with Argon2id, three passes over 64 MiB, under a salt of its own") {
  const LibraryCredentials credentials;
  const auto hash = credentials.hash_password("correct horse battery");
  const auto again = credentials.hash_password("correct horse battery");
  REQUIRE(hash.has_value());
  REQUIRE(again.has_value());
  CHECK(parameters_of(*hash) == "$argon2id$v=19$m=65536,t=3,p=1");
  CHECK(*hash != *again);
  CHECK(credentials.verify_password(*hash, "correct horse battery") == true);
  CHECK(credentials.verify_password(*again, "correct horse battery") == true);
  CHECK(credentials.verify_password(*hash, "correct horse batterz") == false);
  CHECK(credentials.verify_password(*hash, "") == false);
}

TEST_CASE("the decoy costs what a password costs, and is nobody's") {
  const LibraryCredentials credentials;
  CHECK(parameters_of(credentials.decoy_hash()) == "$argon2id$v=19$m=65536,t=3,p=1");
  CHECK(credentials.decoy_hash().size() == credentials.hash_password("x")->size());
  CHECK(credentials.verify_password(credentials.decoy_hash(), "") == false);
}

TEST_CASE("what is no hash verifies nothing") {
  const LibraryCredentials credentials;
  for (const char* text : {"", "x", "$argon2id$v=19$m=65536,t=3,p=1$AAAA", "$2b$12$abc"})
    CHECK(credentials.verify_password(text, "") == false);
}

}  // namespace
}  // namespace sayso::credentials

// One-time codes against the RFC's own, and against somebody else's program.
#include "server/credentials/one_time_code.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

#include "shared/encoding/base32.h"

namespace sayso::credentials {
namespace {

std::string six_digits(std::uint32_t code) {
  const std::string digits = std::to_string(code);
  return std::string(6 - digits.size(), '0') + digits;
}

// What the shell command prints; empty where it could not be run.
std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::array<char, 256> part{};
  std::string all;
  while (std::fgets(part.data(), static_cast<int>(part.size()), pipe) != nullptr)
    all += part.data();
  return pclose(pipe) == 0 ? all : std::string();
}

const ByteView kSecret = as_bytes("12345678901234567890");

TEST_CASE("codes are those of RFC 4226 appendix D") {
  const char* expected[] = {"755224", "287082", "359152", "969429", "338314",
                            "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t step = 0; step < 10; ++step)
    CHECK(six_digits(one_time_code(kSecret, step)) == expected[step]);
}

// The table has eight digits; ours are the last six of them.
TEST_CASE("codes are those of RFC 6238 appendix B") {
  const std::pair<std::uint64_t, const char*> expected[] = {{59, "287082"},
                                                            {1'111'111'109, "081804"},
                                                            {1'111'111'111, "050471"},
                                                            {1'234'567'890, "005924"},
                                                            {2'000'000'000, "279037"},
                                                            {20'000'000'000, "353130"}};
  for (const auto& [seconds, code] : expected)
    CHECK(six_digits(one_time_code(kSecret, seconds / 30)) == code);
}

TEST_CASE("oathtool makes the same codes of a secret as it is handed over") {
  if (access("/usr/bin/oathtool", X_OK) != 0) {
    MESSAGE("skipped: oathtool is not installed");
    return;
  }
  Bytes secret(20);
  for (int round = 0; round < 5; ++round) {
    for (std::size_t i = 0; i < secret.size(); ++i)
      secret[i] = static_cast<std::uint8_t>(31 * i + 97 * round + 200);
    const std::uint64_t seconds = 1'795'424'400 + 86'400 * 37 * static_cast<unsigned>(round);
    const std::string said =
        output_of("/usr/bin/oathtool --totp=SHA1 --base32 --digits=6 --now=@" +
                  std::to_string(seconds) + " " + encoding::encode_base32(secret));
    CHECK(said == six_digits(one_time_code(secret, seconds / 30)) + "\n");
  }
}

}  // namespace
}  // namespace sayso::credentials

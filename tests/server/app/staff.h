// The team for tests: accounts without the wait, and somebody who signs in with one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "server/app/staff_door.h"
#include "server/app/staff_office.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

// Hashes nothing and makes codes of its own, and counts how often it was asked.
class QuickCredentials final : public Credentials {
 public:
  [[nodiscard]] std::optional<std::string> hash_password(std::string_view password) const override {
    if (is_full) return std::nullopt;
    return "hash of " + std::string(password);
  }
  [[nodiscard]] std::optional<bool> verify_password(const std::string& hash,
                                                    std::string_view password) const override {
    ++verified;
    if (is_full) return std::nullopt;
    return hash == "hash of " + std::string(password);
  }
  [[nodiscard]] const std::string& decoy_hash() const override { return decoy_; }
  [[nodiscard]] std::uint32_t one_time_code(ByteView secret, std::uint64_t step) const override {
    ++coded;
    std::uint64_t code = step * 7'919;
    for (const std::uint8_t byte : secret) code = code * 31 + byte;
    return static_cast<std::uint32_t>(code % 1'000'000);
  }

  mutable int verified = 0;
  mutable int coded = 0;
  // No memory is left.
  bool is_full = false;

 private:
  std::string decoy_ = "hash of nothing that anybody types";
};

inline constexpr char kGoodPassword[] = "seven small boats";

struct Team {
  explicit Team(Council& where) : council(where) {}

  [[nodiscard]] std::string code_of(const std::string& user, std::int64_t steps = 0) const {
    const auto account = find_staff(council.desk->vault(), StoredRows(council.desk->store()), user);
    const Bytes secret = account ? account->secret : Bytes();
    const auto step = static_cast<std::uint64_t>(council.clock.now().unix_seconds / 30 + steps);
    const std::string digits = std::to_string(credentials.one_time_code(secret, step));
    return std::string(6 - digits.size(), '0') + digits;
  }

  [[nodiscard]] static encoding::Json body(const std::string& user, const std::string& password,
                                           const std::string& code) {
    return encoding::Json::Object{{"user", user}, {"password", password}, {"code", code}};
  }

  [[nodiscard]] Outcome<StaffSignedIn> send(const encoding::Json& asked) {
    return wait_for<StaffSignedIn>([&](auto done) { door.sign_in(asked, std::move(done)); });
  }

  [[nodiscard]] Outcome<StaffSignedIn> sign_in(const std::string& user,
                                               const std::string& password = kGoodPassword) {
    return send(body(user, password, code_of(user)));
  }

  // Somebody with a password of their own, signed in; their session.
  [[nodiscard]] std::string enter(const std::string& user, domain::StaffRole role) {
    REQUIRE(office.add(user, role, kGoodPassword).has_value());
    const auto entered = sign_in(user);
    REQUIRE(entered.has_value());
    return entered->session;
  }

  [[nodiscard]] Outcome<StaffSignedIn> change_password(const std::string& session,
                                                       const std::string& password,
                                                       const std::string& wanted) {
    const encoding::Json asked =
        encoding::Json::Object{{"password", password}, {"new_password", wanted}};
    return wait_for<StaffSignedIn>(
        [&](auto done) { door.change_password(session, asked, std::move(done)); });
  }

  void sign_out(const std::string& session) {
    REQUIRE(wait_for<void>([&](auto done) { door.sign_out(session, std::move(done)); }));
  }

  Council& council;
  QuickCredentials credentials;
  StaffDoor door{*council.desk, credentials};
  StaffOffice office{*council.desk, credentials};
};

}  // namespace sayso::app::test

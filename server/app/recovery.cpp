// Recovery codes: a person who may lose their device writes one down, and uses it as they would an
// invitation.

#include "server/app/codes.h"
#include "server/app/portal.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"

namespace sayso::app {
namespace {

using encoding::Json;
using Answer = std::function<Outcome<Json>()>;

// Until it is used or replaced.
constexpr Instant kNever{4'102'444'800};  // 2100-01-01

Outcome<Answer> sequence(const Desk& desk, Unit& unit, const std::string& token) {
  Vault& vault = desk.vault();
  const auto session = resolve_session(desk, unit.rows(), token, unit.now());
  if (!session) return failure(session.error());
  auto account = find_account(vault, unit.rows(), session->person);
  if (!account) return failure(Refusal{Problem::Unavailable, {}, {}});
  remove_code(unit.rows(), account->recovery);
  const encoding::CodeBits bits = draw_code(desk.random());
  const RowAddress address = code_address(vault, desk.keyring(), bits);
  store_code(vault, unit.rows(), address, {CodeKind::Recovery, session->person, kNever, {}});
  account->recovery = name_of_code_row(address);
  store_account(vault, unit.rows(), session->person, *account, unit.now());
  return Answer([bits]() -> Outcome<Json> {
    return Json(Json::Object{{"code", encoding::encode_code(bits)}});
  });
}

}  // namespace

void Portal::make_recovery_code(std::string_view token, Done<Json> done) {
  desk_.sequencer().run<Json>(
      [this, token = std::string(token)](Unit& unit) { return sequence(desk_, unit, token); },
      std::move(done));
}

}  // namespace sayso::app

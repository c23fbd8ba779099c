#include "server/app/contact.h"

#include <algorithm>

#include "server/app/portal.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"
#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::size_t kMaxTextBytes = 2000;
constexpr std::size_t kMaxWays = 8;
constexpr std::size_t kMaxWayBytes = 40;

RowAddress contact_address(const Vault& vault, const PersonId& person) {
  return vault.address(Shelf::Contacts, {person.value()});
}

Expected<void, encoding::FieldProblem> check_contact(const Json& body) {
  return encoding::read_fields(body, [](Fields& fields) {
    (void)fields.boolean("shared_device");
    const auto ways = fields.texts("ways");
    const bool ways_fit = ways.size() <= kMaxWays &&
                          std::all_of(ways.begin(), ways.end(), [](const std::string& way) {
                            return !way.empty() && way.size() <= kMaxWayBytes;
                          });
    if (!ways_fit) fields.refuse("ways");
    if (fields.text("safe_times").size() > kMaxTextBytes) fields.refuse("safe_times");
    if (fields.text("note").size() > kMaxTextBytes) fields.refuse("note");
  });
}

}  // namespace

std::optional<Json> find_contact(const Vault& vault, const Rows& rows, const PersonId& person) {
  auto json = vault.load(rows, contact_address(vault, person));
  if (!json) return std::nullopt;
  return std::move(*json);
}

void Portal::set_contact(std::string_view token, const Json& body, Done<void> done) {
  if (auto checked = check_contact(body); !checked)
    return done(failure(Refusal{Problem::Body, checked.error().pointer, {}}));
  desk_.sequencer().run<void>(
      [this, token = std::string(token),
       body](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        const auto session = resolve_session(desk_, unit.rows(), token, unit.now());
        if (!session) return failure(session.error());
        Vault& vault = desk_.vault();
        vault.store(unit.rows(), contact_address(vault, session->person),
                    {session->person, DataClass::Profile}, body, unit.now());
        return [] { return Outcome<void>(); };
      },
      std::move(done));
}

}  // namespace sayso::app

#include "server/app/uses.h"

#include <algorithm>
#include <utility>

#include "server/app/office.h"
#include "server/app/people.h"
#include "server/app/statements.h"
#include "server/app/wait.h"
#include "shared/protocol/statement_receipt.h"

namespace sayso::app {
namespace {

tl::unexpected<Refusal> refuse(const char* field) {
  return failure(Refusal{Problem::Body, field, {}});
}

domain::UseKind kind_of(protocol::UseKind kind) {
  switch (kind) {
    case protocol::UseKind::Viewed:
      return domain::UseKind::Viewed;
    case protocol::UseKind::Joined:
      return domain::UseKind::Joined;
    case protocol::UseKind::Disclosed:
      break;
  }
  return domain::UseKind::Disclosed;
}

std::optional<KeptUse> load_use(const Vault& vault, const Rows& rows, const PersonId& person,
                                std::uint64_t running) {
  const auto json = vault.load(rows, statement_address(vault, person, running));
  const auto receipt =
      json ? protocol::decode_statement_receipt(*json) : failure(encoding::FieldProblem{});
  if (!receipt) return std::nullopt;
  const auto* used = std::get_if<protocol::Used>(&receipt->statement.what);
  if (used == nullptr) return std::nullopt;
  domain::Use use{receipt->statement.server_time,
                  kind_of(used->kind),
                  used->role,
                  used->organisation,
                  {},
                  used->purpose,
                  {},
                  receipt->index};
  for (const std::string& kind : used->information) use.information.emplace_back(kind);
  return KeptUse{std::move(use), used->choices};
}

bool are_kinds(const std::vector<domain::KindId>& kinds, const domain::Notice& notice) {
  for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
    if (domain::find_kind(notice, *kind) == nullptr) return false;
    if (std::find(kinds.begin(), kind, *kind) != kind) return false;
  }
  return !kinds.empty();
}

}  // namespace

const domain::Organisation* find_team(const domain::Notice& notice, const PurposeId& id) {
  const domain::Purpose* purpose = domain::find_purpose(notice, id);
  if (purpose == nullptr) return nullptr;
  for (const domain::Question& question : purpose->questions) {
    const auto* organisation = domain::find_organisation(notice, question.organisation);
    if (organisation && has_role(*organisation, domain::OrganisationRole::Team))
      return organisation;
  }
  return nullptr;
}

std::shared_ptr<const NewEntry> append_use(const Desk& desk, Unit& unit, const PersonId& person,
                                           const protocol::Used& used) {
  return append_about(desk, unit, person, used);
}

Outcome<std::shared_ptr<const NewEntry>> append_look(const Desk& desk, Unit& unit,
                                                     const PersonId& person, const Look& look) {
  const domain::Notice& notice = *desk.notices().current().notice;
  const domain::Organisation* team = find_team(notice, look.purpose);
  if (team == nullptr) return refuse("/purpose");
  if (!are_kinds(look.information, notice)) return refuse("/information");
  if (!domain::is_slug(look.role)) return refuse("/role");
  protocol::Used used{
      protocol::UseKind::Viewed, look.role, team->id, {}, look.purpose, look.choices};
  for (const domain::KindId& kind : look.information) used.information.push_back(kind.value());
  auto entry = append_use(desk, unit, person, used);
  if (!entry) return refuse("/person");
  return entry;
}

std::vector<KeptUse> find_uses(const Vault& vault, const Rows& rows, const PersonId& person) {
  std::vector<KeptUse> uses;
  const auto account = find_account(vault, rows, person);
  for (std::uint64_t number = account ? account->running : 0; number > 0; --number) {
    if (auto use = load_use(vault, rows, person, number)) uses.push_back(std::move(*use));
  }
  return uses;
}

Outcome<void> Office::note_look(const PersonId& person, const Look& look) {
  using Nothing = std::function<Outcome<void>()>;
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    if (auto appended = append_look(desk_, unit, person, look); !appended)
      return failure(appended.error());
    return Nothing([] { return Outcome<void>(); });
  });
}

}  // namespace sayso::app

#include "server/app/office.h"

#include <algorithm>

#include "server/app/codes.h"
#include "server/app/confirm.h"
#include "server/app/people.h"
#include "server/app/statements.h"
#include "server/app/wait.h"
#include "shared/encoding/crockford.h"

namespace sayso::app {
namespace {

using Nothing = std::function<Outcome<void>()>;

constexpr std::int64_t kSecondsPerDay = 24 * 60 * 60;

tl::unexpected<Refusal> refuse(const char* field) {
  return failure(Refusal{Problem::Body, field, {}});
}

void remember_child(Vault& vault, Unit& unit, const PersonId& adult, Profile profile,
                    const PersonId& child) {
  auto& children = profile.children;
  if (std::find(children.begin(), children.end(), child) != children.end()) return;
  children.push_back(child);
  store_profile(vault, unit.rows(), adult, profile, unit.now());
}

// Says how the child stands to this adult, whatever was said before.
void set_responsible(Profile& child, const PersonId& adult, Sight sight) {
  std::erase_if(child.responsible, [&](const Responsible& one) { return one.adult == adult; });
  child.responsible.push_back({adult, sight});
}

Outcome<Nothing> relate(const Desk& desk, Unit& unit, const PersonId& adult, const PersonId& child,
                        Sight sight) {
  Vault& vault = desk.vault();
  const auto adult_profile = find_profile(vault, unit.rows(), adult);
  auto child_profile = find_profile(vault, unit.rows(), child);
  if (!adult_profile || group_now(*adult_profile, unit.now()) != domain::Group::Adult)
    return refuse("/adult");
  if (!child_profile || adult == child) return refuse("/child");
  set_responsible(*child_profile, adult, sight);
  store_profile(vault, unit.rows(), child, *child_profile, unit.now());
  remember_child(vault, unit, adult, *adult_profile, child);
  return Nothing([] { return Outcome<void>(); });
}

// Where it was destroyed and the person is still known, one that goes on behind what was.
std::optional<Account> account_to_invite(const Vault& vault, const Rows& rows,
                                         const PersonId& person) {
  auto account = find_account(vault, rows, person);
  if (account || !is_person_destroyed(vault, rows, person)) return account;
  return Account{next_running(vault, rows, person) - 1, {}, {}, {}};
}

Outcome<std::function<Outcome<std::string>()>> make_invitation(const Desk& desk, Unit& unit,
                                                               const PersonId& person) {
  Vault& vault = desk.vault();
  const auto profile = find_profile(vault, unit.rows(), person);
  auto account = account_to_invite(vault, unit.rows(), person);
  if (!profile || !account) return refuse("/person");
  // Somebody with parental responsibility chooses for a child under 13.
  if (group_now(*profile, unit.now()) == domain::Group::Child) return refuse("/person");
  remove_code(unit.rows(), account->invitation);
  const encoding::CodeBits bits = draw_code(desk.random());
  const RowAddress address = code_address(vault, desk.keyring(), bits);
  const Instant expires{unit.now().unix_seconds + desk.settings().invitation_days * kSecondsPerDay};
  store_code(vault, unit.rows(), address, {CodeKind::Invitation, person, expires, {}});
  account->invitation = name_of_code_row(address);
  store_account(vault, unit.rows(), person, *account, unit.now());
  return std::function<Outcome<std::string>()>(
      [bits]() -> Outcome<std::string> { return encoding::encode_code(bits); });
}

}  // namespace

Outcome<PersonId> Office::admit(const NewPerson& person) {
  using Answer = std::function<Outcome<PersonId>()>;
  if (person.name.empty()) return refuse("/name");
  encoding::IdBytes bytes{};
  desk_.random().fill(bytes);
  const PersonId id(encoding::encode_id(bytes));
  return run_and_wait<PersonId>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Answer> {
    store_profile(desk_.vault(), unit.rows(), id, {person.name, person.born, {}, {}}, unit.now());
    store_account(desk_.vault(), unit.rows(), id, {}, unit.now());
    return Answer([id]() -> Outcome<PersonId> { return id; });
  });
}

Outcome<void> Office::give_responsibility(const PersonId& adult, const PersonId& child) {
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) {
    return relate(desk_, unit, adult, child, Sight::Open);
  });
}

Outcome<void> Office::restrict_child(const PersonId& adult, const PersonId& child) {
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) {
    return relate(desk_, unit, adult, child, Sight::Restricted);
  });
}

Outcome<std::string> Office::invite(const PersonId& person) {
  return run_and_wait<std::string>(
      desk_.sequencer(), [&](Unit& unit) { return make_invitation(desk_, unit, person); });
}

Outcome<bool> Office::has_device(const PersonId& person) {
  const auto account = find_account(desk_.vault(), StoredRows(desk_.store()), person);
  if (!account) return refuse("/person");
  return !account->keys.empty();
}

Outcome<void> Office::confirm(const PersonId& person, std::string_view code) {
  return run_and_wait<void>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Nothing> {
    const bool right = try_confirmation(desk_, unit, person, code);
    // A wrong try is kept before it is refused.
    return Nothing([right]() -> Outcome<void> {
      if (!right) return refuse("/code");
      return {};
    });
  });
}

std::vector<Expected<Keeping, KeepFault>> Office::compare_items(
    std::span<const ItemOf> items) const {
  const StoredRows rows(desk_.store());
  std::vector<Expected<Keeping, KeepFault>> results;
  for (const ItemOf& one : items)
    results.push_back(compare_item(desk_.vault(), rows, one.person, one.item));
  return results;
}

Outcome<std::vector<Expected<Keeping, KeepFault>>> Office::keep_items(
    std::span<const ItemOf> items) {
  using Results = std::vector<Expected<Keeping, KeepFault>>;
  using Answer = std::function<Outcome<Results>()>;
  return run_and_wait<Results>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Answer> {
    Results results;
    for (const ItemOf& one : items)
      results.push_back(keep_item(desk_.vault(), unit.rows(), one.person, one.item, unit.now()));
    return Answer([results]() -> Outcome<Results> { return results; });
  });
}

std::vector<CaseLine> Office::cases(bool closed_too) const {
  return list_cases(desk_, StoredRows(desk_.store()), closed_too);
}

Outcome<CaseFile> Office::read_case(std::uint64_t number) const {
  return open_file(desk_, StoredRows(desk_.store()), number);
}

Outcome<Worked> Office::work(std::uint64_t number, const Work& work) {
  using Answer = std::function<Outcome<Worked>()>;
  return run_and_wait<Worked>(desk_.sequencer(), [&](Unit& unit) -> Outcome<Answer> {
    const auto worked = work_on_case(desk_, unit, number, work);
    if (!worked) return failure(worked.error());
    return Answer([worked]() -> Outcome<Worked> { return worked; });
  });
}

}  // namespace sayso::app

#include "server/app/me.h"

#include <utility>

#include "server/app/confirm.h"
#include "server/app/contact.h"
#include "server/app/entries.h"
#include "server/app/portal.h"
#include "server/app/public_log.h"
#include "server/app/requests.h"
#include "shared/domain/notice.h"

namespace sayso::app {
namespace {

using encoding::Json;

struct Child {
  PersonId id;
  std::string name;
};

// A child who is restricted, or has turned 13, leaves no trace.
std::vector<Child> find_children(const Desk& desk, const Rows& rows, const PersonId& adult,
                                 const Profile& profile, Instant now) {
  std::vector<Child> children;
  for (const PersonId& id : profile.children) {
    const auto child = find_profile(desk.vault(), rows, id);
    if (child && may_choose_for(*child, adult, now)) children.push_back({id, child->name});
  }
  return children;
}

Json::Array describe_children(const std::vector<Child>& children) {
  Json::Array described;
  for (const Child& child : children)
    described.emplace_back(Json::Object{{"id", child.id.value()}, {"name", child.name}});
  return described;
}

struct Entries {
  // Consent and request records.
  Json::Array wills;
  // Enrolments and revocations of the person's device keys.
  Json::Array keys;
};

// An entry whose key was destroyed is left out: it can be opened by nobody.
Entries describe_entries(const Desk& desk, const Rows& rows, const PersonId& person,
                         std::uint64_t running) {
  Entries entries;
  for (std::uint64_t number = 1; number <= running; ++number) {
    auto receipt = load_entry(desk.vault(), rows, person, number);
    if (!receipt) continue;
    const std::string type = type_of_entry(*receipt);
    const bool is_will = type == "consent" || type == "request";
    (is_will ? entries.wills : entries.keys).push_back(std::move(*receipt));
  }
  return entries;
}

Json describe_notice(const NoticeVersion& version) {
  return Json::Object{{"id", version.notice->id},
                      {"hash", version.hash},
                      {"language", version.notice->language},
                      {"address", version.address}};
}

// For warning somebody in time, whatever their device's clock says.
Json describe_session(const Session& session, Instant now) {
  return Json::Object{{"idle_seconds", session.expires.unix_seconds - now.unix_seconds},
                      {"left_seconds", session.ends.unix_seconds - now.unix_seconds}};
}

}  // namespace

Json describe_person(const PersonId& id, const Profile& profile, Instant now) {
  return Json::Object{{"id", id.value()},
                      {"name", profile.name},
                      {"group", domain::name_of(group_now(profile, now))}};
}

Outcome<Json> describe_me(const Desk& desk, const Rows& rows, const Session& session) {
  const Instant now = desk.clock().now();
  const auto profile = find_profile(desk.vault(), rows, session.person);
  const auto account = find_account(desk.vault(), rows, session.person);
  if (!profile || !account) return failure(Refusal{Problem::Session, {}, {}});
  Entries entries = describe_entries(desk, rows, session.person, account->running);
  Json::Object me{
      {"person", describe_person(session.person, *profile, now)},
      {"children", describe_children(find_children(desk, rows, session.person, *profile, now))},
      {"confirmed", is_confirmed(session)},
      {"entries", std::move(entries.wills)},
      {"keys", std::move(entries.keys)},
      {"requests", describe_requests(desk, rows, session.person, now)},
      {"head", session.device.head},
      {"running", static_cast<std::int64_t>(account->running)},
      {"notice", describe_notice(desk.notices().current())},
      {"session", describe_session(session, now)},
      {"server_time", encode_instant(now)},
      {"log_key", vkey_of(desk)}};
  if (auto contact = find_contact(desk.vault(), rows, session.person))
    me.emplace("contact", std::move(*contact));
  return Json(std::move(me));
}

std::vector<PersonId> children_of(const Desk& desk, const Rows& rows, const PersonId& adult,
                                  Instant now) {
  std::vector<PersonId> ids;
  const auto profile = find_profile(desk.vault(), rows, adult);
  if (!profile) return ids;
  for (Child& child : find_children(desk, rows, adult, *profile, now))
    ids.push_back(std::move(child.id));
  return ids;
}

Outcome<Json> Portal::me(std::string_view token) {
  const StoredRows rows(desk_.store());
  const auto session = resolve_session(desk_, rows, token, desk_.clock().now());
  if (!session) return failure(session.error());
  return describe_me(desk_, rows, prolong_session(desk_, token, *session));
}

}  // namespace sayso::app

#include "server/app/standing.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "server/app/entries.h"
#include "server/app/requests.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/record.h"

namespace sayso::app {
namespace {

// Somebody whose word counts, and whether their yes is an authority.
struct Voice {
  PersonId person;
  Sight sight = Sight::Open;
};

struct Agreement {
  Digest record{};
  Instant since;
};

std::vector<Voice> voices_of(const PersonId& person, const Profile& profile, Instant now) {
  if (group_now(profile, now) != domain::Group::Child) return {{person, Sight::Open}};
  std::vector<Voice> voices;
  for (const Responsible& one : profile.responsible) voices.push_back({one.adult, one.sight});
  return voices;
}

domain::Decision decision_of(protocol::Decision decision) {
  switch (decision) {
    case protocol::Decision::Agreed:
      return domain::Decision::Agreed;
    case protocol::Decision::Refused:
      return domain::Decision::Refused;
    case protocol::Decision::Withdrawn:
      break;
  }
  return domain::Decision::Withdrawn;
}

class Reading {
 public:
  Reading(const Vault& vault, const Rows& rows, const PersonId& person,
          const domain::Purpose& purpose, const OrganisationId& organisation)
      : vault_(vault),
        rows_(rows),
        person_(person),
        purpose_(purpose),
        organisation_(organisation) {}

  void read(const Voice& voice) {
    const auto account = find_account(vault_, rows_, voice.person);
    if (!account) return;
    for (std::uint64_t number = 1; number <= account->running; ++number) {
      const auto json = load_entry(vault_, rows_, voice.person, number);
      if (!json) continue;
      const std::string type = type_of_entry(*json);
      if (type != "consent" && type != "request") continue;
      if (const auto receipt = protocol::decode_receipt(*json)) hear(voice, number, receipt->entry);
    }
  }

  [[nodiscard]] Standing standing(domain::Group group) const {
    Standing standing;
    standing.limited = limited_;
    standing.state =
        domain::effective_state(statements_, objections_, purpose_, organisation_, person_, group);
    if (standing.state != domain::State::Agreed) return standing;
    if (!agreement_) {
      standing.state = domain::State::NotAsked;
      return standing;
    }
    standing.record = agreement_->record;
    standing.since = agreement_->since;
    return standing;
  }

 private:
  void hear(const Voice& voice, std::uint64_t number, const protocol::Opening& entry) {
    const auto record = protocol::decode_record(entry.envelope.record);
    if (!record) return;
    if (const auto* consent = std::get_if<protocol::ConsentRecord>(&*record))
      hear_consent(voice, *consent, entry);
    if (const auto* request = std::get_if<protocol::RequestRecord>(&*record))
      hear_request(voice, number, *request, entry);
  }

  void hear_consent(const Voice& voice, const protocol::ConsentRecord& consent,
                    const protocol::Opening& entry) {
    if (consent.common.person != person_) return;
    for (const protocol::Choice& choice : consent.choices) {
      if (choice.purpose != purpose_.id || choice.organisation != organisation_) continue;
      const domain::Decision decision = decision_of(choice.decision);
      statements_.push_back({person_, choice.purpose, choice.organisation, decision,
                             made(voice, consent.common, entry)});
      if (decision != domain::Decision::Agreed || voice.sight == Sight::Restricted) continue;
      agreement_ =
          Agreement{protocol::record_hash(entry.envelope.record), entry.envelope.server_time};
    }
  }

  void hear_request(const Voice& voice, std::uint64_t number,
                    const protocol::RequestRecord& request, const protocol::Opening& entry) {
    const bool is_about_this = request.common.person == person_ &&
                               (!request.purpose || *request.purpose == purpose_.id) &&
                               (!request.organisation || *request.organisation == organisation_);
    if (!is_about_this || was_refused(vault_, rows_, voice.person, number)) return;
    if (request.kind == protocol::RequestKind::Limit) limited_ = true;
    if (request.kind == protocol::RequestKind::Object)
      objections_.push_back(
          {person_, purpose_.id, organisation_, made(voice, request.common, entry)});
  }

  static domain::Made made(const Voice& voice, const protocol::RecordCommon& common,
                           const protocol::Opening& entry) {
    domain::Made made;
    made.server_time = entry.envelope.server_time;
    made.device_time = common.device_time;
    made.expressed_by = voice.person;
    made.role = common.expressed_by.role == protocol::Role::Self ? domain::Role::Self
                                                                 : domain::Role::Parent;
    made.notice_hash = common.notice.hash;
    made.index = entry.index;
    return made;
  }

  const Vault& vault_;
  const Rows& rows_;
  const PersonId& person_;
  const domain::Purpose& purpose_;
  const OrganisationId& organisation_;
  std::vector<domain::Statement> statements_;
  std::vector<domain::Objection> objections_;
  std::optional<Agreement> agreement_;
  bool limited_ = false;
};

}  // namespace

Standing find_standing(const Vault& vault, const Rows& rows, const PersonId& person,
                       const Profile& profile, const domain::Purpose& purpose,
                       const OrganisationId& organisation, Instant now) {
  Reading reading(vault, rows, person, purpose, organisation);
  for (const Voice& voice : voices_of(person, profile, now)) reading.read(voice);
  return reading.standing(group_now(profile, now));
}

}  // namespace sayso::app

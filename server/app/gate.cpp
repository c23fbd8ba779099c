// The gate: whether an organisation may use something now, by the choices in force at that moment.
//
// Everything is decided in one task of the sequencer, between what came before and what comes
// after, and a yes is answered when its use is in the log. A no says why only to an organisation
// that was sent something of this kind about this person, and so knows them: to any other, nobody
// and somebody who said no are one.

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "server/app/organisations.h"
#include "server/app/portal.h"
#include "server/app/sequencer.h"
#include "server/app/standing.h"
#include "server/app/stops.h"
#include "server/app/uses.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/use_json.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Answer = std::function<Outcome<GateAnswer>()>;

constexpr std::string_view kRole = "organisation";

struct Question {
  PersonId person;
  PurposeId purpose;
  std::vector<domain::KindId> information;
};

Outcome<Question> read_question(const Json& body) {
  Question question;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    question.person = PersonId(fields.text("person"));
    question.purpose = PurposeId(fields.text("purpose"));
    for (std::string& kind : fields.texts("information"))
      question.information.emplace_back(std::move(kind));
    auto sorted = question.information;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.empty() || std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
      fields.refuse("information");
  });
  if (!read) return failure(Refusal{Problem::Body, read.error().pointer, {}});
  return question;
}

Answer no(GateVerdict verdict, std::string reason) {
  return [verdict, reason = std::move(reason)]() -> Outcome<GateAnswer> {
    return GateAnswer{verdict, Json::Object{{"allowed", Json(false)}, {"reason", reason}}};
  };
}

// A source gives its own kinds alone; the others may be given any that the notice names.
bool deals_in(const domain::Organisation& organisation, const domain::Notice& notice,
              const std::vector<domain::KindId>& kinds) {
  const bool is_source = has_role(organisation, domain::OrganisationRole::Source);
  return std::all_of(kinds.begin(), kinds.end(), [&](const domain::KindId& kind) {
    if (domain::find_kind(notice, kind) == nullptr) return false;
    return !is_source || std::find(organisation.kinds.begin(), organisation.kinds.end(), kind) !=
                             organisation.kinds.end();
  });
}

protocol::UseKind kind_of_use(const domain::Organisation& organisation) {
  if (has_role(organisation, domain::OrganisationRole::Source)) return protocol::UseKind::Joined;
  if (has_role(organisation, domain::OrganisationRole::Team)) return protocol::UseKind::Viewed;
  return protocol::UseKind::Disclosed;
}

// What the notice alone says no to, whoever it is about; empty where it says no such thing.
std::string find_bar(const domain::Notice& notice, const Question& question,
                     const OrganisationId& asking) {
  const domain::Organisation* organisation = domain::find_organisation(notice, asking);
  const domain::Purpose* purpose = domain::find_purpose(notice, question.purpose);
  if (organisation == nullptr) return "unknown-organisation";
  if (purpose == nullptr) return "unknown-purpose";
  if (domain::find_question(*purpose, asking) == nullptr) return "not-named";
  if (!deals_in(*organisation, notice, question.information)) return "unknown-information";
  return {};
}

Json describe_authority(const domain::Purpose& purpose, const Standing& standing,
                        const std::string& notice_hash) {
  Json::Array articles;
  for (const std::string& article : purpose.basis.articles) articles.emplace_back(article);
  Json::Object authority{{"basis", domain::name_of(purpose.basis.basis)},
                         {"articles", std::move(articles)},
                         {"notice", notice_hash}};
  // One is enough for whoever asks: how many parents a child has is nothing to them.
  if (!standing.agreements.empty()) {
    const Standing::Agreement& newest = standing.agreements.front();
    authority.emplace("record", encode_hex(newest.record));
    authority.emplace("since", encode_instant(newest.since));
  }
  return authority;
}

Answer yes(const Question& question, std::shared_ptr<const NewEntry> entry, Json authority) {
  return [question, entry = std::move(entry),
          authority = std::move(authority)]() -> Outcome<GateAnswer> {
    const auto& statement = *entry->statement;
    return GateAnswer{
        GateVerdict::Yes,
        Json::Object{
            {"allowed", Json(true)},
            {"authority", authority},
            {"use", Json::Object{{"entry", static_cast<std::int64_t>(entry->index.value())},
                                 {"when", encode_instant(statement.server_time)}}}}};
  };
}

Outcome<Answer> decide(const Desk& desk, Unit& unit, const Question& question,
                       const OrganisationId& asking) {
  const NoticeVersion& version = desk.notices().current();
  const domain::Notice& notice = *version.notice;
  if (auto bar = find_bar(notice, question, asking); !bar.empty())
    return no(GateVerdict::No, std::move(bar));
  const Vault& vault = desk.vault();
  const domain::Purpose& purpose = *domain::find_purpose(notice, question.purpose);
  const auto profile = find_profile(vault, unit.rows(), question.person);
  if (!profile) return no(GateVerdict::NoWithoutReason, "nothing-allows-it");
  const Standing standing =
      find_standing(vault, unit.rows(), question.person, *profile, purpose, asking, unit.now());
  if (!allows(standing)) {
    if (!was_sent(vault, unit.rows(), {question.person, question.purpose, asking}))
      return no(GateVerdict::NoWithoutReason, "nothing-allows-it");
    return no(GateVerdict::No, std::string(reason_against(standing)));
  }
  protocol::Used used{kind_of_use(*domain::find_organisation(notice, asking)),
                      std::string(kRole),
                      asking,
                      {},
                      purpose.id,
                      choices_behind(standing)};
  for (const domain::KindId& kind : question.information) used.information.push_back(kind.value());
  auto entry = append_use(desk, unit, question.person, used);
  if (!entry) return no(GateVerdict::NoWithoutReason, "nothing-allows-it");
  note_sent(desk.vault(), unit.rows(), {question.person, question.purpose, asking},
            entry->statement->running, unit.now());
  return yes(question, std::move(entry), describe_authority(purpose, standing, version.hash));
}

}  // namespace

void Portal::ask_use(const SignedRequest& request, const Json& body, Done<GateAnswer> done) {
  if (auto checked = check_signature(request); !checked) return done(failure(checked.error()));
  auto question = read_question(body);
  if (!question) return done(failure(question.error()));
  desk_.sequencer().run<GateAnswer>(
      [this, request, question = std::move(*question)](Unit& unit) -> Outcome<Answer> {
        const auto asking = admit_request(desk_, unit, request);
        if (!asking) return failure(asking.error());
        return decide(desk_, unit, question, *asking);
      },
      std::move(done));
}

}  // namespace sayso::app

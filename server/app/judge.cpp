#include "server/app/judge.h"

#include "shared/base/check.h"
#include "shared/domain/notice.h"

namespace sayso::app {
namespace {

constexpr const char* kSubjectField = "/dpv:hasDataSubject";
constexpr const char* kSignerField = "/dpv:isIndicatedBy";
constexpr const char* kNoticeField = "/dpv:hasNotice";
constexpr const char* kRouteField = "/dpv:hasIndicationMethod";

tl::unexpected<Refusal> refuse(std::string field) {
  return failure(Refusal{Problem::Record, std::move(field), {}});
}

const NoticeVersion* find_named(const Notices& notices, const protocol::NoticeReference& named) {
  const NoticeVersion* version = notices.find(encode_hex(named.hash));
  if (version == nullptr) return nullptr;
  const domain::Notice& notice = *version->notice;
  const bool same = notice.id == named.id && notice.language == named.language &&
                    std::to_string(notice.version) == named.version;
  return same ? version : nullptr;
}

// Agreeing and refusing belong to purposes whose basis is consent.
bool offers(const domain::Notice& notice, const protocol::Choice& choice) {
  const domain::Purpose* purpose = domain::find_purpose(notice, choice.purpose);
  return purpose != nullptr && domain::find_question(*purpose, choice.organisation) != nullptr &&
         domain::remedy_of(*purpose) == domain::Remedy::AgreeOrRefuse;
}

bool may_decide(const Notices& notices, const domain::Notice& named,
                const protocol::Choice& choice) {
  if (offers(named, choice)) return true;
  if (choice.decision != protocol::Decision::Withdrawn) return false;
  return notices.any([&](const domain::Notice& notice) { return offers(notice, choice); });
}

bool names(const domain::Notice& notice, const protocol::RequestRecord& request) {
  const domain::Purpose* purpose = domain::find_purpose(notice, *request.purpose);
  if (purpose == nullptr) return false;
  return !request.organisation || domain::find_question(*purpose, *request.organisation) != nullptr;
}

Outcome<void> judge_consent(const Notices& notices, const domain::Notice& named,
                            const protocol::ConsentRecord& record) {
  for (std::size_t i = 0; i < record.choices.size(); ++i) {
    if (!may_decide(notices, named, record.choices[i]))
      return refuse("/dpv:hasProcess/" + std::to_string(i));
  }
  return {};
}

Outcome<void> judge_request(const Notices& notices, const protocol::RequestRecord& record) {
  if (!record.purpose) return {};
  const bool known =
      notices.any([&](const domain::Notice& notice) { return names(notice, record); });
  if (!known) return refuse("/dpv:hasPurpose");
  return {};
}

}  // namespace

const protocol::RecordCommon& common_of(const protocol::AnyRecord& record) {
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record)) return consent->common;
  const auto* request = std::get_if<protocol::RequestRecord>(&record);
  CHECK(request != nullptr);
  return request->common;
}

Outcome<void> judge_content(const Notices& notices, const protocol::AnyRecord& record) {
  const protocol::RecordCommon& common = common_of(record);
  const NoticeVersion* version = find_named(notices, common.notice);
  if (version == nullptr) return refuse(kNoticeField);
  // What came by paper or with help is signed by the member of staff, not by a person's device.
  if (common.route != protocol::Route::Home && common.route != protocol::Route::Kiosk)
    return refuse(kRouteField);
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record))
    return judge_consent(notices, *version->notice, *consent);
  return judge_request(notices, *std::get_if<protocol::RequestRecord>(&record));
}

Outcome<void> judge_rights(const Vault& vault, const Rows& rows,
                           const protocol::RecordCommon& record, const PersonId& signer,
                           Instant now) {
  if (record.expressed_by.person != signer) return refuse(kSignerField);
  const auto subject = find_profile(vault, rows, record.person);
  const bool is_self = record.person == signer;
  const auto needed = is_self ? protocol::Role::Self : protocol::Role::ParentalResponsibility;
  if (record.expressed_by.role != needed) return refuse(kSignerField);
  if (!subject) return refuse(kSubjectField);
  const bool may = is_self ? domain::may_choose(domain::Relation::Oneself, group_now(*subject, now))
                           : may_choose_for(*subject, signer, now);
  if (!may) return refuse(kSubjectField);
  return {};
}

}  // namespace sayso::app

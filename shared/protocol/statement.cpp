// {
//   "format": "sayso/entry/v1",
//   "type": "notice" | "use" | "outcome" | "destruction" | "confirmation" | "stop" | "staff",
//   "record": {…},
//   "server_time": "YYYY-MM-DDTHH:MM:SSZ",
//   "running": 1…,
//   "person": id                                                all but notice and staff
// }
#include "shared/protocol/statement.h"

#include <algorithm>
#include <functional>
#include <set>

#include "shared/base/check.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/document_fields.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::string_view kFormat = "sayso/entry/v1";
constexpr DocumentKind kStatementKind{"CouncilStatement", "sayso/statement-record/v1"};
constexpr std::size_t kMaxInformation = 32;

bool is_ascending(const std::vector<Digest>& hashes) {
  return std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) == hashes.end();
}

enum class Type { Notice, Use, Outcome, Destruction, Confirmation, Stop, Staff };
constexpr Names<Type, 7> kTypes{{
    {Type::Notice, "notice"},
    {Type::Use, "use"},
    {Type::Outcome, "outcome"},
    {Type::Destruction, "destruction"},
    {Type::Confirmation, "confirmation"},
    {Type::Stop, "stop"},
    {Type::Staff, "staff"},
}};
constexpr Names<UseKind, 3> kUses{{
    {UseKind::Viewed, "viewed"},
    {UseKind::Joined, "joined"},
    {UseKind::Disclosed, "disclosed"},
}};
constexpr Names<OutcomeKind, 5> kOutcomes{{
    {OutcomeKind::Looking, "looking"},
    {OutcomeKind::Waiting, "waiting"},
    {OutcomeKind::Done, "done"},
    {OutcomeKind::Refused, "refused"},
    {OutcomeKind::Extended, "extended"},
}};

constexpr Names<StopStep, 3> kSteps{{
    {StopStep::Told, "told"},
    {StopStep::Stopped, "stopped"},
    {StopStep::Deleted, "deleted"},
}};

constexpr Names<StaffStep, 4> kStaffSteps{{
    {StaffStep::Added, "added"},
    {StaffStep::RoleChanged, "role-changed"},
    {StaffStep::Reset, "reset"},
    {StaffStep::Revoked, "revoked"},
}};

bool is_about_somebody(Type type) { return type != Type::Notice && type != Type::Staff; }

struct Writer {
  Json::Object& object;

  Type operator()(const NoticePublished& published) const {
    object.emplace("notice", Json::Object{{"dct:identifier", published.notice.id},
                                          {"version", published.notice.version},
                                          {"dct:language", published.notice.language},
                                          {"hash", encode_hex(published.notice.hash)}});
    return Type::Notice;
  }
  Type operator()(const Used& used) const {
    CHECK(!used.information.empty() && used.information.size() <= kMaxInformation);
    Json::Array information;
    for (const std::string& kind : used.information) {
      CHECK(is_slug(kind));
      information.emplace_back(kind);
    }
    CHECK(is_slug(used.role) && is_slug(used.organisation.value()) &&
          is_slug(used.purpose.value()));
    object.emplace("use", find_name(kUses, used.kind));
    object.emplace("role", used.role);
    object.emplace("organisation", used.organisation.value());
    object.emplace("information", std::move(information));
    object.emplace("purpose", used.purpose.value());
    CHECK(used.choices.size() <= kMaxUseChoices && is_ascending(used.choices));
    Json::Array choices;
    for (const Digest& choice : used.choices) choices.emplace_back(encode_hex(choice));
    if (!choices.empty()) object.emplace("choices", std::move(choices));
    return Type::Use;
  }
  Type operator()(const RequestAnswered& answered) const {
    object.emplace("request", encode_hex(answered.request));
    object.emplace("outcome", find_name(kOutcomes, answered.kind));
    return Type::Outcome;
  }
  Type operator()(const Destroyed& destroyed) const {
    CHECK(is_slug(destroyed.data_class));
    object.emplace("class", destroyed.data_class);
    object.emplace("certificate", encode_hex(destroyed.certificate));
    return Type::Destruction;
  }
  Type operator()(const KeyConfirmed& confirmed) const {
    CHECK(is_slug(confirmed.role));
    object.emplace("enrolment", encode_hex(confirmed.enrolment));
    object.emplace("role", confirmed.role);
    return Type::Confirmation;
  }
  Type operator()(const StopAcknowledged& acknowledged) const {
    CHECK(is_slug(acknowledged.organisation.value()) && is_slug(acknowledged.purpose.value()));
    object.emplace("organisation", acknowledged.organisation.value());
    object.emplace("purpose", acknowledged.purpose.value());
    object.emplace("step", find_name(kSteps, acknowledged.step));
    return Type::Stop;
  }
  Type operator()(const StaffChanged& changed) const {
    CHECK(encoding::is_id(changed.account.value()) && is_slug(changed.role));
    object.emplace("account", changed.account.value());
    object.emplace("step", find_name(kStaffSteps, changed.step));
    object.emplace("role", changed.role);
    return Type::Staff;
  }
};

NoticePublished read_notice(Fields& fields) {
  NoticePublished published;
  fields.object("notice", [&](Fields& notice) {
    published.notice.id = read_slug(notice, "dct:identifier");
    published.notice.version = read_bounded(notice, "version", 40);
    published.notice.language = read_bounded(notice, "dct:language", 35);
    published.notice.hash = read_hex<32>(notice, "hash");
  });
  return published;
}

std::vector<std::string> read_information(Fields& fields) {
  std::vector<std::string> information;
  const Json& list = fields.json("information");
  const auto* array = list.array();
  bool is_right = array != nullptr && !array->empty() && array->size() <= kMaxInformation;
  for (std::size_t i = 0; is_right && i < array->size(); ++i) {
    const std::string* kind = (*array)[i].string();
    is_right = kind != nullptr && is_slug(*kind);
    if (is_right) information.push_back(*kind);
  }
  const std::set<std::string> different(information.begin(), information.end());
  if (!is_right || different.size() != information.size()) fields.refuse("information");
  return information;
}

std::vector<Digest> read_choices(Fields& fields) {
  std::vector<Digest> choices;
  for (const std::string& text : fields.texts("choices")) {
    const auto bytes = decode_hex(text);
    Digest digest{};
    if (bytes && bytes->size() == digest.size() && encode_hex(*bytes) == text) {
      std::copy(bytes->begin(), bytes->end(), digest.begin());
      choices.push_back(digest);
    } else {
      fields.refuse("choices");
    }
  }
  if (choices.empty() || choices.size() > kMaxUseChoices || !is_ascending(choices))
    fields.refuse("choices");
  return choices;
}

Used read_use(Fields& fields) {
  Used used;
  used.kind = read_enum(fields, "use", kUses);
  used.role = read_slug(fields, "role");
  used.organisation = OrganisationId(read_slug(fields, "organisation"));
  used.information = read_information(fields);
  used.purpose = PurposeId(read_slug(fields, "purpose"));
  if (fields.has("choices")) used.choices = read_choices(fields);
  return used;
}

void read_record(Fields& record, Type type, Statement& statement) {
  read_kind(record, kStatementKind);
  statement.id = RecordId(read_id(record, "dct:identifier"));
  if (type == Type::Notice) statement.what = read_notice(record);
  if (type == Type::Use) statement.what = read_use(record);
  if (type == Type::Outcome)
    statement.what =
        RequestAnswered{read_hex<32>(record, "request"), read_enum(record, "outcome", kOutcomes)};
  if (type == Type::Destruction)
    statement.what = Destroyed{read_slug(record, "class"), read_hex<32>(record, "certificate")};
  if (type == Type::Confirmation)
    statement.what = KeyConfirmed{read_hex<32>(record, "enrolment"), read_slug(record, "role")};
  if (type == Type::Stop)
    statement.what = StopAcknowledged{OrganisationId(read_slug(record, "organisation")),
                                      PurposeId(read_slug(record, "purpose")),
                                      read_enum(record, "step", kSteps)};
  if (type == Type::Staff)
    statement.what =
        StaffChanged{RecordId(read_id(record, "account")), read_enum(record, "step", kStaffSteps),
                     read_slug(record, "role")};
}

}  // namespace

Json encode_statement(const Statement& statement) {
  CHECK(statement.running >= 1);
  Json::Object record = begin_document(kStatementKind);
  record.emplace("dct:identifier", statement.id.value());
  const Type type = std::visit(Writer{record}, statement.what);
  CHECK(statement.person.has_value() == is_about_somebody(type));
  Json::Object object{{"format", kFormat},
                      {"type", find_name(kTypes, type)},
                      {"record", std::move(record)},
                      {"server_time", encode_instant(statement.server_time)},
                      {"running", static_cast<std::int64_t>(statement.running)}};
  if (statement.person) object.emplace("person", statement.person->value());
  return object;
}

Expected<Statement, encoding::FieldProblem> decode_statement(const Json& json) {
  Statement statement;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    fields.constant("format", kFormat);
    const Type type = read_enum(fields, "type", kTypes);
    fields.object("record", [&](Fields& record) { read_record(record, type, statement); });
    statement.server_time = read_instant(fields, "server_time");
    statement.running =
        static_cast<std::uint64_t>(fields.integer("running", 1, encoding::kMaxInteger));
    if (is_about_somebody(type)) statement.person = PersonId(read_id(fields, "person"));
  });
  if (!read) return failure(read.error());
  return statement;
}

std::string statement_text(const Statement& statement) {
  return encoding::encode_canonical(encode_statement(statement));
}

}  // namespace sayso::protocol

#include "shared/encoding/evidence_json.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sayso::encoding {
namespace {

std::int64_t read_count(Fields& fields, std::string_view name) {
  return fields.integer(name, 0, kMaxInteger);
}

// Of `all` at most.
std::int64_t read_part(Fields& fields, std::string_view name, std::int64_t all) {
  return fields.integer(name, 0, all);
}

std::optional<Instant> read_moment(Fields& fields, std::string_view name) {
  const auto moment = decode_instant(fields.text(name));
  if (!moment) fields.refuse(name);
  return moment;
}

domain::LogEvidence read_log(Fields& fields) {
  domain::LogEvidence log;
  log.size = read_count(fields, "size");
  log.as_of = read_moment(fields, "as_of").value_or(Instant());
  log.witnesses = read_count(fields, "witnesses");
  return log;
}

domain::UseEvidence read_uses(Fields& fields) {
  domain::UseEvidence uses;
  uses.count = read_count(fields, "count");
  uses.by_choice = read_part(fields, "by_choice", uses.count);
  uses.by_others = read_part(fields, "by_others", uses.count);
  if (fields.has("last")) uses.last = read_moment(fields, "last");
  if (uses.last.has_value() != (uses.count > 0)) fields.refuse("last");
  return uses;
}

domain::ItemEvidence read_items(Fields& fields) {
  domain::ItemEvidence items;
  items.count = read_count(fields, "count");
  items.overdue = read_part(fields, "overdue", items.count);
  if (fields.has("next")) {
    items.next = decode_date(fields.text("next"));
    if (!items.next) fields.refuse("next");
  }
  if (items.next.has_value() != (items.count > items.overdue)) fields.refuse("next");
  return items;
}

void read_evidence(Fields& fields, domain::Evidence& evidence) {
  for (std::string& id : fields.texts("organisations"))
    evidence.organisations.emplace_back(std::move(id));
  const auto& ids = evidence.organisations;
  if (std::adjacent_find(ids.begin(), ids.end(),
                         [](const auto& a, const auto& b) { return !(a < b); }) != ids.end())
    fields.refuse("organisations");
  if (fields.has("log")) fields.object("log", [&](Fields& log) { evidence.log = read_log(log); });
  evidence.choices = read_count(fields, "choices");
  evidence.devices = read_count(fields, "devices");
  fields.object("requests", [&](Fields& requests) {
    evidence.requests.count = read_count(requests, "count");
    evidence.requests.late = read_part(requests, "late", evidence.requests.count);
  });
  if (fields.has("uses"))
    fields.object("uses", [&](Fields& uses) { evidence.uses = read_uses(uses); });
  if (fields.has("items"))
    fields.object("items", [&](Fields& items) { evidence.items = read_items(items); });
}

}  // namespace

Json encode_evidence(const domain::Evidence& evidence) {
  Json::Array organisations;
  for (const OrganisationId& id : evidence.organisations) organisations.emplace_back(id.value());
  Json::Object object{{"organisations", std::move(organisations)},
                      {"choices", evidence.choices},
                      {"devices", evidence.devices},
                      {"requests", Json::Object{{"count", evidence.requests.count},
                                                {"late", evidence.requests.late}}}};
  if (evidence.log) {
    object.emplace("log", Json::Object{{"size", evidence.log->size},
                                       {"as_of", encode_instant(evidence.log->as_of)},
                                       {"witnesses", evidence.log->witnesses}});
  }
  if (evidence.uses) {
    Json::Object uses{{"count", evidence.uses->count},
                      {"by_choice", evidence.uses->by_choice},
                      {"by_others", evidence.uses->by_others}};
    if (evidence.uses->last) uses.emplace("last", encode_instant(*evidence.uses->last));
    object.emplace("uses", std::move(uses));
  }
  if (evidence.items) {
    Json::Object items{{"count", evidence.items->count}, {"overdue", evidence.items->overdue}};
    if (evidence.items->next) items.emplace("next", encode_date(*evidence.items->next));
    object.emplace("items", std::move(items));
  }
  return object;
}

Expected<domain::Evidence, FieldProblem> decode_evidence(const Json& json) {
  domain::Evidence evidence;
  const auto read = read_fields(json, [&](Fields& fields) { read_evidence(fields, evidence); });
  if (!read) return failure(read.error());
  return evidence;
}

}  // namespace sayso::encoding

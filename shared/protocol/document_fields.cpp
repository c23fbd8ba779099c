#include "shared/protocol/document_fields.h"

#include <algorithm>

#include "shared/encoding/crockford.h"
#include "shared/protocol/multikey.h"

namespace sayso::protocol {

using encoding::Fields;
using encoding::Json;

namespace {

constexpr Names<Role, 2> kRoles{{
    {Role::Self, "self"},
    {Role::ParentalResponsibility, "parental-responsibility"},
}};

constexpr Names<Route, 4> kRoutes{{
    {Route::Home, "home"},
    {Route::Kiosk, "kiosk"},
    {Route::Assisted, "assisted"},
    {Route::Paper, "paper"},
}};

// The context of Data Integrity, and the prefixes that our members use. Members without a prefix
// are our own.
Json context() {
  return Json::Array{
      "https://w3id.org/security/data-integrity/v2",
      Json::Object{{"dct", "http://purl.org/dc/terms/"}, {"dpv", "https://w3id.org/dpv#"}}};
}

// Letters, digits and hyphens, as a BCP 47 tag.
bool is_language(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return text.size() >= 2 && text.size() <= 35 && std::all_of(text.begin(), text.end(), fits);
}

Json encode_notice(const NoticeReference& notice) {
  return Json::Object{{"dct:identifier", notice.id},
                      {"dct:language", notice.language},
                      {"hash", encode_hex(notice.hash)},
                      {"version", notice.version}};
}

NoticeReference read_notice(Fields& fields) {
  NoticeReference notice;
  notice.id = read_slug(fields, "dct:identifier");
  notice.language = fields.text("dct:language");
  if (!is_language(notice.language)) fields.refuse("dct:language");
  notice.hash = read_hex<32>(fields, "hash");
  notice.version = read_bounded(fields, "version", 40);
  return notice;
}

ExpressedBy read_expressed_by(Fields& fields) {
  ExpressedBy by;
  by.person = PersonId(read_id(fields, "dct:identifier"));
  by.role = read_enum(fields, "role", kRoles);
  return by;
}

}  // namespace

Json::Object begin_document(const DocumentKind& kind) {
  return {{"@context", context()}, {"type", kind.type}, {"dct:conformsTo", kind.format}};
}

void read_kind(Fields& fields, const DocumentKind& kind) {
  fields.constant("type", kind.type);
  fields.constant("dct:conformsTo", kind.format);
  if (fields.json("@context") != context()) fields.refuse("@context");
}

bool claims_kind(const Json& document, const DocumentKind& kind) {
  const Json* format = document.find("dct:conformsTo");
  return format != nullptr && format->string() != nullptr && *format->string() == kind.format;
}

void write_common(Json::Object& object, const RecordCommon& common) {
  object.emplace("dct:identifier", common.id.value());
  object.emplace("dpv:hasDataSubject", common.person.value());
  object.emplace("dpv:isIndicatedBy",
                 Json::Object{{"dct:identifier", common.expressed_by.person.value()},
                              {"role", find_name(kRoles, common.expressed_by.role)}});
  object.emplace("dpv:isIndicatedAtTime", encode_instant(common.device_time));
  object.emplace("dpv:hasIndicationMethod", find_name(kRoutes, common.route));
  object.emplace("dpv:hasNotice", encode_notice(common.notice));
  object.emplace("shown", encode_hex(common.shown));
  object.emplace("client", common.client_version);
  object.emplace("nonce", encode_hex(common.nonce));
  if (common.previous) object.emplace("previous", encode_hex(*common.previous));
}

RecordCommon read_common(Fields& fields) {
  RecordCommon common;
  common.id = RecordId(read_id(fields, "dct:identifier"));
  common.person = PersonId(read_id(fields, "dpv:hasDataSubject"));
  fields.object("dpv:isIndicatedBy",
                [&](Fields& by) { common.expressed_by = read_expressed_by(by); });
  const bool same = common.expressed_by.person == common.person;
  if (same != (common.expressed_by.role == Role::Self)) fields.refuse("dpv:isIndicatedBy");
  common.device_time = read_instant(fields, "dpv:isIndicatedAtTime");
  common.route = read_enum(fields, "dpv:hasIndicationMethod", kRoutes);
  fields.object("dpv:hasNotice", [&](Fields& notice) { common.notice = read_notice(notice); });
  common.shown = read_hex<32>(fields, "shown");
  common.client_version = read_bounded(fields, "client", 40);
  common.nonce = read_hex<16>(fields, "nonce");
  if (fields.has("previous")) common.previous = read_hex<32>(fields, "previous");
  return common;
}

bool is_slug(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), fits);
}

std::string read_bounded(Fields& fields, std::string_view name, std::size_t most_bytes) {
  std::string text = fields.text(name);
  if (text.empty() || text.size() > most_bytes) fields.refuse(name);
  return text;
}

std::string read_slug(Fields& fields, std::string_view name) {
  std::string text = fields.text(name);
  if (!is_slug(text)) fields.refuse(name);
  return text;
}

std::string read_id(Fields& fields, std::string_view name) {
  std::string text = fields.text(name);
  if (!encoding::is_id(text)) fields.refuse(name);
  return text;
}

Instant read_instant(Fields& fields, std::string_view name) {
  const auto instant = decode_instant(fields.text(name));
  if (!instant) fields.refuse(name);
  return instant.value_or(Instant{});
}

crypto::PublicKey read_key(Fields& fields, std::string_view name) {
  const auto key = decode_multikey(fields.text(name));
  if (!key) fields.refuse(name);
  return key.value_or(crypto::PublicKey{});
}

}  // namespace sayso::protocol

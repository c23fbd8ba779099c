#include "server/app/request_rows.h"

#include <utility>

#include "shared/encoding/fields.h"
#include "shared/encoding/request_json.h"

namespace sayso::app {
namespace {

using domain::RequestState;
using encoding::Fields;
using encoding::Json;

RowAddress case_address(const Vault& vault, const PersonId& signer, std::uint64_t running) {
  return vault.address(Shelf::Requests, {signer.value(), std::to_string(running)});
}

RowAddress message_address(const Vault& vault, const Case& one, std::uint64_t number) {
  return vault.address(
      Shelf::Requests,
      {"message", one.signer.value(), std::to_string(one.request.number), std::to_string(number)});
}

RowAddress pointer_address(const Vault& vault, std::uint64_t number) {
  return vault.address(Shelf::Requests, {"case", std::to_string(number)});
}

RowAddress list_address(const Vault& vault, const PersonId& signer) {
  return vault.address(Shelf::Requests, {"by", signer.value()});
}

RowAddress count_address(const Vault& vault) { return vault.address(Shelf::Requests, {"count"}); }

Json number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

std::uint64_t read_number(Fields& fields, std::string_view name, std::int64_t least = 1) {
  return static_cast<std::uint64_t>(fields.integer(name, least, encoding::kMaxInteger));
}

Date read_day(Fields& fields, std::string_view name) {
  const auto day = decode_date(fields.text(name));
  if (!day) fields.refuse(name);
  return day.value_or(Date());
}

Json encode_waits(const std::vector<domain::Wait>& waits) {
  Json::Array array;
  for (const domain::Wait& wait : waits) {
    Json::Object one{{"from", encode_date(wait.from)}};
    if (wait.until) one.emplace("until", encode_date(*wait.until));
    array.emplace_back(std::move(one));
  }
  return array;
}

domain::Wait read_wait(Fields& fields) {
  domain::Wait wait{read_day(fields, "from"), std::nullopt};
  if (fields.has("until")) wait.until = read_day(fields, "until");
  return wait;
}

Json encode_proposal(const Proposal& proposal) {
  return Json::Object{{"to", domain::name_of(proposal.to)},
                      {"by", proposal.by},
                      {"text", proposal.text},
                      {"when", encode_instant(proposal.when)}};
}

Proposal read_proposal(Fields& fields) {
  const auto to = domain::find_request_state(fields.text("to"));
  if (!to || domain::is_open(*to)) fields.refuse("to");
  Proposal proposal{to.value_or(RequestState::Done), fields.text("by"), fields.text("text"), {}};
  if (const auto when = decode_instant(fields.text("when")))
    proposal.when = *when;
  else
    fields.refuse("when");
  return proposal;
}

Json encode_case(const Case& one) {
  domain::Request request = one.request;
  // Worked out anew whenever it is asked for.
  request.due.reset();
  Json::Object object = encoding::encode_request(request);
  object.emplace("case", number(one.number));
  object.emplace("key", one.key);
  object.emplace("record", one.record);
  object.emplace("waits", encode_waits(one.waits));
  object.emplace("changes", encoding::encode_changes(one.changes));
  object.emplace("messages", number(one.messages));
  object.emplace("extension", one.extension);
  object.emplace("outcome", one.outcome);
  if (one.proposal) object.emplace("proposal", encode_proposal(*one.proposal));
  return object;
}

void read_case(Fields& fields, Case& one) {
  one.request = encoding::read_request(fields);
  one.number = read_number(fields, "case");
  one.key = fields.text("key");
  one.record = fields.text("record");
  fields.objects("waits", [&](Fields& wait) { one.waits.push_back(read_wait(wait)); });
  one.changes = encoding::read_changes(fields);
  one.messages = read_number(fields, "messages", 0);
  one.extension = fields.text("extension");
  one.outcome = fields.text("outcome");
  if (fields.has("proposal"))
    fields.object("proposal", [&](Fields& proposal) { one.proposal = read_proposal(proposal); });
}

std::uint64_t load_count(const Vault& vault, const Rows& rows) {
  const auto json = vault.load(rows, count_address(vault));
  std::uint64_t newest = 0;
  if (!json) return newest;
  const auto read =
      encoding::read_fields(*json, [&](Fields& fields) { newest = read_number(fields, "newest"); });
  return read ? newest : 0;
}

}  // namespace

std::optional<Case> load_case(const Vault& vault, const Rows& rows, const PersonId& signer,
                              std::uint64_t running) {
  const auto json = vault.load(rows, case_address(vault, signer, running));
  if (!json) return std::nullopt;
  Case one;
  one.signer = signer;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) { read_case(fields, one); });
  return read ? std::optional(std::move(one)) : std::nullopt;
}

void store_case_row(Vault& vault, RowLayer& rows, const Case& one, Instant now) {
  vault.store(rows, case_address(vault, one.signer, one.request.number),
              {one.request.person, DataClass::Requests}, encode_case(one), now);
}

std::optional<CasePointer> load_pointer(const Vault& vault, const Rows& rows,
                                        std::uint64_t number) {
  const auto json = vault.load(rows, pointer_address(vault, number));
  if (!json) return std::nullopt;
  CasePointer pointer;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    pointer = {PersonId(fields.text("signer")), read_number(fields, "running")};
  });
  return read ? std::optional(std::move(pointer)) : std::nullopt;
}

std::uint64_t list_case(Vault& vault, RowLayer& rows, const PersonId& person,
                        const CasePointer& pointer, Instant now) {
  const std::uint64_t newest = load_count(vault, rows) + 1;
  vault.store_on_desk(rows, count_address(vault), Json::Object{{"newest", number(newest)}});
  vault.store(
      rows, pointer_address(vault, newest), {person, DataClass::Requests},
      Json::Object{{"signer", pointer.signer.value()}, {"running", number(pointer.running)}}, now);
  Json::Array list;
  for (const std::uint64_t running : load_numbers(vault, rows, pointer.signer))
    list.emplace_back(Json::Object{{"running", number(running)}});
  list.emplace_back(Json::Object{{"running", number(pointer.running)}});
  vault.store(rows, list_address(vault, pointer.signer), {pointer.signer, DataClass::Requests},
              Json::Object{{"requests", std::move(list)}}, now);
  return newest;
}

std::vector<std::uint64_t> load_numbers(const Vault& vault, const Rows& rows,
                                        const PersonId& signer) {
  std::vector<std::uint64_t> numbers;
  const auto json = vault.load(rows, list_address(vault, signer));
  if (!json) return numbers;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    fields.objects("requests",
                   [&](Fields& one) { numbers.push_back(read_number(one, "running")); });
  });
  return read ? numbers : std::vector<std::uint64_t>();
}

void store_message(Vault& vault, RowLayer& rows, const Case& one, std::uint64_t number,
                   const Written& written, Instant now) {
  Json::Object json = *encoding::encode_message(written.message).object();
  json.emplace("id", written.id.value());
  vault.store(rows, message_address(vault, one, number), {one.request.person, DataClass::Requests},
              std::move(json), now);
}

std::optional<Written> load_message(const Vault& vault, const Rows& rows, const Case& one,
                                    std::uint64_t number) {
  const auto json = vault.load(rows, message_address(vault, one, number));
  if (!json) return std::nullopt;
  Written written;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    written.id = RecordId(fields.text("id"));
    written.message = encoding::read_message(fields);
  });
  return read ? std::optional(std::move(written)) : std::nullopt;
}

std::uint64_t newest_case(const Vault& vault, const Rows& rows) { return load_count(vault, rows); }

}  // namespace sayso::app

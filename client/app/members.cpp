#include "client/app/members.h"

#include <utility>

#include "shared/base/check.h"
#include "shared/protocol/record.h"
#include "shared/protocol/signed_note.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::client {

std::string text_member(const encoding::Json& json, std::string_view key) {
  const encoding::Json* member = json.find(key);
  const std::string* text = member ? member->string() : nullptr;
  return text ? *text : std::string();
}

bool is_problem(const Answered& answer, std::string_view name) {
  if (answer.status < 400) return false;
  const auto body = encoding::decode_json(answer.body, kAnswerLimits);
  return body && text_member(*body, "type") == "/problems/" + std::string(name);
}

std::string json_text(encoding::Json::Object object) {
  return encoding::encode_canonical(encoding::Json(std::move(object)));
}

const protocol::RecordCommon* common_of(const protocol::AnyRecord& record) {
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record)) return &consent->common;
  if (const auto* request = std::get_if<protocol::RequestRecord>(&record)) return &request->common;
  return nullptr;
}

const protocol::RecordCommon& common_of(const Held& held) {
  const auto* common = common_of(held.record);
  CHECK(common != nullptr);
  return *common;
}

std::optional<Held> read_held(const encoding::Json& receipt) {
  auto decoded = protocol::decode_receipt(receipt);
  if (!decoded) return std::nullopt;
  const auto record = protocol::decode_record(decoded->entry.envelope.record);
  if (!record) return std::nullopt;
  const auto* common = common_of(*record);
  if (!common) return std::nullopt;
  Held held;
  held.id = common->id;
  held.record = *record;
  held.text = protocol::receipt_text(*decoded);
  const Digest hash = protocol::record_hash(decoded->entry.envelope.record);
  held.record_hash = encode_hex(hash);
  held.reference = protocol::record_reference(hash);
  held.receipt = std::move(*decoded);
  return held;
}

bool proves(const Held& held, const Pending& pending, const std::string& log_key) {
  const auto key = protocol::decode_vkey(log_key);
  if (!key || held.receipt.entry.envelope.record != pending.record) return false;
  return protocol::verify_receipt(held.receipt, *key).has_value();
}

}  // namespace sayso::client

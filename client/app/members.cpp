#include "client/app/members.h"

#include "shared/protocol/record.h"
#include "shared/protocol/signed_note.h"
#include "shared/protocol/verify_receipt.h"

namespace sayso::client {

std::string text_member(const encoding::Json& json, std::string_view key) {
  const encoding::Json* member = json.find(key);
  const std::string* text = member ? member->string() : nullptr;
  return text ? *text : std::string();
}

std::optional<Held> read_held(const encoding::Json& receipt) {
  auto decoded = protocol::decode_receipt(receipt);
  if (!decoded) return std::nullopt;
  const auto record = protocol::decode_record(decoded->entry.envelope.record);
  if (!record) return std::nullopt;
  const auto* consent = std::get_if<protocol::ConsentRecord>(&*record);
  const auto* request = std::get_if<protocol::RequestRecord>(&*record);
  if (!consent && !request) return std::nullopt;
  Held held;
  held.id = consent ? consent->common.id : request->common.id;
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

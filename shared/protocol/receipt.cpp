#include "shared/protocol/receipt.h"

#include <algorithm>

#include "shared/protocol/document_fields.h"

namespace sayso::protocol {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::string_view kFormat = "sayso/receipt/v1";

void write_opening(Json::Object& object, const Opening& opening, const std::string& checkpoint) {
  object.emplace("entry", encode_envelope(opening.envelope));
  object.emplace("proof", encode_tlog_proof(tlog_proof_of(opening, checkpoint)));
}

void read_entry(Fields& fields, Opening& opening) {
  auto envelope = decode_envelope(fields.json("entry"));
  if (envelope)
    opening.envelope = std::move(*envelope);
  else
    fields.refuse("entry", envelope.error().error);
}

// Answers with the checkpoint that the proof carries.
std::string read_proof(Fields& fields, Opening& opening) {
  auto proof = decode_tlog_proof(fields.text("proof"));
  if (!proof || !proof->extra || proof->extra->size() != opening.salt.size()) {
    fields.refuse("proof");
    return {};
  }
  std::copy(proof->extra->begin(), proof->extra->end(), opening.salt.begin());
  opening.index = proof->index;
  opening.hashes = std::move(proof->hashes);
  return std::move(proof->checkpoint);
}

Opening read_enrolment(Fields& fields, const std::string& checkpoint) {
  Opening opening;
  read_entry(fields, opening);
  if (opening.envelope.type != EntryType::Enrolment) fields.refuse("entry");
  if (read_proof(fields, opening) != checkpoint) fields.refuse("proof");
  return opening;
}

}  // namespace

TlogProof tlog_proof_of(const Opening& opening, const std::string& checkpoint) {
  return {Bytes(opening.salt.begin(), opening.salt.end()), opening.index, opening.hashes,
          checkpoint};
}

Json encode_receipt(const Receipt& receipt) {
  CHECK(receipt.enrolment.has_value() == (receipt.entry.envelope.type != EntryType::Enrolment));
  Json::Object object{{"format", kFormat}};
  write_opening(object, receipt.entry, receipt.checkpoint);
  if (receipt.enrolment) {
    Json::Object enrolment;
    write_opening(enrolment, *receipt.enrolment, receipt.checkpoint);
    object.emplace("enrolment", std::move(enrolment));
  }
  return object;
}

Expected<Receipt, encoding::FieldProblem> decode_receipt(const Json& json) {
  Receipt receipt;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    fields.constant("format", kFormat);
    read_entry(fields, receipt.entry);
    receipt.checkpoint = read_proof(fields, receipt.entry);
    // The receipt of an enrolment stands alone: a second one would be a member nobody asked for.
    if (receipt.entry.envelope.type == EntryType::Enrolment) return;
    fields.object("enrolment", [&](Fields& enrolment) {
      receipt.enrolment = read_enrolment(enrolment, receipt.checkpoint);
    });
  });
  if (!read) return failure(read.error());
  return receipt;
}

std::string receipt_text(const Receipt& receipt) {
  return encoding::encode_canonical(encode_receipt(receipt));
}

std::optional<Receipt> read_receipt(std::string_view text) {
  encoding::JsonLimits limits;
  limits.size_bytes = kMaxReceiptBytes;
  const auto json = encoding::decode_json(text, limits);
  if (!json || encoding::encode_canonical(*json) != text) return std::nullopt;
  auto receipt = decode_receipt(*json);
  if (!receipt) return std::nullopt;
  return std::move(*receipt);
}

}  // namespace sayso::protocol

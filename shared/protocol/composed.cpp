#include "shared/protocol/composed.h"

#include "shared/base/check.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/tlog_proof.h"

namespace sayso::protocol {
namespace {

using encoding::Json;

// In canonical text a quote inside of a string has a backslash before it, so that this is found
// where the member stands and nowhere else.
constexpr std::string_view kEmptyRecord = R"("record":{})";
constexpr std::string_view kRecordName = R"("record":)";

void write_parts(std::string& out, const OpeningText& opening, const std::string& checkpoint,
                 std::string_view between) {
  const TlogProof proof{Bytes(opening.salt.begin(), opening.salt.end()), opening.index,
                        opening.hashes, checkpoint};
  out += R"("entry":)";
  out += opening.envelope;
  out += between;
  out += R"("proof":)";
  out += encoding::encode_canonical(Json(encode_tlog_proof(proof)));
}

}  // namespace

std::string compose_envelope(const Envelope& envelope, std::string_view record_text) {
  Envelope around = envelope;
  around.record = Json(Json::Object{});
  std::string text = envelope_text(around);
  const auto at = text.find(kEmptyRecord);
  CHECK(at != std::string::npos);
  text.replace(at + kRecordName.size(), 2, record_text);
  return text;
}

std::string compose_receipt(const OpeningText& entry, const OpeningText* enrolment,
                            const std::string& checkpoint) {
  std::string out = "{";
  if (enrolment != nullptr) {
    out += R"("enrolment":{)";
    write_parts(out, *enrolment, checkpoint, ",");
    out += "},";
  }
  write_parts(out, entry, checkpoint, R"(,"format":"sayso/receipt/v1",)");
  out += '}';
  return out;
}

}  // namespace sayso::protocol

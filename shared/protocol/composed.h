// Envelopes and receipts as canonical text, put together from texts that are at hand: the same
// bytes that encoding the whole would give, without decoding and copying what is known already.
//
// Who does not count microseconds need not read on: envelope_text() and receipt_text() do it all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/protocol/envelope.h"
#include "shared/protocol/leaf.h"

namespace sayso::protocol {

// envelope_text() of the envelope with this record, given as canonical text; `envelope.record` is
// not looked at.
[[nodiscard]] std::string compose_envelope(const Envelope& envelope, std::string_view record_text);

struct OpeningText {
  // envelope_text() of the entry.
  std::string_view envelope;
  Salt salt{};
  EntryIndex index;
  std::vector<Digest> hashes;
};

// receipt_text() of these. Null for the receipt of an enrolment.
[[nodiscard]] std::string compose_receipt(const OpeningText& entry, const OpeningText* enrolment,
                                          const std::string& checkpoint);

}  // namespace sayso::protocol

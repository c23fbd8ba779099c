#include "client/app/summary.h"

#include <algorithm>

#include "shared/protocol/consent_record.h"
#include "shared/protocol/cosignature.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/request_record.h"

namespace sayso::client {
namespace {

std::string purpose_name(const State& state, const PurposeId& id) {
  const domain::Purpose* purpose = domain::find_purpose(state.facts.notice, id);
  return purpose ? purpose->name : id.value();
}

std::string organisation_name(const State& state, const OrganisationId& id) {
  const domain::Organisation* organisation = domain::find_organisation(state.facts.notice, id);
  return organisation ? organisation->in_text : id.value();
}

std::string_view decision_key(protocol::Decision decision) {
  switch (decision) {
    case protocol::Decision::Agreed:
      return "decision.agreed";
    case protocol::Decision::Refused:
      return "decision.refused";
    case protocol::Decision::Withdrawn:
      return "decision.withdrawn";
  }
  return "decision.refused";
}

std::string choice_line(const State& state, const protocol::Choice& choice) {
  const std::string organisation = organisation_name(state, choice.organisation);
  const std::string purpose = purpose_name(state, choice.purpose);
  return state.facts.words.text(decision_key(choice.decision),
                                {{"organisation", organisation}, {"purpose", purpose}});
}

std::string request_line(const State& state, const protocol::RequestRecord& request) {
  const bool is_about_choice =
      request.purpose.has_value() &&
      (request.kind == protocol::RequestKind::Object ||
       (request.kind == protocol::RequestKind::Delete && request.organisation.has_value()));
  if (!is_about_choice) {
    const std::string kind(domain::name_of(protocol::meaning_of(request.kind)));
    return state.facts.words.text("decision.asked",
                                  {{"what", state.facts.words.text("request.kind." + kind)}});
  }
  const std::string purpose =
      request.purpose ? purpose_name(state, *request.purpose) : std::string();
  if (request.kind != protocol::RequestKind::Delete)
    return state.facts.words.text("decision.objected", {{"purpose", purpose}});
  const std::string organisation =
      request.organisation ? organisation_name(state, *request.organisation) : std::string();
  return state.facts.words.text("decision.delete",
                                {{"organisation", organisation}, {"purpose", purpose}});
}

// A record holds its choices in the order of their ids; people know them in the notice's.
std::vector<protocol::Choice> in_order_of_notice(const State& state,
                                                 std::vector<protocol::Choice> choices) {
  const auto place = [&](const protocol::Choice& choice) {
    std::size_t at = 0;
    for (const domain::Purpose& purpose : state.facts.notice.purposes) {
      for (const domain::Question& question : purpose.questions) {
        if (purpose.id == choice.purpose && question.organisation == choice.organisation) return at;
        ++at;
      }
    }
    return at;
  };
  std::stable_sort(choices.begin(), choices.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return choices;
}

}  // namespace

std::vector<screens::SendLine> lines_of(const State& state, const protocol::AnyRecord& record,
                                        screens::SendState sent, const std::string& reference) {
  std::vector<screens::SendLine> lines;
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record)) {
    for (const protocol::Choice& choice : in_order_of_notice(state, consent->choices))
      lines.push_back({choice_line(state, choice), sent, reference});
  } else if (const auto* request = std::get_if<protocol::RequestRecord>(&record)) {
    lines.push_back({request_line(state, *request), sent, reference});
  }
  return lines;
}

screens::ReceiptView receipt_view(const State& state, const Held& held) {
  screens::ReceiptView view;
  view.reference = held.reference;
  view.hash = held.record_hash;
  view.received = held.receipt.entry.envelope.server_time;
  view.what = lines_of(state, held.record, screens::SendState::Sent, held.reference);
  const auto key = protocol::claimed_key(held.receipt.entry.envelope.record);
  if (key) view.key = protocol::encode_multikey(*key);
  view.log_key = state.facts.log_key;
  if (const auto note = protocol::decode_note(held.receipt.checkpoint)) {
    const auto claimed = protocol::claimed_cosignatures(*note);
    view.witnesses = claimed.witnesses;
    view.witnessed = claimed.last;
  }
  if (state.renewing.reference == held.reference) view.renewal = state.renewing.outcome;
  view.qr_payload = held.reference + " " + held.record_hash;
  view.json = encoding::encode_canonical(held.receipt.entry.envelope.record);
  return view;
}

}  // namespace sayso::client

#include "client/app/sign.h"

#include <algorithm>

#include "client/app/members.h"
#include "shared/base/check.h"
#include "shared/encoding/crockford.h"
#include "shared/protocol/consent_record.h"
#include "shared/protocol/enrolment_record.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/record.h"
#include "shared/protocol/request_record.h"
#include "shared/protocol/shown.h"
#include "shared/protocol/sign_in.h"

namespace sayso::client {
namespace {

crypto::SigningKey signing_key(const State& state) {
  CHECK(state.seed.has_value());
  return crypto::SigningKey::from_seed(*state.seed);
}

template <std::size_t N>
ByteArray<N> first_bytes(const ByteArray<32>& bytes) {
  ByteArray<N> part{};
  std::copy_n(bytes.begin(), N, part.begin());
  return part;
}

std::optional<Digest> decode_digest(const std::string& hex) {
  const auto bytes = decode_hex(hex);
  if (!bytes || bytes->size() != 32) return std::nullopt;
  Digest digest{};
  std::copy(bytes->begin(), bytes->end(), digest.begin());
  return digest;
}

// The newest record of this key, whether the server has acknowledged it or not.
std::optional<Digest> previous_record(const State& state) {
  for (auto pending = state.outbox.rbegin(); pending != state.outbox.rend(); ++pending) {
    if (pending->state != screens::SendState::Refused)
      return protocol::record_hash(pending->record);
  }
  return decode_digest(state.head);
}

protocol::RecordCommon common_part(Step& step, const PersonId& about) {
  const State& state = step.state;
  CHECK(state.person.has_value());
  const domain::Notice& notice = state.facts.notice;
  protocol::RecordCommon common;
  common.id = fresh_id(step);
  common.person = about;
  common.expressed_by = {state.person->id, about == state.person->id
                                               ? protocol::Role::Self
                                               : protocol::Role::ParentalResponsibility};
  const auto hash = decode_digest(state.facts.notice_hash);
  CHECK(hash.has_value());
  common.notice = {notice.id, std::to_string(notice.version), *hash, notice.language};
  common.client_version = state.facts.client_version;
  common.device_time = step.now;
  common.previous = previous_record(state);
  common.nonce = first_bytes<16>(step.fresh());
  return common;
}

protocol::Decision signed_decision(domain::Decision decision) {
  switch (decision) {
    case domain::Decision::Agreed:
      return protocol::Decision::Agreed;
    case domain::Decision::Refused:
      return protocol::Decision::Refused;
    case domain::Decision::Withdrawn:
      return protocol::Decision::Withdrawn;
  }
  BUG("every decision is above");
}

domain::ForWhom voice(const State& state, const PersonId& about) {
  return about == state.person->id ? domain::ForWhom::You : domain::ForWhom::YourChild;
}

std::string label_of(const domain::Question& question, domain::AnswerMeaning meaning) {
  const domain::Answer* answer = domain::find_answer(question, meaning);
  return answer ? answer->label : std::string();
}

// What the person read and answered, word for word.
protocol::Shown shown_for(const State& state, const PersonId& about, const Decided& decided) {
  const domain::Purpose* purpose = domain::find_purpose(state.facts.notice, decided.purpose);
  const domain::Question* question =
      purpose ? domain::find_question(*purpose, decided.organisation) : nullptr;
  protocol::Shown shown{decided.purpose.value(), decided.organisation.value(), {}, {}};
  // Under an earlier notice only: what was shown then is what the record withdrawn from holds.
  if (!question) return shown;
  const domain::ForWhom whom = voice(state, about);
  if (decided.decision == domain::Decision::Withdrawn) {
    shown.question = question->if_withdrawn.to(whom);
    shown.answer = state.facts.words.text("withdraw.button");
    return shown;
  }
  const bool agreed = decided.decision == domain::Decision::Agreed;
  shown.question = domain::shown_text(*purpose, *question, whom);
  shown.answer =
      label_of(*question, agreed ? domain::AnswerMeaning::Agree : domain::AnswerMeaning::Refuse);
  return shown;
}

// Of an objection, and of a deletion beside a withdrawal, the question that it answers; of others
// the words of what they ask for.
protocol::Shown shown_for(const State& state, const PersonId& about, const Asked& asked) {
  const domain::RequestSubject& subject = asked.subject;
  protocol::Shown shown;
  if (subject.purpose) shown.purpose = subject.purpose->value();
  if (subject.organisation) shown.organisation = subject.organisation->value();
  const domain::Purpose* purpose =
      subject.purpose ? domain::find_purpose(state.facts.notice, *subject.purpose) : nullptr;
  const domain::Question* question = purpose && subject.organisation
                                         ? domain::find_question(*purpose, *subject.organisation)
                                         : nullptr;
  if (question) shown.question = domain::shown_text(*purpose, *question, voice(state, about));
  if (question && asked.kind == protocol::RequestKind::Object)
    shown.answer = label_of(*question, domain::AnswerMeaning::Object);
  else if (!asked.answer.empty())
    shown.answer = state.facts.words.text(asked.answer);
  else
    shown.answer = state.facts.words.text(
        "request.kind." + std::string(domain::name_of(protocol::meaning_of(asked.kind))));
  return shown;
}

void put_in_outbox(Step& step, const RecordId& id, encoding::Json secured) {
  step.state.outbox.push_back({std::move(secured), id, screens::SendState::Saved, {}});
}

encoding::Json signed_again(const encoding::Json& secured, const std::optional<Digest>& previous,
                            const crypto::SigningKey& key) {
  auto record = protocol::decode_record(secured);
  CHECK(record.has_value());
  if (auto* consent = std::get_if<protocol::ConsentRecord>(&*record)) {
    consent->common.previous = previous;
    return protocol::sign_consent_record(*consent, key);
  }
  auto* request = std::get_if<protocol::RequestRecord>(&*record);
  CHECK(request != nullptr);
  request->common.previous = previous;
  return protocol::sign_request_record(*request, key);
}

}  // namespace

RecordId fresh_id(Step& step) {
  return RecordId(encoding::encode_id(first_bytes<16>(step.fresh())));
}

std::string key_text(const State& state) {
  return protocol::encode_multikey(signing_key(state).public_key());
}

encoding::Json sign_enrolment(Step& step) {
  const crypto::SigningKey key = signing_key(step.state);
  protocol::EnrolmentRecord record;
  record.id = fresh_id(step);
  record.key = key.public_key();
  record.device_time = step.now;
  record.nonce = first_bytes<16>(step.fresh());
  return protocol::sign_enrolment_record(record, key);
}

std::optional<encoding::Json> sign_challenge(Step& step, const std::string& challenge,
                                             const std::string& domain) {
  const auto fits = [](const std::string& text) {
    return !text.empty() && text.size() <= protocol::kMaxChallengeBytes;
  };
  if (!step.state.seed || !fits(challenge) || !fits(domain)) return std::nullopt;
  return protocol::sign_sign_in({challenge, domain, step.now}, signing_key(step.state));
}

void sign_choices(Step& step, const PersonId& about, const std::vector<Decided>& decided) {
  protocol::ConsentRecord record;
  record.common = common_part(step, about);
  record.retention = "P" + std::to_string(step.state.facts.notice.retention.years) + "Y";
  record.withdrawal = "/home";
  std::vector<protocol::Shown> shown;
  for (const Decided& one : decided) {
    record.choices.push_back({one.purpose, one.organisation, signed_decision(one.decision)});
    shown.push_back(shown_for(step.state, about, one));
  }
  record.common.shown = protocol::shown_hash(shown);
  put_in_outbox(step, record.common.id,
                protocol::sign_consent_record(record, signing_key(step.state)));
}

void sign_request(Step& step, const PersonId& about, const Asked& asked) {
  protocol::RequestRecord record;
  record.common = common_part(step, about);
  record.kind = asked.kind;
  record.purpose = asked.subject.purpose;
  record.organisation = asked.subject.organisation;
  if (asked.subject.item) record.item = {asked.subject.item->source, asked.subject.item->reference};
  record.use = asked.subject.use;
  record.text = asked.text;
  record.common.shown = protocol::shown_hash({shown_for(step.state, about, asked)});
  put_in_outbox(step, record.common.id,
                protocol::sign_request_record(record, signing_key(step.state)));
}

void sign_again(Step& step) {
  State& state = step.state;
  const crypto::SigningKey key = signing_key(state);
  std::optional<Digest> previous = decode_digest(state.head);
  for (Pending& pending : state.outbox) {
    // In the chain there is only what was taken in, or still may be.
    if (pending.state == screens::SendState::Refused) continue;
    pending.record = signed_again(pending.record, previous, key);
    pending.state = screens::SendState::Saved;
    previous = protocol::record_hash(pending.record);
  }
}

void sign_with_new_key(Step& step) {
  State& state = step.state;
  std::erase_if(state.outbox, [&](const Pending& pending) {
    const auto record = protocol::decode_record(pending.record);
    const auto* common = record ? common_of(*record) : nullptr;
    return !common || !state.person || common->expressed_by.person != state.person->id;
  });
  sign_again(step);
}

}  // namespace sayso::client

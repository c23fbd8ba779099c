// Enrolment: whoever holds a code and a key becomes the person that the code was made for.
//
// One refusal for a wrong, used, expired or replaced code. The code is consumed by the enrolment; a
// repeat with the same key, whose answer may have been lost on the way, gets the same receipt
// again.

#include <algorithm>

#include "server/app/codes.h"
#include "server/app/entries.h"
#include "server/app/me.h"
#include "server/app/portal.h"
#include "server/app/revoke.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/multikey.h"
#include "shared/protocol/record.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Answer = std::function<Outcome<Enrolled>()>;

constexpr std::int64_t kRepeatSeconds = 28 * 24 * 60 * 60;
// For an answer that was lost on the way. Later the very record that stands in the log opens
// nothing: it is in receipts, which people hand on, and with the letter's code it would be a way in
// without the key. Whoever has the key signs another.
constexpr std::int64_t kSameRecordSeconds = 10 * 60;

struct Offer {
  // Nothing when what was typed cannot be a code: looked up all the same.
  std::optional<encoding::CodeBits> code;
  Json record;
  std::string multikey;
};

tl::unexpected<Refusal> refuse_code() { return failure(Refusal{Problem::Invitation, {}, {}}); }

tl::unexpected<Refusal> refuse_record(const std::string& field) {
  return failure(Refusal{Problem::Record, field, {}});
}

// The key is taken from the record that it signed: possession is what an enrolment proves, the code
// says whose it becomes.
Outcome<Offer> read_offer(const Json& body) {
  Offer offer;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    offer.code = encoding::decode_code(fields.text("code"));
    offer.record = fields.json("record");
  });
  if (!read) return failure(Refusal{Problem::Body, read.error().pointer, {}});
  const auto record = protocol::decode_record(offer.record);
  if (!record) return refuse_record("/record" + record.error().pointer);
  const auto* enrolment = std::get_if<protocol::EnrolmentRecord>(&*record);
  if (enrolment == nullptr) return refuse_record("/record");
  if (!protocol::verify_record(offer.record, enrolment->key)) return refuse_record("/record/proof");
  offer.multikey = protocol::encode_multikey(enrolment->key);
  return offer;
}

// What both the first answer and a repeat are made of, once durable.
Answer answer_later(const Desk& desk, OpenedSession opened, bool is_new) {
  return [&desk, opened = std::move(opened), is_new]() -> Outcome<Enrolled> {
    const Session& session = opened.session;
    const StoredRows rows(desk.store());
    auto me = describe_me(desk, rows, session);
    auto receipt = load_entry(desk.vault(), rows, session.person, session.device.enrolment);
    if (!me || !receipt) return failure(Refusal{Problem::Unavailable, {}, {}});
    const Json person = *me->find("person");
    return Enrolled{
        Json::Object{{"person", person}, {"receipt", std::move(*receipt)}, {"me", std::move(*me)}},
        opened.token, is_new};
  };
}

bool is_worn(const Desk& desk, Unit& unit, const Code& code, const Device& device,
             const Offer& offer) {
  const auto enrolled = find_enrolment(desk.vault(), unit.rows(), code.person, device.enrolment);
  // Of this very batch, so not old.
  if (!enrolled) return false;
  const std::int64_t age = unit.now().unix_seconds - enrolled->envelope.server_time.unix_seconds;
  return enrolled->envelope.record == offer.record && age >= kSameRecordSeconds;
}

Outcome<Answer> repeat(const Desk& desk, Unit& unit, const Code& code, const Offer& offer) {
  const auto device = find_device(desk.vault(), unit.rows(), offer.multikey);
  const bool same = code.used_by == offer.multikey && device &&
                    device->state == KeyState::InForce && device->person == code.person;
  if (!same || is_worn(desk, unit, code, *device, offer)) return refuse_code();
  return answer_later(desk, open_session(desk, unit.rows(), *device, offer.multikey, unit.now()),
                      false);
}

NewEntry enrolment_entry(const PersonId& person, const Json& record, std::uint64_t running,
                         Instant now) {
  NewEntry entry;
  entry.envelope.type = protocol::EntryType::Enrolment;
  entry.envelope.record = record;
  entry.envelope.server_time = now;
  entry.envelope.running = running;
  entry.envelope.person = person;
  entry.envelope.assurance = protocol::Assurance::Letter;
  entry.subject = person;
  entry.signer = person;
  return entry;
}

void use_code(const Desk& desk, Unit& unit, const RowAddress& address, Code code, Account& account,
              const std::string& multikey) {
  code.used_by = multikey;
  // A recovery code has no end of its own; once used it stays for as long as a repeat may come.
  const Instant in_a_month{unit.now().unix_seconds + kRepeatSeconds};
  if (in_a_month < code.expires) code.expires = in_a_month;
  store_code(desk.vault(), unit.rows(), address, code);
  // Used codes stay readable for a repeat, so the account lets go of them without removing the row.
  std::string& current = code.kind == CodeKind::Recovery ? account.recovery : account.invitation;
  if (current == name_of_code_row(address)) current.clear();
}

Outcome<Answer> enrol_first_time(const Desk& desk, Unit& unit, const RowAddress& address,
                                 const Code& code, const Offer& offer) {
  Vault& vault = desk.vault();
  const auto profile = find_profile(vault, unit.rows(), code.person);
  auto account = find_account(vault, unit.rows(), code.person);
  if (!profile || !account) return refuse_code();
  if (group_now(*profile, unit.now()) == domain::Group::Child) return refuse_code();
  // A key stands for one person, for ever.
  if (is_known_key(vault, unit.rows(), offer.multikey)) return refuse_record("/record/key");
  const auto reason = code.kind == CodeKind::Recovery ? protocol::RevocationReason::Lost
                                                      : protocol::RevocationReason::Replaced;
  if (!revoke_keys(desk, unit, code.person, *account, reason))
    return failure(Refusal{Problem::Unavailable, {}, {}});
  const std::uint64_t running = ++account->running;
  account->keys.push_back(offer.multikey);
  unit.append(enrolment_entry(code.person, offer.record, running, unit.now()));
  const Device device{code.person, KeyState::InForce, running, {}};
  store_device(vault, unit.rows(), offer.multikey, device);
  use_code(desk, unit, address, code, *account, offer.multikey);
  store_account(vault, unit.rows(), code.person, *account, unit.now());
  return answer_later(desk, open_session(desk, unit.rows(), device, offer.multikey, unit.now()),
                      true);
}

}  // namespace

void Portal::enrol(const Json& body, Done<Enrolled> done) {
  auto offer = read_offer(body);
  if (!offer) return done(failure(offer.error()));
  desk_.sequencer().run<Enrolled>(
      [this, offer = std::move(*offer)](Unit& unit) -> Outcome<Answer> {
        const encoding::CodeBits bits = offer.code.value_or(encoding::CodeBits(0));
        const RowAddress address = code_address(desk_.vault(), desk_.keyring(), bits);
        const auto code = find_code(desk_.vault(), unit.rows(), address);
        if (!code || !offer.code) return refuse_code();
        if (!code->used_by.empty()) return repeat(desk_, unit, *code, offer);
        if (!(unit.now() < code->expires)) return refuse_code();
        return enrol_first_time(desk_, unit, address, *code, offer);
      },
      std::move(done));
}

}  // namespace sayso::app

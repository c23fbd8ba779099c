// Submission: a signed record becomes an entry of the log.
//
// What needs no order is checked on the caller's thread (form, signature, notice); what does is
// checked by the sequencer, on rows that nobody else can change meanwhile (session, rights, repeat,
// head).

#include "server/app/entries.h"
#include "server/app/judge.h"
#include "server/app/known_enrolments.h"
#include "server/app/portal.h"
#include "server/app/requests.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"
#include "server/app/standing.h"
#include "server/app/stops.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/multikey.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Answer = std::function<Outcome<Submitted>()>;

// Room for 256 choices and the longest request; far below what a receipt may hold with both its
// envelopes.
constexpr std::size_t kMaxRecordBytes = std::size_t{48} * 1024;

struct Submission {
  // Canonical, with its proof.
  std::string text;
  protocol::AnyRecord record;
  std::string hash;
};

// Remembers which record a record id stands for.
struct Kept {
  std::string hash;
  std::uint64_t running = 0;
};

tl::unexpected<Refusal> refuse(Problem problem, std::string field = {}) {
  return failure(Refusal{problem, std::move(field), {}});
}

std::string field_of(const protocol::RecordFault& fault) {
  if (const auto* problem = std::get_if<encoding::FieldProblem>(&fault)) return problem->pointer;
  return "/proof";
}

// Against the key that the session signed in with: a key in the message counts for nothing.
Outcome<Submission> read_submission(const Desk& desk, const Session& session, const Json& body) {
  const auto key = protocol::decode_multikey(session.key);
  if (!key) return refuse(Problem::Session);
  std::string text = encoding::encode_canonical(body);
  if (text.size() > kMaxRecordBytes) return refuse(Problem::Record);
  auto record = protocol::verify_record(body, *key);
  if (!record) return refuse(Problem::Record, field_of(record.error()));
  if (std::holds_alternative<protocol::EnrolmentRecord>(*record))
    return refuse(Problem::Record, "/dct:conformsTo");
  if (auto judged = judge_content(desk.notices(), *record); !judged) return failure(judged.error());
  std::string hash = encode_hex(crypto::sha256(as_bytes(text)));
  return Submission{std::move(text), std::move(*record), std::move(hash)};
}

std::string answer_of(std::string_view receipt) {
  return R"({"receipt":)" + std::string(receipt) + "}";
}

RowAddress record_address(const Vault& vault, const PersonId& signer, const RecordId& id) {
  return vault.address(Shelf::Records, {signer.value(), id.value()});
}

std::optional<Kept> find_kept(const Vault& vault, const Rows& rows, const RowAddress& address) {
  const auto json = vault.load(rows, address);
  if (!json) return std::nullopt;
  Kept kept;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    kept.hash = fields.text("hash");
    kept.running = static_cast<std::uint64_t>(fields.integer("running", 1, encoding::kMaxInteger));
  });
  if (!read) return std::nullopt;
  return kept;
}

Outcome<Answer> repeat(const Desk& desk, const Kept& kept, const Submission& submission,
                       const PersonId& signer) {
  if (kept.hash != submission.hash) return refuse(Problem::RecordConflict);
  return Answer([&desk, signer, running = kept.running]() -> Outcome<Submitted> {
    auto receipt = load_entry(desk.vault(), StoredRows(desk.store()), signer, running);
    if (!receipt) return refuse(Problem::Unavailable);
    return Submitted{answer_of(encoding::encode_canonical(*receipt)), false};
  });
}

Outcome<void> check_head(const protocol::RecordCommon& common, const Device& device) {
  const std::string previous = common.previous ? encode_hex(*common.previous) : std::string();
  if (previous == device.head) return {};
  return failure(Refusal{Problem::StaleHead, "/previous", Json::Object{{"head", device.head}}});
}

Outcome<NewEntry> make_entry(const Desk& desk, Unit& unit, const Session& session,
                             const Submission& submission, std::uint64_t running) {
  auto enrolment =
      desk.enrolments().find(desk.vault(), unit.rows(), session.person, session.device.enrolment);
  if (!enrolment)
    return refuse(
        is_entry_destroyed(desk.vault(), unit.rows(), session.person, session.device.enrolment)
            ? Problem::EnrolmentGone
            : Problem::Unavailable);
  NewEntry entry;
  const bool is_consent = std::holds_alternative<protocol::ConsentRecord>(submission.record);
  entry.envelope.type = is_consent ? protocol::EntryType::Consent : protocol::EntryType::Request;
  entry.record_text = submission.text;
  entry.envelope.server_time = unit.now();
  entry.envelope.running = running;
  entry.envelope.enrolment = enrolment->reference;
  entry.subject = common_of(submission.record).person;
  entry.signer = session.person;
  entry.enrolment = std::move(enrolment);
  return entry;
}

// The rows beside the entry: what makes a repeat a repeat, the head, the running number, the case
// that a request opens.
void keep_beside(const Desk& desk, Unit& unit, const Session& session, Account& account,
                 const Submission& submission) {
  Vault& vault = desk.vault();
  const protocol::RecordCommon& common = common_of(submission.record);
  // It was looked for just now.
  const Json kept = Json::Object{{"hash", submission.hash},
                                 {"running", static_cast<std::int64_t>(account.running)}};
  vault.store_new(unit.rows(), record_address(vault, session.person, common.id),
                  {common.person, DataClass::Evidence}, encoding::encode_canonical(kept),
                  unit.now());
  Device device = session.device;
  device.head = submission.hash;
  store_device(vault, unit.rows(), session.key, device);
  store_account(vault, unit.rows(), session.person, account, unit.now());
  note_word(vault, unit.rows(), submission.record, submission.hash, session.person, account.running,
            unit.now());
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&submission.record))
    queue_stops(vault, unit.rows(), *consent, session.person, unit.now());
  if (const auto* request = std::get_if<protocol::RequestRecord>(&submission.record))
    open_case(desk, unit, *request,
              {session.person, session.key, submission.hash, account.running});
}

Outcome<Answer> sequence(const Desk& desk, Unit& unit, const std::string& token,
                         const Submission& submission) {
  const auto session = resolve_session(desk, unit.rows(), token, unit.now());
  if (!session) return failure(session.error());
  const protocol::RecordCommon& common = common_of(submission.record);
  const Vault& vault = desk.vault();
  if (auto judged = judge_rights(vault, unit.rows(), common, session->person, unit.now()); !judged)
    return failure(judged.error());
  const auto address = record_address(vault, session->person, common.id);
  if (const auto kept = find_kept(vault, unit.rows(), address))
    return repeat(desk, *kept, submission, session->person);
  if (auto fits = check_head(common, session->device); !fits) return failure(fits.error());
  auto account = find_account(vault, unit.rows(), session->person);
  if (!account) return refuse(Problem::Unavailable);
  auto made = make_entry(desk, unit, *session, submission, ++account->running);
  if (!made) return failure(made.error());
  const auto entry = unit.append(std::move(*made));
  keep_beside(desk, unit, *session, *account, submission);
  return Answer([entry]() -> Outcome<Submitted> {
    return Submitted{answer_of(entry->receipt), true};
  });
}

}  // namespace

void Portal::submit(std::string_view token, const Json& body, Done<Submitted> done) {
  // A first look, for the key; the sequencer looks again.
  const auto session =
      resolve_session(desk_, desk_.sequencer().recent_rows(), token, desk_.clock().now());
  if (!session) return done(failure(session.error()));
  auto submission = read_submission(desk_, *session, body);
  if (!submission) return done(failure(submission.error()));
  prolong_session(desk_, token, *session);
  desk_.sequencer().run<Submitted>(
      [this, token = std::string(token), submission = std::move(*submission)](
          Unit& unit) -> Outcome<Answer> { return sequence(desk_, unit, token, submission); },
      std::move(done));
}

}  // namespace sayso::app

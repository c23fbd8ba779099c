// All that the client knows. Plain data; `update` is the only one who changes it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/app/action.h"
#include "client/app/effect.h"
#include "client/app/route.h"
#include "shared/crypto/ed25519.h"
#include "shared/domain/choices.h"
#include "shared/domain/evidence.h"
#include "shared/domain/held_item.h"
#include "shared/domain/notice.h"
#include "shared/domain/request.h"
#include "shared/domain/stop.h"
#include "shared/domain/use.h"
#include "shared/domain/words.h"
#include "shared/encoding/json.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/record.h"
#include "shared/screens/screens.h"

namespace sayso::client {

// How this device keeps the key.
enum class Keep { Undecided, Nothing, Open, Pin };

// Signed on this device, not yet acknowledged. Kept in the vault until there is a receipt.
struct Pending {
  encoding::Json record;  // secured
  RecordId id;
  screens::SendState state = screens::SendState::Saved;
  std::string problem;  // words key, when Refused
};

// An acknowledged record: the receipt, decoded once.
struct Held {
  protocol::Receipt receipt;
  protocol::AnyRecord record;  // a consent record or a request
  std::string text;            // the receipt's file
  RecordId id;
  std::string record_hash;  // lower-case hex
  std::string reference;
};

// A newer proof of a receipt that is here, asked for and looked at (renew.cpp).
struct Renewing {
  std::string reference;
  screens::Renewal outcome = screens::Renewal::None;
  std::optional<Held> offered;  // waits until its log is proved to be the one that was seen
};

// The published log as this device saw it last, and since when it has been watching.
struct SeenLog {
  TreeSize size;
  Digest root{};
  Instant since;
};

// How long the visit may go on, as the server says of its session; until it has, as it is by
// default.
struct VisitTime {
  Instant begun;  // signed in, or asked to stay
  Instant last_press;
  std::int64_t idle_seconds = 20 * 60;
  std::int64_t longest_seconds = 12 * 60 * 60;
};

struct Person {
  PersonId id;
  std::string name;
  std::vector<screens::PersonLine> children;
};

// What is held about one person.
struct HeldAbout {
  PersonId person;
  std::vector<domain::HeldItem> items;  // newest first
};

// Who used what is known about one person.
struct UsesAbout {
  PersonId person;
  std::vector<domain::Use> uses;    // newest first
  std::vector<domain::Stop> stops;  // newest first
};

// What the server may answer at most; `me` carries every receipt of a person.
inline constexpr encoding::JsonLimits kAnswerLimits{.size_bytes = 16 * 1024 * 1024, .depth = 24};

// What an answer of the server is for.
enum class Call {
  Enrol,
  Challenge,
  SignIn,
  Me,
  Record,
  Contact,
  Recovery,
  HeldItems,
  Uses,
  Evidence,
  Requests,
  Request,
  Message,
  ConfirmationCode,
  Confirmed,
  Receipt,
  ReceiptConsistency,
  PinShare,
  PinRelease,
  OldNotice,
  Checkpoint,
  Consistency,
  SignOut,
};

// What the server told about itself when the page was made; never changes during a visit.
struct Facts {
  domain::Notice notice;
  std::string notice_hash;  // lower-case hex
  domain::Words words;
  std::vector<Date> bank_holidays;
  std::string log_key;  // the vkey that this page came with
  std::string client_version;
};

struct State {
  Facts facts;
  Route route;
  bool online = true;
  bool storage_available = true;
  screens::Settings settings;
  bool settings_saved = false;  // on this visit of their page
  bool can_speak = false;
  bool speaking = false;
  // Kept on this device by somebody, and not opened in this visit: behind a PIN; and without one.
  bool others_here = false;
  bool open_here = false;

  // This tab, for when it is loaded again (visit.cpp).
  std::string invitation;             // the code that it was opened with, until that was used
  bool visit_lost = false;            // a visit that kept nothing was open here before
  std::set<RecordId> no_receipt_yet;  // signed in this visit: the person has not saved the receipt
  RememberInTab remembered;
  bool asks_before_leaving = false;
  screens::Ending ending = screens::Ending::Kept;  // how the last visit was finished

  // Coming in.
  Keep keep = Keep::Undecided;
  std::optional<ByteArray<32>> seed;
  std::optional<Person> person;
  bool session = false;
  std::string pin_share;  // base64url; with Keep::Pin
  std::string pin_device;
  std::string pin_verifier;
  std::optional<int> pin_tries_left;
  bool pin_gone = false;
  // The server would not let the key in: it was replaced, or taken back.
  bool key_refused = false;

  // The end of a visit on a phone that others use (time_out.cpp).
  std::optional<VisitTime> time;
  std::optional<Instant> alarm_at;
  std::optional<std::int64_t>
      warned_seconds;  // the warning is shown: how long it was before the end

  // What is on screen.
  std::map<std::string, std::string> fields;
  std::map<std::string, std::string> errors;
  std::set<std::string> open_details;
  std::string problem;
  bool busy = false;

  // What should have the focus, and how often that was asked for.
  bool begun = false;  // the first screen has been shown
  std::string focus;
  std::uint32_t focus_serial = 0;

  // The journey of choosing: whom the answers that stand picked are about, and what was signed
  // last.
  std::optional<PersonId> picked_about;
  std::vector<RecordId> last_signed;  // shown on done
  std::vector<Pending> outbox;
  std::optional<RecordId> sending;  // of the outbox: its answer is awaited
  std::vector<Held> held;
  Renewing renewing;
  std::string head;  // lower-case hex; what the next record of this key names as its previous
  std::map<std::string, domain::Notice> old_notices;  // by hash
  std::string wanted_notice;                          // hash of the one that is being fetched
  std::set<std::string> missing_notices;              // hashes that the server does not have
  std::string recovery_code;
  // Whether somebody of the team made sure who holds this key, as the server said last.
  bool confirmed = false;
  // What is held, as it was answered last; nothing before the first answer.
  std::optional<std::vector<HeldAbout>> held_about;
  // Who used it, likewise.
  std::optional<std::vector<UsesAbout>> uses_about;
  // What can be shown of the promises; nothing before the first answer, or where the last one
  // failed.
  std::optional<domain::Evidence> evidence;
  // How what was asked for stands, as the server said last: by number, newest first.
  std::vector<domain::Request> requests;
  // Working days within which a question is answered, as the council has it.
  int question_days = 3;
  // The one that was opened last, and how the server answered when it was asked for it; 0 before.
  std::optional<domain::RequestThread> thread;
  int thread_status = 0;
  bool message_sent = false;
  // What is written to it and was not acknowledged: sent again, it is the same message.
  std::optional<domain::RequestMessage> unsent;
  RecordId unsent_id;
  bool said_read_out = false;  // by the person, and the server has not heard of it
  std::string confirmation_code;
  Instant confirmation_until;
  std::optional<SeenLog> seen_log;     // kept in the vault
  std::optional<SeenLog> offered_log;  // becomes seen_log once it is proved to continue that
  screens::LogWatch log_watch = screens::LogWatch::Unknown;
  screens::VerifyView verify;

  // Calls under way.
  std::map<std::uint32_t, Call> calls;
  std::uint32_t next_ticket = 1;
  std::uint32_t send_attempts = 0;  // since the last receipt
  std::uint32_t tries_by_hand = 0;  // of these, how many the person asked for

  // The person has chosen before, on this device or another.
  [[nodiscard]] bool held_choices() const;
  [[nodiscard]] bool is_under_way(Call kind) const;
};

}  // namespace sayso::client

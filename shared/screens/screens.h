// Every screen: a pure function from what it shows to a Document.
// A view holds plain facts, already decided; a screen chooses words and order, nothing else.
// Addresses, field names and actions that a screen uses are those of shared/screens/names.h.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/tagged.h"
#include "shared/document/node.h"
#include "shared/domain/choices.h"
#include "shared/domain/evidence.h"
#include "shared/domain/held_item.h"
#include "shared/domain/notice.h"
#include "shared/domain/notice_diff.h"
#include "shared/domain/request.h"
#include "shared/domain/stop.h"
#include "shared/domain/use.h"
#include "shared/domain/words.h"
#include "shared/screens/settings.h"

namespace sayso::screens {

// What every screen is given. References outlive the call only.
struct Context {
  const domain::Notice& notice;
  const domain::Words& words;
  Instant now;
  // Ids of the Details that are open.
  const std::set<std::string>& open;
  // What has been typed or picked, by field name (names.h). A screen shows it back.
  const std::map<std::string, std::string>& fields;
  // Words keys of the messages, by field name; empty when nothing is wrong.
  const std::map<std::string, std::string>& errors;
  // Set while an answer of the network is awaited: buttons say so and do not act twice.
  bool busy = false;
  // Words key of a problem that no field is to blame for ("problem.network", …), or empty.
  std::string problem;
  // The person is signed in: the footer and the header's link lead home.
  bool signed_in = false;
  // The person's own, and whether this browser can read aloud and is doing so.
  Settings settings = {};
  bool can_speak = false;
  bool speaking = false;
};

// One person × purpose × organisation as home and history show it.
struct ChoiceLine {
  PurposeId purpose;
  OrganisationId organisation;
  domain::State state = domain::State::NotAsked;
  std::optional<Instant> since;  // server time of the record in force
  bool waiting = false;          // signed on this device, not yet acknowledged
};

struct HistoryLine {
  domain::State state = domain::State::NotAsked;
  Instant when;
  std::optional<Instant> device_time_if_off;
  std::string reference;    // of the receipt
  int notice_version = 0;   // as it stood then; 0 while that is not known
  std::string notice_hash;  // lower-case hex; "/read/HASH" shows it
  bool same_notice = true;
};

struct RequestLine {
  std::string reference;
  domain::Request request;  // `number` is 0 while waiting to be sent
  Instant received;
  bool waiting = false;
  std::string child;  // the name of the child whom it is about, or empty
};

// One record that is on its way or done.
enum class SendState { Saved, Sending, Waiting, Sent, Refused };
struct SendLine {
  std::string what;  // sentence in words, made by the caller from the catalogue
  SendState state = SendState::Saved;
  std::string reference;
};

struct PersonLine {
  PersonId id;
  std::string name;
};

// ---- Public: also sent by the server before any WebAssembly has arrived ----
struct StartView {
  bool ended = false;   // a visit that kept nothing was open here, and is over
  bool locked = false;  // what a PIN opens is kept here, and no invitation is at hand
};
document::Document start(const Context&, const StartView& = {});  // "/"
// `then`: an earlier version, shown as it stood; null shows the notice in force.
document::Document read(const Context&,
                        const domain::Notice* then = nullptr);  // "/read", "/read/HASH"
document::Document help(const Context&);                        // "/help"
document::Document leaving(const Context&);  // "/leaving": what Exit does and does not
// What is left on the device after a visit.
enum class Ending { Kept, NothingKept, Removed, TimedOut, TimedOutNothingKept };
document::Document finished(const Context&, Ending = Ending::Kept);  // "/finished": signed out
// Over any other screen: the visit is about to end by itself.
struct TimeOutView {
  std::int64_t left_seconds = 0;  // as it was when the warning came
  bool key_kept = false;          // behind a PIN; false: nothing is kept
};
document::Node time_out(const Context&, const TimeOutView&);
struct SettingsView {
  bool saved = false;
  bool kept = true;  // beyond this visit
};
document::Document own_settings(const Context&, const SettingsView&);  // "/settings"
document::Document privacy(const Context&);        // "/privacy": of the portal itself
document::Document accessibility(const Context&);  // "/accessibility": the statement
document::Document not_found(const Context&, std::string_view address);
// The page of a private address until the client has taken over.
document::Document opening(const Context&, std::string_view address);
// The public screen at an address, if there is one.
std::optional<document::Document> public_screen(const Context&, std::string_view address);

// ---- Coming in ----
document::Document code(const Context&);  // "/code"
struct DeviceView {
  bool storage_available = true;
  bool others_here = false;
};
document::Document device(
    const Context&, const DeviceView&);  // "/device": mine, shared with PIN, shared keep nothing
document::Document pin_set(const Context&);  // "/pin"
struct UnlockView {
  std::optional<int> tries_left;
  bool gone = false;
};
document::Document unlock(const Context&, const UnlockView&);  // "/unlock"
document::Document contact(const Context&);                    // "/contact"

// ---- Choosing ----
// `child` is the name of the child chosen for, empty when people choose for themselves.
struct PurposeView {
  std::size_t index = 0;  // among notice.purposes
  std::string child;
  std::set<OrganisationId>
      ask_again;     // questions that are new or changed since the person last chose
  std::string base;  // "" or "/for/N"
};
document::Document purpose(const Context&, const PurposeView&);  // "/choices/N"
// The answers are in the context's fields.
struct CheckView {
  std::string child;
  std::string base;
};
document::Document check_answers(const Context&, const CheckView&);  // "/choices/check"
struct SendView {
  std::vector<SendLine> lines;
  bool online = true;
  bool kept_on_device = true;
  std::string problem;  // words key, when a record was refused
  // How often the person has pressed for another try without an answer.
  std::uint32_t tries = 0;
};
document::Document sending(const Context&, const SendView&);  // "/sending"
// What was done, which decides how it is confirmed.
enum class DoneKind { Chosen, Withdrawn, Objected, Asked };
struct DoneView {
  std::string child;
  std::string base;
  std::vector<SendLine> lines;
  std::string reference;
  std::optional<Date> due;                // of a request that went along
  bool key_kept = true;                   // false: only for this visit
  std::vector<PersonLine> children;       // in the order of their addresses, /for/1 …
  std::vector<PersonLine> children_left;  // of these, nothing has been said for
  DoneKind kind = DoneKind::Chosen;
  bool any_no = false;          // of the choices, one at least
  bool deletion_asked = false;  // along with a withdrawal
};
document::Document done(const Context&, const DoneView&);  // "/done"

// ---- Home ----
struct ReceiptLine {
  std::string reference;
  Instant received;
  std::vector<SendLine> what = {};
};
// What came of comparing the log with what this device saw of it before.
enum class LogWatch {
  Unknown,    // not compared: no network, or no answer
  First,      // nothing was seen before
  Same,       // it begins with what was seen before
  Rewritten,  // it does not
};
struct HomeView {
  std::string name;  // whose page it is
  bool is_child = false;
  std::string base;                 // "" or "/for/N"
  std::vector<ChoiceLine> choices;  // every purpose × organisation of the notice
  std::vector<RequestLine> requests;
  std::vector<ReceiptLine> receipts;  // newest first
  std::vector<PersonLine> children;
  bool notice_changed = false;
  std::size_t waiting = 0;  // records not yet acknowledged
  bool key_kept = true;
  LogWatch log_watch = LogWatch::Unknown;
  Instant log_since;  // when this device began to watch; with Same
};
document::Document home(const Context&, const HomeView&);  // "/home", "/for/N"
struct ChoiceView {
  ChoiceLine line;
  std::size_t number = 1;  // as in its address, from 1
  std::string child;
  std::string base;
  std::vector<HistoryLine> history;  // newest first
  bool in_notice = true;             // false: only an earlier notice named it
};
document::Document choice(const Context&, const ChoiceView&);    // "/home/N"
document::Document withdraw(const Context&, const ChoiceView&);  // "/home/N/withdraw"
document::Document object(const Context&, const ChoiceView&);    // "/home/N/object"
struct ChangedView {
  const domain::Notice* before = nullptr;  // null while it is being fetched
  domain::NoticeChanges diff;
  std::string base;
};
document::Document changed(const Context&, const ChangedView&);  // "/changed"
struct RecoveryView {
  std::string code;
};                                                                 // empty until asked for
document::Document recovery(const Context&, const RecoveryView&);  // "/recovery"

// ---- What is held ----
struct HeldView {
  std::vector<domain::HeldItem> items;  // newest first
  std::string child;                    // the name of the child whose page it is, or empty
  std::string base;                     // "" or "/for/N"
  // Before anybody made sure who holds this key: the six digits to read out; empty until asked for.
  std::string code;
  Instant code_until;
  bool asked_again = false;  // the person says that they read it out, and it was not so
};
document::Document held(const Context&, const HeldView&);           // "/held", "/for/N/held"
document::Document confirm_first(const Context&, const HeldView&);  // the same, not confirmed yet

// ---- Who used it ----
struct UseLine {
  domain::Use use;
  std::string reference;  // of the person's own record that allowed it, or empty
};
struct UsesView {
  std::vector<UseLine> uses;        // newest first
  std::vector<domain::Stop> stops;  // newest first
  std::string child;                // the name of the child whose page it is, or empty
  std::string base;                 // "" or "/for/N"
};
document::Document uses(const Context&, const UsesView&);         // "/uses", "/for/N/uses"
document::Document uses_closed(const Context&, const UsesView&);  // the same, not confirmed yet

// ---- What keeps the promises ----
// Null where today's figures could not be had.
document::Document promises(const Context&, const domain::Evidence*);  // "/promises"

// ---- What was asked for ----
struct RequestsView {
  std::vector<RequestLine> requests;  // newest first
};
document::Document requests(const Context&, const RequestsView&);  // "/requests"
struct RequestView {
  RequestLine line;
  domain::RequestThread thread;
  bool sent = false;  // what the person wrote just now has arrived
};
document::Document request(const Context&, const RequestView&);  // "/requests/N"
// The same, where this key may not read it before somebody made sure who holds it.
document::Document request_closed(const Context&, std::string_view address);
struct NewRequestView {
  domain::RequestSubject subject;
  std::string summary;  // of the item that it is about, or empty
  // By when each kind is answered, in the order in which they are offered.
  std::vector<std::pair<domain::RequestKind, Date>> kinds;
  std::vector<RequestLine> open;  // about the same, and not answered yet
  std::string child;              // the name of the child whose page it is, or empty
  std::string base;               // "" or "/for/N"
  std::string address;
};
document::Document new_request(const Context&, const NewRequestView&);  // "/requests/new", …

// ---- Receipts ----
// What became of asking for the newest proof. The receipt that was there stays but for Renewed.
enum class Renewal { None, UnderWay, Renewed, NothingNewer, Refused, Contradicts };
struct ReceiptView {
  std::string reference;
  std::string hash;  // lower-case hex of the record
  Instant received;
  std::vector<SendLine> what = {};
  std::string key;  // of the device, shortened as printed
  std::string log_key;
  std::string qr_payload;     // reference and hash
  std::string json;           // all that was signed, for those who want to see it
  std::size_t witnesses = 0;  // outside witnesses whose signatures it carries
  Instant witnessed;          // by the last of them
  Renewal renewal = Renewal::None;
};
document::Document receipt(const Context&, const ReceiptView&);  // "/receipts/REFERENCE"
document::Document no_receipt(const Context&);  // the same, when this device has none such
enum class CheckStep { Signature, Key, Leaf, Inclusion, Checkpoint };
struct VerifyView {
  enum class Outcome { None, Unreadable, Wrong, Proved } outcome = Outcome::None;
  std::string file_name;
  CheckStep first_wrong = CheckStep::Signature;
  ReceiptView receipt;
};
document::Document check_receipt(const Context&, const VerifyView&);  // "/check"

}  // namespace sayso::screens

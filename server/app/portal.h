// The use cases that people and the public reach: what each call of the HTTP interface does once
// bytes have become JSON.
//
// Every function may be called from any thread. Session tokens are opaque text of at most 64 ASCII
// characters; an empty or wrong one is Problem::Session. Nothing here logs, sleeps or counts
// addresses.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/desk.h"
#include "server/app/refusal.h"
#include "shared/base/bytes.h"
#include "shared/encoding/json.h"

namespace sayso::app {

struct Enrolled {
  // `{person, receipt, me}`.
  encoding::Json answer;
  std::string session;
  // False when the same key enrolled with the same code before: the same answer again, in a new
  // session.
  bool is_new = true;
};

struct SignedIn {
  // `{me}`.
  encoding::Json answer;
  std::string session;
};

struct Submitted {
  // `{receipt}`, as canonical text: most of it is at hand so.
  std::string text;
  // False when the same record was submitted before.
  bool is_new = true;
};

struct SignedRequest;

enum class GateVerdict {
  Yes,
  // Nothing was released; `reason` says why.
  No,
  // The same, and the answer must not tell, by when it comes either, whether there is such a
  // person.
  NoWithoutReason,
};

struct GateAnswer {
  GateVerdict verdict = GateVerdict::No;
  // The object of docs/formats/use.md.
  encoding::Json answer;
};

struct Acknowledged {
  // The stop as it stands now (docs/formats/stop.md).
  encoding::Json answer;
  // False when this step was acknowledged before: nothing was entered.
  bool is_new = true;
};

struct MessageSent {
  // The request and its thread, as request() has them.
  encoding::Json answer;
  // False when the same message was sent before.
  bool is_new = true;
};

class Portal {
 public:
  // The desk outlives the portal.
  explicit Portal(Desk& desk) : desk_(desk) {}

  // `{code, record}`. Problems: Body, Invitation, Record, Unavailable.
  void enrol(const encoding::Json& body, Done<Enrolled> done);

  // `{key}` → `{challenge, domain, expires}`, for unknown keys too. Writes nothing.
  [[nodiscard]] Outcome<encoding::Json> challenge(const encoding::Json& body) const;
  // The secured sign-in document. Problems: Body, SignIn, Unavailable.
  void sign_in(const encoding::Json& body, Done<SignedIn> done);
  // Ends the session; an unknown one is no error.
  void exit(std::string_view session, Done<void> done);

  [[nodiscard]] Outcome<encoding::Json> me(std::string_view session);

  // A secured consent or request record. Problems: Session, Body, Record, RecordConflict,
  // StaleHead, Unavailable.
  void submit(std::string_view session, const encoding::Json& body, Done<Submitted> done);

  // `{shared_device, ways, safe_times, note}`.
  void set_contact(std::string_view session, const encoding::Json& body, Done<void> done);
  // `{code}`: shown once. Replaces an earlier one.
  void make_recovery_code(std::string_view session, Done<encoding::Json> done);

  // `{code, expires}`: six digits, to be read out to the team. Replaces an earlier one.
  void make_confirmation_code(std::string_view session, Done<encoding::Json> done);
  // `{people: [{person, items}]}`: what is held about the person, then about each child whom they
  // choose for. Problems: Session, NotConfirmed.
  [[nodiscard]] Outcome<encoding::Json> held(std::string_view session);

  // `{people: [{person, stops, uses}]}`, as held() has them; the newest first. Problems: Session,
  // NotConfirmed.
  [[nodiscard]] Outcome<encoding::Json> uses(std::string_view session);

  // `{question_days, requests}`: what this person asked of the council, newest first, without what
  // was written about it. Problems: Session.
  [[nodiscard]] Outcome<encoding::Json> requests(std::string_view session);
  // One of them with its thread (docs/formats/request.md); nothing where this person has none of
  // this number. Opens to the key that made it, and to every confirmed one. Problems: Session,
  // NotConfirmed.
  [[nodiscard]] Outcome<std::optional<encoding::Json>> request(std::string_view session,
                                                               std::uint64_t number);
  // `{id, text}`: the person writes about it; where the team waits for them, that is the reply.
  // Nothing where there is none, as request(). Problems: Session, NotConfirmed, Body (a request
  // that is closed: "/request"; a thread that is full: "/text"), RecordConflict, Unavailable.
  void send_message(std::string_view session, std::uint64_t number, const encoding::Json& body,
                    Done<std::optional<MessageSent>> done);

  // What can be shown today of the notice's promises (shared/domain/evidence.h): about the person,
  // what is held and used only where the session is confirmed; and about the council. Problems:
  // Session.
  [[nodiscard]] Outcome<encoding::Json> promises(std::string_view session);

  // `{device, verifier, share}`. Replaces an earlier one of the same device and person, with five
  // tries again.
  void keep_pin_share(std::string_view session, const encoding::Json& body, Done<void> done);
  // `{device, verifier}` → `{share}`; needs no session, because the share comes before signing in.
  void release_pin_share(const encoding::Json& body, Done<encoding::Json> done);

  // An organisation asks whether it may use something now: `{person, purpose, information}`
  // (docs/formats/use.md). A yes is a use, and in the log when it is answered. Problems: Signature,
  // Body, Unavailable.
  void ask_use(const SignedRequest& request, const encoding::Json& body, Done<GateAnswer> done);

  // What an organisation was told to stop and has not deleted yet, oldest first: `{stops, more}`
  // (docs/formats/stop.md). Problems: Signature, Unavailable.
  void stops(const SignedRequest& request, Done<encoding::Json> done);
  // `{stop, step}`: the organisation says how far it has come with one of its own. Problems:
  // Signature, Body, Unavailable.
  void acknowledge_stop(const SignedRequest& request, const encoding::Json& body,
                        Done<Acknowledged> done);

  // The C2SP vkey, one line without its end.
  [[nodiscard]] std::string log_key() const;
  // The signed checkpoint that the public sees; nothing until the first was published.
  [[nodiscard]] std::optional<std::string> published_checkpoint() const;
  // RFC 9162 §2.1.4, between two sizes of the published log, 1 ≤ from ≤ to; nothing for others.
  [[nodiscard]] std::optional<std::vector<Digest>> published_consistency(TreeSize from,
                                                                         TreeSize to) const;
  // `{receipt}` of this number of the person's own series, proved under the published checkpoint
  // with what witnesses signed; as it was given where that does not cover it yet. Nothing where
  // there is no such entry. Problems: Session.
  [[nodiscard]] Outcome<std::optional<encoding::Json>> receipt(std::string_view session,
                                                               std::uint64_t running);
  // `{entry, format, proof}`: that this version of the notice is in the log, proved under the
  // published checkpoint. Nothing where that does not hold it.
  [[nodiscard]] std::optional<encoding::Json> notice_receipt(std::string_view hash) const;
  // `width` of 256 hashes or entries (tlog-tiles' partial tiles have fewer); level kEntryBundle for
  // entries. Nothing when the published checkpoint does not cover it all.
  [[nodiscard]] std::optional<Bytes> published_tile(TileAddress address, int width) const;

 private:
  Desk& desk_;
};

}  // namespace sayso::app

// Signing in and out: a challenge, a proof over it by an enrolled key, a session.
//
// Unknown key, revoked key, wrong signature and spent challenge get one answer.

#include "shared/protocol/sign_in.h"
#include "server/app/challenge.h"
#include "server/app/me.h"
#include "server/app/portal.h"
#include "server/app/sequencer.h"
#include "server/app/session.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/data_integrity.h"
#include "shared/protocol/multikey.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Answer = std::function<Outcome<SignedIn>()>;

struct Proof {
  std::string multikey;
  std::string challenge;
  Instant expires;
};

tl::unexpected<Refusal> refuse(Problem problem = Problem::SignIn) {
  return failure(Refusal{problem, {}, {}});
}

// The signature is checked against the key that the document names; whether that key is enrolled,
// and whose it is, is looked up afterwards.
Outcome<Proof> read_proof(const Desk& desk, const Json& body) {
  if (body.object() == nullptr) return failure(Refusal{Problem::Body, {}, {}});
  const auto key = protocol::claimed_key(body);
  if (!key) return refuse();
  Proof proof;
  proof.multikey = protocol::encode_multikey(*key);
  proof.challenge = protocol::claimed_challenge(body);
  const auto expires = check_challenge(desk, proof.challenge, proof.multikey, desk.clock().now());
  if (!expires) return refuse();
  proof.expires = *expires;
  if (!protocol::verify_sign_in(body, proof.challenge, desk.settings().domain, *key))
    return refuse();
  return proof;
}

Outcome<Answer> sequence(const Desk& desk, Unit& unit, const Proof& proof) {
  Vault& vault = desk.vault();
  const RowAddress spent = vault.address(Shelf::SpentChallenges, {proof.challenge});
  if (unit.rows().find(spent)) return refuse();
  const auto device = find_device(vault, unit.rows(), proof.multikey);
  if (is_forgotten_key(vault, unit.rows(), proof.multikey)) return refuse(Problem::EnrolmentGone);
  if (!device || device->state != KeyState::InForce) return refuse();
  if (is_person_destroyed(vault, unit.rows(), device->person))
    return refuse(Problem::EnrolmentGone);
  vault.store_on_desk(unit.rows(), spent, Json(), day_of(proof.expires));
  auto opened = open_session(desk, unit.rows(), *device, proof.multikey, unit.now());
  return Answer([&desk, opened = std::move(opened)]() -> Outcome<SignedIn> {
    auto me = describe_me(desk, StoredRows(desk.store()), opened.session);
    if (!me) return failure(Refusal{Problem::Unavailable, {}, {}});
    return SignedIn{Json::Object{{"me", std::move(*me)}}, opened.token};
  });
}

}  // namespace

Outcome<Json> Portal::challenge(const Json& body) const {
  std::string multikey;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    multikey = fields.text("key");
    if (!protocol::decode_multikey(multikey)) fields.refuse("key");
  });
  if (!read) return failure(Refusal{Problem::Body, read.error().pointer, {}});
  const Challenge made = make_challenge(desk_, multikey, desk_.clock().now());
  return Json(Json::Object{{"challenge", made.text},
                           {"domain", desk_.settings().domain},
                           {"expires", encode_instant(made.expires)}});
}

void Portal::sign_in(const Json& body, Done<SignedIn> done) {
  auto proof = read_proof(desk_, body);
  if (!proof) return done(failure(proof.error()));
  desk_.sequencer().run<SignedIn>(
      [this, proof = std::move(*proof)](Unit& unit) { return sequence(desk_, unit, proof); },
      std::move(done));
}

void Portal::exit(std::string_view token, Done<void> done) {
  desk_.sequencer().run<void>(
      [this, token = std::string(token)](Unit& unit) -> Outcome<std::function<Outcome<void>()>> {
        const RowAddress address = session_address(desk_.vault(), token);
        if (unit.rows().find(address)) unit.rows().remove(address);
        return [] { return Outcome<void>(); };
      },
      std::move(done));
}

}  // namespace sayso::app

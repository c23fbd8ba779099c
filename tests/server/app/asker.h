// An organisation for tests that signs what it asks, and what people say to it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "server/app/organisations.h"
#include "shared/encoding/json.h"
#include "shared/protocol/multikey.h"
#include "tests/server/app/council.h"

namespace sayso::app::test {

inline crypto::SigningKey key_of(std::uint8_t number) {
  crypto::Seed seed{};
  seed.fill(number);
  return crypto::SigningKey::from_seed(seed);
}

// An organisation that signs what it asks.
struct Asker {
  Asker(Council& where, const char* id, std::uint8_t number) : council(where), key(key_of(number)) {
    REQUIRE(council.office->add_organisation_key(OrganisationId(id), multikey()).has_value());
  }

  [[nodiscard]] std::string multikey() const { return protocol::encode_multikey(key.public_key()); }

  [[nodiscard]] SignedRequest sign() {
    SignedRequest request;
    request.key = multikey();
    request.created = council.clock.now();
    request.nonce = "nonce-" + std::to_string(++asked);
    request.base = "POST /api/uses " + request.nonce;
    request.signature = key.sign(as_bytes(request.base));
    return request;
  }

  [[nodiscard]] Outcome<GateAnswer> ask(const SignedRequest& request,
                                        const encoding::Json& body) const {
    return wait_for<GateAnswer>(
        [&](auto done) { council.portal->ask_use(request, body, std::move(done)); });
  }

  [[nodiscard]] GateAnswer ask(const PersonId& person, const std::string& purpose,
                               const std::string& kind) {
    const auto answer =
        ask(sign(),
            encoding::Json::Object{{"person", person.value()},
                                   {"purpose", purpose},
                                   {"information", encoding::Json::Array{encoding::Json(kind)}}});
    REQUIRE(answer.has_value());
    return *answer;
  }

  [[nodiscard]] Outcome<encoding::Json> stops(const SignedRequest& request) const {
    return wait_for<encoding::Json>(
        [&](auto done) { council.portal->stops(request, std::move(done)); });
  }

  // What it is told to stop now.
  [[nodiscard]] encoding::Json::Array stops() {
    const auto answer = stops(sign());
    REQUIRE(answer.has_value());
    return *member(*answer, "stops").array();
  }

  [[nodiscard]] Outcome<Acknowledged> acknowledge(const encoding::Json& body) {
    const SignedRequest request = sign();
    return wait_for<Acknowledged>(
        [&](auto done) { council.portal->acknowledge_stop(request, body, std::move(done)); });
  }

  [[nodiscard]] Outcome<Acknowledged> acknowledge(std::int64_t stop, const char* step) {
    return acknowledge(encoding::Json::Object{{"stop", stop}, {"step", step}});
  }

  Council& council;
  crypto::SigningKey key;
  int asked = 0;
};

// The person's word on one purpose and one organisation.
inline void decide(Phone& phone, protocol::Decision decision, const char* purpose = "join-up",
                   const char* organisation = "schools") {
  auto record = phone.consent(decision);
  record.choices = {{PurposeId(purpose), OrganisationId(organisation), decision}};
  REQUIRE(phone.submit(phone.sign(record)).has_value());
}

}  // namespace sayso::app::test

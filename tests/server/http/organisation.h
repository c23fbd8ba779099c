// An organisation's machine for tests: a registered key, and requests signed with it.
#pragma once

#include <cstdint>
#include <string>

#include "shared/crypto/ed25519.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/multikey.h"
#include "tests/server/http/api_server.h"

namespace sayso::http {

class Organisation {
 public:
  Organisation(ApiServer& api, const char* id, std::uint8_t number)
      : api_(api), key_(crypto::SigningKey::from_seed(seed_of(number))) {
    REQUIRE(api.council.office->add_organisation_key(OrganisationId(id), multikey()).has_value());
  }

  [[nodiscard]] std::string multikey() const {
    return protocol::encode_multikey(key_.public_key());
  }

  [[nodiscard]] Ask sign(const std::string& path, const encoding::Json& body) {
    return sign_text(path, encoding::encode_canonical(body));
  }

  // As written in docs/formats/signed-request.md, apart from how the server makes it.
  [[nodiscard]] Ask sign_text(const std::string& path, const std::string& body) {
    const std::string digest =
        "sha-256=:" + encoding::encode_base64(crypto::sha256(as_bytes(body))) + ":";
    Ask ask{"POST", path, body, "application/json", "", "", {{"Content-Digest", digest}}};
    add_signature(ask, digest);
    return ask;
  }

  [[nodiscard]] Ask sign_get(const std::string& path) {
    Ask ask{"GET", path, "", "", "", "", {}};
    add_signature(ask, "");
    return ask;
  }

 private:
  void add_signature(Ask& ask, const std::string& digest) {
    const std::string origin = api_.origin();
    const std::string host = origin.substr(origin.find("//") + 2);
    const std::string input = R"(("@method" "@authority" "@path")" +
                              std::string(digest.empty() ? ")" : R"( "content-digest"))") +
                              ";created=" + std::to_string(api_.council.clock.now().unix_seconds) +
                              ";keyid=\"" + multikey() + "\";nonce=\"nonce-number-" +
                              std::to_string(1000 + asked_++) + "\";tag=\"sayso\"";
    const std::string base = "\"@method\": " + ask.method + "\n\"@authority\": " + host +
                             "\n\"@path\": " + ask.path +
                             (digest.empty() ? "" : "\n\"content-digest\": " + digest) +
                             "\n\"@signature-params\": " + input;
    const auto signature = key_.sign(as_bytes(base));
    ask.more.push_back({"Signature-Input", "sayso=" + input});
    ask.more.push_back({"Signature", "sayso=:" + encoding::encode_base64(signature) + ":"});
  }

  static crypto::Seed seed_of(std::uint8_t number) {
    crypto::Seed seed{};
    seed.fill(number);
    return seed;
  }

  ApiServer& api_;
  crypto::SigningKey key_;
  int asked_ = 0;
};

}  // namespace sayso::http

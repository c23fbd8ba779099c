// Asking another server over https: whom the asker believes, and that nothing is said to others.
#include "server/http/outgoing.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <atomic>
#include <optional>

#include "tests/server/http/certificates.h"
#include "tests/server/http/live_server.h"
#include "tests/support/temporary_folder.h"

namespace sayso::http {
namespace {

using test::Authority;
using test::Pair;

// The authorities that this machine trusts, as long as it lives. Set while no other thread runs.
class Trusted {
 public:
  explicit Trusted(const std::string& file) {
    if (const char* before = getenv(kName)) before_ = before;
    setenv(kName, file.c_str(), 1);
  }
  Trusted(const Trusted&) = delete;
  Trusted& operator=(const Trusted&) = delete;
  ~Trusted() { before_ ? setenv(kName, before_->c_str(), 1) : unsetenv(kName); }

 private:
  static constexpr const char* kName = "SSL_CERT_FILE";
  std::optional<std::string> before_;
};

struct Scene {
  ::sayso::test::TemporaryFolder folder;
  Authority ours{folder.path(), "ours"};
  Trusted trusted{ours.certificate()};
  // Bodies that a server got to see.
  std::atomic<int> heard{0};

  Expected<Posted, std::string> ask(const Pair& pair) {
    Options options;
    options.tls_certificate = pair.certificate;
    options.tls_key = pair.key;
    LiveServer live(options, Handler([this](const Request& request, const Reply& reply) {
                      ++heard;
                      reply(text_response(request.secure ? 200 : 418, request.body + " back"));
                    }));
    const auto url = decode_url("https://localhost:" + std::to_string(live.port()) + "/ask");
    REQUIRE(url.has_value());
    return post(*url, "text/plain", "a secret", std::chrono::seconds(10));
  }

  void check_refused(const Pair& pair, const std::string& why) {
    const auto answer = ask(pair);
    REQUIRE_FALSE(answer.has_value());
    CAPTURE(answer.error());
    CHECK(answer.error().find(why) != std::string::npos);
    CHECK(heard == 0);
  }
};

TEST_CASE("a certificate for the host, by a trusted authority, is believed") {
  Scene scene;
  const auto answer = scene.ask(scene.ours.issue("good", {"localhost"}));
  REQUIRE_MESSAGE(answer.has_value(), (answer ? "" : answer.error()));
  CHECK(answer->status == 200);
  CHECK(answer->body == "a secret back");
  CHECK(scene.heard == 1);
}

TEST_CASE("a certificate for another host is refused before anything is said") {
  Scene scene;
  scene.check_refused(scene.ours.issue("other", {"elsewhere.example"}),
                      "certificate verify failed");
}

TEST_CASE("a certificate that has run out is refused before anything is said") {
  Scene scene;
  scene.check_refused(scene.ours.issue("late", {"localhost", -60}), "certificate verify failed");
}

TEST_CASE("a certificate by an unknown authority is refused before anything is said") {
  Scene scene;
  ::sayso::test::TemporaryFolder elsewhere;
  const Authority theirs(elsewhere.path(), "theirs");
  scene.check_refused(theirs.issue("unknown", {"localhost"}), "certificate verify failed");
  // One that borrows the name of the trusted one: what counts is the key.
  const Authority borrower(elsewhere.path(), "ours");
  scene.check_refused(borrower.issue("borrowed", {"localhost"}), "");
}

TEST_CASE("a server without TLS behind an https address gets to know nothing") {
  Scene scene;
  const auto answer = scene.ask({});
  CHECK_FALSE(answer.has_value());
  CHECK(scene.heard == 0);
}

}  // namespace
}  // namespace sayso::http

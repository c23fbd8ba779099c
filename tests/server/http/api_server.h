// The whole interface over a real socket, on a council in memory.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/http/security_headers.h"
#include "server/http/site.h"
#include "tests/server/app/council.h"
#include "tests/server/app/faulty_store.h"
#include "tests/server/app/staff.h"
#include "tests/server/http/live_server.h"

namespace sayso::http {

// Two screens of a few words each, and a page for everything else.
class PlainPages final : public PageSource {
 public:
  [[nodiscard]] std::optional<std::string> page(std::string_view address) override;
  [[nodiscard]] std::string not_found(std::string_view address) override;
  [[nodiscard]] const std::string& content_policy() const override { return policy_; }

 private:
  std::string policy_ = make_content_policy({{"start()"}, {"p{}"}});
};

struct Answer {
  unsigned status = 0;
  std::string whole;
  std::string body;
  // Of the body, where it is JSON; an empty object otherwise.
  encoding::Json json;
  [[nodiscard]] std::string field(const std::string& name) const { return field_of(whole, name); }
  // "/problems/…" without its start; empty when it is none.
  [[nodiscard]] std::string problem() const;
};

// What is sent; a member that is empty is left out.
struct Ask {
  std::string method = "GET";
  std::string path = "/";
  std::string body = {};
  std::string content_type = "application/json";
  std::string client = "1";  // Sayso-Client
  std::string session = {};
  std::vector<Field> more = {};
  // Of the team.
  std::string staff = {};
};

class ApiServer {
 public:
  ApiServer();

  // As one of our own pages would ask, unless the Ask says otherwise. Notes what was answered.
  Answer ask(const Ask& ask);
  Answer post(const std::string& path, const encoding::Json& body, const std::string& session = {});
  Answer get(const std::string& path, const std::string& session = {});
  // The session in an answer's cookie.
  [[nodiscard]] static std::string session_of(const Answer& answer);

  [[nodiscard]] std::uint16_t port() const { return live_->port(); }
  [[nodiscard]] std::string origin() const;
  // An enrolment of this key, ready to post.
  [[nodiscard]] encoding::Json enrolment(const std::string& code, const crypto::SigningKey& key);
  // A person with a key and a session; `phone` makes and signs their records.
  void enrol(app::test::Phone& phone, const std::string& name = "Ada Vale");

  Answer post_as_staff(const std::string& path, const encoding::Json& body,
                       const std::string& staff = {});
  Answer get_as_staff(const std::string& path, const std::string& staff = {});

  // "POST /api/records 409 stale-head" for each answer so far.
  [[nodiscard]] const std::vector<std::pair<Ask, Answer>>& exchanges() const { return exchanges_; }

  storage::MemoryStore kept;
  app::test::FaultyStore store{kept};
  app::test::Council council{&store};
  app::test::Team team{council};
  StaticFiles files;
  GuessRules guessing;
  std::atomic<bool> ready{true};
  // Two at once, three more waiting.
  Workers hashers{2, 3};
  // How many answers were kept until their time.
  std::atomic<int> held_back{0};

 private:
  [[nodiscard]] Handler make(Server& server);

  PlainPages pages_;
  Workers workers_{2, 100};
  std::unique_ptr<LiveServer> live_;
  std::vector<std::pair<Ask, Answer>> exchanges_;
};

}  // namespace sayso::http

#include "server/cli/witness.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <utility>

#include "server/app/witness.h"
#include "server/cli/exit_code.h"
#include "server/cli/text_file.h"
#include "server/cli/witness_folder.h"
#include "server/http/origin_check.h"
#include "server/http/router.h"
#include "server/http/security_headers.h"
#include "server/http/server.h"
#include "server/http/workers.h"
#include "server/keyring/file_key_shelf.h"
#include "server/system/system.h"
#include "shared/crypto/wipe.h"
#include "shared/protocol/cosignature.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kMostNameBytes = 300;

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso witness: " << what << "\n";
  return code;
}

std::optional<std::string> read_line(const std::string& path) {
  auto text = load_text_file(path, kMostNameBytes);
  if (!text) return std::nullopt;
  while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
  return std::move(*text);
}

std::string name_path(const WitnessOptions& options) { return options.state + "/name"; }

std::optional<crypto::SigningKey> load_key(const keyring::KeyShelf& shelf) {
  auto bytes = shelf.load("witness");
  if (!bytes || bytes->size() != crypto::Seed{}.size()) return std::nullopt;
  crypto::Seed seed{};
  std::copy(bytes->begin(), bytes->end(), seed.begin());
  auto key = crypto::SigningKey::from_seed(seed);
  crypto::wipe(seed);
  crypto::wipe(*bytes);
  return key;
}

std::optional<std::vector<protocol::VerifierKey>> read_logs(const WitnessOptions& options,
                                                            std::ostream& err) {
  std::vector<protocol::VerifierKey> logs;
  for (const std::string& given : options.logs) {
    auto key = protocol::decode_vkey(given);
    if (!key) {
      const auto line = read_line(given);
      key = line ? protocol::decode_vkey(*line) : std::nullopt;
    }
    if (!key) {
      err << "sayso witness: " << given << " is neither a log's key nor a file that holds one\n";
      return std::nullopt;
    }
    logs.push_back(std::move(*key));
  }
  return logs;
}

// A program of its own, in the order in which its parts have to be made.
class Running {
 public:
  Running(const WitnessOptions& options, std::ostream& out, std::ostream& err)
      : options_(options),
        out_(out),
        err_(err),
        log_(
            [this](std::string_view line) {
              const std::lock_guard lock(mutex_);
              err_ << line << std::flush;
            },
            [this] { return clock_.now(); }) {}

  int run() {
    auto logs = read_logs(options_, err_);
    if (!logs) return kWrongQuestion;
    if (logs->empty()) return complain(err_, "give a log to watch with --log", kWrongQuestion);
    if (const auto problem = prepare(std::move(*logs)); !problem.empty())
      return complain(err_, problem, kFailed);
    serve();
    return kDone;
  }

 private:
  std::string prepare(std::vector<protocol::VerifierKey> logs) {
    auto folder = WitnessFolder::open(options_.state);
    if (!folder) return folder.error();
    folder_ = std::move(*folder);
    if (const auto checked = folder_->check(logs); !checked) return checked.error();
    const auto shelf = keyring::FileKeyShelf::open(options_.state + "/keys");
    if (!shelf) return shelf.error().detail;
    const auto name = read_line(name_path(options_));
    auto key = load_key(**shelf);
    if (!name || !protocol::is_key_name(*name) || !key)
      return options_.state + " holds no key: make one with 'sayso witness new-key'";
    vkey_ = protocol::encode_witness_vkey({*name, key->public_key()});
    witness_ =
        std::make_unique<app::Witness>(*name, std::move(*key), std::move(logs), *folder_, clock_,
                                       [this](const app::Fork& fork) { tell(fork); });
    http::Options options;
    options.address = options_.address;
    options.port = options_.port;
    options.tls_certificate = options_.tls_certificate;
    options.tls_key = options_.tls_key;
    auto server = http::Server::open(std::move(options), log_);
    if (!server) return server.error();
    server_ = std::make_unique<http::Server>(std::move(*server));
    return {};
  }

  void tell(const app::Fork& fork) {
    const std::string kept = folder_->keep_fork(fork);
    const std::lock_guard lock(mutex_);
    err_ << (fork.is_proved ? "FORK: " : "FORK?: ") << fork.origin
         << (fork.is_proved ? " has signed two different logs of one size"
                            : " has signed a log that does not continue what was cosigned, or sent "
                              "a wrong proof")
         << "; both checkpoints: " << kept << "\n"
         << std::flush;
  }

  void serve() {
    http::Workers workers(2, 100);
    http::Router router;
    router.add(http::Method::Post, "/add-checkpoint", "/add-checkpoint",
               [this, &workers](const http::Request& request, const http::Reply& reply) {
                 const bool taken = workers.start([this, body = request.body, reply] {
                   const auto answer = witness_->add_checkpoint(body);
                   reply(http::body_response(answer.status, answer.type, answer.body));
                 });
                 if (!taken) reply(http::text_response(503, "too much is waiting\n"));
               });
    router.add(http::Method::Get, "/", "/", [this](const http::Request&, const http::Reply& reply) {
      reply(http::text_response(
          200, "A witness of transparency logs (c2sp.org/tlog-witness).\n" + vkey_ + "\n"));
    });
    router.set_fallback([](const http::Request&, const http::Reply& reply) {
      reply(http::text_response(404, "there is nothing here\n"));
    });
    server_->stop_on_signals();
    const auto origins =
        http::local_origins(server_->is_secure() ? "https" : "http", server_->port());
    out_ << "witness: " << vkey_ << "\nserving: " << origins.front() << "\n" << std::flush;
    server_->run([&](const http::Request& request, const http::Reply& reply) {
      router.handle(request, [reply, secure = request.secure](http::Response response) {
        http::add_security_headers(response, secure);
        reply(std::move(response));
      });
    });
  }

  const WitnessOptions& options_;
  std::ostream& out_;
  std::ostream& err_;
  std::mutex mutex_;
  system::SystemClock clock_;
  http::RequestLog log_;
  std::string vkey_;
  std::unique_ptr<WitnessFolder> folder_;
  std::unique_ptr<app::Witness> witness_;
  std::unique_ptr<http::Server> server_;
};

}  // namespace

int run_witness_new_key(const WitnessOptions& options, std::ostream& out, std::ostream& err) {
  if (!protocol::is_key_name(options.name))
    return complain(err, "give a name such as witness.example/w1, without blanks", kWrongQuestion);
  const auto folder = WitnessFolder::open(options.state);
  if (!folder) return complain(err, folder.error(), kFailed);
  const auto kept = read_line(name_path(options));
  if (kept && *kept != options.name)
    return complain(err, options.state + " is the folder of " + *kept, kFailed);
  auto shelf = keyring::FileKeyShelf::open(options.state + "/keys");
  if (!shelf) return complain(err, shelf.error().detail, kFailed);
  if (!kept) std::ofstream(name_path(options)) << options.name << "\n";
  std::filesystem::permissions(
      name_path(options), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  crypto::Seed seed{};
  system::SystemRandom().fill(seed);
  (void)(*shelf)->store_once("witness", seed);
  crypto::wipe(seed);
  const auto key = load_key(**shelf);
  if (!key || read_line(name_path(options)) != options.name)
    return complain(err, options.state + ": what was written cannot be read back", kFailed);
  out << protocol::encode_witness_vkey({options.name, key->public_key()}) << "\n";
  return kDone;
}

int run_witness_serve(const WitnessOptions& options, std::ostream& out, std::ostream& err) {
  return Running(options, out, err).run();
}

}  // namespace sayso::cli

#include "server/cli/serve.h"

#include <functional>
#include <memory>
#include <ostream>
#include <utility>

#include "server/app/demo.h"
#include "server/app/enter_notices.h"
#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/cli/exit_code.h"
#include "server/cli/version.h"
#include "server/cli/witness_door.h"
#include "server/http/screen_pages.h"
#include "server/http/server.h"
#include "server/http/site.h"
#include "server/http/static_files.h"
#include "server/http/workers.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kWorkers = 2;
// Past this, more waiting would only mean more giving up.
constexpr std::size_t kMostWaiting = 1'000;
// A password takes 64 MiB while it is hashed, and a fraction of a second.
constexpr std::size_t kHashers = 2;
constexpr std::size_t kMostPasswordsWaiting = 20;
constexpr std::chrono::milliseconds kTick{1'000};

http::Options server_options(const Settings& settings) {
  http::Options options;
  options.address = settings.address;
  options.port = settings.port;
  options.caps.connections = settings.connections;
  options.caps.connections_per_address = settings.connections_per_address;
  options.trusted_proxies = settings.trusted_proxies;
  options.tls_certificate = settings.tls_certificate;
  options.tls_key = settings.tls_key;
  return options;
}

http::Origins origins_of(const Settings& settings, const http::Server& server) {
  auto local = http::local_origins(server.is_secure() ? "https" : "http", server.port());
  if (settings.origin.empty()) return local;
  return {settings.origin};
}

http::PageFacts page_facts(const Content& content, const http::StaticFiles& files,
                           const app::Portal& portal) {
  http::PageFacts facts;
  facts.notice = content.notices.current().address;
  facts.words = content.words_address;
  if (!content.holidays_file.empty())
    facts.holidays = files.versioned_start() + content.holidays_file;
  facts.log_key = portal.log_key();
  facts.version = kVersion;
  return facts;
}

// Everything that serving needs, in the order in which it has to be made; the reverse is the order
// of its end.
class Running {
 public:
  Running(const ServeOptions& options, std::ostream& out, std::ostream& err)
      : options_(options),
        out_(out),
        err_(err),
        log_([&err](std::string_view line) { err << line << std::flush; },
             [this] { return clock_.now(); }) {}

  int run() {
    std::string problem = prepare();
    if (problem.empty() && options_.check) {
      out_ << "everything is in order\n";
      return kDone;
    }
    if (problem.empty()) problem = enter_notices();
    if (problem.empty() && options_.demo) problem = print_invitations();
    if (!problem.empty()) {
      err_ << "sayso serve: " << problem << "\n";
      return kFailed;
    }
    serve();
    return kDone;
  }

 private:
  std::string prepare() {
    const Settings& settings = options_.settings;
    auto content = load_content(settings.www, settings.notice, settings.language);
    if (!content) return content.error();
    content_ = std::move(*content);
    auto files = http::StaticFiles::load(settings.www);
    if (!files) return files.error();
    files_ = std::move(*files);
    for (auto& [address, text] : content_.published)
      files_.add_immutable(address, "application/json", text);
    auto server = http::Server::open(server_options(settings), log_);
    if (!server) return server.error();
    server_ = std::make_unique<http::Server>(std::move(*server));
    origins_ = origins_of(settings, *server_);
    if (options_.check && !Council::has_data(settings)) {
      out_ << settings.data << ": nothing is there yet; the first start makes it, and its keys\n";
      return {};
    }
    auto council = Council::open(settings, content_, origins_.front(), storage::Opener::Server,
                                 [this](std::string_view event) { log_.write_event(event, ""); });
    if (!council) return council.error();
    council_ = std::move(*council);
    return prepare_witnesses();
  }

  std::string prepare_witnesses() {
    if (options_.settings.witnesses.empty()) return {};
    auto witnesses = load_witnesses(options_.settings.witnesses);
    if (!witnesses) return witnesses.error();
    witnessing_ = std::make_unique<app::Witnessing>(
        council_->desk(), std::move(*witnesses), door_,
        [this](std::string_view event, const std::string& detail) {
          log_.write_event(event, detail);
        });
    return {};
  }

  // Before anybody is asked with them.
  std::string enter_notices() {
    const auto added = app::enter_notices(council_->desk());
    if (!added) return "the notice could not be entered in the log";
    if (*added > 0) log_.write_event("notice-entered", std::to_string(*added));
    return {};
  }

  std::string print_invitations() {
    const auto invitations = app::prepare_demo(council_->desk());
    if (!invitations) return "the demo family could not be stored";
    for (const auto& invitation : *invitations)
      out_ << "person: " << invitation.person.value() << "\ninvitation: " << origins_.front()
           << "/#" << invitation.code << "\n";
    return {};
  }

  void serve() {
    const auto facts = page_facts(content_, files_, council_->portal());
    http::ScreenPages pages(*content_.current, *content_.words, http::page_options(files_, facts),
                            [this] { return clock_.now(); });
    http::Workers workers(kWorkers, kMostWaiting);
    http::Workers hashers(kHashers, kMostPasswordsWaiting);
    http::Server& server = *server_;
    server.stop_on_signals();
    tick();
    out_ << "serving: " << origins_.front() << "\n" << std::flush;
    const bool quiet = server.run(http::make_handler(
        {council_->portal(),
         council_->staff_door(),
         files_,
         pages,
         workers,
         hashers,
         origins_,
         {},
         [&server](auto delay, auto work) { server.after(delay, std::move(work)); },
         [&server] { return !server.is_stopping(); }}));
    log_.write_event("stopped", quiet ? "" : "cut off what was still going on");
  }

  void tick() {
    council_->desk().tick();
    if (witnessing_) witnessing_->tick();
    server_->after(kTick, [this] { tick(); });
  }

  const ServeOptions& options_;
  std::ostream& out_;
  std::ostream& err_;
  system::SystemClock clock_;
  http::RequestLog log_;
  Content content_;
  http::StaticFiles files_;
  http::Origins origins_;
  // The server outlives the council: replies that the desk still owes are made to it.
  std::unique_ptr<http::Server> server_;
  std::unique_ptr<Council> council_;
  HttpWitnessDoor door_;
  std::unique_ptr<app::Witnessing> witnessing_;
};

}  // namespace

int run_serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
  return Running(options, out, err).run();
}

}  // namespace sayso::cli

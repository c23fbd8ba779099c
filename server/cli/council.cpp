#include "server/cli/council.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "server/app/key_owners.h"
#include "server/app/shred.h"

namespace sayso::cli {
namespace {

app::Settings desk_settings(const Settings& settings, const Content& content,
                            const std::string& origin) {
  app::Settings made;
  made.log_name = settings.log_name;
  made.domain = origin;
  made.session_idle_seconds = settings.session_idle_minutes * 60;
  made.session_longest_seconds = settings.session_longest_minutes * 60;
  made.invitation_days = settings.invitation_days;
  made.retention_months = content.current->retention.years * 12;
  made.publish_seconds = settings.publish_seconds;
  made.cover_seconds = settings.cover_seconds;
  made.bank_holidays = content.bank_holidays;
  made.due.question_working_days = static_cast<int>(settings.question_days);
  if (settings.stops_clock) made.due.stop_clock = domain::StopClock::WhileWaitingForThePerson;
  return made;
}

}  // namespace

std::string Council::open_store(const Settings& settings, storage::Opener opener) {
  storage::SqliteOptions options;
  options.folder = settings.data;
  options.opener = opener;
  auto store = storage::SqliteStore::open(std::move(options));
  if (!store) return store.error().detail;
  store_ = std::move(*store);
  return {};
}

std::string Council::open_keyring(const Settings& settings) {
  const bool has_data = store_->log_head() || !store_->list(app::Shelf::KeyOwners).empty();
  const auto start = has_data ? keyring::Start::WithData : keyring::Start::First;
  auto opened = cli::open_keyring(settings, random_, start);
  if (!opened) return opened.error();
  keyring_ = std::move(*opened);
  return {};
}

// A key that is missing is never replaced by a new one, and what was begun to be destroyed is
// destroyed before anybody writes again.
std::string Council::check_keys() {
  const app::Vault vault(*keyring_.ring, random_, 0);
  if (app::is_shred_unfinished(vault, app::StoredRows(*store_)))
    return "a destruction of keys was cut off: 'sayso keys shred --finish' ends it";
  const auto owners = app::count_owners(*store_, vault, *keyring_.ring);
  return owners.missing.any() ? describe_missing(owners.missing) : std::string();
}

Expected<std::unique_ptr<Council>, std::string> Council::open(
    const Settings& settings, const Content& content, const std::string& origin,
    storage::Opener opener, std::function<void(std::string_view)> report) {
  std::unique_ptr<Council> council(new Council());
  if (auto problem = council->open_store(settings, opener); !problem.empty())
    return failure(std::move(problem));
  if (auto problem = council->open_keyring(settings); !problem.empty())
    return failure(std::move(problem));
  if (auto problem = council->check_keys(); !problem.empty()) return failure(std::move(problem));
  app::Settings made = desk_settings(settings, content, origin);
  made.report = std::move(report);
  council->desk_ =
      std::make_unique<app::Desk>(std::move(made), content.notices, *council->store_,
                                  *council->keyring_.ring, council->clock_, council->random_);
  council->portal_ = std::make_unique<app::Portal>(*council->desk_);
  council->office_ = std::make_unique<app::Office>(*council->desk_);
  council->staff_door_ = std::make_unique<app::StaffDoor>(*council->desk_, council->credentials_);
  council->staff_office_ =
      std::make_unique<app::StaffOffice>(*council->desk_, council->credentials_);
  return council;
}

bool Council::has_data(const Settings& settings) {
  std::error_code unreadable;
  return std::filesystem::exists(storage::database_path(settings.data), unreadable);
}

}  // namespace sayso::cli

// Store, keyring, desk, portal and office on one data folder: what every verb that touches data
// starts from.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/app/desk.h"
#include "server/app/office.h"
#include "server/app/portal.h"
#include "server/app/staff_door.h"
#include "server/app/staff_office.h"
#include "server/cli/content.h"
#include "server/cli/keyring.h"
#include "server/cli/settings.h"
#include "server/credentials/library_credentials.h"
#include "server/storage/sqlite/sqlite_store.h"
#include "server/system/system.h"
#include "shared/base/expected.h"

namespace sayso::cli {

class Council {
 public:
  // The error is a sentence for whoever operates the server. `origin` is what sign-in proofs are
  // bound to; `report` as in app::Settings.
  [[nodiscard]] static Expected<std::unique_ptr<Council>, std::string> open(
      const Settings& settings, const Content& content, const std::string& origin,
      storage::Opener opener, std::function<void(std::string_view)> report = {});

  // Whether anything was ever stored in the data folder of these settings. Makes nothing.
  [[nodiscard]] static bool has_data(const Settings& settings);

  [[nodiscard]] app::Desk& desk() { return *desk_; }
  [[nodiscard]] app::Portal& portal() { return *portal_; }
  [[nodiscard]] app::Office& office() { return *office_; }
  [[nodiscard]] app::StaffDoor& staff_door() { return *staff_door_; }
  [[nodiscard]] app::StaffOffice& staff_office() { return *staff_office_; }
  [[nodiscard]] app::Clock& clock() { return clock_; }

 private:
  Council() = default;
  [[nodiscard]] std::string open_store(const Settings& settings, storage::Opener opener);
  [[nodiscard]] std::string open_keyring(const Settings& settings);
  [[nodiscard]] std::string check_keys();

  // The desk comes last, so that it goes first: it finishes its work on the others.
  system::SystemClock clock_;
  system::SystemRandom random_;
  credentials::LibraryCredentials credentials_;
  std::unique_ptr<storage::SqliteStore> store_;
  OpenedKeyring keyring_;
  // What the desk has still to do may call back into these.
  std::unique_ptr<app::StaffDoor> staff_door_;
  std::unique_ptr<app::StaffOffice> staff_office_;
  std::unique_ptr<app::Desk> desk_;
  std::unique_ptr<app::Portal> portal_;
  std::unique_ptr<app::Office> office_;
};

}  // namespace sayso::cli

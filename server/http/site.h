// Everything that answers, put together: the calls of docs/openapi.json, the log, the files, the
// screens.
#pragma once

#include <functional>
#include <memory>

#include "server/app/portal.h"
#include "server/app/staff_door.h"
#include "server/http/guess_guard.h"
#include "server/http/message.h"
#include "server/http/origin_check.h"
#include "server/http/page.h"
#include "server/http/static_files.h"
#include "server/http/workers.h"

namespace sayso::http {

// All of it outlives the handler.
struct Site {
  app::Portal& portal;
  app::StaffDoor& staff;
  const StaticFiles& files;
  PageSource& pages;
  Workers& workers;
  // For hashing passwords; as many threads as may do so at once.
  Workers& hashers;
  Origins origins;
  GuessRules guessing;
  After after;
  // Whether new work can be taken on.
  std::function<bool()> is_ready;
};

[[nodiscard]] Handler make_handler(Site site);

}  // namespace sayso::http

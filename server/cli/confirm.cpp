#include "server/cli/confirm.h"

#include <ostream>

#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {
namespace {

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso confirm: " << what << "\n";
  return code;
}

}  // namespace

int run_confirm(const ConfirmOptions& options, std::ostream& out, std::ostream& err) {
  // As people read it out: "482 913".
  std::string code = options.code;
  std::erase(code, ' ');
  const Settings& settings = options.settings;
  const auto content = load_content(settings.www, settings.notice, settings.language);
  if (!content) return complain(err, content.error(), kFailed);
  const auto council = Council::open(settings, *content, {}, storage::Opener::Tool);
  if (!council) return complain(err, council.error(), kFailed);
  const auto confirmed = (*council)->office().confirm(PersonId(options.person), code);
  if (confirmed) {
    out << "confirmed: what is held about this person opens on that phone now\n";
    return kDone;
  }
  if (confirmed.error().problem == app::Problem::Unavailable)
    return complain(err, "nothing could be stored: is the disk full?", kFailed);
  return complain(err,
                  "this is not the code on that person's screen, or it is older than 15 minutes; "
                  "after five wrong ones they need a new code",
                  kFailed);
}

}  // namespace sayso::cli

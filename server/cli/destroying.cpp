#include "server/cli/destroying.h"

#include <ostream>

#include "shared/encoding/json.h"

namespace sayso::cli {

std::string explain(app::ShredError error, const std::string& again) {
  switch (error) {
    case app::ShredError::NothingThere:
      return "there is nothing under that";
    case app::ShredError::Unreadable:
      return "something there does not open as it should, so it cannot be certified: run "
             "'sayso log fsck'";
    case app::ShredError::NotYet:
      return "that month is not over: a month is destroyed after its end, a person at any time";
    case app::ShredError::Unfinished:
      return "an earlier run was cut off: '" + again + "' ends it";
    case app::ShredError::Storage:
      break;
  }
  return "nothing could be stored: is the disk full? '" + again + "' ends what was begun";
}

app::Settings desk_settings(const Settings& settings) {
  app::Settings made;
  made.log_name = settings.log_name;
  made.cover_seconds = settings.cover_seconds;
  made.publish_seconds = settings.publish_seconds;
  return made;
}

void print_certificates(const std::vector<protocol::DestructionCertificate>& done,
                        std::ostream& out) {
  for (const auto& certificate : done)
    out << encoding::encode_canonical(protocol::encode_certificate(certificate)) << "\n";
}

}  // namespace sayso::cli

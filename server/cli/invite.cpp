#include "server/cli/invite.h"

#include <ostream>

#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/http/origin_check.h"

namespace sayso::cli {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongQuestion = 2;

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso invite: " << what << "\n";
  return code;
}

std::string explain(const app::Refusal& refusal) {
  if (refusal.problem == app::Problem::Unavailable)
    return "nothing could be stored: is the disk full?";
  if (refusal.field.empty()) return "this is refused";
  return "this is refused, because of " + refusal.field;
}

std::string origin_of(const Settings& settings) {
  if (!settings.origin.empty()) return settings.origin;
  return http::local_origins(settings.tls_key.empty() ? "http" : "https", settings.port).front();
}

int invite(const InviteOptions& options, Council& council, std::ostream& out, std::ostream& err) {
  PersonId person(options.person);
  if (options.person.empty()) {
    const auto admitted = council.office().admit({options.name, decode_date(options.born).value()});
    if (!admitted) return complain(err, explain(admitted.error()), kFailed);
    person = *admitted;
  }
  if (!options.child.empty()) {
    const auto given = council.office().give_responsibility(person, PersonId(options.child));
    if (!given) return complain(err, explain(given.error()), kFailed);
  }
  std::string code;
  if (!options.no_invitation) {
    const auto invited = council.office().invite(person);
    if (!invited) return complain(err, explain(invited.error()), kFailed);
    code = *invited;
  }
  out << "person: " << person.value() << "\n";
  if (!code.empty()) out << "invitation: " << origin_of(options.settings) << "/#" << code << "\n";
  return kDone;
}

}  // namespace

int run_invite(const InviteOptions& options, std::ostream& out, std::ostream& err) {
  const bool is_new = !options.name.empty() || !options.born.empty();
  if (is_new == !options.person.empty())
    return complain(err, "give either --name and --born, or --person", kWrongQuestion);
  if (is_new && (options.name.empty() || !decode_date(options.born)))
    return complain(err, "somebody new needs --name and --born YYYY-MM-DD", kWrongQuestion);
  const Settings& settings = options.settings;
  const auto content = load_content(settings.www, settings.notice, settings.language);
  if (!content) return complain(err, content.error(), kFailed);
  const auto council =
      Council::open(settings, *content, origin_of(settings), storage::Opener::Tool);
  if (!council) return complain(err, council.error(), kFailed);
  return invite(options, **council, out, err);
}

}  // namespace sayso::cli

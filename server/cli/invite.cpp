#include "server/cli/invite.h"

#include <optional>
#include <ostream>

#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/cli/exit_code.h"
#include "server/http/origin_check.h"
#include "shared/domain/age.h"
#include "shared/domain/civil_time.h"

namespace sayso::cli {
namespace {

int complain(std::ostream& err, const std::string& what, int code) {
  err << "sayso invite: " << what << "\n";
  return code;
}

std::string explain(const app::Refusal& refusal) {
  if (refusal.problem == app::Problem::Unavailable)
    return "nothing could be stored: is the disk full?";
  if (refusal.field == "/person")
    return "there is nobody with this id, or they are under 13 and others choose for them";
  if (refusal.field == "/child") return "there is nobody with the id that --responsible-for gives";
  if (refusal.field == "/adult") return "only an adult can be responsible for a child";
  return "this is refused";
}

std::string origin_of(const Settings& settings) {
  if (!settings.origin.empty()) return settings.origin;
  return http::local_origins(settings.tls_key.empty() ? "http" : "https", settings.port).front();
}

// Before anybody is admitted: what would be refused only afterwards would leave somebody behind
// whose id nobody was told.
std::optional<std::string> find_fault(const InviteOptions& options, Date born, Council& council) {
  const Date today = domain::uk_time(council.clock().now()).date;
  if (today < born) return "--born is a day to come";
  const domain::Group group = domain::group_on(born, today);
  if (group == domain::Group::Child && !options.no_invitation)
    return "a child under 13 gets no invitation, because somebody responsible chooses for them: "
           "add --no-invitation";
  if (group != domain::Group::Adult && !options.child.empty())
    return "only an adult can be responsible for a child";
  return std::nullopt;
}

int invite(const InviteOptions& options, Council& council, std::ostream& out, std::ostream& err) {
  PersonId person(options.person);
  if (options.person.empty()) {
    const Date born = decode_date(options.born).value();
    if (const auto fault = find_fault(options, born, council))
      return complain(err, *fault, kFailed);
    if (!options.child.empty() && !council.office().has_device(PersonId(options.child)))
      return complain(err, "there is nobody with the id that --responsible-for gives", kFailed);
    const auto admitted = council.office().admit({options.name, born});
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

#include "server/cli/staff.h"

#include <functional>
#include <iostream>
#include <optional>

#include "server/app/passwords.h"
#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/cli/exit_code.h"
#include "shared/encoding/utf8.h"

namespace sayso::cli {
namespace {

int complain(std::ostream& err, const std::string& what, int code = kFailed) {
  err << "sayso staff: " << what << "\n";
  return code;
}

int with_office(const StaffOptions& options, std::ostream& err,
                const std::function<int(app::StaffOffice&)>& use) {
  const Settings& settings = options.settings;
  const auto content = load_content(settings.www, settings.notice, settings.language);
  if (!content) return complain(err, content.error());
  const auto council = Council::open(settings, *content, {}, storage::Opener::Tool);
  if (!council) return complain(err, council.error());
  return use((*council)->staff_office());
}

const char* explain(app::PasswordFault fault) {
  switch (fault) {
    case app::PasswordFault::TooShort:
      return "a password has 15 characters or more";
    case app::PasswordFault::TooLong:
      return "a password has 256 bytes at most";
    case app::PasswordFault::TooPlain:
      return "this password is hardly more than the user name, or few different characters";
  }
  return "";
}

// What was typed, or why it is none.
struct Typed {
  std::optional<std::string> password;
  std::string fault;
};

Typed read_password(const StaffOptions& options) {
  Typed typed;
  if (!options.password_stdin) return typed;
  std::string line;
  std::getline(std::cin, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  // What could never be sent in a sign-in is refused here.
  if (!encoding::is_json_text(line)) return {{}, "this password is no text in UTF-8"};
  if (const auto fault = app::find_fault(line, options.user)) return {{}, explain(*fault)};
  typed.password = std::move(line);
  return typed;
}

std::string explain(const app::Refusal& refusal, const char* user_fault) {
  if (refusal.problem == app::Problem::Unavailable)
    return "nothing could be stored: is the disk full?";
  return refusal.field == "/role" ? "the account has this role already" : user_fault;
}

void hand_over(std::ostream& out, const app::StaffEnrolment& enrolment) {
  out << "secret: " << enrolment.secret << "\n"
      << "uri: " << enrolment.uri << "\n";
  if (!enrolment.password.empty())
    out << "password: " << enrolment.password << "\n"
        << "The password opens nothing but choosing another, for seven days.\n";
  out << "None of this is shown again. Hand it over in person.\n";
}

constexpr char kNoAccount[] = "no account of this name is in force";

}  // namespace

int run_staff_add(const StaffOptions& options, std::ostream& out, std::ostream& err) {
  const auto role = domain::find_staff_role(options.role);
  if (!role) return complain(err, "there is no role '" + options.role + "'", kWrongQuestion);
  if (!domain::is_user_name(options.user))
    return complain(err, "a user name is 3 to 40 of a-z, 0-9, dot and hyphen, a letter first",
                    kWrongQuestion);
  const auto typed = read_password(options);
  if (!typed.fault.empty()) return complain(err, typed.fault, kWrongQuestion);
  return with_office(options, err, [&](app::StaffOffice& office) {
    const auto added = office.add(options.user, *role, typed.password);
    if (!added)
      return complain(
          err, explain(added.error(), "there is or was an account of this name: take another"));
    out << "added: " << options.user << " " << options.role << "\n";
    hand_over(out, *added);
    return kDone;
  });
}

int run_staff_list(const StaffOptions& options, std::ostream& out, std::ostream& err) {
  return with_office(options, err, [&](app::StaffOffice& office) {
    for (const app::StaffAccount& account : office.list()) {
      out << account.user << " " << domain::name_of(account.role) << " " << account.id.value()
          << " added " << encode_instant(account.added);
      if (account.revoked) out << " revoked " << encode_instant(*account.revoked);
      if (account.one_time_until)
        out << " password until " << encode_instant(*account.one_time_until);
      if (account.wrong_codes >= app::kMostWrongCodes) out << " locked";
      out << "\n";
    }
    return kDone;
  });
}

int run_staff_role(const StaffOptions& options, std::ostream& out, std::ostream& err) {
  const auto role = domain::find_staff_role(options.role);
  if (!role) return complain(err, "there is no role '" + options.role + "'", kWrongQuestion);
  return with_office(options, err, [&](app::StaffOffice& office) {
    const auto set = office.set_role(options.user, *role);
    if (!set) return complain(err, explain(set.error(), kNoAccount));
    out << "role: " << options.user << " " << options.role << "\n";
    return kDone;
  });
}

int run_staff_reset(const StaffOptions& options, std::ostream& out, std::ostream& err) {
  const auto typed = read_password(options);
  if (!typed.fault.empty()) return complain(err, typed.fault, kWrongQuestion);
  return with_office(options, err, [&](app::StaffOffice& office) {
    const auto reset = office.reset(options.user, typed.password);
    if (!reset) return complain(err, explain(reset.error(), kNoAccount));
    out << "reset: " << options.user << "\n";
    hand_over(out, *reset);
    return kDone;
  });
}

int run_staff_revoke(const StaffOptions& options, std::ostream& out, std::ostream& err) {
  return with_office(options, err, [&](app::StaffOffice& office) {
    const auto revoked = office.revoke(options.user);
    if (!revoked) return complain(err, explain(revoked.error(), kNoAccount));
    out << "revoked: " << options.user << "\n";
    return kDone;
  });
}

}  // namespace sayso::cli

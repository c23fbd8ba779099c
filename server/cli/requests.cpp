#include "server/cli/requests.h"

#include <functional>
#include <ostream>

#include "server/cli/content.h"
#include "server/cli/council.h"
#include "server/cli/exit_code.h"
#include "server/cli/text_file.h"
#include "shared/domain/request.h"

namespace sayso::cli {
namespace {

// A character of UTF-8 has four bytes at most; a text editor ends its file with one more.
constexpr std::size_t kMaxTextBytes = 4 * domain::kMaxMessageCharacters + 1;

int complain(std::ostream& err, const std::string& what) {
  err << "sayso requests: " << what << "\n";
  return kFailed;
}

int with_office(const RequestsOptions& options, std::ostream& err,
                const std::function<int(app::Office&)>& use) {
  const Settings& settings = options.settings;
  const auto content = load_content(settings.www, settings.notice, settings.language);
  if (!content) return complain(err, content.error());
  const auto council = Council::open(settings, *content, {}, storage::Opener::Tool);
  if (!council) return complain(err, council.error());
  return use((*council)->office());
}

std::string explain(const app::Refusal& refusal) {
  if (refusal.problem == app::Problem::Unavailable)
    return "nothing could be stored: is the disk full?";
  if (refusal.field == "/request") return "there is no request of this number";
  if (refusal.field == "/state")
    return "it is not so far, or not any more: 'sayso requests list' says where it stands";
  if (refusal.field == "/by")
    return "somebody else than whoever proposed it has to confirm it, by name";
  if (refusal.field == "/proposal")
    return "nothing is proposed, or the person has written since: read it again";
  return "the text is empty, longer than 4,000 characters, no plain text, or the thread is full";
}

// Without the line break that ends a file.
Expected<std::string, std::string> read_text(const RequestsOptions& options) {
  auto text = load_text_file(options.text_path, kMaxTextBytes);
  while (text && !text->empty() && text->back() == '\n') text->pop_back();
  return text;
}

int work(const RequestsOptions& options, app::Work work, const char* said, std::ostream& out,
         std::ostream& err) {
  return with_office(options, err, [&](app::Office& office) {
    const auto worked = office.work(options.number, work);
    if (!worked) return complain(err, explain(worked.error()));
    out << (*worked == app::Worked::Proposed
                ? "proposed: somebody else has to confirm it before the person sees it"
                : said)
        << "\n";
    return int{kDone};
  });
}

int say(const RequestsOptions& options, app::Deed deed, const char* said, std::ostream& out,
        std::ostream& err) {
  const auto text = read_text(options);
  if (!text) return complain(err, text.error());
  return work(options, {deed, *text, options.by}, said, out, err);
}

void write_line(std::ostream& out, const app::CaseLine& line) {
  const domain::Request& request = line.request;
  out << line.number << " " << domain::name_of(request.kind) << " "
      << domain::name_of(request.state) << " received " << encode_date(request.received);
  if (request.due) out << " due " << encode_date(*request.due);
  if (line.target) out << " target " << encode_date(*line.target);
  if (request.like) out << " asks-again";
  if (line.proposed) out << " proposed " << domain::name_of(*line.proposed);
  out << "\n";
}

void write_subject(std::ostream& out, const domain::Request& request) {
  out << "person " << request.person.value() << "\n";
  const domain::RequestSubject& subject = request.subject;
  if (subject.purpose) out << "purpose " << subject.purpose->value() << "\n";
  if (subject.organisation) out << "organisation " << subject.organisation->value() << "\n";
  if (subject.item)
    out << "item " << subject.item->source.value() << " " << subject.item->reference << "\n";
  if (subject.use) out << "use entry " << subject.use->value() << "\n";
}

// Text of people: line breaks are the only control characters that a message has.
void write_text(std::ostream& out, const std::string& title, const std::string& text) {
  if (!text.empty()) out << "\n" << title << "\n" << text << "\n";
}

}  // namespace

int run_requests_list(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return with_office(options, err, [&](app::Office& office) {
    for (const app::CaseLine& line : office.cases(options.closed_too)) write_line(out, line);
    return int{kDone};
  });
}

int run_requests_show(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return with_office(options, err, [&](app::Office& office) {
    const auto file = office.read_case(options.number);
    if (!file && file.error().field == "/state")
      return complain(err,
                      "nobody has taken it up: 'sayso requests take' enters in the log that "
                      "it is looked at, and then it opens");
    if (!file) return complain(err, explain(file.error()));
    write_line(out, file->line);
    write_subject(out, file->line.request);
    for (const domain::RequestMessage& message : file->thread.messages)
      write_text(out,
                 encode_instant(message.when) + " " + std::string(domain::name_of(message.from)),
                 message.text);
    write_text(out, "more time, because", file->thread.extension);
    if (file->proposal) write_text(out, "proposed by " + file->proposal->by, file->proposal->text);
    write_text(out, "outcome", file->thread.outcome);
    return int{kDone};
  });
}

int run_requests_take(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return work(options, {app::Deed::TakeUp, {}, {}},
              "taken up: the person sees that it is looked at", out, err);
}

int run_requests_ask(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return say(options, app::Deed::Ask, "asked: it waits for the person", out, err);
}

int run_requests_extend(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return say(options, app::Deed::Extend, "extended: the person sees why", out, err);
}

int run_requests_answer(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return say(options, app::Deed::Answer, "answered: the person sees it", out, err);
}

int run_requests_refuse(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return say(options, app::Deed::Refuse, "answered: the person sees it", out, err);
}

int run_requests_confirm(const RequestsOptions& options, std::ostream& out, std::ostream& err) {
  return work(options, {app::Deed::Confirm, {}, options.by}, "confirmed: the person sees it", out,
              err);
}

}  // namespace sayso::cli

// The arguments of requests and of what it can do.
#include "server/cli/command_line.h"
#include "server/cli/exit_code.h"

namespace sayso::cli {
namespace {

using Run = int (*)(const RequestsOptions&, std::ostream&, std::ostream&);

struct Part {
  const char* name;
  const char* says;
  Run run;
  bool has_text;
  bool has_name;
};

constexpr Part kParts[] = {
    {"show", "print all that was written about one", run_requests_show, false, false},
    {"take", "take one up: the person sees that it is looked at", run_requests_take, false, false},
    {"ask", "ask the person something", run_requests_ask, true, false},
    {"extend", "take two months more, and say why", run_requests_extend, true, false},
    {"answer", "answer it; a deletion waits for a second person", run_requests_answer, true, true},
    {"refuse", "refuse it, and say why, once a second person confirms", run_requests_refuse, true,
     true},
    {"confirm", "confirm what somebody else proposed", run_requests_confirm, false, true},
};

CLI::App* add_part(CommandLine& line, CLI::App& parent, const char* name, const char* says, Run run,
                   std::ostream& out, std::ostream& err) {
  auto* command = parent.add_subcommand(name, says);
  // The settings are taken before the part's name and behind it.
  command->fallthrough();
  command->callback([&line, &out, &err, run] {
    line.action = [&line, &out, &err, run] {
      if (!line.requests_settings.apply(line.requests.settings, err)) return int{kWrongQuestion};
      return run(line.requests, out, err);
    };
  });
  return command;
}

}  // namespace

void add_requests(CommandLine& line, std::ostream& out, std::ostream& err) {
  auto* command = line.app.add_subcommand("requests", "see what people asked for, and answer it");
  command->require_subcommand(1);
  line.requests_settings.add_to(*command,
                                {"data", "www", "keys", "master-key", "master-key-command"});
  command->footer(
      "What is said to a person is read from a file, at most 4,000 characters: what stands on a\n"
      "command line can be read by others. Deletions and refusals are proposed by one and "
      "confirmed\n"
      "by another. Works while the server runs.\n"
      "Examples:\n"
      "  sayso requests list --data /var/lib/sayso\n"
      "  sayso requests take --data /var/lib/sayso --request 4\n"
      "  sayso requests refuse --data /var/lib/sayso --request 4 --text why.txt --by reviewer-1\n"
      "  sayso requests confirm --data /var/lib/sayso --request 4 --by reviewer-2");
  auto* list = add_part(line, *command, "list",
                        "print those that are open: number, kind, state, dates; no word of anybody",
                        run_requests_list, out, err);
  list->add_flag("--all", line.requests.closed_too, "those that are closed too");
  for (const Part& part : kParts) {
    auto* added = add_part(line, *command, part.name, part.says, part.run, out, err);
    added->add_option("--request", line.requests.number, "its number")->required();
    if (part.has_text)
      added->add_option("--text", line.requests.text_path, "a file with what is said")->required();
    if (part.has_name) added->add_option("--by", line.requests.by, "who does it")->required();
  }
}

}  // namespace sayso::cli

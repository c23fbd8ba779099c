// sayso requests: what people asked for, and answering it.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "server/cli/settings.h"

namespace sayso::cli {

struct RequestsOptions {
  Settings settings;
  std::uint64_t number = 0;
  bool closed_too = false;
  // A file with what is said to the person: words about people do not stand on a command line,
  // which other accounts of the machine can read.
  std::string text_path;
  std::string by;
};

int run_requests_list(const RequestsOptions& options, std::ostream& out, std::ostream& err);
int run_requests_show(const RequestsOptions& options, std::ostream& out, std::ostream& err);
int run_requests_take(const RequestsOptions& options, std::ostream& out, std::ostream& err);
int run_requests_ask(const RequestsOptions& options, std::ostream& out, std::ostream& err);
int run_requests_extend(const RequestsOptions& options, std::ostream& out, std::ostream& err);
int run_requests_answer(const RequestsOptions& options, std::ostream& out, std::ostream& err);
int run_requests_refuse(const RequestsOptions& options, std::ostream& out, std::ostream& err);
int run_requests_confirm(const RequestsOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli

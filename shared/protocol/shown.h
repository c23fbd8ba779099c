// The hash of questions and answers as a person saw them: what makes the words part of the
// signature.
#pragma once

#include <string>
#include <vector>

#include "shared/base/bytes.h"

namespace sayso::protocol {

// Exactly as on the screen, in its language. `purpose` and `organisation` are ids, or empty where a
// question is about none.
struct Shown {
  std::string purpose;
  std::string organisation;
  std::string question;
  std::string answer;
};

// SHA-256 of the canonical JSON (RFC 8785) of the array of these objects, in the order in which
// they were shown.
[[nodiscard]] Digest shown_hash(const std::vector<Shown>& shown);

}  // namespace sayso::protocol

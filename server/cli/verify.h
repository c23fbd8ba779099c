// `sayso verify`: checks receipts, proofs and records from files, offline.
#pragma once

#include <iosfwd>
#include <string>

namespace sayso::cli {

// One of three forms: a receipt with a key; a proof with an entry and a key; a record. Empty = not
// given.
struct VerifyOptions {
  std::string receipt;     // file
  std::string key;         // the log's vkey, or a file that holds it
  std::string tlog_proof;  // file
  std::string entry;       // file: the leaf's bytes before hashing
  std::string record;      // file
  std::string policy;      // file: a tlog-policy, in the place of the key
};

// 0: proved, with an account of what was and what was not. 1: wrong, and the first thing that is.
// 2: cannot be read as what it should be, or the options make none of the three forms. The account
// goes to `out`, trouble to `err`.
[[nodiscard]] int run_verify(const VerifyOptions& options, std::ostream& out, std::ostream& err);

}  // namespace sayso::cli

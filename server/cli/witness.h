// `sayso witness`: what an auditor runs, so that a council cannot show different logs to different
// people.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace sayso::cli {

struct WitnessOptions {
  // The folder with the witness's key, name and what it cosigned.
  std::string state = "witness";
  // Of a new key, for ever: a host and path, such as witness.example/w1.
  std::string name;
  // The logs to watch: vkeys, or files that hold one each.
  std::vector<std::string> logs;
  std::string address = "localhost";
  std::uint16_t port = 8090;
  std::string tls_certificate;
  std::string tls_key;
};

// Prints the vkey. Answers with the same again where there is a key already under this name.
[[nodiscard]] int run_witness_new_key(const WitnessOptions& options, std::ostream& out,
                                      std::ostream& err);
// Serves add-checkpoint until SIGTERM or SIGINT. `out` gets `witness: VKEY` and `serving: URL`; a
// fork goes to `err`, and into the folder.
[[nodiscard]] int run_witness_serve(const WitnessOptions& options, std::ostream& out,
                                    std::ostream& err);

}  // namespace sayso::cli

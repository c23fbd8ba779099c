// Something that must not be: ends the run with exit code 1.
#pragma once

#include <stdexcept>
#include <string>

namespace sayso::crash {

class Complaint : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline void demand(bool holds, const std::string& what) {
  if (!holds) throw Complaint(what);
}

}  // namespace sayso::crash

// Where effects go to be carried out.
#pragma once

#include <string_view>

namespace sayso::client {

struct EffectPort {
  // An array as client/app/messages.h writes it. Answers come back later, as actions of their own.
  virtual void run(std::string_view effects) = 0;

 protected:
  ~EffectPort() = default;
};

}  // namespace sayso::client

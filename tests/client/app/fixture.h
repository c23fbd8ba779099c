// A client's state on the shipped notice, and short ways to make things happen to it.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "client/app/update.h"
#include "client/app/view.h"
#include "shared/crypto/hash.h"
#include "shared/screens/names.h"
#include "tests/support/shipped_content.h"

namespace sayso::client::test {

inline Facts shipped_facts() {
  // Read once: thousands of states are made from it.
  static const Facts facts = [] {
    Facts made;
    made.notice = sayso::test::shipped_notice();
    const auto canonical = encoding::canonical_notice(sayso::test::shipped_notice_text());
    made.notice_hash = encode_hex(crypto::sha256(as_bytes(*canonical)));
    made.words = sayso::test::shipped_words();
    made.client_version = "test";
    return made;
  }();
  return facts;
}

inline const std::string kPerson = "0123456789abcdefghjkmnpqr0";
inline const std::string kChild = "0123456789abcdefghjkmnpqr8";

struct Visit {
  State state;
  Instant now{1'795'424'400};
  std::uint8_t moments = 0;

  Visit() { state.facts = shipped_facts(); }

  Effects act(const Action& action) {
    Moment moment{now, {}};
    moment.entropy.fill(++moments);
    return update(state, action, moment);
  }
  Effects press(const std::string& action) { return act(Pressed{action}); }
  Effects type(const std::string& name, const std::string& value) {
    return act(Changed{name, value});
  }
  Effects follow(const std::string& address) { return act(Navigated{address}); }
  Effects start(const std::string& address, const std::string& code = {}) {
    Started started;
    started.address = address;
    started.code = code;
    return act(started);
  }

  // As somebody signed in, with a child, who has said nothing yet.
  void come_in() {
    state.seed = ByteArray<32>{7};
    state.person = Person{PersonId(kPerson), "Robin Reed", {{PersonId(kChild), "Kit Reed"}}};
    state.session = true;
    state.keep = Keep::Open;
  }
  void pick_everything(const std::string& value) {
    for (const auto& purpose : state.facts.notice.purposes) {
      if (domain::remedy_of(purpose) != domain::Remedy::AgreeOrRefuse) continue;
      for (const auto& question : purpose.questions)
        type(screens::choice_field(purpose.id, question.organisation), value);
    }
  }
  // Signed, and being sent.
  Effects sign_everything() {
    follow("/choices/check");
    pick_everything("yes");
    return press(screens::kActionSign);
  }
};

template <class T>
const T* find_effect(const Effects& effects) {
  for (const Effect& effect : effects) {
    if (const T* found = std::get_if<T>(&effect)) return found;
  }
  return nullptr;
}

template <class T>
std::size_t count_effects(const Effects& effects) {
  std::size_t count = 0;
  for (const Effect& effect : effects) count += std::holds_alternative<T>(effect) ? 1 : 0;
  return count;
}

inline std::uint32_t ticket_of(const Effects& effects) {
  const auto* call = find_effect<CallServer>(effects);
  REQUIRE(call != nullptr);
  return call->ticket;
}

}  // namespace sayso::client::test

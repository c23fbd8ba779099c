// Makes what the device signs: the enrolment of its key, the proof of signing in, consent records
// and requests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/app/state.h"
#include "client/app/step.h"

namespace sayso::client {

// Of the device's key, as the protocol writes it.
[[nodiscard]] std::string key_text(const State& state);

[[nodiscard]] encoding::Json sign_enrolment(Step& step);
// Nothing when that is no challenge, or there is no key any more.
[[nodiscard]] std::optional<encoding::Json> sign_challenge(Step& step, const std::string& challenge,
                                                           const std::string& domain);

// What a person decided about one organisation's part in one purpose.
struct Decided {
  PurposeId purpose;
  OrganisationId organisation;
  domain::Decision decision = domain::Decision::Refused;
};
// Appends to the outbox a record of all of these about one person.
void sign_choices(Step& step, const PersonId& about, const std::vector<Decided>& decided);

// What a person asks for, and about what. `text` may be empty.
struct Asked {
  protocol::RequestKind kind = protocol::RequestKind::Ask;
  domain::RequestSubject subject;
  std::string text;
  // Words key of what was pressed or ticked; empty = that of the kind.
  std::string_view answer = {};
};
// Appends a request to the outbox.
void sign_request(Step& step, const PersonId& about, const Asked& asked);
[[nodiscard]] RecordId fresh_id(Step& step);

// Signs everything in the outbox that was not refused anew, each record naming the one before it,
// the first naming the state's head: the answer to a stale head. Ids and contents stay.
void sign_again(Step& step);
// Signs with a new key what an earlier one of the same person signed and never sent. What anybody
// else signed goes.
void sign_with_new_key(Step& step);

}  // namespace sayso::client

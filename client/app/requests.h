// What a new request would be about: the item, the use or the choice from which it is started.
#pragma once

#include <optional>
#include <string>

#include "client/app/state.h"
#include "shared/domain/request.h"

namespace sayso::client {

// In the order in which they are offered.
inline constexpr domain::RequestKind kRequestKinds[] = {
    domain::RequestKind::SeeMyInformation, domain::RequestKind::Correct,
    domain::RequestKind::Delete,           domain::RequestKind::LimitUse,
    domain::RequestKind::Object,           domain::RequestKind::TakeElsewhere,
    domain::RequestKind::Complain,         domain::RequestKind::Ask};

struct RequestAbout {
  domain::RequestSubject subject;
  // Of the item, as the person reads it.
  std::string summary;
};

// Of the route on screen; nothing where there is no such thing, or it is not known yet.
[[nodiscard]] std::optional<RequestAbout> find_request_about(const State& state);
// It may come with an answer of the server.
[[nodiscard]] bool is_request_about_awaited(const State& state);

}  // namespace sayso::client

// Every error that a caller of the HTTP interface can meet, in one table (RFC 9457 problem
// details).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/refusal.h"
#include "server/http/message.h"
#include "shared/encoding/json.h"

namespace sayso::http {

enum class ProblemId {
  // Of the message.
  Request,
  Json,
  NotFound,
  MethodNotAllowed,
  TooLarge,
  AddressTooLong,
  MediaType,
  Expectation,
  WrongHost,
  HeadTooLarge,
  Internal,
  NotImplemented,
  Version,
  NotOurPage,
  SlowDown,
  // Of the use case; the same names as app::Problem.
  Body,
  Invitation,
  SignIn,
  Session,
  NotConfirmed,
  NotAllowed,
  ChangePassword,
  EnrolmentGone,
  Signature,
  Record,
  RecordConflict,
  StaleHead,
  Pin,
  PinGone,
  Unavailable,
};

struct ProblemKind {
  ProblemId id;
  unsigned status;
  // The `type` is "/problems/" and this.
  std::string_view slug;
  std::string_view title;
  std::string_view detail;
};

[[nodiscard]] const ProblemKind& kind_of(ProblemId id);
[[nodiscard]] const std::vector<ProblemKind>& all_problems();

// `extra`'s members join the problem's own; it may not replace one.
[[nodiscard]] Response problem_response(ProblemId id, const encoding::Json::Object& extra = {});
[[nodiscard]] Response problem_response(const app::Refusal& refusal);
// Says where in the body the JSON stops being ours.
[[nodiscard]] Response problem_response(const encoding::JsonProblem& problem);

[[nodiscard]] ProblemId problem_of(app::Problem problem);

}  // namespace sayso::http

#include "server/http/problem.h"

#include "shared/base/check.h"

namespace sayso::http {
namespace {

using encoding::Json;
using Id = ProblemId;

// The words are for developers and for logs of theirs; what people read is in assets/words.
const std::vector<ProblemKind> kProblems = {
    {Id::Request, 400, "request", "The request cannot be read",
     "It is not an HTTP/1.1 request that this server takes."},
    {Id::Json, 400, "json", "The body is not JSON of the kind taken here",
     "Strings, booleans, whole numbers, arrays and objects; no null, no duplicate member."},
    {Id::NotFound, 404, "not-found", "There is nothing here", "No call has this address."},
    {Id::MethodNotAllowed, 405, "method", "This address does not take that method",
     "The Allow header lists those that it takes."},
    {Id::TooLarge, 413, "too-large", "The body is too large", "At most 64 KiB are taken."},
    {Id::AddressTooLong, 414, "address-too-long", "The address is too long",
     "At most 2048 characters are taken."},
    {Id::MediaType, 415, "media-type", "The body is of another kind than is taken here",
     "Send Content-Type: application/json."},
    {Id::Expectation, 417, "expectation", "That expectation cannot be met",
     "Only 100-continue is known."},
    {Id::WrongHost, 421, "host", "This server does not answer for that host",
     "The Host header names somebody else."},
    {Id::HeadTooLarge, 431, "head-too-large", "The header is too large",
     "At most 8 KiB and 64 fields are taken."},
    {Id::Internal, 500, "internal", "Something went wrong here", "It was not your doing."},
    {Id::NotImplemented, 501, "transfer-encoding", "Transfer-Encoding is not taken",
     "Send a Content-Length."},
    {Id::Version, 505, "version", "This version of HTTP is not spoken", "Use HTTP/1.1."},
    {Id::NotOurPage, 403, "not-our-page", "Only the portal's own pages may ask this",
     "The request lacks Sayso-Client: 1, or a browser says that another site sent it."},
    {Id::SlowDown, 429, "slow-down", "Too many wrong tries",
     "Wait for as many seconds as Retry-After says."},
    {Id::Body, 422, "body", "The body is not what this call takes",
     "The member named by field is missing, unknown or has a wrong value."},
    {Id::Invitation, 403, "invitation", "This code does not work",
     "It may be mistyped, used already or too old."},
    {Id::SignIn, 403, "sign-in", "Signing in did not work",
     "Send a fresh proof or a fresh code, of somebody who may sign in here."},
    {Id::Session, 401, "session", "Nobody is signed in", "The session has ended or never was."},
    {Id::Signature, 401, "signature", "The request is not signed as it has to be",
     "It needs a fresh HTTP Message Signature by a registered key; field names what is wrong."},
    {Id::NotConfirmed, 403, "not-confirmed", "Nobody has confirmed yet who holds this key",
     "Ask for a confirmation code and read it out to the team."},
    {Id::NotAllowed, 403, "not-allowed", "This role may not do that",
     "What a role may do is in the member may of /api/staff/me."},
    {Id::ChangePassword, 403, "change-password", "Choose a password of your own first",
     "The one that was used is for once: POST /api/staff/password."},
    {Id::EnrolmentGone, 403, "enrolment-gone", "What let this key in was destroyed in its time",
     "It signs nothing more. Enrol a new key with a new invitation; receipts prove what they did."},
    {Id::Record, 422, "record", "The record cannot be accepted",
     "The member named by field says something that is not so."},
    {Id::RecordConflict, 409, "record-conflict", "This record id is taken",
     "A record with the same id and other content was accepted before."},
    {Id::StaleHead, 409, "stale-head", "The key has signed a newer record",
     "The member head is the hash to build on."},
    {Id::Pin, 403, "pin", "That is not the PIN", "The member tries_left says how many remain."},
    {Id::PinGone, 410, "pin-gone", "There is no share for this PIN any more",
     "Come back with a recovery code or a new invitation."},
    {Id::Unavailable, 503, "unavailable", "Nothing can be stored just now",
     "Nothing was changed. Send the same again later."},
};

}  // namespace

const std::vector<ProblemKind>& all_problems() { return kProblems; }

const ProblemKind& kind_of(ProblemId id) {
  for (const ProblemKind& kind : kProblems) {
    if (kind.id == id) return kind;
  }
  BUG("every problem is in the table");
  return kProblems.front();
}

Response problem_response(ProblemId id, const Json::Object& extra) {
  const ProblemKind& kind = kind_of(id);
  Json::Object members = extra;
  members["type"] = "/problems/" + std::string(kind.slug);
  members["title"] = kind.title;
  members["status"] = std::int64_t{kind.status};
  members["detail"] = kind.detail;
  auto response = body_response(kind.status, "application/problem+json",
                                encode_canonical(Json(std::move(members))));
  if (id == Id::Session) response.fields.push_back({"WWW-Authenticate", "Sayso"});
  if (id == Id::Unavailable) response.fields.push_back({"Retry-After", "5"});
  return response;
}

Response problem_response(const app::Refusal& refusal) {
  Json::Object extra;
  if (const auto* members = refusal.extra.object()) extra = *members;
  if (!refusal.field.empty()) extra["field"] = refusal.field;
  return problem_response(problem_of(refusal.problem), extra);
}

Response problem_response(const encoding::JsonProblem& problem) {
  return problem_response(Id::Json, {{"reason", Json(encoding::describe(problem.error))},
                                     {"line", Json(static_cast<std::int64_t>(problem.line))},
                                     {"column", Json(static_cast<std::int64_t>(problem.column))}});
}

ProblemId problem_of(app::Problem problem) {
  switch (problem) {
    case app::Problem::Body:
      return Id::Body;
    case app::Problem::Invitation:
      return Id::Invitation;
    case app::Problem::SignIn:
      return Id::SignIn;
    case app::Problem::Session:
      return Id::Session;
    case app::Problem::Signature:
      return Id::Signature;
    case app::Problem::NotAllowed:
      return Id::NotAllowed;
    case app::Problem::ChangePassword:
      return Id::ChangePassword;
    case app::Problem::NotConfirmed:
      return Id::NotConfirmed;
    case app::Problem::EnrolmentGone:
      return Id::EnrolmentGone;
    case app::Problem::Record:
      return Id::Record;
    case app::Problem::RecordConflict:
      return Id::RecordConflict;
    case app::Problem::StaleHead:
      return Id::StaleHead;
    case app::Problem::Pin:
      return Id::Pin;
    case app::Problem::PinGone:
      return Id::PinGone;
    case app::Problem::Unavailable:
      return Id::Unavailable;
  }
  return Id::Internal;
}

}  // namespace sayso::http

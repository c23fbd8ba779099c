// Requests as the team works on them at its console: who asks is whoever is signed in.
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "server/app/casework.h"
#include "server/app/request_queue.h"
#include "server/app/sequencer.h"
#include "server/app/staff_door.h"
#include "server/app/staff_session.h"
#include "shared/domain/civil_time.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/request_json.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;
using Result = std::optional<Worked>;
using Shown = std::function<Outcome<Result>()>;

constexpr char kNoSuchRequest[] = "/request";

Outcome<Work> read_work(const Json& body) {
  Work work;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    const auto deed = find_deed(fields.text("deed"));
    if (!deed) fields.refuse("deed");
    work.deed = deed.value_or(Deed::TakeUp);
    if (fields.has("text")) work.text = fields.text("text");
  });
  if (!read) return failure(Refusal{Problem::Body, read.error().pointer, {}});
  return work;
}

Json describe_proposal(const Proposal& proposal) {
  return Json::Object{{"to", domain::name_of(proposal.to)},
                      {"by", proposal.by},
                      {"text", proposal.text},
                      {"when", encode_instant(proposal.when)}};
}

}  // namespace

Outcome<std::optional<Json>> StaffDoor::request(std::string_view token, std::uint64_t number) {
  const auto admitted = admit(token, domain::Permission::AnswerRequests);
  if (!admitted) return failure(admitted.error());
  const StoredRows rows(desk_.store());
  const auto line = find_line(desk_, rows, number);
  if (!line) return std::optional<Json>();
  Json::Object shown{{"request", describe_line(*line, domain::uk_time(desk_.clock().now()).date)}};
  if (const auto file = open_file(desk_, rows, number)) {
    shown.emplace("thread", encoding::encode_thread(file->thread));
    if (file->proposal) shown.emplace("proposal", describe_proposal(*file->proposal));
  }
  return std::optional<Json>(std::move(shown));
}

void StaffDoor::work(std::string_view token, std::uint64_t number, const Json& body,
                     Done<Result> done) {
  if (const auto admitted = admit(token, domain::Permission::AnswerRequests); !admitted)
    return done(failure(admitted.error()));
  const auto wanted = read_work(body);
  if (!wanted) return done(failure(wanted.error()));
  desk_.sequencer().run<Result>(
      [this, token = std::string(token), number, wanted = *wanted](Unit& unit) -> Outcome<Shown> {
        // Again, in order: an account may have been revoked meanwhile.
        const auto session =
            admit_staff(desk_, unit.rows(), token, unit.now(), domain::Permission::AnswerRequests);
        if (!session) return failure(session.error());
        Work work = wanted;
        work.by = session->account.user;
        const auto worked = work_on_case(desk_, unit, number, work);
        const bool is_none = !worked && worked.error().field == kNoSuchRequest;
        if (!worked && !is_none) return failure(worked.error());
        const Result result = worked ? Result(*worked) : Result();
        return Shown([result]() -> Outcome<Result> { return result; });
      },
      std::move(done));
}

}  // namespace sayso::app

// An organisation reads what it was told to stop, and says how far it has come: each step an entry
// in the log, in the series of the person whom it is about.
//
// One that is another organisation's, one that is gone and one that never was are the same refusal.

#include <functional>
#include <utility>

#include "server/app/organisations.h"
#include "server/app/portal.h"
#include "server/app/sequencer.h"
#include "server/app/statements.h"
#include "server/app/stops.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/stop_json.h"

namespace sayso::app {
namespace {

using domain::StopStep;
using encoding::Fields;
using encoding::Json;

// In one answer: what an organisation that is behind works through first.
constexpr std::size_t kMostStops = 500;

struct Said {
  std::uint64_t number = 0;
  StopStep step = StopStep::Told;
};
using Answer = std::function<Outcome<Acknowledged>()>;

Outcome<Said> read_said(const Json& body) {
  Said said;
  const auto read = encoding::read_fields(body, [&](Fields& fields) {
    said.number = static_cast<std::uint64_t>(fields.integer("stop", 1, encoding::kMaxInteger));
    const auto step = domain::find_stop_step(fields.text("step"));
    if (step)
      said.step = *step;
    else
      fields.refuse("step");
  });
  if (!read) return failure(Refusal{Problem::Body, read.error().pointer, {}});
  return said;
}

Json describe(const QueuedStop& queued) {
  Json::Object json = encoding::encode_stop(queued.stop);
  json.emplace("person", queued.person.value());
  json.emplace("stop", static_cast<std::int64_t>(queued.number));
  return json;
}

// The nonce is spent all the same.
Answer refuse(const char* field) {
  return [field]() -> Outcome<Acknowledged> { return failure(Refusal{Problem::Body, field, {}}); };
}

protocol::StopStep step_of(StopStep step) {
  switch (step) {
    case StopStep::Told:
      return protocol::StopStep::Told;
    case StopStep::Stopped:
      return protocol::StopStep::Stopped;
    case StopStep::Deleted:
      break;
  }
  return protocol::StopStep::Deleted;
}

Answer acknowledge(const Desk& desk, Unit& unit, const OrganisationId& organisation,
                   const Said& said) {
  Vault& vault = desk.vault();
  auto queued = find_stop(vault, unit.rows(), organisation, said.number);
  if (!queued) return refuse("/stop");
  domain::Stop& stop = queued->stop;
  const auto step = static_cast<std::size_t>(said.step);
  if (step > stop.done.size()) return refuse("/step");
  const bool is_new = step == stop.done.size();
  if (is_new) {
    const protocol::StopAcknowledged what{organisation, stop.purpose, step_of(said.step)};
    if (!append_about(desk, unit, queued->person, what)) return refuse("/stop");
    stop.done.push_back(unit.now());
    store_stop(vault, unit.rows(), *queued, unit.now());
  }
  return [answer = describe(*queued), is_new]() -> Outcome<Acknowledged> {
    return Acknowledged{answer, is_new};
  };
}

}  // namespace

void Portal::stops(const SignedRequest& request, Done<Json> done) {
  if (auto checked = check_signature(request); !checked) return done(failure(checked.error()));
  using Reading = std::function<Outcome<Json>()>;
  desk_.sequencer().run<Json>(
      [this, request](Unit& unit) -> Outcome<Reading> {
        const auto asking = admit_request(desk_, unit, request);
        if (!asking) return failure(asking.error());
        return Reading([this, organisation = *asking]() -> Outcome<Json> {
          const auto list =
              list_stops(desk_.vault(), StoredRows(desk_.store()), organisation, kMostStops);
          Json::Array stops;
          for (const QueuedStop& queued : list.open) stops.push_back(describe(queued));
          return Json(Json::Object{{"more", Json(list.more)}, {"stops", std::move(stops)}});
        });
      },
      std::move(done));
}

void Portal::acknowledge_stop(const SignedRequest& request, const Json& body,
                              Done<Acknowledged> done) {
  if (auto checked = check_signature(request); !checked) return done(failure(checked.error()));
  const auto said = read_said(body);
  if (!said) return done(failure(said.error()));
  desk_.sequencer().run<Acknowledged>(
      [this, request, said = *said](Unit& unit) -> Outcome<Answer> {
        const auto asking = admit_request(desk_, unit, request);
        if (!asking) return failure(asking.error());
        return acknowledge(desk_, unit, *asking, said);
      },
      std::move(done));
}

}  // namespace sayso::app

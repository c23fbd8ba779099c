#include "shared/encoding/stop_json.h"

#include <string>

namespace sayso::encoding {
namespace {

Instant read_moment(Fields& fields, std::string_view name) {
  const auto moment = decode_instant(fields.text(name));
  if (!moment) fields.refuse(name);
  return moment.value_or(Instant());
}

}  // namespace

Json::Object encode_stop(const domain::Stop& stop) {
  Json::Object object{{"organisation", stop.organisation.value()},
                      {"purpose", stop.purpose.value()},
                      {"since", encode_instant(stop.since)}};
  for (std::size_t i = 0; i < stop.done.size(); ++i)
    object.emplace(domain::name_of(domain::kStopSteps[i]), encode_instant(stop.done[i]));
  return object;
}

domain::Stop read_stop(Fields& fields) {
  domain::Stop stop{OrganisationId(fields.text("organisation")),
                    PurposeId(fields.text("purpose")),
                    read_moment(fields, "since"),
                    {}};
  for (const domain::StopStep step : domain::kStopSteps) {
    if (!fields.has(domain::name_of(step))) continue;
    // None comes before those that go before it.
    if (stop.done.size() != static_cast<std::size_t>(step)) fields.refuse(domain::name_of(step));
    stop.done.push_back(read_moment(fields, domain::name_of(step)));
  }
  return stop;
}

}  // namespace sayso::encoding

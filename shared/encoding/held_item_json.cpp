#include "shared/encoding/held_item_json.h"

#include <utility>

namespace sayso::encoding {

Json encode_held_item(const domain::HeldItem& item) {
  Json::Array purposes;
  for (const PurposeId& purpose : item.purposes) purposes.emplace_back(purpose.value());
  return Json::Object{{"reference", item.reference},
                      {"kind", item.kind.value()},
                      {"source", item.source.value()},
                      {"received", encode_date(item.received)},
                      {"arrival", domain::name_of(item.arrival)},
                      {"summary", item.summary},
                      {"purposes", std::move(purposes)}};
}

domain::HeldItem read_held_item(Fields& fields) {
  domain::HeldItem item;
  item.reference = fields.text("reference");
  item.kind = domain::KindId(fields.text("kind"));
  item.source = OrganisationId(fields.text("source"));
  if (const auto received = decode_date(fields.text("received")))
    item.received = *received;
  else
    fields.refuse("received");
  if (const auto arrival = domain::find_arrival(fields.text("arrival")))
    item.arrival = *arrival;
  else
    fields.refuse("arrival");
  item.summary = fields.text("summary");
  for (std::string& purpose : fields.texts("purposes"))
    item.purposes.emplace_back(std::move(purpose));
  return item;
}

Expected<domain::HeldItem, FieldProblem> decode_held_item(const Json& json) {
  domain::HeldItem item;
  const auto read = read_fields(json, [&](Fields& fields) { item = read_held_item(fields); });
  if (!read) return failure(read.error());
  return item;
}

}  // namespace sayso::encoding

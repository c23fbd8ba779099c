#include "shared/encoding/use_json.h"

#include <algorithm>
#include <utility>

namespace sayso::encoding {
namespace {

void read_information(Fields& fields, domain::Use& use) {
  for (std::string& kind : fields.texts("information"))
    use.information.emplace_back(std::move(kind));
  auto sorted = use.information;
  std::sort(sorted.begin(), sorted.end());
  if (sorted.empty() || std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
    fields.refuse("information");
}

std::optional<Digest> read_choice(Fields& fields) {
  const auto bytes = decode_hex(fields.text("choice"));
  Digest digest{};
  if (!bytes || bytes->size() != digest.size()) {
    fields.refuse("choice");
    return std::nullopt;
  }
  std::copy(bytes->begin(), bytes->end(), digest.begin());
  return digest;
}

}  // namespace

Json encode_use(const domain::Use& use) {
  Json::Array information;
  for (const domain::KindId& kind : use.information) information.emplace_back(kind.value());
  Json::Object object{{"when", encode_instant(use.when)},
                      {"use", domain::name_of(use.kind)},
                      {"role", use.role},
                      {"organisation", use.organisation.value()},
                      {"information", std::move(information)},
                      {"purpose", use.purpose.value()},
                      {"entry", static_cast<std::int64_t>(use.entry.value())}};
  if (use.choice) object.emplace("choice", encode_hex(*use.choice));
  return object;
}

domain::Use read_use(Fields& fields) {
  domain::Use use;
  if (const auto when = decode_instant(fields.text("when")))
    use.when = *when;
  else
    fields.refuse("when");
  if (const auto kind = domain::find_use_kind(fields.text("use")))
    use.kind = *kind;
  else
    fields.refuse("use");
  use.role = fields.text("role");
  use.organisation = OrganisationId(fields.text("organisation"));
  read_information(fields, use);
  use.purpose = PurposeId(fields.text("purpose"));
  use.entry = EntryIndex(static_cast<std::uint64_t>(fields.integer("entry", 0, kMaxInteger)));
  if (fields.has("choice")) use.choice = read_choice(fields);
  return use;
}

Expected<domain::Use, FieldProblem> decode_use(const Json& json) {
  domain::Use use;
  const auto read = read_fields(json, [&](Fields& fields) { use = read_use(fields); });
  if (!read) return failure(read.error());
  return use;
}

}  // namespace sayso::encoding

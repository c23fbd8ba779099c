#include "server/app/pace.h"

#include <algorithm>

#include "shared/encoding/fields.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::int64_t kLongestGap = 7 * 24 * 60 * 60;

RowAddress pace_address(const Vault& vault) { return vault.address(Shelf::Pace, {"log"}); }

}  // namespace

Pace advance(Pace pace, Instant now, std::int64_t cover_seconds, const DrawBelow& draw_below) {
  const std::int64_t passed = std::min(now.unix_seconds - pace.as_of.unix_seconds, kLongestGap);
  if (passed <= 0) return pace;
  for (std::int64_t second = 0; second < passed; ++second) {
    if (draw_below(static_cast<unsigned>(cover_seconds)) == 0) ++pace.due;
  }
  pace.as_of = now;
  return pace;
}

std::optional<Pace> find_pace(const Vault& vault, const Rows& rows) {
  const auto json = vault.load(rows, pace_address(vault));
  if (!json) return std::nullopt;
  Pace pace;
  const auto read = encoding::read_fields(*json, [&](Fields& fields) {
    pace.as_of.unix_seconds = fields.integer("as_of", 0, encoding::kMaxInteger);
    pace.due = static_cast<std::uint64_t>(fields.integer("due", 0, encoding::kMaxInteger));
  });
  if (!read) return std::nullopt;
  return pace;
}

void store_pace(Vault& vault, RowLayer& rows, const Pace& pace) {
  vault.store_on_desk(rows, pace_address(vault),
                      Json::Object{{"as_of", pace.as_of.unix_seconds},
                                   {"due", static_cast<std::int64_t>(pace.due)}});
}

}  // namespace sayso::app

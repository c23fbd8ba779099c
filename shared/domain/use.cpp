#include "shared/domain/use.h"

#include "shared/domain/name_table.h"

namespace sayso::domain {
namespace {

constexpr NameTable<UseKind, 3> kUses{
    {{UseKind::Viewed, "viewed"}, {UseKind::Joined, "joined"}, {UseKind::Disclosed, "disclosed"}}};

}  // namespace

std::string_view name_of(UseKind kind) { return name_in(kUses, kind); }

std::optional<UseKind> find_use_kind(std::string_view name) { return find_in(kUses, name); }

}  // namespace sayso::domain

#include "server/app/public_log.h"

#include "server/app/portal.h"
#include "shared/merkle/tiles.h"
#include "shared/protocol/signed_note.h"

namespace sayso::app {

std::string vkey_of(const Desk& desk) {
  return protocol::encode_vkey({desk.settings().log_name, desk.keyring().log_public_key()});
}

std::string Portal::log_key() const { return vkey_of(desk_); }

std::optional<std::string> Portal::published_checkpoint() const {
  auto head = desk_.store().published_head();
  if (!head) return std::nullopt;
  return std::move(head->checkpoint);
}

// What lies past the published checkpoint stays unseen: the time at which the log grows would tell
// that somebody acted.
std::optional<Bytes> Portal::published_tile(TileAddress address, int width) const {
  const auto head = desk_.store().published_head();
  if (!head || width < 1) return std::nullopt;
  const bool is_bundle = address.level == kEntryBundle;
  const int level = is_bundle ? 0 : address.level;
  if (width > merkle::tile_width(level, address.index, head->size)) return std::nullopt;
  auto bytes = desk_.store().find_tile(address);
  const std::size_t unit_bytes = is_bundle ? 34 : 32;
  const std::size_t wanted = unit_bytes * static_cast<std::size_t>(width);
  if (!bytes || bytes->size() < wanted) return std::nullopt;
  bytes->resize(wanted);
  return bytes;
}

}  // namespace sayso::app

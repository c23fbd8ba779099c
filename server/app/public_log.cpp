#include "server/app/public_log.h"

#include "server/app/enter_notices.h"
#include "server/app/entries.h"
#include "server/app/portal.h"
#include "server/app/session.h"
#include "server/app/stored_tree.h"
#include "shared/merkle/tiles.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/signed_note.h"

namespace sayso::app {

namespace {

// Under the published checkpoint, if that covers what the receipt speaks of.
encoding::Json renew(const Store& store, encoding::Json kept) {
  auto receipt = protocol::decode_receipt(kept);
  const auto head = store.published_head();
  if (!receipt || !head || !(receipt->entry.index.value() < head->size.value())) return kept;
  const StoredTree tree(store);
  receipt->entry.hashes = merkle::inclusion_proof(receipt->entry.index, head->size, tree);
  if (receipt->enrolment)
    receipt->enrolment->hashes =
        merkle::inclusion_proof(receipt->enrolment->index, head->size, tree);
  receipt->checkpoint = head->checkpoint;
  return protocol::encode_receipt(*receipt);
}

}  // namespace

std::string vkey_of(const Desk& desk) {
  return protocol::encode_vkey({desk.settings().log_name, desk.keyring().log_public_key()});
}

std::string Portal::log_key() const { return vkey_of(desk_); }

std::optional<std::string> Portal::published_checkpoint() const {
  auto head = desk_.store().published_head();
  if (!head) return std::nullopt;
  return std::move(head->checkpoint);
}

std::optional<std::vector<Digest>> Portal::published_consistency(TreeSize from, TreeSize to) const {
  const auto head = desk_.store().published_head();
  if (!head || head->size < to || to < from || from == TreeSize{}) return std::nullopt;
  return merkle::consistency_proof(from, to, StoredTree(desk_.store()));
}

Outcome<std::optional<encoding::Json>> Portal::receipt(std::string_view token,
                                                       std::uint64_t running) {
  const StoredRows rows(desk_.store());
  const auto session = resolve_session(desk_, rows, token, desk_.clock().now());
  if (!session) return failure(session.error());
  auto kept = load_entry(desk_.vault(), rows, session->person, running);
  if (!kept) return std::optional<encoding::Json>();
  return std::optional<encoding::Json>(
      encoding::Json::Object{{"receipt", renew(desk_.store(), std::move(*kept))}});
}

std::optional<encoding::Json> Portal::notice_receipt(std::string_view hash) const {
  return find_notice_receipt(desk_, hash);
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

#include "server/app/enter_notices.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/app/statements.h"
#include "server/app/stored_tree.h"
#include "server/app/wait.h"
#include "shared/base/check.h"
#include "shared/domain/notice.h"
#include "shared/merkle/tree.h"
#include "shared/protocol/statement_receipt.h"

namespace sayso::app {
namespace {

using protocol::NoticePublished;
using protocol::StatementReceipt;
using Count = std::function<Outcome<std::size_t>()>;

// The series as the rows have it, from number 1 to the first that is missing.
std::vector<StatementReceipt> read_series(const Vault& vault, const Rows& rows) {
  std::vector<StatementReceipt> series;
  while (true) {
    const auto json = vault.load(rows, notice_address(vault, series.size() + 1));
    if (!json) return series;
    auto receipt = protocol::decode_statement_receipt(*json);
    // A row that opened is as it was stored.
    CHECK(receipt && std::holds_alternative<NoticePublished>(receipt->statement.what));
    series.push_back(std::move(*receipt));
  }
}

Digest hash_of(const StatementReceipt& receipt) {
  return std::get<NoticePublished>(receipt.statement.what).notice.hash;
}

NoticePublished describe(const NoticeVersion& version) {
  const domain::Notice& notice = *version.notice;
  const auto hash = decode_hex(version.hash);
  CHECK(hash && hash->size() == Digest().size());
  NoticePublished published{{notice.id, std::to_string(notice.version), {}, notice.language}};
  std::copy(hash->begin(), hash->end(), published.notice.hash.begin());
  return published;
}

Outcome<Count> enter_missing(const Desk& desk, Unit& unit) {
  const auto series = read_series(desk.vault(), unit.rows());
  // What is there and does not open is not entered again under its number.
  if (unit.rows().find(notice_address(desk.vault(), series.size() + 1)))
    return failure(Refusal{Problem::Unavailable, {}, {}});
  std::set<Digest> known;
  for (const StatementReceipt& receipt : series) known.insert(hash_of(receipt));
  std::uint64_t running = series.size();
  for (const NoticeVersion* version : desk.notices().in_order()) {
    NoticePublished published = describe(*version);
    if (!known.insert(published.notice.hash).second) continue;
    unit.append(make_statement(desk.random(), unit, std::move(published), {}, ++running));
  }
  const std::size_t added = running - series.size();
  return Count([added]() -> Outcome<std::size_t> { return added; });
}

}  // namespace

Outcome<std::size_t> enter_notices(Desk& desk) {
  return run_and_wait<std::size_t>(desk.sequencer(),
                                   [&desk](Unit& unit) { return enter_missing(desk, unit); });
}

std::optional<encoding::Json> find_notice_receipt(const Desk& desk, std::string_view hash) {
  const auto head = desk.store().published_head();
  if (!head) return std::nullopt;
  for (StatementReceipt& receipt : read_series(desk.vault(), StoredRows(desk.store()))) {
    if (encode_hex(hash_of(receipt)) != hash) continue;
    if (!(receipt.index.value() < head->size.value())) return std::nullopt;
    receipt.hashes = merkle::inclusion_proof(receipt.index, head->size, StoredTree(desk.store()));
    receipt.checkpoint = head->checkpoint;
    return protocol::encode_statement_receipt(receipt);
  }
  return std::nullopt;
}

}  // namespace sayso::app

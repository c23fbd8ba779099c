// Published notices in the log: each once, whatever happens in between.
#include "server/app/enter_notices.h"

#include "server/app/fsck.h"
#include "server/app/statements.h"
#include "shared/encoding/notice_json.h"
#include "shared/protocol/statement_receipt.h"
#include "tests/server/app/council.h"
#include "tests/server/app/faulty_store.h"
#include "tests/support/shipped_content.h"

namespace sayso::app::test {

using encoding::Json;

namespace {

FsckReport fsck(const Council& council) {
  return check_everything({council.desk->store(), council.desk->vault(), council.log_key()});
}

std::string shipped_hash() { return shipped_notices().current().hash; }

void publish(Council& council) {
  council.clock.pass(council.desk->settings().publish_seconds);
  council.tick_and_wait();
}

}  // namespace

TEST_CASE("a notice enters the log once, however often the server starts") {
  Council council;
  CHECK(enter_notices(*council.desk).value() == 1);
  CHECK(enter_notices(*council.desk).value() == 0);
  const FsckReport report = fsck(council);
  CHECK(report.findings.empty());
  CHECK(report.statements == 1);
}

TEST_CASE("anybody can check that people were asked with words that stand in the log") {
  Council council;
  CHECK_FALSE(council.portal->notice_receipt(shipped_hash()).has_value());
  REQUIRE(enter_notices(*council.desk).has_value());
  publish(council);
  const auto json = council.portal->notice_receipt(shipped_hash());
  REQUIRE(json.has_value());
  const auto receipt = protocol::decode_statement_receipt(*json);
  REQUIRE(receipt.has_value());
  CHECK(protocol::verify_statement_receipt(*receipt, council.log_key()).has_value());
  const auto* published = std::get_if<protocol::NoticePublished>(&receipt->statement.what);
  REQUIRE(published != nullptr);
  CHECK(encode_hex(published->notice.hash) == shipped_hash());
  CHECK(published->notice.language == "en");
  CHECK_FALSE(council.portal->notice_receipt(std::string(64, '0')).has_value());
  CHECK_FALSE(council.portal->notice_receipt("").has_value());
}

TEST_CASE("a notice that could not be stored is entered by the next start") {
  storage::MemoryStore memory;
  FaultyStore store(memory);
  Council council(&store);
  store.before = [](const Commit&) { return StoreError::Unavailable; };
  CHECK_FALSE(enter_notices(*council.desk).has_value());
  store.before = nullptr;
  CHECK(enter_notices(*council.desk).value() == 1);
  CHECK(fsck(council).findings.empty());
}

TEST_CASE("a record that was signed with a notice which the log does not know is found") {
  Council council;
  Phone phone(council);
  phone.must_enrol(council.admit("Ada Vale", kGrownUp));
  REQUIRE(phone.submit(phone.sign(phone.consent())).has_value());
  // Before any notice is in the log nothing can be said of it.
  CHECK(fsck(council).findings.empty());
  REQUIRE(enter_notices(*council.desk).has_value());
  CHECK(fsck(council).findings.empty());
}

TEST_CASE("a series of notices that lacks its beginning is not begun again") {
  Council council;
  REQUIRE(enter_notices(*council.desk).has_value());
  const StoredRows stored(council.desk->store());
  RowLayer rows(stored);
  rows.put(notice_address(council.desk->vault(), 1), Bytes(200, 7), 0);
  REQUIRE(council.desk->store().commit({rows.changes(), {}, {}}).has_value());
  CHECK_FALSE(enter_notices(*council.desk).has_value());
  CHECK_FALSE(fsck(council).findings.empty());
}

}  // namespace sayso::app::test

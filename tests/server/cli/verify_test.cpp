#include "server/cli/verify.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include "shared/protocol/statement_receipt.h"
#include "tests/support/small_log.h"
#include "tests/support/text_file.h"

namespace sayso::cli {
namespace {

// A folder of its own for each test, gone with it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "sayso-verify-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    const std::string path = path_ + "/" + name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

Said verify(const VerifyOptions& options) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_verify(options, out, err);
  return {code, out.str(), err.str()};
}

std::string vector_path(const std::string& name) {
  return std::string(SAYSO_SOURCE_DIR) + "/tests/vectors/" + name;
}

std::string vector_text(const std::string& name) {
  const auto text = test::read_text_file(vector_path(name));
  REQUIRE(text.has_value());
  return *text;
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

VerifyOptions receipt_options(const std::string& receipt) {
  VerifyOptions options;
  options.receipt = receipt;
  options.key = vector_path("log.vkey");
  return options;
}

TEST_CASE("a receipt that holds is accounted for, with what it does not prove") {
  const Said said = verify(receipt_options(vector_path("receipt.json")));
  CHECK(said.code == 0);
  CHECK(said.err.empty());
  CHECK(says(said.out, "join-up, police: refused"));
  CHECK(says(said.out, "entry 3 of the log council.example/sayso"));
  CHECK(says(said.out, "What was not proved"));
  CHECK(says(said.out, "Who really holds the key"));
  CHECK(says(said.out, "That everyone is shown this same log"));
}

TEST_CASE("the key may be given as text") {
  VerifyOptions options = receipt_options(vector_path("receipt.json"));
  options.key = encode_vkey(test::SampleLog().log.verifier());
  CHECK(verify(options).code == 0);
}

TEST_CASE("a receipt that does not hold is refused, with the first thing that is wrong") {
  const Folder folder;
  std::string text = vector_text("receipt.json");
  text.replace(text.find("dpv:ConsentRefused"), 18, "dpv:ConsentGiven");
  const Said said = verify(receipt_options(folder.write("receipt.json", text)));
  CHECK(said.code == 1);
  CHECK(said.out.empty());
  CHECK(says(said.err, "wrong: the record was not signed with the enrolled key"));

  VerifyOptions other = receipt_options(vector_path("receipt.json"));
  other.key = encode_vkey(test::SmallLog("council.example/sayso", 0xc1).verifier());
  CHECK(verify(other).code == 1);
  CHECK(says(verify(other).err, "the checkpoint was not signed with the key of this log"));
}

TEST_CASE("what cannot be read as a receipt is told apart from one that is wrong") {
  const Folder folder;
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("hello"), vector_text("receipt.json") + "\n",
        std::string(2'000'000, ' ')}) {
    const Said said = verify(receipt_options(folder.write("receipt.json", text)));
    CHECK(said.code == 2);
    CHECK(said.out.empty());
    CHECK_FALSE(said.err.empty());
  }
  CHECK(verify(receipt_options(folder.path() + "/missing")).code == 2);
  CHECK(verify(receipt_options(folder.path())).code == 2);
}

TEST_CASE("a receipt that a program has laid out anew is told from what is none") {
  const Folder folder;
  const std::string path = folder.write("receipt.json", vector_text("receipt.json") + "\n");
  CHECK(says(verify(receipt_options(path)).err, "save it again"));
}

TEST_CASE("a key that is none is complained of") {
  VerifyOptions options = receipt_options(vector_path("receipt.json"));
  options.key.clear();
  CHECK(verify(options).code == 2);
  CHECK(says(verify(options).err, "--key"));
  options.key = "no-such-file";
  CHECK(verify(options).code == 2);
  CHECK(says(verify(options).err, "no-such-file"));
}

VerifyOptions proof_options() {
  VerifyOptions options;
  options.tlog_proof = vector_path("receipt.tlog-proof");
  options.entry = vector_path("receipt.entry");
  options.key = vector_path("log.vkey");
  return options;
}

TEST_CASE("a proof is checked by itself, with the entry's bytes") {
  const Said said = verify(proof_options());
  CHECK(said.code == 0);
  CHECK(says(said.out, "number 3"));
}

TEST_CASE("a proof for another entry is wrong, and one that is none cannot be read") {
  const Folder folder;
  VerifyOptions options = proof_options();
  options.entry = folder.write("entry", std::string(32, 'x'));
  CHECK(verify(options).code == 1);
  CHECK(says(verify(options).err, "the entry is not in the log"));
  options = proof_options();
  options.tlog_proof = options.entry;
  CHECK(verify(options).code == 2);
  options = proof_options();
  options.entry.clear();
  CHECK(verify(options).code == 2);
}

TEST_CASE("a record is checked by itself, and its key claims nothing") {
  VerifyOptions options;
  options.record = vector_path("consent-record.json");
  const Said said = verify(options);
  CHECK(said.code == 0);
  CHECK(says(said.out, "does not show who holds that key"));
  CHECK(says(said.out, "study, dclg: withdrawn"));
  options.record = vector_path("request-record.json");
  CHECK(says(verify(options).out, "Nobody asked me"));
}

TEST_CASE("an altered record, or a sign-in, is wrong as a record") {
  const Folder folder;
  std::string text = vector_text("consent-record.json");
  text.replace(text.find("\"P5Y\""), 5, "\"P9Y\"");
  VerifyOptions options;
  options.record = folder.write("record.json", text);
  CHECK(verify(options).code == 1);
  CHECK(says(verify(options).err, "the signature does not fit"));
  options.record = vector_path("sign-in.json");
  CHECK(verify(options).code == 1);
  options.record = folder.write("record.json", "{\"a\":1.5}");
  CHECK(verify(options).code == 2);
  CHECK(says(verify(options).err, "record.json:1:"));
  options.record = folder.write("record.json", "{}");
  CHECK(verify(options).code == 2);
}

TEST_CASE("text out of a record cannot drive the terminal") {
  const Folder folder;
  protocol::RequestRecord request = test::sample_request(1, 13);
  request.text = "\x1b[31mred\x07 \u009b2J";
  VerifyOptions options;
  options.record = folder.write(
      "record.json", encoding::encode_canonical(sign_request_record(request, test::sample_key(1))));
  const Said said = verify(options);
  CHECK(said.code == 0);
  CHECK(says(said.out, "?[31mred? ?2J"));
  CHECK_FALSE(says(said.out, "\x1b"));
}

protocol::Statement statement(decltype(protocol::Statement::what) what) {
  protocol::Statement made;
  made.id = RecordId(test::sample_id(0x51));
  made.what = std::move(what);
  made.server_time = test::sample_time(60);
  made.running = 4;
  made.person = PersonId(test::sample_id(0x11));
  return made;
}

protocol::Statement published() {
  protocol::NoticePublished what;
  what.notice = {"larkhill", "1", Digest{0x0a}, "en"};
  protocol::Statement made = statement(what);
  made.person.reset();
  return made;
}

protocol::Statement staff_changed() {
  protocol::Statement made = statement(protocol::StaffChanged{
      RecordId(test::sample_id(0x52)), protocol::StaffStep::RoleChanged, "reviewer"});
  made.person.reset();
  return made;
}

std::string text_of(const protocol::StatementReceipt& receipt) {
  return encoding::encode_canonical(protocol::encode_statement_receipt(receipt));
}

TEST_CASE("a receipt of each of the council's statements is accounted for") {
  const Folder folder;
  test::SmallLog log;
  const std::string key = encode_vkey(log.verifier());
  log.add_cover();
  protocol::Used used;
  used.role = "key-worker";
  used.organisation = OrganisationId("schools");
  used.information = {"school-attendance"};
  used.purpose = PurposeId("join-up");
  used.choices = {Digest{0x0b}};
  const std::pair<protocol::Statement, const char*> all[] = {
      {published(), "a notice was published"},
      {statement(used), "for purpose         join-up"},
      {statement(protocol::RequestAnswered{Digest{1}, protocol::OutcomeKind::Refused}),
       "a request was       refused"},
      {statement(protocol::Destroyed{"held", Digest{2}}), "data was destroyed  held"},
      {statement(protocol::KeyConfirmed{Digest{3}, "key-worker"}), "a key was confirmed"},
      {statement(protocol::StopAcknowledged{OrganisationId("schools"), PurposeId("join-up"),
                                            protocol::StopStep::Deleted}),
       "an organisation     deleted it"},
      {staff_changed(), "an account of the team was given another role"},
  };
  for (const auto& [what, told] : all) {
    CAPTURE(told);
    VerifyOptions options;
    options.receipt = folder.write("receipt.json", text_of(log.state(what)));
    options.key = key;
    const Said said = verify(options);
    CHECK(said.code == 0);
    CHECK(said.err.empty());
    CHECK(says(said.out, told));
    CHECK(says(said.out, "What was not proved"));
    CHECK(says(said.out, "about person") == what.person.has_value());
  }
}

TEST_CASE("a statement that was altered, or is of another log, is wrong") {
  const Folder folder;
  test::SmallLog log;
  log.add_cover();
  std::string text = text_of(log.state(statement(protocol::Destroyed{"held", Digest{2}})));
  VerifyOptions options;
  options.key = encode_vkey(log.verifier());
  options.receipt = folder.write("whole.json", text);
  CHECK(verify(options).code == 0);
  options.key = encode_vkey(test::SmallLog("council.example/sayso", 0xc1).verifier());
  CHECK(verify(options).code == 1);
  options.key = encode_vkey(log.verifier());
  options.receipt = folder.write("laid_out.json", text + "\n");
  CHECK(verify(options).code == 2);
  text.replace(text.find("held"), 4, "helf");
  options.receipt = folder.write("altered.json", text);
  const Said said = verify(options);
  CHECK(said.code == 1);
  CHECK(said.out.empty());
  CHECK(says(said.err, "wrong: the entry is not in the log that the checkpoint describes"));
}

TEST_CASE("a policy takes statements as it takes records") {
  const Folder folder;
  test::SmallLog log;
  log.add_cover();
  VerifyOptions options;
  options.receipt = folder.write("receipt.json", text_of(log.state(published())));
  const std::string logs = "log " + encode_vkey(log.verifier()) + "\n";
  options.policy = folder.write("policy", logs + "quorum none\n");
  const Said said = verify(options);
  CAPTURE(said.err);
  CHECK(said.code == 0);
  CHECK(says(said.out, "quorum: none"));
  const test::SmallLog other("other.example/sayso", 0xc1);
  options.policy =
      folder.write("other", "log " + encode_vkey(other.verifier()) + "\nquorum none\n");
  CHECK(verify(options).code == 1);
  // A witness that never saw it.
  const std::string witness = encode_vkey(test::SmallLog("witness.example/w", 0xc2).verifier());
  options.policy = folder.write("strict", logs + "witness w1 " + witness + "\nquorum w1\n");
  const Said strict = verify(options);
  CAPTURE(strict.err);
  CHECK(strict.code != 0);
  options.policy = folder.write("broken", logs + "quorum nobody\n");
  const Said broken = verify(options);
  CHECK(broken.code == 2);
  CHECK(says(broken.err, "broken:2: "));
}

TEST_CASE("one thing is verified at a time") {
  CHECK(verify({}).code == 2);
  VerifyOptions options = receipt_options(vector_path("receipt.json"));
  options.record = vector_path("consent-record.json");
  CHECK(verify(options).code == 2);
}

}  // namespace
}  // namespace sayso::cli

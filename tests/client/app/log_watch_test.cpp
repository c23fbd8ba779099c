// A device that comes back: what the council shows of its log has to begin with what it showed
// then.
#include <set>

#include "client/app/vault.h"
#include "shared/encoding/base64.h"
#include "shared/protocol/checkpoint.h"
#include "tests/client/app/fixture.h"
#include "tests/support/memory_nodes.h"

using namespace sayso;
using namespace sayso::client;
using namespace sayso::client::test;
using screens::LogWatch;

namespace {

const std::string kOrigin = "council.example/sayso";

crypto::SigningKey log_key() { return crypto::SigningKey::from_seed({9}); }

// A log of entries 0, 1, 2 …, or of others under a `salt`.
struct Log {
  explicit Log(std::uint8_t salt = 0) {
    for (std::uint8_t i = 0; i < 40; ++i) {
      const Bytes entry{i, salt};
      nodes.append({merkle::leaf_hash(entry)});
    }
  }
  [[nodiscard]] std::string checkpoint(std::uint64_t size) const {
    const protocol::Checkpoint made{
        kOrigin, TreeSize(size), merkle::root(TreeSize(size), nodes), {}};
    return protocol::encode_note(
        protocol::sign_note(protocol::encode_checkpoint(made), kOrigin, log_key()));
  }
  [[nodiscard]] std::string proof(std::uint64_t from, std::uint64_t to) const {
    std::string text;
    for (const Digest& hash : merkle::consistency_proof(TreeSize(from), TreeSize(to), nodes))
      text += encoding::encode_base64(hash) + "\n";
    return text;
  }
  sayso::test::MemoryNodes nodes;
};

struct Watched : Visit {
  Watched() {
    state.facts.log_key = protocol::encode_vkey({kOrigin, log_key().public_key()});
    come_in();
  }

  // As at the end of signing in.
  Effects look(const std::string& checkpoint) {
    const std::uint32_t ticket = state.next_ticket++;
    state.calls[ticket] = Call::Checkpoint;
    return act(Answered{ticket, 200, checkpoint});
  }

  // What the home page says.
  [[nodiscard]] std::string home() {
    follow("/home");
    std::string all;
    const auto collect = [&](const auto& self, const document::Node& node) -> void {
      all += node.text + "\n" + node.label + "\n";
      for (const auto& child : node.children) self(self, child);
    };
    collect(collect, view(state, now).main);
    return all;
  }
};

TEST_CASE("the first look remembers, keeps it on the device, and claims nothing") {
  Watched visit;
  const Log log;
  const auto effects = visit.look(log.checkpoint(7));
  CHECK(visit.state.log_watch == LogWatch::First);
  REQUIRE(visit.state.seen_log.has_value());
  CHECK(visit.state.seen_log->size == TreeSize(7));
  CHECK(find_effect<SaveVault>(effects) != nullptr);
  State later;
  REQUIRE(restore_vault(later, encode_vault(visit.state)));
  REQUIRE(later.seen_log.has_value());
  CHECK(later.seen_log->root == visit.state.seen_log->root);
  CHECK(later.seen_log->since == visit.now);
}

TEST_CASE("a log that went on is proved to begin as before, and the day of the first look stays") {
  Watched visit;
  const Log log;
  (void)visit.look(log.checkpoint(7));
  const Instant first = visit.now;
  visit.now.unix_seconds += 86'400;
  const auto effects = visit.look(log.checkpoint(33));
  const auto* call = find_effect<CallServer>(effects);
  REQUIRE(call != nullptr);
  CHECK(call->path == "/log/consistency/7/33");
  (void)visit.act(Answered{call->ticket, 200, log.proof(7, 33)});
  CHECK(visit.state.log_watch == LogWatch::Same);
  CHECK(visit.state.seen_log->size == TreeSize(33));
  CHECK(visit.state.seen_log->since == first);
  (void)visit.look(log.checkpoint(33));
  CHECK(visit.state.log_watch == LogWatch::Same);
}

TEST_CASE("a log that was rewritten, cut back or signed by another key is said, and not believed") {
  const Log log;
  const Log other(1);
  {
    Watched visit;
    (void)visit.look(log.checkpoint(7));
    const auto effects = visit.look(other.checkpoint(33));
    const auto* call = find_effect<CallServer>(effects);
    REQUIRE(call != nullptr);
    (void)visit.act(Answered{call->ticket, 200, other.proof(7, 33)});
    CHECK(visit.state.log_watch == LogWatch::Rewritten);
    CHECK(visit.state.seen_log->size == TreeSize(7));
  }
  const auto foreign = protocol::encode_note(protocol::sign_note(
      protocol::decode_note(log.checkpoint(9))->text, kOrigin, crypto::SigningKey::from_seed({8})));
  for (const std::string& shown : {log.checkpoint(6), other.checkpoint(7), foreign}) {
    Watched visit;
    (void)visit.look(log.checkpoint(7));
    const auto effects = visit.look(shown);
    CHECK(visit.state.log_watch == LogWatch::Rewritten);
    CHECK(find_effect<CallServer>(effects) == nullptr);
    CHECK(visit.state.seen_log->size == TreeSize(7));
  }
}

TEST_CASE("no answer, and what is no answer, are no alarm and no comfort") {
  Watched visit;
  const Log log;
  (void)visit.look(log.checkpoint(7));
  visit.state.log_watch = LogWatch::Unknown;
  (void)visit.look("<html>sign in to this hotel's network</html>");
  CHECK(visit.state.log_watch == LogWatch::Unknown);
  for (const std::string& proof : {std::string("nonsense\n"), std::string("no line end")}) {
    const auto effects = visit.look(log.checkpoint(33));
    (void)visit.act(Answered{ticket_of(effects), 200, proof});
    CHECK(visit.state.log_watch == LogWatch::Unknown);
  }
  const auto effects = visit.look(log.checkpoint(33));
  (void)visit.act(Answered{ticket_of(effects), 0, {}});
  CHECK(visit.state.log_watch == LogWatch::Unknown);
  CHECK(visit.state.seen_log->size == TreeSize(7));
}

TEST_CASE("home says that something may be wrong, and only then") {
  Watched visit;
  const Log log;
  const std::string alarm = visit.state.facts.words.text("home.log.rewritten.heading");
  (void)visit.look(log.checkpoint(7));
  CHECK(visit.home().find(alarm) == std::string::npos);
  (void)visit.look(log.checkpoint(6));
  CHECK(visit.home().find(alarm) != std::string::npos);
}

TEST_CASE("on a device that keeps nothing the look lasts for the visit") {
  Watched visit;
  visit.state.keep = Keep::Nothing;
  const auto effects = visit.look(Log().checkpoint(7));
  CHECK(visit.state.seen_log.has_value());
  CHECK(find_effect<SaveVault>(effects) == nullptr);
}

}  // namespace

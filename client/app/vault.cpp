#include "client/app/vault.h"

#include <algorithm>

#include "client/app/members.h"
#include "shared/encoding/base64.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/record.h"
#include "shared/screens/names.h"

namespace sayso::client {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr encoding::JsonLimits kVaultLimits{.size_bytes = 4 * 1024 * 1024, .depth = 16};

std::optional<Pending> read_pending(const Json& secured) {
  const auto record = protocol::decode_record(secured);
  if (!record) return std::nullopt;
  const auto* common = common_of(*record);
  if (!common) return std::nullopt;
  return Pending{secured, common->id, screens::SendState::Saved, {}};
}

struct Kept {
  ByteArray<32> seed{};
  std::string person;
  std::string code;
  std::vector<Pending> outbox;
  std::map<std::string, std::string> fields;
  std::string about;
  std::optional<SeenLog> seen_log;
};

// An id, or empty.
std::string read_person(Fields& in, std::string_view name) {
  std::string text = in.text(name);
  if (!text.empty() && !encoding::is_id(text)) in.refuse(name);
  return text;
}

SeenLog read_seen_log(Fields& in) {
  SeenLog seen;
  seen.size = TreeSize(static_cast<std::uint64_t>(in.integer("size", 1, encoding::kMaxInteger)));
  const auto root = decode_hex(in.text("root"));
  if (root && root->size() == seen.root.size())
    std::copy(root->begin(), root->end(), seen.root.begin());
  else
    in.refuse("root");
  seen.since.unix_seconds = in.integer("since", 0, encoding::kMaxInteger);
  return seen;
}

void read_outbox(Fields& in, Kept& kept) {
  const Json& list = in.json("outbox");
  if (!list.array()) return in.refuse("outbox");
  for (const Json& secured : *list.array()) {
    auto pending = read_pending(secured);
    if (!pending) return in.refuse("outbox");
    kept.outbox.push_back(std::move(*pending));
  }
}

void read_picked(Fields& in, Kept& kept) {
  const Json& picked = in.json("fields");
  if (!picked.object()) return in.refuse("fields");
  for (const auto& [name, value] : *picked.object()) {
    if (!value.string() || !screens::is_choice_field(name)) return in.refuse("fields");
    kept.fields[name] = *value.string();
  }
}

}  // namespace

std::string encode_vault(const State& state) {
  Json::Array outbox;
  for (const Pending& pending : state.outbox) outbox.push_back(pending.record);
  Json::Object fields;
  // Only what was picked: nothing that was typed, and never a PIN.
  for (const auto& [name, value] : state.fields) {
    if (screens::is_choice_field(name)) fields.emplace(name, value);
  }
  const auto code = state.fields.find(screens::kFieldCode);
  const bool enrolling = !state.person && code != state.fields.end();
  Json::Object vault{
      {"version", std::int64_t{1}},
      {"seed", encoding::encode_base64url(*state.seed)},
      {"person", state.person ? state.person->id.value() : std::string()},
      {"code", enrolling ? code->second : std::string()},
      {"outbox", std::move(outbox)},
      {"fields", std::move(fields)},
      {"about", state.picked_about ? state.picked_about->value() : std::string()},
  };
  if (state.seen_log)
    vault.emplace("log",
                  Json::Object{{"size", static_cast<std::int64_t>(state.seen_log->size.value())},
                               {"root", encode_hex(state.seen_log->root)},
                               {"since", state.seen_log->since.unix_seconds}});
  return encoding::encode_canonical(vault);
}

bool restore_vault(State& state, std::string_view text) {
  const auto json = encoding::decode_json(text, kVaultLimits);
  if (!json) return false;
  Kept kept;
  const auto read = encoding::read_fields(*json, [&](Fields& in) {
    (void)in.integer("version", 1, 1);
    const auto seed = encoding::decode_base64url(in.text("seed"));
    if (seed && seed->size() == kept.seed.size())
      std::copy(seed->begin(), seed->end(), kept.seed.begin());
    else
      in.refuse("seed");
    kept.person = read_person(in, "person");
    kept.about = read_person(in, "about");
    kept.code = in.text("code");
    // Vaults from before the log was watched have none.
    if (in.has("log")) in.object("log", [&](Fields& log) { kept.seen_log = read_seen_log(log); });
    read_outbox(in, kept);
    read_picked(in, kept);
  });
  if (!read) return false;
  state.seed = kept.seed;
  if (!kept.person.empty()) {
    state.person.emplace();
    state.person->id = PersonId(kept.person);
  }
  state.seen_log = kept.seen_log;
  state.outbox = std::move(kept.outbox);
  for (const Pending& pending : state.outbox) state.last_signed.push_back(pending.id);
  for (auto& [name, value] : kept.fields) state.fields[name] = value;
  if (!kept.about.empty()) state.picked_about = PersonId(kept.about);
  if (!kept.code.empty()) state.fields[screens::kFieldCode] = kept.code;
  return true;
}

}  // namespace sayso::client

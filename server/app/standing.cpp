// A row for each signer and each person whom they spoke about holds the newest of their words:
//
//   {"words": [{"said": "agreed" | "refused" | "withdrawn" | "objected" | "limit",
//               "purpose", "organisation",    left out where a request names none
//               "role": "self" | "parent", "number": 1…, "record": hash, "when"}]}
//
// It repeats what the signed records say, so that deciding costs the same however long somebody has
// been here; where there is none yet it is made from them.

#include "server/app/standing.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "server/app/entries.h"
#include "server/app/requests.h"
#include "shared/encoding/fields.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/statement.h"

namespace sayso::app {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::string_view kObjected = "objected";
constexpr std::string_view kLimit = "limit";

struct Word {
  std::string said;
  std::string purpose;
  std::string organisation;
  std::string role;
  std::uint64_t number = 0;
  std::string record;
  Instant when;
};
using Words = std::vector<Word>;

// Somebody whose word counts, and whether their yes is an authority.
struct Voice {
  PersonId person;
  Sight sight = Sight::Open;
};

std::vector<Voice> voices_of(const PersonId& person, const Profile& profile, Instant now) {
  if (group_now(profile, now) != domain::Group::Child) return {{person, Sight::Open}};
  std::vector<Voice> voices;
  for (const Responsible& one : profile.responsible) voices.push_back({one.adult, one.sight});
  return voices;
}

std::string_view name_of(protocol::Decision decision) {
  switch (decision) {
    case protocol::Decision::Agreed:
      return domain::name_of(domain::Decision::Agreed);
    case protocol::Decision::Refused:
      return domain::name_of(domain::Decision::Refused);
    case protocol::Decision::Withdrawn:
      break;
  }
  return domain::name_of(domain::Decision::Withdrawn);
}

// A request stands beside a decision; of either kind the newest counts.
void add_word(Words& words, Word word) {
  const auto is_request = [](const Word& one) {
    return one.said == kObjected || one.said == kLimit;
  };
  std::erase_if(words, [&](const Word& one) {
    const bool same_kind = is_request(word) ? one.said == word.said : !is_request(one);
    return same_kind && one.purpose == word.purpose && one.organisation == word.organisation;
  });
  words.push_back(std::move(word));
}

void hear(Words& words, const protocol::AnyRecord& record, const std::string& hash,
          std::uint64_t number, Instant when) {
  Word word;
  word.number = number;
  word.record = hash;
  word.when = when;
  const auto set_role = [&](const protocol::RecordCommon& common) {
    word.role = common.expressed_by.role == protocol::Role::Self ? "self" : "parent";
  };
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record)) {
    set_role(consent->common);
    for (const protocol::Choice& choice : consent->choices) {
      word.said = name_of(choice.decision);
      word.purpose = choice.purpose.value();
      word.organisation = choice.organisation.value();
      add_word(words, word);
    }
  }
  const auto* request = std::get_if<protocol::RequestRecord>(&record);
  if (request == nullptr) return;
  if (request->kind == protocol::RequestKind::Object) word.said = kObjected;
  if (request->kind == protocol::RequestKind::Limit) word.said = kLimit;
  if (word.said.empty()) return;
  set_role(request->common);
  if (request->purpose) word.purpose = request->purpose->value();
  if (request->organisation) word.organisation = request->organisation->value();
  add_word(words, std::move(word));
}

RowAddress words_address(const Vault& vault, const PersonId& signer, const PersonId& about) {
  return vault.address(Shelf::Records, {"standing", signer.value(), about.value()});
}

const PersonId* subject_of(const protocol::AnyRecord& record) {
  if (const auto* consent = std::get_if<protocol::ConsentRecord>(&record))
    return &consent->common.person;
  if (const auto* request = std::get_if<protocol::RequestRecord>(&record))
    return &request->common.person;
  return nullptr;
}

// From the signed records: what was entered before there were such rows.
Words words_of_records(const Vault& vault, const Rows& rows, const PersonId& signer,
                       const PersonId& about) {
  Words words;
  const auto account = find_account(vault, rows, signer);
  for (std::uint64_t number = 1; account && number <= account->running; ++number) {
    const auto json = load_entry(vault, rows, signer, number);
    if (!json) continue;
    const std::string type = type_of_entry(*json);
    if (type != "consent" && type != "request") continue;
    const auto receipt = protocol::decode_receipt(*json);
    if (!receipt) continue;
    const protocol::Envelope& envelope = receipt->entry.envelope;
    const auto record = protocol::decode_record(envelope.record);
    const PersonId* subject = record ? subject_of(*record) : nullptr;
    if (subject != nullptr && *subject == about)
      hear(words, *record, encode_hex(protocol::record_hash(envelope.record)), number,
           envelope.server_time);
  }
  return words;
}

std::optional<Words> read_words(const Json& json) {
  Words words;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    fields.objects("words", [&](Fields& one) {
      Word word;
      word.said = one.text("said");
      word.purpose = one.optional_text("purpose");
      word.organisation = one.optional_text("organisation");
      word.role = one.text("role");
      word.number = static_cast<std::uint64_t>(one.integer("number", 1, encoding::kMaxInteger));
      word.record = one.text("record");
      word.when = {one.integer("when", 0, encoding::kMaxInteger)};
      words.push_back(std::move(word));
    });
  });
  if (!read) return std::nullopt;
  return words;
}

Json describe_words(const Words& words) {
  Json::Array list;
  for (const Word& word : words) {
    Json::Object one{{"said", word.said},
                     {"role", word.role},
                     {"number", static_cast<std::int64_t>(word.number)},
                     {"record", word.record},
                     {"when", word.when.unix_seconds}};
    if (!word.purpose.empty()) one.emplace("purpose", word.purpose);
    if (!word.organisation.empty()) one.emplace("organisation", word.organisation);
    list.emplace_back(std::move(one));
  }
  return Json::Object{{"words", std::move(list)}};
}

// Nothing where there is a row that does not open: what was said is not known then.
std::optional<Words> find_words(const Vault& vault, const Rows& rows, const PersonId& signer,
                                const PersonId& about) {
  const auto json = vault.load(rows, words_address(vault, signer, about));
  if (json) return read_words(*json);
  if (json.error() == VaultError::Missing) return words_of_records(vault, rows, signer, about);
  return std::nullopt;
}

std::optional<Digest> decode_digest(const std::string& hex) {
  const auto bytes = decode_hex(hex);
  Digest digest{};
  if (!bytes || bytes->size() != digest.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), digest.begin());
  return digest;
}

// What all voices say about one purpose and one organisation.
class Hearing {
 public:
  Hearing(const PersonId& person, const domain::Purpose& purpose,
          const OrganisationId& organisation)
      : person_(person), purpose_(purpose), organisation_(organisation) {}

  void hear(const Voice& voice, const Word& word) {
    if (!is_about_this(word)) return;
    domain::Made made;
    made.server_time = word.when;
    made.expressed_by = voice.person;
    made.role = word.role == "self" ? domain::Role::Self : domain::Role::Parent;
    // Of one voice the order of its numbers is that of the log.
    made.index = EntryIndex(word.number);
    if (word.said == kLimit) limited_ = true;
    if (word.said == kObjected) objections_.push_back({person_, purpose_.id, organisation_, made});
    const auto decision = domain::find_decision(word.said);
    if (!decision) return;
    statements_.push_back({person_, purpose_.id, organisation_, *decision, made});
    if (*decision == domain::Decision::Agreed && voice.sight == Sight::Open)
      agreed_.push_back(word);
  }

  void fail() { limited_ = true; }

  [[nodiscard]] Standing standing(domain::Group group) const {
    Standing standing;
    standing.limited = limited_;
    standing.state =
        domain::effective_state(statements_, objections_, purpose_, organisation_, person_, group);
    if (standing.state != domain::State::Agreed) return standing;
    for (const Word& word : agreed_) {
      if (const auto record = decode_digest(word.record))
        standing.agreements.push_back({*record, word.when});
    }
    std::stable_sort(standing.agreements.begin(), standing.agreements.end(),
                     [](const auto& a, const auto& b) { return b.since < a.since; });
    if (standing.agreements.empty()) standing.state = domain::State::NotAsked;
    return standing;
  }

 private:
  [[nodiscard]] bool is_about_this(const Word& word) const {
    return (word.purpose.empty() || word.purpose == purpose_.id.value()) &&
           (word.organisation.empty() || word.organisation == organisation_.value());
  }

  const PersonId& person_;
  const domain::Purpose& purpose_;
  const OrganisationId& organisation_;
  std::vector<domain::Statement> statements_;
  std::vector<domain::Objection> objections_;
  Words agreed_;
  bool limited_ = false;
};

bool was_answered_no(const Vault& vault, const Rows& rows, const PersonId& signer,
                     const Word& word) {
  return (word.said == kLimit || word.said == kObjected) &&
         was_refused(vault, rows, signer, word.number);
}

}  // namespace

bool allows(const Standing& standing) {
  return !standing.limited &&
         (standing.state == domain::State::Agreed || standing.state == domain::State::NotConsent);
}

std::vector<Digest> choices_behind(const Standing& standing) {
  std::vector<Digest> choices;
  for (const Standing::Agreement& one : standing.agreements) {
    if (choices.size() < protocol::kMaxUseChoices) choices.push_back(one.record);
  }
  std::sort(choices.begin(), choices.end());
  return choices;
}

std::string_view reason_against(const Standing& standing) {
  return standing.limited ? "limited" : domain::name_of(standing.state);
}

void note_word(Vault& vault, RowLayer& rows, const protocol::AnyRecord& record,
               const std::string& record_hash, const PersonId& signer, std::uint64_t running,
               Instant now) {
  const PersonId* about = subject_of(record);
  if (about == nullptr) return;
  Words words = find_words(vault, rows, signer, *about).value_or(Words());
  hear(words, record, record_hash, running, now);
  vault.store(rows, words_address(vault, signer, *about), {*about, DataClass::Evidence},
              describe_words(words), now);
}

Standing find_standing(const Vault& vault, const Rows& rows, const PersonId& person,
                       const Profile& profile, const domain::Purpose& purpose,
                       const OrganisationId& organisation, Instant now) {
  Hearing hearing(person, purpose, organisation);
  for (const Voice& voice : voices_of(person, profile, now)) {
    const auto words = find_words(vault, rows, voice.person, person);
    // Whoever cannot be heard is not overruled.
    if (!words) hearing.fail();
    for (const Word& word : words.value_or(Words())) {
      if (!was_answered_no(vault, rows, voice.person, word)) hearing.hear(voice, word);
    }
  }
  return hearing.standing(group_now(profile, now));
}

}  // namespace sayso::app

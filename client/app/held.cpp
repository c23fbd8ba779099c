// What is held about a person and the children whom they choose for: asked for, confirmed, saved.
#include <algorithm>
#include <utility>

#include "client/app/members.h"
#include "client/app/parts.h"
#include "client/app/people.h"
#include "shared/encoding/crockford.h"
#include "shared/encoding/csv.h"
#include "shared/encoding/fields.h"
#include "shared/encoding/held_item_json.h"

namespace sayso::client {
namespace {

using encoding::Fields;
using encoding::Json;

constexpr std::size_t kCodeDigits = 6;

std::optional<std::vector<HeldAbout>> read_held_about(const Json& json) {
  std::vector<HeldAbout> people;
  const auto read = encoding::read_fields(json, [&](Fields& fields) {
    fields.objects("people", [&](Fields& one) {
      HeldAbout about{PersonId(one.text("person")), {}};
      if (!encoding::is_id(about.person.value())) one.refuse("person");
      one.objects("items",
                  [&](Fields& item) { about.items.push_back(encoding::read_held_item(item)); });
      people.push_back(std::move(about));
    });
  });
  if (!read) return std::nullopt;
  return people;
}

bool is_code(const std::string& text) {
  return text.size() == kCodeDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Of the person whose pages begin with this.
const HeldAbout* find_about(const State& state, std::string_view base) {
  const Route route = parse_route(std::string(base) + "/held");
  const auto person = subject_at(state, route);
  if (!state.held_about || !person) return nullptr;
  const auto found = std::find_if(state.held_about->begin(), state.held_about->end(),
                                  [&](const HeldAbout& one) { return one.person == *person; });
  return found == state.held_about->end() ? nullptr : &*found;
}

// Names as the notice has them; what it no longer names, by its id.
std::string kind_name(const State& state, const domain::KindId& id) {
  const domain::Kind* kind = domain::find_kind(state.facts.notice, id);
  return kind ? kind->name : id.value();
}

std::string source_name(const State& state, const OrganisationId& id) {
  const domain::Organisation* found = domain::find_organisation(state.facts.notice, id);
  return found ? found->name : id.value();
}

std::string purpose_names(const State& state, const domain::HeldItem& item) {
  std::string names;
  for (const PurposeId& id : item.purposes) {
    const domain::Purpose* purpose = domain::find_purpose(state.facts.notice, id);
    if (!names.empty()) names += "; ";
    names += purpose ? purpose->name : id.value();
  }
  return names;
}

std::string table_of(const State& state, const HeldAbout& about) {
  const domain::Words& words = state.facts.words;
  std::string table = encoding::encode_csv_row(
      {words.text("held.table.kind"), words.text("held.table.said"), words.text("held.from"),
       words.text("held.table.received"), words.text("held.used_for"), words.text("held.until"),
       words.text("held.reference")});
  for (const domain::HeldItem& item : about.items) {
    const Date last = domain::destroy_by(item, state.facts.notice.retention);
    table +=
        encoding::encode_csv_row({kind_name(state, item.kind), item.summary,
                                  source_name(state, item.source), encode_date(item.received),
                                  purpose_names(state, item), encode_date(last), item.reference});
  }
  return table;
}

std::string file_name(const State& state, std::string_view extension) {
  return state.facts.words.text("held.file_name") + "." + std::string(extension);
}

}  // namespace

bool is_confirmed(const Json& me) {
  const Json* confirmed = me.find("confirmed");
  return confirmed && confirmed->boolean() && *confirmed->boolean();
}

void want_held(Step& step) {
  if (!step.state.confirmed || step.state.is_under_way(Call::HeldItems)) return;
  step.call(Call::HeldItems, "GET", "/api/held");
}

void answered_held(Step& step, const Answered& answer) {
  State& state = step.state;
  if (answer.status == 401) return sign_in(step);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  auto people = json ? read_held_about(*json) : std::nullopt;
  if (answer.status != 200 || !people) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.held_about = std::move(*people);
}

void press_confirmation_code(Step& step) {
  step.state.busy = true;
  step.state.problem.clear();
  step.state.said_read_out = false;
  step.call(Call::ConfirmationCode, "POST", "/api/confirmations", "{}");
}

void answered_confirmation_code(Step& step, const Answered& answer) {
  State& state = step.state;
  state.busy = false;
  if (answer.status == 401) return sign_in(step);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  const auto until = json ? decode_instant(text_member(*json, "expires")) : std::nullopt;
  if (answer.status < 200 || answer.status > 299 || !until ||
      !is_code(text_member(*json, "code"))) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.confirmation_code = text_member(*json, "code");
  state.confirmation_until = *until;
}

void press_read_out(Step& step) {
  step.state.busy = true;
  step.state.problem.clear();
  step.call(Call::Confirmed, "GET", "/api/me");
}

void answered_confirmed(Step& step, const Answered& answer) {
  State& state = step.state;
  state.busy = false;
  if (answer.status == 401) return sign_in(step);
  const auto json = encoding::decode_json(answer.body, kAnswerLimits);
  if (answer.status != 200 || !json) {
    state.problem = problem_of(answer.status);
    return;
  }
  state.confirmed = is_confirmed(*json);
  state.said_read_out = !state.confirmed;
  if (!state.confirmed) return;
  state.confirmation_code.clear();
  want_held(step);
}

void press_held_table(Step& step, std::string_view base) {
  const HeldAbout* about = find_about(step.state, base);
  if (!about) return;
  step.want(Download{file_name(step.state, "csv"), "text/csv;charset=utf-8",
                     table_of(step.state, *about)});
}

void press_held_json(Step& step, std::string_view base) {
  const HeldAbout* about = find_about(step.state, base);
  if (!about) return;
  Json::Array items;
  for (const domain::HeldItem& item : about->items)
    items.push_back(encoding::encode_held_item(item));
  step.want(Download{file_name(step.state, "json"), "application/json",
                     encode_canonical(Json(Json::Object{{"items", std::move(items)}}))});
}

}  // namespace sayso::client

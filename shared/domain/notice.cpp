#include "shared/domain/notice.h"

#include <algorithm>

namespace sayso::domain {
namespace {

constexpr std::string_view kBullet = "  • ";

std::string block_text(const Block& block) {
  if (block.kind != BlockKind::Bullets) return block.text;
  std::string text;
  for (const std::string& item : block.items) {
    if (!text.empty()) text += '\n';
    text += kBullet;
    text += item;
  }
  return text;
}

template <class Thing, class Id>
const Thing* find_by_id(const std::vector<Thing>& things, const Id& id) {
  for (const Thing& thing : things) {
    if (thing.id == id) return &thing;
  }
  return nullptr;
}

void add_line(std::string& text, std::string_view line) {
  text += line;
  text += '\n';
}

}  // namespace

std::string wording_text(const Notice& notice) {
  std::string text;
  for (const Section& section : notice.sections) {
    for (const Block& block : section.wording) {
      if (!text.empty()) text += "\n\n";
      text += block_text(block);
    }
  }
  return text;
}

const Section* find_section(const Notice& notice, const SectionId& id) {
  return find_by_id(notice.sections, id);
}
const Kind* find_kind(const Notice& notice, const KindId& id) {
  return find_by_id(notice.kinds, id);
}
const Organisation* find_organisation(const Notice& notice, const OrganisationId& id) {
  return find_by_id(notice.organisations, id);
}
const Purpose* find_purpose(const Notice& notice, const PurposeId& id) {
  return find_by_id(notice.purposes, id);
}
const Promise* find_promise(const Notice& notice, const PromiseId& id) {
  return find_by_id(notice.promises, id);
}

const Question* find_question(const Purpose& purpose, const OrganisationId& id) {
  for (const Question& question : purpose.questions) {
    if (question.organisation == id) return &question;
  }
  return nullptr;
}

const Question* find_question(const Notice& notice, const PurposeId& purpose,
                              const OrganisationId& organisation) {
  const Purpose* found = find_purpose(notice, purpose);
  return found ? find_question(*found, organisation) : nullptr;
}

const Answer* find_answer(const Question& question, AnswerMeaning meaning) {
  for (const Answer& answer : question.answers) {
    if (answer.meaning == meaning) return &answer;
  }
  return nullptr;
}

bool has_role(const Organisation& organisation, OrganisationRole role) {
  const auto& roles = organisation.roles;
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::vector<const Organisation*> organisations_with(const Notice& notice, OrganisationRole role) {
  std::vector<const Organisation*> found;
  for (const Organisation& organisation : notice.organisations) {
    if (has_role(organisation, role)) found.push_back(&organisation);
  }
  return found;
}

std::vector<const Organisation*> sources_of(const Notice& notice, const KindId& kind) {
  std::vector<const Organisation*> found;
  for (const Organisation& organisation : notice.organisations) {
    const auto& kinds = organisation.kinds;
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) found.push_back(&organisation);
  }
  return found;
}

std::vector<const Purpose*> purposes_of(const Notice& notice, const OrganisationId& organisation) {
  std::vector<const Purpose*> found;
  for (const Purpose& purpose : notice.purposes) {
    if (find_question(purpose, organisation)) found.push_back(&purpose);
  }
  return found;
}

Remedy remedy_of(LawfulBasis basis) {
  return basis == LawfulBasis::Consent ? Remedy::AgreeOrRefuse : Remedy::Object;
}

Remedy remedy_of(const Purpose& purpose) { return remedy_of(purpose.basis.basis); }

std::string shown_text(const Purpose& purpose, const Question& question, ForWhom whom) {
  std::string text;
  add_line(text, purpose.title.to(whom));
  add_line(text, purpose.plain.to(whom));
  add_line(text, purpose.basis.plain);
  add_line(text, question.text.to(whom));
  for (const Answer& answer : question.answers) add_line(text, answer.label);
  add_line(text, question.if_yes.to(whom));
  add_line(text, question.if_no.to(whom));
  add_line(text, purpose.retention);
  return text;
}

}  // namespace sayso::domain

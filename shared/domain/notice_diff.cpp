#include "shared/domain/notice_diff.h"

namespace sayso::domain {
namespace {

bool same(const Kind& a, const Kind& b) { return a.name == b.name && a.plain == b.plain; }

bool same(const Section& a, const Section& b) {
  return a.title == b.title && a.plain == b.plain && a.wording == b.wording;
}

bool same(const Organisation& a, const Organisation& b) {
  return a.name == b.name && a.in_text == b.in_text && a.plain == b.plain && a.roles == b.roles &&
         a.kinds == b.kinds;
}

bool same(const Promise& a, const Promise& b) {
  return a.wording == b.wording && a.plain == b.plain;
}

bool same(const Basis& a, const Basis& b) {
  return a.basis == b.basis && a.articles == b.articles && a.plain == b.plain;
}

// The purpose itself; its questions are subjects of their own.
bool same(const Purpose& a, const Purpose& b) {
  return a.name == b.name && a.title == b.title && a.plain == b.plain && same(a.basis, b.basis) &&
         a.deletion == b.deletion && a.retention == b.retention;
}

bool same(const Answer& a, const Answer& b) { return a.meaning == b.meaning && a.label == b.label; }

bool same(const Question& a, const Question& b) {
  if (a.answers.size() != b.answers.size()) return false;
  for (std::size_t i = 0; i < a.answers.size(); ++i) {
    if (!same(a.answers[i], b.answers[i])) return false;
  }
  return a.text == b.text && a.if_yes == b.if_yes && a.if_no == b.if_no &&
         a.if_withdrawn == b.if_withdrawn;
}

bool same(const Retention& a, const Retention& b) {
  return a.years == b.years && a.plain == b.plain;
}

bool same(const Council& a, const Council& b) {
  return a.name == b.name && a.service == b.service && a.team == b.team &&
         a.telephone == b.telephone && a.email == b.email && a.office == b.office &&
         a.opening_hours == b.opening_hours && a.paper_route == b.paper_route;
}

template <class Thing>
const Thing* find_same_id(const std::vector<Thing>& things, const Thing& wanted) {
  for (const Thing& thing : things) {
    if (thing.id == wanted.id) return &thing;
  }
  return nullptr;
}

template <class Thing>
void compare_all(std::vector<NoticeChange>& changes, Subject subject,
                 const std::vector<Thing>& before, const std::vector<Thing>& after) {
  for (const Thing& thing : after) {
    const Thing* old = find_same_id(before, thing);
    if (!old) {
      changes.push_back({subject, Change::New, thing.id.value(), {}});
    } else if (!same(*old, thing)) {
      changes.push_back({subject, Change::Changed, thing.id.value(), {}});
    }
  }
  for (const Thing& thing : before) {
    if (!find_same_id(after, thing))
      changes.push_back({subject, Change::Gone, thing.id.value(), {}});
  }
}

// Everything around the question that the person is shown with it.
bool same_surroundings(const Notice& before, const Notice& after, const Purpose& old_purpose,
                       const Purpose& new_purpose, const OrganisationId& organisation) {
  if (!same(old_purpose, new_purpose) || before.retention.years != after.retention.years)
    return false;
  const Organisation* old_one = find_organisation(before, organisation);
  const Organisation* new_one = find_organisation(after, organisation);
  if (!old_one || !new_one || !same(*old_one, *new_one)) return false;
  for (const KindId& id : new_one->kinds) {
    const Kind* old_kind = find_kind(before, id);
    const Kind* new_kind = find_kind(after, id);
    if (!old_kind || !new_kind || !same(*old_kind, *new_kind)) return false;
  }
  return true;
}

void compare_question(NoticeChanges& changes, const Notice& before, const Notice& after,
                      const Purpose& purpose, const Question& question) {
  const std::string& id = purpose.id.value();
  const std::string& with = question.organisation.value();
  const Purpose* old_purpose = find_purpose(before, purpose.id);
  const Question* old = find_question(before, purpose.id, question.organisation);
  if (!old) {
    changes.items.push_back({Subject::Question, Change::New, id, with});
  } else if (!same(*old, question)) {
    changes.items.push_back({Subject::Question, Change::Changed, id, with});
  } else if (same_surroundings(before, after, *old_purpose, purpose, question.organisation)) {
    return;
  }
  changes.ask_again.push_back({purpose.id, question.organisation});
}

void compare_questions(NoticeChanges& changes, const Notice& before, const Notice& after) {
  for (const Purpose& purpose : after.purposes) {
    for (const Question& question : purpose.questions) {
      compare_question(changes, before, after, purpose, question);
    }
  }
  for (const Purpose& purpose : before.purposes) {
    for (const Question& question : purpose.questions) {
      if (find_question(after, purpose.id, question.organisation)) continue;
      changes.items.push_back(
          {Subject::Question, Change::Gone, purpose.id.value(), question.organisation.value()});
    }
  }
}

}  // namespace

NoticeChanges diff_notices(const Notice& before, const Notice& after) {
  NoticeChanges changes;
  compare_all(changes.items, Subject::Section, before.sections, after.sections);
  compare_all(changes.items, Subject::Kind, before.kinds, after.kinds);
  compare_all(changes.items, Subject::Organisation, before.organisations, after.organisations);
  compare_all(changes.items, Subject::Purpose, before.purposes, after.purposes);
  compare_questions(changes, before, after);
  compare_all(changes.items, Subject::Promise, before.promises, after.promises);
  if (!same(before.retention, after.retention))
    changes.items.push_back({Subject::Retention, Change::Changed, {}, {}});
  if (before.withdrawing != after.withdrawing)
    changes.items.push_back({Subject::Withdrawing, Change::Changed, {}, {}});
  if (!same(before.council, after.council))
    changes.items.push_back({Subject::Council, Change::Changed, {}, {}});
  return changes;
}

bool asks_again(const NoticeChanges& changes, const PurposeId& purpose,
                const OrganisationId& organisation) {
  for (const QuestionRef& question : changes.ask_again) {
    if (question.purpose == purpose && question.organisation == organisation) return true;
  }
  return false;
}

const NoticeChange* find_change(const NoticeChanges& changes, Subject subject, std::string_view id,
                                std::string_view with) {
  for (const NoticeChange& change : changes.items) {
    if (change.subject == subject && change.id == id && change.with == with) return &change;
  }
  return nullptr;
}

}  // namespace sayso::domain

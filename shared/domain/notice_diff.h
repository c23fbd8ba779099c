// What is new or changed between two versions of a notice, and which questions that puts again.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/notice.h"

namespace sayso::domain {

enum class Subject {
  Section,
  Kind,
  Organisation,
  Purpose,
  Question,
  Promise,
  Retention,
  Withdrawing,
  Council
};
enum class Change { New, Changed, Gone };

struct NoticeChange {
  Subject subject = Subject::Section;
  Change change = Change::Changed;
  std::string id;    // of the thing; for a question the purpose's id; empty for Retention,
                     // Withdrawing, Council
  std::string with;  // for a question the organisation's id, else empty
};

struct QuestionRef {
  PurposeId purpose;
  OrganisationId organisation;
  friend bool operator==(const QuestionRef& a, const QuestionRef& b) {
    return a.purpose == b.purpose && a.organisation == b.organisation;
  }
};

struct NoticeChanges {
  std::vector<NoticeChange>
      items;  // by subject: new and changed in the new notice's order, then gone
  std::vector<QuestionRef> ask_again;  // in the new notice's order
  [[nodiscard]] bool empty() const { return items.empty(); }
};

// A question is put again when anything that the person is shown beside it differs: its own words,
// the purpose's explanation, basis or retention, or who the organisation is and what it may give. A
// version number or a telephone number alone puts nothing again. An answer in force stays in force
// until the person gives another.
[[nodiscard]] NoticeChanges diff_notices(const Notice& before, const Notice& after);

[[nodiscard]] bool asks_again(const NoticeChanges& changes, const PurposeId& purpose,
                              const OrganisationId& organisation);
// The change of one thing; null when it is as it was.
[[nodiscard]] const NoticeChange* find_change(const NoticeChanges& changes, Subject subject,
                                              std::string_view id, std::string_view with = {});

}  // namespace sayso::domain

// Rules kept here.
//  - Every id is there once; every id that is referred to exists.
//  - A source says what kinds of information it may give, and nobody else does. There is a team and
//  a regulator.
//  - Nobody gives or gets information without a question about it.
//  - A basis names its article of UK GDPR. With consent people agree or refuse, without it they
//  object, never the other
//    way round; only an agreement can be taken back.
//  - The promises are one list of the council's wording, whole and in its order.
#include "shared/encoding/notice_rules.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace sayso::encoding {
namespace {

using domain::AnswerMeaning;
using domain::Notice;
using domain::Organisation;
using domain::OrganisationRole;
using domain::Purpose;
using domain::Question;

std::string place(std::string_view list, std::size_t index, std::string_view member) {
  return pointer_below(pointer_below(list, index), member);
}

template <class Things>
void check_ids(ContentReader& reader, std::string_view list, const Things& things) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < things.size(); ++i) {
    const std::string& id = things[i].id.value();
    if (!id.empty() && !seen.insert(id).second)
      reader.report(place(list, i, "id"), "The id \"" + id + "\" is there twice.");
  }
}

void check_kinds_of(ContentReader& reader, const Notice& notice, const Organisation& organisation,
                    const std::string& at) {
  std::set<domain::KindId> seen;
  for (std::size_t i = 0; i < organisation.kinds.size(); ++i) {
    const domain::KindId& kind = organisation.kinds[i];
    const std::string pointer = pointer_below(pointer_below(at, "kinds"), i);
    if (!domain::find_kind(notice, kind))
      reader.report(pointer, "There is no kind of information \"" + kind.value() + "\".");
    if (!seen.insert(kind).second)
      reader.report(pointer, "The kind \"" + kind.value() + "\" is there twice.");
  }
}

void check_organisation(ContentReader& reader, const Notice& notice,
                        const Organisation& organisation, const std::string& at) {
  const bool source = domain::has_role(organisation, OrganisationRole::Source);
  const bool recipient = domain::has_role(organisation, OrganisationRole::Recipient);
  if (source && organisation.kinds.empty())
    reader.report(at, "A source has to say what \"kinds\" of information it may give.");
  if (!source && !organisation.kinds.empty())
    reader.report(pointer_below(at, "kinds"), "Only a source gives kinds of information.");
  if ((source || recipient) && domain::purposes_of(notice, organisation.id).empty())
    reader.report(at, "No purpose asks about \"" + organisation.id.value() +
                          "\": nobody may give or get information unasked.");
  check_kinds_of(reader, notice, organisation, at);
}

void check_organisations(ContentReader& reader, const Notice& notice) {
  for (std::size_t i = 0; i < notice.organisations.size(); ++i) {
    check_organisation(reader, notice, notice.organisations[i], pointer_below("/organisations", i));
  }
  for (const OrganisationRole role : {OrganisationRole::Team, OrganisationRole::Regulator}) {
    if (domain::organisations_with(notice, role).empty())
      reader.report("/organisations",
                    "No organisation has the role \"" + std::string(domain::name_of(role)) + "\".");
  }
}

std::string_view article_of(domain::LawfulBasis basis) {
  switch (basis) {
    case domain::LawfulBasis::Consent:
      return "6(1)(a)";
    case domain::LawfulBasis::LegalObligation:
      return "6(1)(c)";
    case domain::LawfulBasis::VitalInterests:
      return "6(1)(d)";
    case domain::LawfulBasis::PublicTask:
      return "6(1)(e)";
  }
  return {};
}

void check_answers(ContentReader& reader, const Purpose& purpose, const Question& question,
                   const std::string& at) {
  const bool consent = domain::remedy_of(purpose) == domain::Remedy::AgreeOrRefuse;
  const bool fits =
      question.answers.size() == 2 &&
      domain::find_answer(question, consent ? AnswerMeaning::Agree : AnswerMeaning::CarryOn) &&
      domain::find_answer(question, consent ? AnswerMeaning::Refuse : AnswerMeaning::Object);
  if (!fits)
    reader.report(pointer_below(at, "answers"),
                  consent
                      ? "With consent the answers are \"agree\" and \"refuse\", each once."
                      : "Without consent the answers are \"carry-on\" and \"object\", each once.");
  else if (question.answers[0].label == question.answers[1].label)
    reader.report(pointer_below(at, "answers"), "Two answers read the same.");
  if (consent && question.if_withdrawn.you.empty())
    reader.report(at, "\"if_withdrawn\" is missing: a yes can be taken back.");
  if (!consent && !question.if_withdrawn.you.empty())
    reader.report(pointer_below(at, "if_withdrawn"), "Without consent nothing can be taken back.");
}

void check_question(ContentReader& reader, const Notice& notice, const Purpose& purpose,
                    const Question& question, const std::string& at) {
  const Organisation* organisation = domain::find_organisation(notice, question.organisation);
  const std::string pointer = pointer_below(at, "organisation");
  if (!organisation)
    reader.report(pointer, "There is no organisation \"" + question.organisation.value() + "\".");
  else if (domain::has_role(*organisation, OrganisationRole::Regulator))
    reader.report(pointer, "The regulator is nobody to choose about.");
  if (domain::find_question(purpose, question.organisation) != &question)
    reader.report(pointer,
                  "This purpose asks about \"" + question.organisation.value() + "\" twice.");
  check_answers(reader, purpose, question, at);
}

void check_purpose(ContentReader& reader, const Notice& notice, const Purpose& purpose,
                   const std::string& at) {
  const std::string basis = pointer_below(at, "basis");
  const auto& articles = purpose.basis.articles;
  const std::string_view article = article_of(purpose.basis.basis);
  if (!articles.empty() && std::find(articles.begin(), articles.end(), article) == articles.end())
    reader.report(pointer_below(basis, "articles"),
                  "This basis stands in article " + std::string(article) + " of UK GDPR.");
  if (purpose.deletion == domain::DeletionOffer::Offered &&
      domain::remedy_of(purpose) == domain::Remedy::Object)
    reader.report(pointer_below(at, "deletion"),
                  "Deletion is offered with taking back a yes, and this purpose has none.");
  for (std::size_t i = 0; i < purpose.questions.size(); ++i) {
    check_question(reader, notice, purpose, purpose.questions[i],
                   pointer_below(pointer_below(at, "questions"), i));
  }
}

bool is_list_of_wording(const Notice& notice, const std::vector<std::string>& promises) {
  for (const domain::Section& section : notice.sections) {
    for (const domain::Block& block : section.wording) {
      if (block.kind == domain::BlockKind::Bullets && block.items == promises) return true;
    }
  }
  return false;
}

void check_promises(ContentReader& reader, const Notice& notice) {
  std::vector<std::string> promises;
  for (const domain::Promise& promise : notice.promises) promises.push_back(promise.wording);
  if (!promises.empty() && !is_list_of_wording(notice, promises))
    reader.report(
        "/promises/list",
        "The promises are not, word for word and in order, one whole list of the wording.");
}

}  // namespace

void check_notice_rules(ContentReader& reader, const Notice& notice) {
  check_ids(reader, "/sections", notice.sections);
  check_ids(reader, "/kinds", notice.kinds);
  check_ids(reader, "/organisations", notice.organisations);
  check_ids(reader, "/purposes", notice.purposes);
  check_ids(reader, "/promises/list", notice.promises);
  check_organisations(reader, notice);
  for (std::size_t i = 0; i < notice.purposes.size(); ++i) {
    check_purpose(reader, notice, notice.purposes[i], pointer_below("/purposes", i));
  }
  check_promises(reader, notice);
}

}  // namespace sayso::encoding

// One purpose a page: what it is, on what basis, and yes or no for each named organisation. Every
// line of domain::shown_text stands here, because the signature says that the person saw it.
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::AnswerMeaning;
using domain::ForWhom;
using domain::Purpose;
using domain::Question;

ForWhom voice(const PurposeView& view) {
  return view.child.empty() ? ForWhom::You : ForWhom::YourChild;
}

const std::string& consequence(const Question& question, AnswerMeaning meaning, ForWhom whom) {
  const bool yes = meaning == AnswerMeaning::Agree || meaning == AnswerMeaning::CarryOn;
  return (yes ? question.if_yes : question.if_no).to(whom);
}

Node who_they_are(const Context& context, const PurposeView& view, const Question& question) {
  const domain::Organisation* organisation =
      domain::find_organisation(context.notice, question.organisation);
  std::vector<std::string> kinds;
  for (const domain::KindId& id : organisation->kinds) {
    if (const domain::Kind* kind = domain::find_kind(context.notice, id))
      kinds.push_back(kind->name);
  }
  Nodes about = {paragraph(organisation->plain)};
  if (!kinds.empty()) {
    about.push_back(paragraph({strong(context.words.text("purpose.kinds"))}));
    about.push_back(list(kinds));
  }
  const std::string id =
      "about-" + std::to_string(view.index) + "-" + question.organisation.value();
  return disclosure(context, id, context.words.text("purpose.about") + ": " + organisation->name,
                    std::move(about));
}

// Yes and no are the same size and weight, in the notice's order, and neither is picked.
Node yes_or_no(const Context& context, const PurposeView& view, const Purpose& purpose,
               const Question& question) {
  const std::string name = choice_field(purpose.id, question.organisation);
  Nodes options;
  for (const domain::Answer& answer : question.answers) {
    const char* value = answer.meaning == AnswerMeaning::Agree ? "yes" : "no";
    options.push_back(
        radio(value, answer.label, consequence(question, answer.meaning, voice(view))));
  }
  // Said along with the question, for who comes to it by Tab.
  const bool again = view.ask_again.count(question.organisation) != 0;
  Nodes nodes;
  nodes.push_back(
      keyed("answer", radios({.name = name,
                              .label = question.text.to(voice(view)),
                              .hint = again ? context.words.text("purpose.changed") : std::string(),
                              .error = error_of(context, name),
                              .value = value_of(context, name)},
                             std::move(options))));
  nodes.push_back(who_they_are(context, view, question));
  return keyed(question.organisation.value(), group(std::move(nodes)));
}

Node object_or_not(const Context& context, const PurposeView& view, const Purpose& purpose,
                   const Question& question) {
  const std::string name = choice_field(purpose.id, question.organisation);
  const domain::Answer* object = domain::find_answer(question, AnswerMeaning::Object);
  const domain::Answer* carry_on = domain::find_answer(question, AnswerMeaning::CarryOn);
  const ForWhom whom = voice(view);
  Nodes nodes;
  nodes.push_back(
      keyed("answer", checkboxes({.name = name,
                                  .label = question.text.to(whom),
                                  .hint = {},
                                  .error = error_of(context, name)},
                                 {checkbox("object", object ? object->label : std::string(),
                                           is_picked(context, name, "object"),
                                           consequence(question, AnswerMeaning::Object, whom))})));
  nodes.push_back(
      keyed("carry-on", paragraph({strong(carry_on ? carry_on->label : std::string()), span(": "),
                                   span(consequence(question, AnswerMeaning::CarryOn, whom))})));
  if (is_picked(context, name, "object"))
    nodes.push_back(keyed("reason", text_area({.name = kFieldReason,
                                               .label = context.words.text("object.reason") + " " +
                                                        context.words.text("nav.optional"),
                                               .hint = context.words.text("object.reason_hint"),
                                               .error = error_of(context, kFieldReason),
                                               .value = value_of(context, kFieldReason)})));
  return keyed(question.organisation.value(), group(std::move(nodes)));
}

Nodes questions(const Context& context, const PurposeView& view, const Purpose& purpose) {
  const bool consent = domain::remedy_of(purpose) == domain::Remedy::AgreeOrRefuse;
  Nodes nodes;
  for (const Question& question : purpose.questions) {
    if (!nodes.empty()) nodes.push_back(separator());
    nodes.push_back(consent ? yes_or_no(context, view, purpose, question)
                            : object_or_not(context, view, purpose, question));
  }
  return nodes;
}

std::string previous_address(const PurposeView& view) {
  if (view.index > 0) return view.base + "/choices/" + std::to_string(view.index);
  return view.base.empty() ? "/contact" : view.base + "/home";
}

Node step_line(const Context& context, const PurposeView& view) {
  const std::string number = std::to_string(view.index + 1);
  const std::string count = std::to_string(context.notice.purposes.size());
  return caption(context.words.text("purpose.step", {{"number", number}, {"count", count}}));
}

Node basis_and_time(const Context& context, const Purpose& purpose) {
  return keyed(
      "basis",
      summary_list({summary_row(context.words.text("purpose.why"), purpose.basis.plain),
                    summary_row(context.words.text("purpose.how_long"), purpose.retention)}));
}

}  // namespace

Document purpose(const Context& context, const PurposeView& view) {
  const Words& words = context.words;
  const Purpose& purpose = context.notice.purposes[view.index];
  const bool consent = domain::remedy_of(purpose) == domain::Remedy::AgreeOrRefuse;
  const std::string address = view.base + "/choices/" + std::to_string(view.index + 1);
  Nodes content = {step_line(context, view), heading(1, purpose.title.to(voice(view)))};
  if (!view.child.empty())
    content.push_back(inset({paragraph(words.text("purpose.for_child", {{"child", view.child}}))}));
  if (!view.ask_again.empty())
    content.push_back(keyed("again", inset({paragraph(words.text("purpose.changed_text"))})));
  content.push_back(keyed("what", paragraph(purpose.plain.to(voice(view)))));
  if (!consent)
    content.push_back(keyed("honest", inset({paragraph({strong(words.text("purpose.not_consent"))}),
                                             paragraph(words.text("purpose.not_consent_text"))})));
  content.push_back(basis_and_time(context, purpose));
  Nodes fields;
  if (consent && purpose.questions.size() > 1) {
    fields.push_back(keyed("each", paragraph(words.text("purpose.each"))));
    fields.push_back(keyed("no-to-all", button(words.text("purpose.no_all"), kActionNoToAll)));
  }
  for (Node& node : questions(context, view, purpose)) fields.push_back(std::move(node));
  fields.push_back(submit(context, "purpose.button"));
  content.push_back(keyed("form", form(kActionAnswer, std::move(fields))));
  return page(context, {"purpose.title", address, previous_address(view)}, std::move(content));
}

}  // namespace sayso::screens

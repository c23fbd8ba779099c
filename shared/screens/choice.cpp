// One choice: what counts now, its history, and taking it back or objecting, with what that changes
// said first.
#include "shared/domain/due.h"
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::ForWhom;
using domain::State;

ForWhom voice(const ChoiceView& view) {
  return view.child.empty() ? ForWhom::You : ForWhom::YourChild;
}

std::string address_of(const ChoiceView& view, const char* end = "") {
  return view.base + "/home/" + std::to_string(view.number) + end;
}

Node history_row(const Context& context, const HistoryLine& line, std::size_t index) {
  const Words& words = context.words;
  Nodes value = {paragraph({state_tag(context, line.state)})};
  if (line.device_time_if_off)
    value.push_back(muted(words.text(
        "choice.device_time", {{"moment", moment_text(context, *line.device_time_if_off)}})));
  if (line.notice_version > 0) {
    const std::string version = std::to_string(line.notice_version);
    value.push_back(muted(words.text("choice.notice_version", {{"version", version}})));
  }
  const std::string then = line.same_notice ? "/read" : "/read/" + line.notice_hash;
  value.push_back(paragraph(
      {link_about(words.text("choice.then"), "(" + moment_text(context, line.when) + ")", then)}));
  if (!line.reference.empty())
    value.push_back(paragraph({link(words.text("choice.receipt", {{"reference", line.reference}}),
                                    "/receipts/" + line.reference)}));
  return keyed("moment" + std::to_string(index),
               summary_row(moment_text(context, line.when), std::move(value)));
}

Node history(const Context& context, const ChoiceView& view) {
  Nodes nodes = {heading(2, context.words.text("choice.history"))};
  Nodes rows;
  for (std::size_t i = 0; i < view.history.size(); ++i)
    rows.push_back(history_row(context, view.history[i], i));
  nodes.push_back(rows.empty() ? muted(context.words.text("choice.history_none"))
                               : summary_list(std::move(rows)));
  return section("history", std::move(nodes));
}

Node ask_about(const Context& context, const ChoiceView& view) {
  return keyed(
      "ask", paragraph({link(context.words.text("request.ask"),
                             view.base + "/requests/new/choice/" + std::to_string(view.number))}));
}

Node actions(const Context& context, const ChoiceView& view) {
  const Words& words = context.words;
  if (view.line.state == State::Agreed)
    return keyed("act",
                 paragraph({link(words.text("choice.withdraw"), address_of(view, "/withdraw"))}));
  if (view.line.state == State::NotConsent)
    return keyed("act",
                 paragraph({link(words.text("choice.object"), address_of(view, "/object"))}));
  if (view.line.state == State::Objected) return keyed("act", group({}));
  return keyed("act", button(words.text("choice.change"),
                             std::string(kActionChooseOne) + ":" + std::to_string(view.number)));
}

std::string delete_date(const Context& context) {
  const Date today = domain::uk_time(context.now).date;
  return domain::date_in_words(context.words, domain::add_months(today, 1));
}

Node offer_to_delete(const Context& context) {
  const Words& words = context.words;
  return keyed(
      "delete",
      checkboxes(
          {.name = kFieldDelete, .label = words.text("delete.title")},
          {checkbox("yes", words.text("withdraw.delete"), is_picked(context, kFieldDelete, "yes"),
                    words.text("withdraw.delete_hint", {{"date", delete_date(context)}}))}));
}

}  // namespace

Document choice(const Context& context, const ChoiceView& view) {
  const Words& words = context.words;
  Nodes content = {
      heading(1, words.text("choice.heading",
                            {{"organisation", organisation_name(context, view.line.organisation)},
                             {"purpose", purpose_name(context, view.line.purpose)}})),
      keyed("now",
            summary_list({summary_row(words.text("choice.now"),
                                      {paragraph({state_tag(context, view.line.state)})})}))};
  if (view.line.waiting)
    content.push_back(keyed("waiting", inset({paragraph(words.text("choice.waiting"))})));
  if (!view.child.empty())
    content.push_back(
        inset({paragraph(words.text("choice.child_standing", {{"child", view.child}}))}));
  const domain::Purpose* purpose = domain::find_purpose(context.notice, view.line.purpose);
  if (purpose) content.push_back(keyed("what", paragraph(purpose->plain.to(voice(view)))));
  if (view.in_notice) content.push_back(actions(context, view));
  if (view.in_notice) content.push_back(ask_about(context, view));
  content.push_back(history(context, view));
  return page(context, {"choice.title", address_of(view), view.base + "/home"}, std::move(content));
}

Document withdraw(const Context& context, const ChoiceView& view) {
  const Words& words = context.words;
  const std::string organisation = organisation_in_text(context, view.line.organisation);
  const std::string purpose_text = purpose_name(context, view.line.purpose);
  const domain::Question* question =
      domain::find_question(context.notice, view.line.purpose, view.line.organisation);
  const domain::Purpose* purpose = domain::find_purpose(context.notice, view.line.purpose);
  const std::string title =
      view.child.empty() ? words.text("withdraw.heading", {{"organisation", organisation}})
                         : words.text("withdraw.heading_child",
                                      {{"organisation", organisation}, {"child", view.child}});
  Nodes content = {heading(1, title),
                   paragraph(words.text("withdraw.what", {{"purpose", purpose_text}})),
                   heading(2, words.text("withdraw.means"))};
  if (question && !question->if_withdrawn.you.empty())
    content.push_back(keyed("means", paragraph(question->if_withdrawn.to(voice(view)))));
  content.push_back(
      keyed("after", paragraph(words.text("withdraw.after", {{"organisation", organisation}}))));
  content.push_back(keyed("fine", paragraph(words.text("withdraw.fine"))));
  Nodes fields;
  if (purpose && purpose->deletion == domain::DeletionOffer::Offered)
    fields.push_back(offer_to_delete(context));
  fields.push_back(submit(context, "withdraw.button", "withdraw.busy"));
  content.push_back(keyed("form", form(kActionWithdraw, std::move(fields))));
  content.push_back(
      keyed("keep", paragraph({link(words.text("withdraw.keep"), view.base + "/home")})));
  return page(context, {"withdraw.title", address_of(view, "/withdraw"), view.base + "/home"},
              std::move(content));
}

Document object(const Context& context, const ChoiceView& view) {
  const Words& words = context.words;
  const std::string purpose_text = purpose_name(context, view.line.purpose);
  const domain::Question* question =
      domain::find_question(context.notice, view.line.purpose, view.line.organisation);
  Nodes content = {heading(1, words.text("object.heading")),
                   paragraph(words.text("object.what", {{"purpose", purpose_text}})),
                   heading(2, words.text("object.means"))};
  if (question && !question->if_no.you.empty())
    content.push_back(keyed("means", paragraph(question->if_no.to(voice(view)))));
  content.push_back(
      keyed("clock", paragraph(words.text("object.clock", {{"date", delete_date(context)}}))));
  content.push_back(
      keyed("form", form(kActionObject, {text_area({.name = kFieldReason,
                                                    .label = words.text("object.reason") + " " +
                                                             words.text("nav.optional"),
                                                    .hint = words.text("object.reason_hint"),
                                                    .error = error_of(context, kFieldReason),
                                                    .value = value_of(context, kFieldReason)}),
                                         submit(context, "object.button", "withdraw.busy")})));
  content.push_back(
      keyed("keep", paragraph({link(words.text("nav.cancel"), view.base + "/home")})));
  return page(context, {"object.title", address_of(view, "/object"), view.base + "/home"},
              std::move(content));
}

}  // namespace sayso::screens

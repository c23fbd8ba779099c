// Check your answers, sign and send; then where what was signed stands, and that it has arrived.
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::AnswerMeaning;
using domain::Purpose;
using domain::Question;

std::string answer_text(const Context& context, const Purpose& purpose, const Question& question) {
  const std::string name = choice_field(purpose.id, question.organisation);
  const bool consent = domain::remedy_of(purpose) == domain::Remedy::AgreeOrRefuse;
  if (!consent) {
    const bool objects = is_picked(context, name, "object");
    const auto* answer =
        domain::find_answer(question, objects ? AnswerMeaning::Object : AnswerMeaning::CarryOn);
    return answer ? answer->label : std::string();
  }
  const std::string value = value_of(context, name);
  if (value != "yes" && value != "no") return context.words.text("check.not_answered");
  const auto* answer =
      domain::find_answer(question, value == "yes" ? AnswerMeaning::Agree : AnswerMeaning::Refuse);
  return answer ? answer->label : std::string();
}

// One organisation may be asked about more than once: its name alone would not say which.
Node change_link(const Context& context, const std::string& address, const Purpose& purpose,
                 const Question& question) {
  return link_about(
      context.words.text("nav.change"),
      context.words.text("home.about",
                         {{"organisation", organisation_name(context, question.organisation)},
                          {"purpose", purpose.name}}),
      address);
}

Node answers_to(const Context& context, const CheckView& view, std::size_t index) {
  const Purpose& purpose = context.notice.purposes[index];
  const std::string address = view.base + "/choices/" + std::to_string(index + 1);
  Nodes rows;
  for (const Question& question : purpose.questions) {
    rows.push_back(keyed(question.organisation.value(),
                         summary_row(organisation_name(context, question.organisation),
                                     answer_text(context, purpose, question),
                                     {change_link(context, address, purpose, question)})));
  }
  return section(purpose.id.value(), {heading(2, purpose.name), summary_list(std::move(rows))});
}

Node what_is_signed(const Context& context) {
  const Words& words = context.words;
  return section(
      "signing",
      {heading(2, words.text("check.sign_heading")), paragraph(words.text("check.sign_text")),
       disclosure(context, "signed-what", words.text("check.signed_what"),
                  {list({words.text("check.signed.answers"), words.text("check.signed.notice"),
                         words.text("check.signed.time"), words.text("check.signed.number")})})});
}

Node send_line(const Context& context, const SendLine& line, std::size_t index) {
  static constexpr const char* kNames[] = {"saved", "sending", "waiting", "sent", "refused"};
  const std::string key = std::string("sending.state.") + kNames[static_cast<int>(line.state)];
  return keyed("line" + std::to_string(index), summary_row(line.what, context.words.text(key)));
}

Node lines_list(const std::vector<SendLine>& lines) {
  std::vector<std::string> texts;
  for (const SendLine& line : lines) texts.push_back(line.what);
  return list(texts);
}

// Nothing is on its way: what is being tried just now is never called waiting.
bool is_waiting(const SendView& view) {
  bool waiting = !view.online;
  for (const SendLine& line : view.lines) {
    if (line.state == SendState::Sending) return false;
    waiting = waiting || line.state == SendState::Waiting;
  }
  return waiting;
}

std::string tried_text(const Context& context, const SendView& view) {
  return context.words.plural("sending.tried", static_cast<std::int64_t>(view.tries));
}

Nodes sending_state(const Context& context, const SendView& view) {
  const Words& words = context.words;
  if (!view.problem.empty())
    return {
        keyed("refused", warning(words.text("sending.refused_text",
                                            {{"telephone", context.notice.council.telephone}})))};
  if (!is_waiting(view))
    return {keyed("kept", paragraph(words.text(view.kept_on_device ? "sending.saved_text"
                                                                   : "sending.not_saved_text"))),
            keyed("progress", progress(words.text("sending.state.sending"), -1))};
  Nodes nodes;
  nodes.push_back(keyed(
      "offline", inset({paragraph(words.text(view.kept_on_device ? "sending.offline"
                                                                 : "sending.offline_not_kept"))})));
  if (view.tries > 0) nodes.push_back(keyed("tried", paragraph(tried_text(context, view))));
  nodes.push_back(
      keyed("again", button(words.text("sending.again"), kActionSendAgain, Tone::Primary)));
  nodes.push_back(keyed("nothing-lost", paragraph(words.text("sending.nothing_lost"))));
  return nodes;
}

Node next_child(const Context& context, const PersonLine& child,
                const std::vector<PersonLine>& children) {
  std::size_t number = 1;
  while (number <= children.size() && children[number - 1].id != child.id) ++number;
  return keyed(child.id.value(),
               button(context.words.text("done.child_next", {{"child", child.name}}),
                      std::string(kActionChooseAgain) + ":/for/" + std::to_string(number)));
}

Node what_happens_next(const Context& context, const DoneView& view) {
  const Words& words = context.words;
  std::vector<std::string> texts;
  if (view.kind == DoneKind::Chosen) texts.push_back(words.text("done.next.text"));
  if (view.kind == DoneKind::Withdrawn) texts.push_back(words.text("done.next.withdrawn"));
  if (view.kind == DoneKind::Objected) texts.push_back(words.text("done.next.objected"));
  if (view.kind == DoneKind::Asked) texts.push_back(words.text("done.next.asked"));
  if (view.kind == DoneKind::Chosen && view.any_no) texts.push_back(words.text("done.next.no"));
  if (view.deletion_asked) texts.push_back(words.text("done.next.deletion"));
  if (view.due) {
    const std::string date = domain::date_in_words(words, *view.due);
    texts.push_back(words.text("done.next.request", {{"date", date}}));
  }
  if (view.kind == DoneKind::Chosen || view.kind == DoneKind::Withdrawn)
    texts.push_back(words.text("done.next.change"));
  return section("next", {heading(2, words.text("done.next.heading")), list(texts)});
}

std::string done_title(const Words& words, const DoneView& view) {
  static constexpr const char* kKeys[] = {"done.panel", "done.panel_withdrawn",
                                          "done.panel_objected", "done.panel_asked"};
  const std::string key = kKeys[static_cast<int>(view.kind)];
  return view.child.empty() ? words.text(key) : words.text(key + "_child", {{"child", view.child}});
}

Node if_wrong(const Context& context) {
  return section(
      "wrong", {heading(2, context.words.text("done.wrong.heading")),
                paragraph(context.words.text("done.wrong.text",
                                             {{"telephone", context.notice.council.telephone}}))});
}

}  // namespace

Document check_answers(const Context& context, const CheckView& view) {
  const Words& words = context.words;
  const std::string last = view.base + "/choices/" + std::to_string(context.notice.purposes.size());
  Nodes content;
  content.push_back(heading(1, view.child.empty()
                                   ? words.text("check.heading")
                                   : words.text("check.heading_child", {{"child", view.child}})));
  content.push_back(paragraph(words.text("check.text")));
  for (std::size_t i = 0; i < context.notice.purposes.size(); ++i)
    content.push_back(answers_to(context, view, i));
  if (!view.child.empty())
    content.push_back(inset({paragraph(words.text("check.child_other", {{"child", view.child}}))}));
  content.push_back(what_is_signed(context));
  content.push_back(
      keyed("form", form(kActionSign, {submit(context, "check.button", "check.busy")})));
  return page(context, {"check.title", view.base + "/choices/check", last}, std::move(content));
}

Document sending(const Context& context, const SendView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, words.text("sending.heading"))};
  for (Node& node : sending_state(context, view)) content.push_back(std::move(node));
  Nodes rows;
  for (std::size_t i = 0; i < view.lines.size(); ++i)
    rows.push_back(send_line(context, view.lines[i], i));
  if (!rows.empty())
    content.push_back(
        section("what", {heading(2, words.text("sending.what")), summary_list(std::move(rows))}));
  Document document = page(context, {"sending.title", "/sending", {}}, std::move(content));
  if (is_waiting(view))
    document.announcement =
        view.tries > 0 ? tried_text(context, view) : words.text("sending.announce.waiting");
  return document;
}

Document done(const Context& context, const DoneView& view) {
  const Words& words = context.words;
  Nodes content = {keyed("panel", as_page_heading(panel(done_title(words, view),
                                                        {paragraph(words.text("done.reference")),
                                                         paragraph({strong(view.reference)})})))};
  if (!view.key_kept)
    content.push_back(keyed("not-kept", warning(words.text("done.key_not_kept"))));
  content.push_back(keyed(
      "receipt", paragraph({link(words.text("done.receipt"), "/receipts/" + view.reference)})));
  content.push_back(section("said", {heading(2, words.text("done.what")), lines_list(view.lines)}));
  content.push_back(what_happens_next(context, view));
  if (!view.children_left.empty()) {
    Nodes nodes = {heading(2, words.text("done.children_heading"))};
    for (const PersonLine& child : view.children_left)
      nodes.push_back(next_child(context, child, view.children));
    content.push_back(section("children", std::move(nodes)));
  }
  content.push_back(if_wrong(context));
  content.push_back(keyed("home", paragraph({link(words.text("done.home"), view.base + "/home")})));
  content.push_back(keyed("recovery", paragraph({link(words.text("done.recovery"), "/recovery")})));
  Document document = page(context, {"done.title", "/done", {}}, std::move(content));
  document.announcement = words.text("sending.announce.sent");
  return document;
}

}  // namespace sayso::screens

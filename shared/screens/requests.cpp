// What a person asked for: all of it, one with its thread, and asking anew.
#include <utility>

#include "shared/screens/names.h"
#include "shared/screens/page.h"
#include "shared/screens/request_parts.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::RequestKind;
using domain::RequestState;

constexpr char kList[] = "/requests";

Node one_request(const Context& context, const RequestLine& line) {
  const std::string what = request_text(context, line);
  const std::string name = line.child.empty() ? what : line.child + ": " + what;
  if (line.waiting)
    return keyed("waiting" + line.request.id.value(),
                 task(span(name), tag(Tone::Neutral, context.words.text("home.waiting_line"))));
  return keyed("request" + std::to_string(line.request.number),
               task(link(name, request_address(line.request)),
                    request_tag(context, line.request.state), due_text(context, line.request)));
}

Node changes(const Context& context, const RequestView& view) {
  Nodes events;
  for (std::size_t i = 0; i < view.thread.changes.size(); ++i) {
    const domain::RequestChange& change = view.thread.changes[i];
    Nodes more;
    if (change.state == RequestState::Extended) more = text_of(view.thread.extension);
    events.push_back(keyed(
        "change" + std::to_string(i),
        timeline_event(context.words.text("request.happened." + std::string(name_of(change.state))),
                       moment_text(context, change.when), std::move(more))));
  }
  return section("changes",
                 {heading(2, context.words.text("request.changes")), timeline(std::move(events))});
}

Node messages(const Context& context, const RequestView& view) {
  Nodes nodes = {heading(2, context.words.text("request.messages"))};
  Nodes events;
  for (std::size_t i = 0; i < view.thread.messages.size(); ++i) {
    const domain::RequestMessage& message = view.thread.messages[i];
    events.push_back(keyed(
        "message" + std::to_string(i),
        timeline_event(context.words.text("request.from." + std::string(name_of(message.from))),
                       moment_text(context, message.when), text_of(message.text))));
  }
  if (events.empty())
    nodes.push_back(muted(context.words.text("request.messages_none")));
  else
    nodes.push_back(timeline(std::move(events)));
  return section("messages", std::move(nodes));
}

// What came of it; of a no, who can be told that it is wrong.
Node outcome(const Context& context, const RequestView& view) {
  const Words& words = context.words;
  const bool refused = view.line.request.state == RequestState::Refused;
  Nodes nodes = {heading(2, words.text(refused ? "request.outcome_refused" : "request.outcome"))};
  nodes.push_back(quote(text_of(view.thread.outcome)));
  if (refused) {
    nodes.push_back(heading(3, words.text("request.ico.heading")));
    nodes.push_back(paragraph(words.text("request.ico.text")));
    nodes.push_back(paragraph(words.text("request.ico.how")));
  }
  nodes.push_back(only_on_screen(button(words.text("uses.print"), kActionPrint)));
  return section("outcome", std::move(nodes));
}

Node counted(const Context& context, const char* name, std::string label, std::string hint) {
  const std::pair<std::string_view, std::string> number{"n", "{n}"};
  return counted_text_area({.name = name,
                            .label = std::move(label),
                            .hint = std::move(hint),
                            .error = error_of(context, name),
                            .value = value_of(context, name)},
                           {static_cast<int>(domain::kMaxMessageCharacters),
                            context.words.text("request.count.left", {number}),
                            context.words.text("request.count.over", {number})});
}

Node reply(const Context& context, const RequestView& view) {
  const Words& words = context.words;
  const bool asked = view.line.request.state == RequestState::Waiting;
  Nodes nodes = {heading(2, words.text(asked ? "request.reply" : "request.write"))};
  if (view.sent) nodes.push_back(keyed("sent", inset({paragraph(words.text("request.sent"))})));
  nodes.push_back(
      form(kActionMessage, {counted(context, kFieldMessage, words.text("request.message"),
                                    words.text("request.message_hint")),
                            submit(context, "request.message_button", "withdraw.busy")}));
  return section("reply", std::move(nodes));
}

Nodes facts(const Context& context, const RequestView& view) {
  const Words& words = context.words;
  Nodes rows = {summary_row(words.text("request.state"),
                            Nodes{paragraph({request_tag(context, view.line.request.state)})}),
                summary_row(words.text("request.received"),
                            Nodes{paragraph(date_text(context, view.line.received))})};
  const std::string due = due_text(context, view.line.request);
  if (!due.empty()) rows.push_back(summary_row(words.text("request.due"), Nodes{paragraph(due)}));
  if (!view.line.reference.empty())
    rows.push_back(summary_row(
        words.text("request.receipt"),
        Nodes{
            paragraph({link(words.text("home.receipts.link", {{"reference", view.line.reference}}),
                            "/receipts/" + view.line.reference)})}));
  return rows;
}

std::string heading_of_new(const Context& context, const NewRequestView& view) {
  return view.child.empty()
             ? context.words.text("request.new.heading")
             : context.words.text("request.new.heading_child", {{"child", view.child}});
}

Nodes about(const Context& context, const NewRequestView& view) {
  const Words& words = context.words;
  const domain::RequestSubject& subject = view.subject;
  Nodes rows;
  if (subject.item)
    rows.push_back(summary_row(
        words.text("request.new.item"),
        Nodes{paragraph(view.summary), muted(organisation_name(context, subject.item->source))}));
  if (subject.organisation)
    rows.push_back(summary_row(words.text("request.new.organisation"),
                               organisation_name(context, *subject.organisation)));
  if (subject.purpose)
    rows.push_back(
        summary_row(words.text("request.new.purpose"), purpose_name(context, *subject.purpose)));
  return rows;
}

// What each of them is, and by when it is answered: said before anything is sent.
Node kinds(const Context& context, const NewRequestView& view) {
  const Words& words = context.words;
  const std::string picked = value_of(context, kFieldRequestKind);
  Nodes options;
  for (const auto& [kind, due] : view.kinds) {
    const std::string name(name_of(kind));
    const std::string date = domain::date_in_words(words, due);
    const char* clock =
        kind == RequestKind::Complain ? "request.new.clock_complain" : "request.new.clock";
    options.push_back(keyed(name, radio(name, words.text("request.kind." + name),
                                        words.text("request.explain." + name) + " " +
                                            words.text(clock, {{"date", date}}))));
  }
  return radios({.name = kFieldRequestKind,
                 .label = words.text("request.new.kind"),
                 .error = error_of(context, kFieldRequestKind),
                 .value = picked},
                std::move(options));
}

}  // namespace

Document requests(const Context& context, const RequestsView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, words.text("home.requests.heading"))};
  Nodes tasks;
  for (const RequestLine& line : view.requests) tasks.push_back(one_request(context, line));
  if (tasks.empty())
    content.push_back(keyed("none", lead(words.text("home.requests.none"))));
  else
    content.push_back(keyed("list", task_list(std::move(tasks))));
  content.push_back(
      keyed("ask", paragraph({link(words.text("home.ask"), std::string(kList) + "/new")})));
  return page(context, {"requests.title", kList, "/home"}, std::move(content));
}

Document request(const Context& context, const RequestView& view) {
  const Words& words = context.words;
  const domain::Request& now = view.line.request;
  Nodes content;
  if (!view.line.child.empty()) content.push_back(caption(view.line.child));
  content.push_back(heading(1, request_text(context, view.line)));
  content.push_back(keyed("facts", summary_list(facts(context, view))));
  if (now.like) content.push_back(keyed("like", inset({paragraph(words.text("request.like"))})));
  if (!view.thread.outcome.empty()) content.push_back(outcome(context, view));
  // What the team asks comes before the place to answer it.
  content.push_back(messages(context, view));
  if (domain::is_open(now.state)) content.push_back(reply(context, view));
  content.push_back(changes(context, view));
  return page(context, {"request.title", request_address(now), kList}, std::move(content));
}

Document request_closed(const Context& context, std::string_view address) {
  const Words& words = context.words;
  return page(context, {"request.title", std::string(address), kList},
              {heading(1, words.text("home.requests.heading")), lead(words.text("request.closed")),
               keyed("way", paragraph({link(words.text("uses.confirm"), "/held")}))});
}

Document new_request(const Context& context, const NewRequestView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, heading_of_new(context, view)),
                   keyed("lead", lead(words.text("request.new.lead")))};
  Nodes rows = about(context, view);
  if (!rows.empty())
    content.push_back(section(
        "about", {heading(2, words.text("request.new.about")), summary_list(std::move(rows))}));
  for (const RequestLine& line : view.open)
    content.push_back(keyed(
        "open" + std::to_string(line.request.number),
        inset({paragraph(words.text("request.new.open")),
               paragraph({link(request_text(context, line), request_address(line.request))})})));
  content.push_back(keyed(
      "form", form(kActionRequest, {kinds(context, view),
                                    text_area({.name = kFieldRequestText,
                                               .label = words.text("request.new.text"),
                                               .hint = words.text("request.new.text_hint"),
                                               .error = error_of(context, kFieldRequestText),
                                               .value = value_of(context, kFieldRequestText)}),
                                    submit(context, "request.new.button", "withdraw.busy")})));
  return page(context, {"request.new.title", view.address, view.base + "/home"},
              std::move(content));
}

}  // namespace sayso::screens

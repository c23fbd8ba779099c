// Home: every choice in force on one screen, as the data map; what was asked for, and the way to
// everything else.
#include "shared/screens/data_map.h"
#include "shared/screens/names.h"
#include "shared/screens/page.h"
#include "shared/screens/request_parts.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::State;

Node requests(const Context& context, const HomeView& view) {
  const Words& words = context.words;
  Nodes nodes = {heading(2, words.text("home.requests.heading"))};
  Nodes rows;
  for (std::size_t i = 0; i < view.requests.size(); ++i)
    rows.push_back(keyed("request" + std::to_string(i), request_row(context, view.requests[i])));
  nodes.push_back(rows.empty() ? muted(words.text("home.requests.none"))
                               : summary_list(std::move(rows)));
  Nodes ways;
  if (!view.is_child && !view.requests.empty())
    ways.push_back(item({link(words.text("home.requests.all"), "/requests")}));
  ways.push_back(item({link(
      view.is_child ? words.text("home.ask_child", {{"child", view.name}}) : words.text("home.ask"),
      view.base + "/requests/new")}));
  nodes.push_back(list(std::move(ways)));
  return section("requests", std::move(nodes));
}

// What it is about, in one line.
std::string subject_of(const Context& context, const ReceiptLine& line) {
  const auto count = static_cast<std::int64_t>(line.what.size());
  if (count == 1) return line.what.front().what;
  return context.words.plural("home.receipts.answers", count);
}

Node receipts(const Context& context, const HomeView& view) {
  Nodes items;
  for (const ReceiptLine& line : view.receipts) {
    items.push_back(
        keyed(line.reference,
              item({link(context.words.text("home.receipts.link", {{"reference", line.reference}}),
                         "/receipts/" + line.reference),
                    span(" " + moment_text(context, line.received)),
                    paragraph(subject_of(context, line))})));
  }
  Nodes nodes = {heading(2, context.words.text("home.receipts.heading")), list(std::move(items))};
  if (view.log_watch == LogWatch::Same) {
    const std::string since =
        domain::date_in_words(context.words, domain::uk_time(view.log_since).date);
    nodes.push_back(
        keyed("log-same", muted(context.words.text("home.log.same", {{"date", since}}))));
  }
  return section("receipts", std::move(nodes));
}

Node children(const Context& context, const HomeView& view) {
  Nodes items;
  for (std::size_t i = 0; i < view.children.size(); ++i) {
    const std::string label =
        context.words.text("home.children.link", {{"child", view.children[i].name}});
    items.push_back(keyed(view.children[i].id.value(),
                          item({link(label, "/for/" + std::to_string(i + 1) + "/home")})));
  }
  return section("children",
                 {heading(2, context.words.text("home.children.heading")),
                  paragraph(context.words.text("home.children.text")), list(std::move(items))});
}

Node more(const Context& context, const HomeView& view) {
  const Words& words = context.words;
  Nodes nodes = {heading(2, words.text("home.more.heading")),
                 list(Nodes{item({link(words.text("home.held"), view.base + "/held")}),
                            item({link(words.text("home.uses"), view.base + "/uses")}),
                            item({link(words.text("home.promises"), "/promises")}),
                            item({link(words.text("home.contact"), "/contact")}),
                            item({link(words.text("home.recovery"), "/recovery")}),
                            item({link(words.text("home.check"), "/check")}),
                            item({link(words.text("home.read"), "/read")})})};
  if (view.key_kept)
    nodes.push_back(
        disclosure(context, "forget", words.text("home.forget"),
                   {paragraph(words.text("home.forget_text")),
                    keyed("do", button(words.text("home.forget"), kActionForget, Tone::Caution))}));
  nodes.push_back(keyed("sign-out", button(words.text("home.sign_out"), kActionSignOut)));
  return section("more", std::move(nodes));
}

// What cannot wait stands first: records on their way, a changed notice, a key that goes with this
// visit.
Nodes news(const Context& context, const HomeView& view) {
  const Words& words = context.words;
  Nodes nodes;
  if (view.waiting > 0)
    nodes.push_back(keyed(
        "waiting",
        inset({paragraph(words.plural("home.waiting", static_cast<std::int64_t>(view.waiting))),
               paragraph({link(words.text("home.waiting_link"), "/sending")})})));
  if (view.log_watch == LogWatch::Rewritten)
    nodes.push_back(keyed("log-rewritten", banner(words.text("home.log.rewritten.heading"),
                                                  {paragraph(words.text("home.log.rewritten")),
                                                   paragraph(words.text("home.log.what_to_do"))})));
  if (view.notice_changed)
    nodes.push_back(
        keyed("changed", banner(words.text("home.changed.heading"),
                                {paragraph(words.text("home.changed.text")),
                                 paragraph({link(words.text("home.changed.link"), "/changed")})})));
  if (!view.key_kept)
    nodes.push_back(keyed("not-kept", inset({paragraph(words.text("home.key_not_kept"))})));
  return nodes;
}

bool nothing_said(const HomeView& view) {
  for (const ChoiceLine& line : view.choices) {
    if (line.state != State::NotAsked && line.state != State::NotConsent) return false;
  }
  return true;
}

Node lead_line(const Context& context, const HomeView& view) {
  const Words& words = context.words;
  if (nothing_said(view))
    return lead(view.is_child ? words.text("home.nothing_child", {{"child", view.name}})
                              : words.text("home.nothing"));
  return lead(view.is_child ? words.text("home.lead_child", {{"child", view.name}})
                            : words.text("home.lead"));
}

}  // namespace

Document home(const Context& context, const HomeView& view) {
  const Words& words = context.words;
  Nodes content;
  if (!view.is_child) content.push_back(caption(words.text("home.hello", {{"name", view.name}})));
  content.push_back(heading(1, view.is_child
                                   ? words.text("home.heading_child", {{"child", view.name}})
                                   : words.text("home.heading")));
  for (Node& node : news(context, view)) content.push_back(std::move(node));
  content.push_back(keyed("lead", lead_line(context, view)));
  const std::string choose = std::string(kActionChooseAgain) + ":" + view.base;
  if (nothing_said(view))
    content.push_back(keyed("start", button(words.text("home.start"), choose, Tone::Primary)));
  if (!view.choices.empty()) content.push_back(data_map_figure(context, view));
  if (!nothing_said(view))
    content.push_back(keyed("again", button(words.text("home.again"), choose)));
  content.push_back(requests(context, view));
  if (!view.receipts.empty()) content.push_back(receipts(context, view));
  if (!view.children.empty()) content.push_back(children(context, view));
  if (!view.is_child) content.push_back(more(context, view));
  if (view.is_child) {
    content.push_back(
        keyed("held", paragraph({link(words.text("home.held_child", {{"child", view.name}}),
                                      view.base + "/held")})));
    content.push_back(
        keyed("uses", paragraph({link(words.text("home.uses_child", {{"child", view.name}}),
                                      view.base + "/uses")})));
  }
  return page(context, {"home.title", view.base + "/home", view.is_child ? "/home" : std::string()},
              std::move(content));
}

}  // namespace sayso::screens

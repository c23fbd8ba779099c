// About the portal itself: what it keeps and what it does not, and whether everyone can use it.
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;

// A heading and the texts "<key>.1", "<key>.2" … below it.
Node part(const Context& context, const std::string& key, int count, bool as_list) {
  const Words& words = context.words;
  std::vector<std::string> texts;
  for (int i = 1; i <= count; ++i) texts.push_back(words.text(key + "." + std::to_string(i)));
  Nodes nodes = {heading(2, words.text(key))};
  if (as_list) {
    nodes.push_back(list(texts));
  } else {
    for (const std::string& text : texts) nodes.push_back(paragraph(text));
  }
  return section(key.substr(key.rfind('.') + 1), std::move(nodes));
}

Node reach_us(const Context& context) {
  const domain::Council& council = context.notice.council;
  return section(
      "reach", {heading(2, context.words.text("about.reach")),
                paragraph(context.words.text("about.reach_text", {{"team", council.team},
                                                                  {"telephone", council.telephone},
                                                                  {"email", council.email}})),
                paragraph({link(context.words.text("footer.help"), "/help")})});
}

std::string back_of(const Context& context) { return context.signed_in ? "/home" : "/"; }

}  // namespace

Document privacy(const Context& context) {
  const Words& words = context.words;
  return page(
      context, {"privacy.title", "/privacy", back_of(context)},
      {heading(1, words.text("privacy.heading")),
       lead(words.text("privacy.lead", {{"council", context.notice.council.name}})),
       part(context, "privacy.not", 4, true), part(context, "privacy.phone", 4, true),
       part(context, "privacy.cookie", 2, false), part(context, "privacy.computers", 3, false),
       part(context, "privacy.voice", 1, false),
       section("rest", {heading(2, words.text("privacy.rest")),
                        paragraph({link(words.text("footer.read"), "/read")})}),
       reach_us(context)});
}

Document accessibility(const Context& context) {
  const Words& words = context.words;
  return page(
      context, {"accessibility.title", "/accessibility", back_of(context)},
      {heading(1, words.text("accessibility.heading")), lead(words.text("accessibility.lead")),
       section("can", {heading(2, words.text("accessibility.can")),
                       list({words.text("accessibility.can.1"), words.text("accessibility.can.2"),
                             words.text("accessibility.can.3"), words.text("accessibility.can.4"),
                             words.text("accessibility.can.5")}),
                       paragraph({link(words.text("footer.settings"), "/settings")})}),
       part(context, "accessibility.drawn", 2, false),
       part(context, "accessibility.rules", 2, false),
       part(context, "accessibility.tested", 4, true),
       part(context, "accessibility.limits", 4, true), reach_us(context),
       part(context, "accessibility.unhappy", 2, false),
       keyed("when", muted(words.text("accessibility.when")))});
}

}  // namespace sayso::screens

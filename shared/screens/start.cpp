// The first page: who is asking, what can be done here, the notice in short, and the way on.
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;

Node what_you_can_do(const Words& words) {
  return section("you-can",
                 {heading(2, words.text("start.you_can.heading")),
                  list({words.text("start.you_can.read"), words.text("start.you_can.choose"),
                        words.text("start.you_can.change"), words.text("start.you_can.proof")})});
}

// The notice's sections, each openable: plain words, and the way to the council's own.
Node notice_in_short(const Context& context) {
  Nodes nodes = {heading(2, context.words.text("read.plain"))};
  for (const domain::Section& part : context.notice.sections)
    nodes.push_back(disclosure(context, part.id.value(), part.title, blocks(part.plain, 3)));
  nodes.push_back(paragraph({link(context.words.text("start.read_first"), "/read")}));
  return section("in-short", std::move(nodes));
}

Node if_you_need_to_leave(const Words& words) {
  return section("safe", {heading(2, words.text("start.safe.heading")),
                          paragraph(words.text("start.safe.text")),
                          paragraph({link(words.text("start.safe.link"), "/leaving")})});
}

// What became of a visit that kept nothing here, when its page was closed or loaded again.
Node visit_ended(const Context& context) {
  const Words& words = context.words;
  const std::string& telephone = context.notice.council.telephone;
  return keyed("ended",
               banner(words.text("start.ended.heading"),
                      {paragraph(words.text("start.ended.text")),
                       paragraph(words.text("start.ended.back", {{"telephone", telephone}})),
                       paragraph({link(words.text("start.have_code"), "/code")})}));
}

// Whoever has been here before finds the way in beside the way for a first visit.
Nodes ways_in(const Context& context, const StartView& view) {
  const Words& words = context.words;
  Nodes nodes;
  if (view.locked)
    nodes.push_back(
        keyed("unlock", toned(Tone::Primary, link(words.text("start.unlock"), "/unlock"))));
  nodes.push_back(keyed("begin", button(words.text("start.button"), kActionBegin,
                                        view.locked ? Tone::Secondary : Tone::Primary)));
  nodes.push_back(small(words.text("start.time")));
  nodes.push_back(keyed("have-code", paragraph({link(words.text("start.have_code"), "/code")})));
  if (!view.locked)
    nodes.push_back(
        keyed("returning", paragraph({link(words.text("start.returning"), "/unlock")})));
  return nodes;
}

}  // namespace

Document start(const Context& context, const StartView& view) {
  const Words& words = context.words;
  const domain::Council& council = context.notice.council;
  Nodes content = {heading(1, words.text("start.heading"))};
  if (view.ended) content.push_back(visit_ended(context));
  content.push_back(keyed("who", paragraph(words.text("start.who", {{"council", council.name},
                                                                    {"team", council.team}}))));
  content.push_back(lead(words.text("start.lead")));
  content.push_back(inset({paragraph(words.text("start.no_wrong"))}));
  for (Node& node : ways_in(context, view)) content.push_back(std::move(node));
  content.push_back(what_you_can_do(words));
  content.push_back(notice_in_short(context));
  content.push_back(if_you_need_to_leave(words));
  content.push_back(keyed("help", paragraph({span(words.text("start.help") + " "),
                                             link(words.text("start.help_link"), "/help")})));
  return page(context, {"start.title", "/", {}}, std::move(content));
}

}  // namespace sayso::screens

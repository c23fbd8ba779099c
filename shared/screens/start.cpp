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

}  // namespace

Document start(const Context& context) {
  const Words& words = context.words;
  const domain::Council& council = context.notice.council;
  return page(
      context, {"start.title", "/", {}},
      {heading(1, words.text("start.heading")),
       paragraph(words.text("start.who", {{"council", council.name}, {"team", council.team}})),
       lead(words.text("start.lead")), inset({paragraph(words.text("start.no_wrong"))}),
       keyed("begin", button(words.text("start.button"), kActionBegin, Tone::Primary)),
       small(words.text("start.time")), what_you_can_do(words), notice_in_short(context),
       if_you_need_to_leave(words),
       paragraph(
           {span(words.text("start.help") + " "), link(words.text("start.help_link"), "/help")}),
       paragraph({link(words.text("start.have_code"), "/code")}),
       paragraph({link(words.text("start.returning"), "/unlock")})});
}

}  // namespace sayso::screens

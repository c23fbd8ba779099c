// What is held about a person: by the kinds of information that the notice names, each item with
// where it came from, what it is for and until when; and before that, how somebody makes sure that
// it is shown to the right person.
#include <algorithm>

#include "shared/domain/held_item.h"
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::HeldItem;

std::string address_of(const HeldView& view) { return view.base + "/held"; }

std::string heading_text(const Context& context, const HeldView& view) {
  return view.child.empty() ? context.words.text("held.heading")
                            : context.words.text("held.heading_child", {{"child", view.child}});
}

Node code_panel(const Context& context, const HeldView& view) {
  const Words& words = context.words;
  // In threes: six digits in a row are hard to read out, and to listen to.
  const std::string spaced = view.code.substr(0, 3) + " " + view.code.substr(3);
  return keyed(
      "code",
      panel_below(words.text("held.code"),
                  {paragraph({strong(spaced)}),
                   paragraph(words.text("held.code_until",
                                        {{"moment", moment_text(context, view.code_until)}}))}));
}

Node how_to_confirm(const Context& context) {
  const Words& words = context.words;
  const domain::Council& council = context.notice.council;
  return keyed("steps", numbered_list(
                            {item(words.text("held.step.meet", {{"telephone", council.telephone}})),
                             item(words.text("held.step.code")), item(words.text("held.step.say")),
                             item(words.text("held.step.after"))}));
}

Node facts(const Context& context, const HeldItem& item) {
  const Words& words = context.words;
  const std::string came = words.text(
      "held.came", {{"way", words.text("held.arrival." + std::string(name_of(item.arrival)))},
                    {"date", domain::date_in_words(words, item.received)}});
  Nodes uses;
  for (const PurposeId& id : item.purposes) {
    const domain::Purpose* purpose = domain::find_purpose(context.notice, id);
    uses.push_back(paragraph({strong(purpose_name(context, id))}));
    if (purpose) uses.push_back(muted(purpose->basis.plain));
  }
  const Date last = domain::destroy_by(item, context.notice.retention);
  return summary_list(
      {summary_row(words.text("held.from"),
                   Nodes{paragraph(organisation_name(context, item.source)), muted(came)}),
       summary_row(words.text("held.used_for"), std::move(uses)),
       summary_row(words.text("held.until"), domain::date_in_words(words, last)),
       summary_row(words.text("held.reference"),
                   Nodes{paragraph({document::code(item.reference)})})});
}

Node one_item(const Context& context, const HeldView& view, std::size_t number) {
  const HeldItem& item = view.items[number];
  const std::string ask = view.base + "/requests/new/item/" + std::to_string(number + 1);
  return keyed("item" + std::to_string(number),
               group({quote({paragraph(item.summary)}), facts(context, item),
                      keyed("ask", paragraph({link_about(context.words.text("request.ask"),
                                                         "(" + item.reference + ")", ask)}))}));
}

// Those of which `belongs` is true, in their order.
template <class Belongs>
Nodes items(const Context& context, const HeldView& view, Belongs belongs) {
  Nodes nodes;
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    if (belongs(view.items[i])) nodes.push_back(one_item(context, view, i));
  }
  return nodes;
}

Node kind_section(const Context& context, const HeldView& view, const domain::Kind& kind) {
  Nodes nodes = {heading(2, kind.name)};
  // The notice says it to the person themselves.
  if (view.child.empty()) nodes.push_back(muted(kind.plain));
  Nodes of_kind = items(context, view, [&](const HeldItem& item) { return item.kind == kind.id; });
  if (of_kind.empty())
    nodes.push_back(keyed("none", inset({paragraph(context.words.text("held.none_of_kind"))})));
  for (Node& node : of_kind) nodes.push_back(std::move(node));
  return section(kind.id.value(), std::move(nodes));
}

// What an earlier notice named and this one does not: held all the same, and so shown.
Node other_section(const Context& context, const HeldView& view) {
  Nodes others = items(context, view, [&](const HeldItem& item) {
    return domain::find_kind(context.notice, item.kind) == nullptr;
  });
  if (others.empty()) return keyed("other", group({}));
  others.insert(others.begin(), heading(2, context.words.text("held.other")));
  return section("other", std::move(others));
}

Node keep_a_copy(const Context& context, const HeldView& view) {
  const Words& words = context.words;
  const std::string suffix = ":" + view.base;
  return only_on_screen(
      section("copy", {heading(2, words.text("held.copy")), paragraph(words.text("held.copy_text")),
                       button(words.text("held.print"), kActionPrint),
                       button(words.text("held.save_table"), kActionHeldTable + suffix),
                       button(words.text("held.save_json"), kActionHeldJson + suffix),
                       small(words.text("held.copy_safe"))}));
}

Node count_line(const Context& context, const HeldView& view) {
  const auto count = static_cast<std::int64_t>(view.items.size());
  return keyed("count", lead(count == 0 ? context.words.text("held.nothing")
                                        : context.words.plural("held.count", count)));
}

}  // namespace

Document held(const Context& context, const HeldView& view) {
  Nodes content = {heading(1, heading_text(context, view)), count_line(context, view)};
  for (const domain::Kind& kind : context.notice.kinds)
    content.push_back(kind_section(context, view, kind));
  content.push_back(other_section(context, view));
  content.push_back(keep_a_copy(context, view));
  return page(context, {"held.title", address_of(view), view.base + "/home"}, std::move(content));
}

Document confirm_first(const Context& context, const HeldView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, heading_text(context, view)), lead(words.text("held.why")),
                   how_to_confirm(context)};
  if (view.code.empty()) {
    content.push_back(keyed("get", button(words.text(context.busy ? "held.busy" : "held.get"),
                                          kActionConfirmCode, Tone::Primary)));
  } else {
    content.push_back(code_panel(context, view));
    if (view.asked_again)
      content.push_back(keyed("not-yet", inset({paragraph(words.text("held.not_yet"))})));
    content.push_back(keyed("again", button(words.text(context.busy ? "held.looking" : "held.done"),
                                            kActionConfirmDone, Tone::Primary)));
    content.push_back(keyed("new", button(words.text("held.new_code"), kActionConfirmCode)));
  }
  content.push_back(keyed("choices", paragraph(words.text("held.meanwhile"))));
  Document document =
      page(context, {"held.title", address_of(view), view.base + "/home"}, std::move(content));
  if (!view.code.empty())
    document.announcement =
        view.asked_again ? words.text("held.not_yet") : words.text("held.code_here");
  return document;
}

}  // namespace sayso::screens

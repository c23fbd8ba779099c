// Who used what is known about a person: newest first, each with when, who, what, why and what
// allowed it; before them how far organisations have stopped that the person said no to.
#include "shared/domain/use.h"
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::Use;

std::string address_of(const UsesView& view) { return view.base + "/uses"; }

std::string heading_text(const Context& context, const UsesView& view) {
  return view.child.empty() ? context.words.text("uses.heading")
                            : context.words.text("uses.heading_child", {{"child", view.child}});
}

std::string what_happened(const Context& context, const Use& use) {
  return context.words.text("uses.did." + std::string(domain::name_of(use.kind)),
                            {{"organisation", organisation_in_text(context, use.organisation)}});
}

// What they are; of a role that has no words here, the organisation is said alone.
Nodes who(const Context& context, const Use& use) {
  Nodes nodes;
  for (const std::string_view role : {"key-worker", "reviewer", "dpo", "administrator"}) {
    if (use.role == role)
      nodes.push_back(paragraph(context.words.text("uses.role." + std::string(role))));
  }
  const std::string organisation = organisation_name(context, use.organisation);
  nodes.push_back(nodes.empty() ? paragraph(organisation) : muted(organisation));
  return nodes;
}

Nodes kinds(const Context& context, const Use& use) {
  Nodes items;
  for (const domain::KindId& id : use.information) {
    const domain::Kind* kind = domain::find_kind(context.notice, id);
    items.push_back(item({span(kind ? kind->name : id.value())}));
  }
  return {list(std::move(items))};
}

// The law's word for it, and where it was the person's own yes, the way to that.
Nodes allowed_by(const Context& context, const UseLine& line) {
  const domain::Purpose* purpose = domain::find_purpose(context.notice, line.use.purpose);
  const bool is_consent = purpose && purpose->basis.basis == domain::LawfulBasis::Consent;
  Nodes nodes;
  if (!line.reference.empty())
    nodes.push_back(
        paragraph({link(context.words.text("uses.your_yes", {{"reference", line.reference}}),
                        "/receipts/" + line.reference)}));
  else if (is_consent)
    nodes.push_back(paragraph(context.words.text("uses.a_yes")));
  if (purpose && !is_consent) nodes.push_back(paragraph(purpose->basis.plain));
  if (nodes.empty()) nodes.push_back(paragraph(context.words.text("uses.older_notice")));
  return nodes;
}

Node one_use(const Context& context, const UsesView& view, std::size_t place) {
  const UseLine& line = view.uses[place];
  const Words& words = context.words;
  const Use& use = line.use;
  // Its place in the log: there is one such place for each.
  const std::string number = std::to_string(use.entry.value());
  return section(
      "use" + number,
      {heading(2, moment_text(context, use.when)), paragraph(what_happened(context, use)),
       summary_list(
           {summary_row(words.text("uses.who"), who(context, use)),
            summary_row(words.text("uses.what"), kinds(context, use)),
            summary_row(words.text("uses.why"),
                        Nodes{paragraph(purpose_name(context, use.purpose))}),
            summary_row(words.text("uses.allowed"), allowed_by(context, line)),
            summary_row(words.text("uses.entry"), Nodes{paragraph({document::code(number)})})}),
       keyed("ask", paragraph({link_about(
                        words.text("request.ask"), "(" + moment_text(context, use.when) + ")",
                        view.base + "/requests/new/use/" + std::to_string(place + 1))}))});
}

// What an organisation has said since it was told of the no, step by step.
Node one_stop(const Context& context, const domain::Stop& stop, std::size_t place) {
  const Words& words = context.words;
  Nodes rows = {
      summary_row(words.text("uses.why"), Nodes{paragraph(purpose_name(context, stop.purpose))}),
      summary_row(words.text("uses.stop.since"),
                  Nodes{paragraph(moment_text(context, stop.since))})};
  for (const domain::StopStep step : domain::kStopSteps) {
    const auto number = static_cast<std::size_t>(step);
    const bool is_done = number < stop.done.size();
    rows.push_back(summary_row(words.text("uses.stop." + std::string(domain::name_of(step))),
                               Nodes{paragraph(is_done ? moment_text(context, stop.done[number])
                                                       : words.text("uses.stop.waiting"))}));
  }
  return section(
      "stop" + std::to_string(place),
      {heading(2, words.text("uses.stop.heading",
                             {{"organisation", organisation_in_text(context, stop.organisation)}})),
       summary_list(std::move(rows))});
}

Node count_line(const Context& context, const UsesView& view) {
  const auto count = static_cast<std::int64_t>(view.uses.size());
  return keyed("count", lead(count == 0 ? context.words.text("uses.nothing")
                                        : context.words.plural("uses.count", count)));
}

}  // namespace

Document uses(const Context& context, const UsesView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, heading_text(context, view)), count_line(context, view),
                   keyed("rule", paragraph(words.text("uses.rule")))};
  // Counted from the oldest, so that each keeps its place.
  for (std::size_t i = 0; i < view.stops.size(); ++i)
    content.push_back(one_stop(context, view.stops[i], view.stops.size() - i));
  for (std::size_t i = 0; i < view.uses.size(); ++i) content.push_back(one_use(context, view, i));
  content.push_back(
      only_on_screen(keyed("print", group({button(words.text("uses.print"), kActionPrint),
                                           small(words.text("held.copy_safe"))}))));
  return page(context, {"uses.title", address_of(view), view.base + "/home"}, std::move(content));
}

Document uses_closed(const Context& context, const UsesView& view) {
  const Words& words = context.words;
  return page(context, {"uses.title", address_of(view), view.base + "/home"},
              {heading(1, heading_text(context, view)), lead(words.text("held.why")),
               keyed("way", paragraph({link(words.text("uses.confirm"), view.base + "/held")}))});
}

}  // namespace sayso::screens

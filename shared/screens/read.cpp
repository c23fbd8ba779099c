// The notice: plain words beside the council's own, then what it means as lists and tables.
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::Notice;

struct Part {
  const char* id;
  const char* key;
};
constexpr Part kParts[] = {
    {"about", "read.parts.about"},           {"sources", "read.parts.sources"},
    {"kinds", "read.parts.kinds"},           {"purposes", "read.parts.purposes"},
    {"recipients", "read.parts.recipients"}, {"promises", "read.parts.promises"},
    {"retention", "read.parts.retention"},   {"withdrawing", "read.parts.withdrawing"},
    {"wording", "read.whole_wording"},
};

Node jumps(const Words& words) {
  Nodes items;
  for (const Part& part : kParts)
    items.push_back(item({link(words.text(part.key), "#" + std::string(part.id))}));
  return only_on_screen(
      keyed("jumps", group({heading(2, words.text("read.jump")), list(std::move(items))})));
}

Node titled(const Words& words, const char* id, const char* key, Nodes content) {
  Nodes nodes = {heading(2, words.text(key))};
  for (Node& node : content) nodes.push_back(std::move(node));
  return section(id, std::move(nodes));
}

// Each part of the notice twice, side by side where there is room: plain, and word for word.
Node about(const Context& context, const Notice& notice) {
  Nodes nodes;
  for (const domain::Section& part : notice.sections) {
    Nodes plain = {heading(3, part.title)};
    for (Node& node : blocks(part.plain, 3)) plain.push_back(std::move(node));
    const std::string id = part.id.value() + "-wording";
    nodes.push_back(keyed(
        part.id.value(),
        columns(group(std::move(plain)),
                group({disclosure(context, id,
                                  context.words.text("read.show_wording", {{"part", part.title}}),
                                  {quote(blocks(part.wording, 3))})}))));
  }
  return titled(context.words, "about", "read.parts.about", std::move(nodes));
}

std::vector<std::string> kind_names(const Notice& notice,
                                    const domain::Organisation& organisation) {
  std::vector<std::string> names;
  for (const domain::KindId& id : organisation.kinds) {
    if (const domain::Kind* kind = domain::find_kind(notice, id)) names.push_back(kind->name);
  }
  return names;
}

Node sources(const Context& context, const Notice& notice) {
  const Words& words = context.words;
  Nodes nodes = {paragraph(words.text("read.sources.lead"))};
  for (const auto* organisation :
       domain::organisations_with(notice, domain::OrganisationRole::Source)) {
    nodes.push_back(disclosure(
        context, "source-" + organisation->id.value(), organisation->name,
        {paragraph(organisation->plain), paragraph({strong(words.text("read.sources.kinds"))}),
         list(kind_names(notice, *organisation))}));
  }
  return titled(words, "sources", "read.parts.sources", std::move(nodes));
}

std::string sources_text(const Context& context, const Notice& notice, const domain::Kind& kind) {
  std::vector<std::string> names;
  for (const auto* organisation : domain::sources_of(notice, kind.id))
    names.push_back(organisation->in_text);
  if (names.empty()) return context.words.text("read.kinds.from_nobody");
  return context.words.text("read.kinds.from") + ": " + domain::list_in_words(context.words, names);
}

Node kinds(const Context& context, const Notice& notice) {
  Nodes nodes = {paragraph(context.words.text("read.kinds.lead"))};
  for (const domain::Kind& kind : notice.kinds) {
    nodes.push_back(keyed(kind.id.value(), group({heading(3, kind.name), paragraph(kind.plain),
                                                  muted(sources_text(context, notice, kind))})));
  }
  return titled(context.words, "kinds", "read.parts.kinds", std::move(nodes));
}

std::string organisations_text(const Context& context, const Notice& notice,
                               const domain::Purpose& purpose) {
  std::vector<std::string> names;
  for (const domain::Question& question : purpose.questions) {
    const auto* organisation = domain::find_organisation(notice, question.organisation);
    names.push_back(organisation ? organisation->in_text : question.organisation.value());
  }
  return domain::list_in_words(context.words, names);
}

Node purposes(const Context& context, const Notice& notice) {
  const Words& words = context.words;
  Nodes nodes = {paragraph(words.text("read.purposes.lead"))};
  for (const domain::Purpose& purpose : notice.purposes) {
    const bool consent = domain::remedy_of(purpose) == domain::Remedy::AgreeOrRefuse;
    nodes.push_back(keyed(
        purpose.id.value(),
        group({heading(3, purpose.name), paragraph(purpose.plain.you),
               summary_list({summary_row(words.text("read.purposes.who"),
                                         organisations_text(context, notice, purpose)),
                             summary_row(words.text("read.purposes.why"), purpose.basis.plain),
                             summary_row(words.text("purpose.how_long"), purpose.retention)}),
               paragraph(words.text(consent ? "read.purposes.can_choose"
                                            : "read.purposes.can_object"))})));
  }
  return titled(words, "purposes", "read.parts.purposes", std::move(nodes));
}

Node recipients(const Context& context, const Notice& notice) {
  const Words& words = context.words;
  Nodes nodes = {paragraph(words.text("read.recipients.lead"))};
  for (const auto* organisation :
       domain::organisations_with(notice, domain::OrganisationRole::Recipient)) {
    std::vector<std::string> names;
    for (const domain::Purpose* purpose : domain::purposes_of(notice, organisation->id))
      names.push_back(purpose->name);
    nodes.push_back(
        keyed(organisation->id.value(),
              group({heading(3, organisation->name), paragraph(organisation->plain),
                     paragraph({strong(words.text("read.recipients.for"))}), list(names)})));
  }
  for (const auto* organisation :
       domain::organisations_with(notice, domain::OrganisationRole::Regulator))
    nodes.push_back(keyed(organisation->id.value(), group({heading(3, words.text("read.regulator")),
                                                           paragraph({strong(organisation->name)}),
                                                           paragraph(organisation->plain)})));
  return titled(words, "recipients", "read.parts.recipients", std::move(nodes));
}

Node promises(const Context& context, const Notice& notice) {
  Nodes items;
  for (const domain::Promise& promise : notice.promises)
    items.push_back(keyed(promise.id.value(),
                          item({paragraph({strong(promise.wording)}), paragraph(promise.plain)})));
  return titled(context.words, "promises", "read.parts.promises",
                {inset({paragraph(notice.promises_bind)}), numbered_list(std::move(items))});
}

Node retention(const Context& context, const Notice& notice) {
  return titled(context.words, "retention", "read.parts.retention",
                {paragraph(notice.retention.plain)});
}

Node withdrawing(const Context& context, const Notice& notice) {
  Nodes nodes;
  for (const std::string& text : notice.withdrawing) nodes.push_back(paragraph(text));
  return titled(context.words, "withdrawing", "read.parts.withdrawing", std::move(nodes));
}

// Whole, in order, nothing left out: what the council published.
Node whole_wording(const Context& context, const Notice& notice) {
  Nodes wording;
  for (const domain::Section& part : notice.sections) {
    for (Node& node : blocks(part.wording, 3)) wording.push_back(std::move(node));
  }
  return titled(context.words, "wording", "read.whole_wording", {quote(std::move(wording))});
}

Node version_line(const Context& context, const Notice& notice) {
  const std::string version = std::to_string(notice.version);
  const std::string date = domain::date_in_words(context.words, notice.published);
  return muted(context.words.text("read.version", {{"version", version}, {"date", date}}));
}

}  // namespace

Document read(const Context& context, const Notice* then) {
  const Words& words = context.words;
  const Notice& notice = then ? *then : context.notice;
  Nodes content = {heading(1, words.text("read.heading")), version_line(context, notice)};
  if (then)
    content.push_back(inset({paragraph(words.text("read.older")),
                             paragraph({link(words.text("read.newer_link"), "/read")})}));
  content.push_back(lead(words.text("read.lead")));
  content.push_back(jumps(words));
  content.push_back(about(context, notice));
  content.push_back(sources(context, notice));
  content.push_back(kinds(context, notice));
  content.push_back(purposes(context, notice));
  content.push_back(recipients(context, notice));
  content.push_back(promises(context, notice));
  content.push_back(retention(context, notice));
  content.push_back(withdrawing(context, notice));
  content.push_back(whole_wording(context, notice));
  content.push_back(only_on_screen(keyed("print", button(words.text("read.print"), "print"))));
  return page(context, {"read.title", "/read", context.signed_in ? "/home" : "/"},
              std::move(content));
}

}  // namespace sayso::screens

// The promises of the notice: each in its own words, with what keeps it, what can be shown of it
// today, and what cannot be shown.
#include <array>

#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::Evidence;

constexpr char kAddress[] = "/promises";

// "promises.choices.none" where there is none, else the number's form of "promises.choices.some".
Node counted(const Context& context, const std::string& key, std::int64_t count) {
  return paragraph(count == 0 ? context.words.text(key + "none")
                              : context.words.plural(key + "some", count));
}

Nodes once_confirmed(const Context& context) {
  return {paragraph(context.words.text("promises.closed"))};
}

Nodes no_figure(const Context& context, const Evidence&) {
  return {paragraph(context.words.text("promises.no_figure"))};
}

Nodes own_word(const Context& context, const Evidence& evidence) {
  Nodes nodes = {counted(context, "promises.choices.", evidence.choices)};
  if (evidence.uses)
    nodes.push_back(counted(context, "promises.by_choice.", evidence.uses->by_choice));
  return nodes;
}

Nodes passed_on(const Context& context, const Evidence& evidence) {
  if (!evidence.uses) return once_confirmed(context);
  Nodes nodes = {counted(context, "promises.by_others.", evidence.uses->by_others)};
  if (evidence.uses->last)
    nodes.push_back(paragraph(context.words.text(
        "promises.last_use", {{"moment", moment_text(context, *evidence.uses->last)}})));
  nodes.push_back(paragraph({link(context.words.text("promises.see_uses"), "/uses")}));
  return nodes;
}

Nodes public_log(const Context& context, const Evidence& evidence) {
  if (!evidence.log) return {paragraph(context.words.text("promises.log.none"))};
  return {counted(context, "promises.log.", evidence.log->size),
          paragraph(context.words.text("promises.log.as_of",
                                       {{"moment", moment_text(context, evidence.log->as_of)}}))};
}

Nodes who_may_ask(const Context& context, const Evidence& evidence) {
  if (evidence.organisations.empty())
    return {paragraph(context.words.text("promises.organisations.none"))};
  Nodes items;
  for (const OrganisationId& id : evidence.organisations)
    items.push_back(item({span(organisation_name(context, id))}));
  return {paragraph(context.words.text("promises.organisations.some")), list(std::move(items))};
}

Nodes rights(const Context& context, const Evidence& evidence) {
  Nodes nodes = {counted(context, "promises.requests.", evidence.requests.count)};
  if (evidence.requests.count > 0)
    nodes.push_back(counted(context, "promises.late.", evidence.requests.late));
  return nodes;
}

Nodes locks(const Context& context, const Evidence& evidence) {
  Nodes nodes = {counted(context, "promises.devices.", evidence.devices)};
  if (evidence.log)
    nodes.push_back(counted(context, "promises.witnesses.", evidence.log->witnesses));
  return nodes;
}

Nodes last_days(const Context& context, const Evidence& evidence) {
  if (!evidence.items) return once_confirmed(context);
  Nodes nodes = {counted(context, "promises.items.", evidence.items->count)};
  if (evidence.items->count > 0)
    nodes.push_back(counted(context, "promises.overdue.", evidence.items->overdue));
  if (evidence.items->next)
    nodes.push_back(paragraph(context.words.text(
        "promises.next", {{"date", domain::date_in_words(context.words, *evidence.items->next)}})));
  nodes.push_back(paragraph({link(context.words.text("promises.see_held"), "/held")}));
  return nodes;
}

struct Proof {
  std::string_view promise;
  Nodes (*today)(const Context&, const Evidence&);
};

constexpr std::array<Proof, 8> kProofs{{{"consent-first", own_word},
                                        {"research-only", passed_on},
                                        {"no-decisions", no_figure},
                                        {"anonymous", public_log},
                                        {"not-passed-on", who_may_ask},
                                        {"data-protection-act", rights},
                                        {"measures", locks},
                                        {"five-years", last_days}}};

// A council may promise what no program keeps: then people alone do, and that is said.
constexpr Proof kByPeople{"other", no_figure};

const Proof& proof_of(const domain::PromiseId& id) {
  for (const Proof& proof : kProofs) {
    if (id.value() == proof.promise) return proof;
  }
  return kByPeople;
}

Node one_promise(const Context& context, const domain::Promise& promise, const Evidence* evidence) {
  const Words& words = context.words;
  const Proof& proof = proof_of(promise.id);
  const std::string id(proof.promise);
  return section(
      promise.id.value(),
      {heading(2, promise.wording), paragraph(promise.plain),
       summary_list({summary_row(words.text("promises.kept"),
                                 Nodes{paragraph(words.text("promises.keeps." + id))}),
                     summary_row(words.text("promises.today"),
                                 evidence ? proof.today(context, *evidence)
                                          : Nodes{paragraph(words.text("promises.no_answer"))}),
                     summary_row(words.text("promises.people"),
                                 Nodes{paragraph(words.text("promises.rests." + id))})})});
}

}  // namespace

Document promises(const Context& context, const Evidence* evidence) {
  const Words& words = context.words;
  Nodes content = {heading(1, words.text("promises.heading")), lead(words.text("promises.lead")),
                   keyed("bind", inset({paragraph(context.notice.promises_bind)}))};
  if (evidence && !evidence->uses)
    content.push_back(
        keyed("way", group({paragraph(words.text("held.why")),
                            paragraph({link(words.text("uses.confirm"), "/held")})})));
  for (const domain::Promise& promise : context.notice.promises)
    content.push_back(one_promise(context, promise, evidence));
  content.push_back(
      only_on_screen(keyed("print", group({button(words.text("uses.print"), kActionPrint),
                                           small(words.text("held.copy_safe"))}))));
  return page(context, {"promises.title", kAddress, "/home"}, std::move(content));
}

}  // namespace sayso::screens

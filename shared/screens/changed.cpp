// What is new in the notice, before choosing again.
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using domain::Change;
using domain::Notice;
using domain::NoticeChange;
using domain::Subject;

const char* heading_key(Subject subject) {
  switch (subject) {
    case Subject::Section:
      return "changed.sections";
    case Subject::Kind:
      return "changed.kinds";
    case Subject::Organisation:
      return "changed.organisations";
    case Subject::Purpose:
      return "changed.purposes";
    case Subject::Question:
      return "changed.questions";
    case Subject::Promise:
      return "changed.promises";
    case Subject::Retention:
      return "changed.retention";
    case Subject::Withdrawing:
      return "changed.withdrawing";
    case Subject::Council:
      return "changed.council";
  }
  return "changed.sections";
}

std::string all_text(const std::vector<domain::Block>& source) {
  std::string text;
  for (const domain::Block& block : source) {
    if (!text.empty()) text += ' ';
    text += block.text;
    for (const std::string& bullet : block.items) text += " " + bullet;
  }
  return text;
}

struct Named {
  std::string name;
  std::string text;
};

Named in_notice(const Context& context, const Notice& notice, const NoticeChange& change) {
  switch (change.subject) {
    case Subject::Section:
      if (const auto* part = domain::find_section(notice, domain::SectionId(change.id)))
        return {part->title, all_text(part->plain)};
      break;
    case Subject::Kind:
      if (const auto* kind = domain::find_kind(notice, domain::KindId(change.id)))
        return {kind->name, kind->plain};
      break;
    case Subject::Organisation:
      if (const auto* organisation = domain::find_organisation(notice, OrganisationId(change.id)))
        return {organisation->name, organisation->plain};
      break;
    case Subject::Purpose:
      if (const auto* purpose = domain::find_purpose(notice, PurposeId(change.id)))
        return {purpose->name, purpose->plain.you};
      break;
    case Subject::Question:
      if (const auto* question =
              domain::find_question(notice, PurposeId(change.id), OrganisationId(change.with)))
        return {context.words.text(
                    "changed.question",
                    {{"organisation", organisation_name(context, question->organisation)},
                     {"purpose", purpose_name(context, PurposeId(change.id))}}),
                question->text.you};
      break;
    case Subject::Promise:
      if (const auto* promise = domain::find_promise(notice, domain::PromiseId(change.id)))
        return {promise->wording, promise->plain};
      break;
    case Subject::Retention:
      return {{}, notice.retention.plain};
    case Subject::Withdrawing:
    case Subject::Council:
      break;
  }
  return {};
}

const char* change_key(Change change) {
  if (change == Change::New) return "changed.new";
  return change == Change::Gone ? "changed.gone" : "changed.changed";
}

Node change_node(const Context& context, const Notice& before, const NoticeChange& change,
                 std::size_t index) {
  const Named now = in_notice(context, context.notice, change);
  const Named was = in_notice(context, before, change);
  const std::string& name = now.name.empty() ? was.name : now.name;
  const std::string about = name.empty() ? name : ": " + name;
  Nodes nodes;
  if (!name.empty()) nodes.push_back(heading(3, name));
  nodes.push_back(paragraph({tag(Tone::Brand, context.words.text(change_key(change.change)))}));
  if (!now.text.empty())
    nodes.push_back(paragraph({strong(context.words.text("changed.now") + ": "), span(now.text)}));
  if (!was.text.empty() && was.text != now.text)
    nodes.push_back(disclosure(context, "before-" + std::to_string(index),
                               context.words.text("changed.before") + about,
                               {paragraph(was.text)}));
  return keyed("change" + std::to_string(index), group(std::move(nodes)));
}

Nodes change_nodes(const Context& context, const ChangedView& view) {
  Nodes nodes;
  const std::vector<NoticeChange>& changes = view.diff.items;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool first = i == 0 || changes[i].subject != changes[i - 1].subject;
    if (first) nodes.push_back(heading(2, context.words.text(heading_key(changes[i].subject))));
    nodes.push_back(change_node(context, *view.before, changes[i], i));
  }
  return nodes;
}

}  // namespace

Document changed(const Context& context, const ChangedView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, words.text("changed.heading"))};
  if (!view.before) {
    content.push_back(keyed("wait", progress(words.text("nav.wait"), -1)));
    return page(context, {"changed.title", "/changed", view.base + "/home"}, std::move(content));
  }
  content.push_back(lead(words.text("changed.lead")));
  content.push_back(paragraph(words.text("changed.still")));
  for (Node& node : change_nodes(context, view)) content.push_back(std::move(node));
  const auto count = static_cast<std::int64_t>(view.diff.ask_again.size());
  content.push_back(keyed("count", paragraph(count > 0 ? words.plural("changed.ask_again", count)
                                                       : words.text("changed.ask_none"))));
  if (count > 0)
    content.push_back(
        keyed("go", button(words.text("changed.button"),
                           std::string(kActionChooseAgain) + ":" + view.base, Tone::Primary)));
  content.push_back(keyed("read", paragraph({link(words.text("changed.read"), "/read")})));
  return page(context, {"changed.title", "/changed", view.base + "/home"}, std::move(content));
}

}  // namespace sayso::screens

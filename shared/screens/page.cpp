#include "shared/screens/page.h"

#include <algorithm>

#include "shared/screens/names.h"

namespace sayso::screens {
namespace {

using namespace document;

std::string title_of(const Context& context, std::string_view key) {
  const std::string name = context.words.text(key);
  const bool wrong = !context.errors.empty();
  return context.words.text(wrong ? "page.title_error" : "page.title",
                            {{"page", name}, {"service", context.notice.council.service}});
}

Frame frame_of(const Context& context) {
  const Words& words = context.words;
  Frame frame;
  frame.skip_label = words.text("page.main_content");
  frame.home_address = context.signed_in ? "/home" : "/";
  frame.exit_label = words.text("exit.label");
  frame.exit_address = context.notice.council.exit_address;
  frame.exit_hint = words.text("exit.hint");
  frame.exit_once = words.text("exit.pressed_once");
  frame.exit_twice = words.text("exit.pressed_twice");
  frame.error_prefix = words.text("error.prefix");
  frame.warning_label = words.text("nav.warning");
  return frame;
}

bool is_simple(const Context& context) { return setting_of(context.settings, "view") == "simple"; }

// For those who asked for it, on every screen; nothing is read before it is pressed.
Node aloud_button(const Context& context) {
  const char* key = context.speaking ? "aloud.stop" : "aloud.start";
  return keyed("aloud", only_on_screen(button(context.words.text(key), kActionAloud)));
}

Nodes footer_of(const Context& context) {
  const Words& words = context.words;
  Nodes links = {
      keyed("help", link(words.text("footer.help"), "/help")),
      keyed("read", link(words.text("footer.read"), "/read")),
      keyed("check", link(words.text("footer.check"), "/check")),
      keyed("leaving", link(words.text("footer.leaving"), "/leaving")),
      keyed("settings", link(words.text("footer.settings"), "/settings")),
      keyed("simple",
            link(words.text(is_simple(context) ? "footer.simple_off" : "footer.simple_on"), "#main",
                 kActionSimpleView)),
      keyed("accessibility", link(words.text("footer.accessibility"), "/accessibility")),
      keyed("privacy", link(words.text("footer.privacy"), "/privacy")),
  };
  if (context.signed_in)
    links.push_back(keyed("sign-out", link(words.text("footer.sign_out"), "/", kActionSignOut)));
  return links;
}

// The field that an error link leads to: its id is its name.
Node error_link(const Context& context, const std::string& field) {
  return keyed(field, link(error_of(context, field), "#" + field));
}

// In the order of the questions on the page; other fields stand in no order that matters.
std::vector<std::string> fields_at_fault(const Context& context) {
  std::vector<std::string> fields;
  for (const domain::Purpose& purpose : context.notice.purposes) {
    for (const domain::Question& question : purpose.questions) {
      const std::string field = choice_field(purpose.id, question.organisation);
      if (context.errors.count(field)) fields.push_back(field);
    }
  }
  for (const auto& error : context.errors) {
    if (std::find(fields.begin(), fields.end(), error.first) == fields.end())
      fields.push_back(error.first);
  }
  return fields;
}

Node error_list(const Context& context) {
  Nodes links;
  for (const std::string& field : fields_at_fault(context))
    links.push_back(error_link(context, field));
  return keyed("errors", error_summary(context.words.text("error.title"), std::move(links)));
}

Node problem_banner(const Context& context) {
  const Words& words = context.words;
  return keyed(
      "problem",
      error_summary(words.text("problem.title"),
                    {paragraph(words.text(context.problem)),
                     paragraph(words.text("problem.help",
                                          {{"telephone", context.notice.council.telephone}}))}));
}

// A screen of its own, so that nothing of the last one is taken for a part of it.
std::string key_of_address(std::string address) {
  std::replace(address.begin(), address.end(), '/', '-');
  return "at" + address;
}

}  // namespace

Document page(const Context& context, const Page& page, Nodes content) {
  Document document;
  document.title = title_of(context, page.title_key);
  document.address = page.address;
  document.language = context.notice.language;
  document.direction = context.notice.direction == domain::TextDirection::RightToLeft
                           ? Direction::RightToLeft
                           : Direction::LeftToRight;
  document.council = context.notice.council.name;
  document.service = context.notice.council.service;
  document.frame = frame_of(context);
  if (!page.back.empty())
    document.back.push_back(keyed("back", back_link(context.words.text("nav.back"), page.back)));
  Nodes all;
  if (!context.errors.empty()) all.push_back(error_list(context));
  if (!context.problem.empty()) all.push_back(problem_banner(context));
  if (context.can_speak && setting_of(context.settings, "aloud") == "on")
    all.push_back(aloud_button(context));
  for (Node& node : content) all.push_back(std::move(node));
  const std::string today = date_text(context, context.now);
  all.push_back(keyed(
      "printed", only_in_print(small(context.words.text("print.printed", {{"date", today}})))));
  document.main.children.push_back(keyed(key_of_address(page.address), group(std::move(all))));
  document.footer = footer_of(context);
  return document;
}

std::string error_of(const Context& context, const std::string& field) {
  const auto error = context.errors.find(field);
  if (error == context.errors.end()) return {};
  if (error->second != "error.choice.empty") return context.words.text(error->second);
  const OrganisationId organisation(field.substr(field.rfind(':') + 1));
  return context.words.text(error->second,
                            {{"organisation", organisation_in_text(context, organisation)}});
}

std::string value_of(const Context& context, const std::string& field) {
  const auto value = context.fields.find(field);
  return value == context.fields.end() ? std::string() : value->second;
}

bool is_picked(const Context& context, const std::string& group, const std::string& option) {
  return value_of(context, group + ":" + option) == "yes";
}

bool is_open(const Context& context, const std::string& id) { return context.open.count(id) != 0; }

Node panel_below(std::string title, Nodes children) {
  Node node = panel(std::move(title), std::move(children));
  node.page_heading = false;
  node.id.clear();
  return node;
}

Node disclosure(const Context& context, const std::string& id, std::string summary,
                Nodes children) {
  return keyed(
      id, identified(id, details(std::move(summary), std::move(children), is_open(context, id))));
}

Node submit(const Context& context, std::string_view key, std::string_view busy_key) {
  Node button = keyed("submit", submit_button(context.words.text(context.busy ? busy_key : key)));
  return button;
}

std::string organisation_in_text(const Context& context, const OrganisationId& id) {
  const domain::Organisation* organisation = domain::find_organisation(context.notice, id);
  return organisation ? organisation->in_text : id.value();
}

std::string organisation_name(const Context& context, const OrganisationId& id) {
  const domain::Organisation* organisation = domain::find_organisation(context.notice, id);
  return organisation ? organisation->name : id.value();
}

std::string purpose_name(const Context& context, const PurposeId& id) {
  const domain::Purpose* purpose = domain::find_purpose(context.notice, id);
  return purpose ? purpose->name : id.value();
}

Node link_about(std::string label, std::string about, std::string href) {
  Node node = link(std::move(label), std::move(href));
  node.hint = std::move(about);
  return node;
}

Tone tone_of(domain::State state) {
  switch (state) {
    case domain::State::NotAsked:
      return Tone::NotAsked;
    case domain::State::Agreed:
      return Tone::Agreed;
    case domain::State::Refused:
      return Tone::Refused;
    case domain::State::Withdrawn:
      return Tone::Withdrawn;
    case domain::State::NotConsent:
      return Tone::NotConsent;
    case domain::State::Objected:
      return Tone::Refused;
  }
  return Tone::NotAsked;
}

Node state_tag(const Context& context, domain::State state) {
  const std::string key = "state." + std::string(domain::name_of(state));
  return keyed("state", tag(tone_of(state), context.words.text(key)));
}

Nodes blocks(const std::vector<domain::Block>& source, int level) {
  Nodes nodes;
  for (const domain::Block& block : source) {
    if (block.kind == domain::BlockKind::Heading) nodes.push_back(heading(level, block.text));
    if (block.kind == domain::BlockKind::Paragraph) nodes.push_back(paragraph(block.text));
    if (block.kind == domain::BlockKind::Bullets) nodes.push_back(list(block.items));
  }
  return nodes;
}

std::string date_text(const Context& context, Instant instant) {
  return domain::date_in_words(context.words, domain::uk_time(instant).date);
}

std::string moment_text(const Context& context, Instant instant) {
  return domain::moment_in_words(context.words, instant);
}

}  // namespace sayso::screens

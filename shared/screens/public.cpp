// Pages for anybody: help, what Exit this page does, what is not there; and the page of a private
// address until the client has taken over.
#include <utility>

#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;

Node lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return paragraph(all);
}

Node entry(const Words& words, const char* id, const char* key, Node content) {
  return section(id, {heading(2, words.text(key)), std::move(content)});
}

// As a telephone takes it: no blanks, which no address may have.
std::string digits_of(const std::string& telephone) {
  std::string digits;
  for (const char letter : telephone) {
    if ((letter >= '0' && letter <= '9') || (letter == '+' && digits.empty())) digits += letter;
  }
  return digits;
}

Node telephone(const std::string& number) { return link(number, "tel:" + digits_of(number)); }

// The regulator as the notice has it: who it is, and how to reach it.
Node rights(const Context& context) {
  const Words& words = context.words;
  Nodes nodes = {heading(2, words.text("help.rights")), paragraph(words.text("help.rights_text"))};
  for (const auto* regulator :
       domain::organisations_with(context.notice, domain::OrganisationRole::Regulator)) {
    Nodes lines = {paragraph({strong(regulator->name)}), paragraph(regulator->plain)};
    if (!regulator->telephone.empty())
      lines.push_back(paragraph({telephone(regulator->telephone)}));
    if (!regulator->website.empty())
      lines.push_back(paragraph({link(regulator->website, regulator->website)}));
    nodes.push_back(keyed(regulator->id.value(), group(std::move(lines))));
  }
  return section("rights", std::move(nodes));
}

}  // namespace

Document help(const Context& context) {
  const Words& words = context.words;
  const domain::Council& council = context.notice.council;
  return page(
      context, {"help.title", "/help", context.signed_in ? "/home" : "/"},
      {heading(1, words.text("help.heading")), paragraph(words.text("help.text")),
       entry(words, "danger", "help.danger", paragraph(words.text("help.danger_text"))),
       entry(words, "phone", "help.phone", paragraph({telephone(council.telephone)})),
       entry(words, "email", "help.email",
             paragraph({link(council.email, "mailto:" + council.email)})),
       entry(words, "office", "help.office", lines(council.office)),
       entry(words, "hours", "help.hours", list(council.opening_hours)),
       entry(words, "paper", "help.paper", paragraph(council.paper_route)),
       entry(words, "someone", "help.someone", paragraph(words.text("help.someone_text"))),
       entry(words, "language", "help.language", paragraph(words.text("help.language_text"))),
       rights(context)});
}

Document leaving(const Context& context) {
  const Words& words = context.words;
  return page(
      context, {"leaving.title", "/leaving", context.signed_in ? "/home" : "/"},
      {heading(1, words.text("leaving.heading")),
       section("does", {heading(2, words.text("leaving.does.heading")),
                        list({words.text("leaving.does.cover"), words.text("leaving.does.end"),
                              words.text("leaving.does.keys")})}),
       section("not", {heading(2, words.text("leaving.not.heading")),
                       list({words.text("leaving.not.history"), words.text("leaving.not.phone")})}),
       section("more", {heading(2, words.text("leaving.more.heading")),
                        list({words.text("leaving.more.private"), words.text("leaving.more.other"),
                              words.text("leaving.more.forget")})})});
}

namespace {

Nodes after_finishing(const Context& context, Ending ending) {
  const Words& words = context.words;
  if (ending == Ending::Kept)
    return {keyed("text", paragraph(words.text("signed_out.text"))),
            keyed("reopen", button(words.text("start.returning"), kActionReopen))};
  if (ending == Ending::TimedOut)
    return {keyed("picked", paragraph(words.text("timed_out.kept"))),
            keyed("unlock", paragraph({link(words.text("start.unlock"), "/unlock")}))};
  const std::string nothing = words.text("home.forgot_done");
  return {
      keyed("nothing", ending == Ending::TimedOutNothingKept ? paragraph(nothing) : lead(nothing)),
      keyed("safe", paragraph(words.text("signed_out.safe"))),
      keyed("back", paragraph(words.text("signed_out.back",
                                         {{"telephone", context.notice.council.telephone}}))),
      keyed("code", paragraph({link(words.text("start.have_code"), "/code")}))};
}

}  // namespace

Document finished(const Context& context, Ending ending) {
  const Words& words = context.words;
  const bool by_itself = ending == Ending::TimedOut || ending == Ending::TimedOutNothingKept;
  Nodes content = {heading(1, words.text(by_itself ? "timed_out.heading" : "signed_out.heading"))};
  if (by_itself) content.push_back(keyed("why", lead(words.text("timed_out.text"))));
  for (Node& node : after_finishing(context, ending)) content.push_back(std::move(node));
  return page(context, {by_itself ? "timed_out.title" : "signed_out.title", "/finished", {}},
              std::move(content));
}

Node time_out(const Context& context, const TimeOutView& view) {
  const Words& words = context.words;
  const std::int64_t minutes = (view.left_seconds + 30) / 60;
  const char* kept = view.key_kept ? "time_out.kept" : "time_out.nothing_kept";
  return timeout_warning(words.text("time_out.title"),
                         {paragraph(minutes > 0 ? words.plural("time_out.text", minutes)
                                                : words.text("time_out.soon")),
                          paragraph(words.text(kept))},
                         button(words.text("time_out.stay"), kActionStay, Tone::Primary),
                         button(words.text("time_out.leave"), kActionSignOut));
}

Document not_found(const Context& context, std::string_view address) {
  const Words& words = context.words;
  return page(context, {"missing.title", std::string(address), {}},
              {heading(1, words.text("missing.heading")), paragraph(words.text("missing.text")),
               paragraph({link(words.text("missing.home"), "/")})});
}

Document opening(const Context& context, std::string_view address) {
  const Words& words = context.words;
  Nodes content = {heading(1, words.text("opening.heading"))};
  if (context.problem.empty())
    content.push_back(keyed("progress", progress(words.text("opening.text"), -1)));
  content.push_back(keyed("without", paragraph(words.text("opening.without"))));
  content.push_back(keyed("help", paragraph({link(words.text("opening.help"), "/help")})));
  return page(context, {"opening.title", std::string(address), {}}, std::move(content));
}

std::optional<Document> public_screen(const Context& context, std::string_view address) {
  if (address == "/") return start(context);
  if (address == "/read") return read(context);
  if (address == "/help") return help(context);
  if (address == "/leaving") return leaving(context);
  if (address == "/settings") return own_settings(context, {});
  if (address == "/privacy") return privacy(context);
  if (address == "/accessibility") return accessibility(context);
  if (address == "/code") return code(context);
  if (address == "/finished") return finished(context);
  if (address == "/check") return check_receipt(context, {});
  return std::nullopt;
}

}  // namespace sayso::screens

// Proof to hold: the receipt, the recovery code, and checking a receipt.
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;
using Outcome = VerifyView::Outcome;

// Beside it a problem of the page's own may stand, under the id that it always has.
Node said_wrong(Node summary) {
  return keyed("outcome", identified("outcome", std::move(summary)));
}

Node what_was_said(const std::vector<SendLine>& lines) {
  std::vector<std::string> texts;
  for (const SendLine& line : lines) texts.push_back(line.what);
  return list(texts);
}

Node facts(const Context& context, const ReceiptView& view) {
  const Words& words = context.words;
  return keyed(
      "facts",
      summary_list(
          {summary_row(words.text("receipt.reference"), view.reference),
           summary_row(words.text("receipt.received"), moment_text(context, view.received)),
           summary_row(words.text("receipt.said"), Nodes{what_was_said(view.what)})}));
}

Node by_hand(const Context& context, const ReceiptView& view) {
  const Words& words = context.words;
  return disclosure(
      context, "by-hand", words.text("receipt.technical"),
      {summary_list(
           {summary_row(words.text("receipt.hash"), Nodes{paragraph({document::code(view.hash)})}),
            summary_row(words.text("receipt.key"), Nodes{paragraph({document::code(view.key)})}),
            summary_row(words.text("receipt.log_key"),
                        Nodes{paragraph({document::code(view.log_key)})})}),
       paragraph({strong(words.text("receipt.signed"))}), paragraph({document::code(view.json)})});
}

Node witnesses(const Context& context, const ReceiptView& view) {
  const Words& words = context.words;
  if (view.witnesses == 0) return paragraph(words.text("receipt.witness.none"));
  const std::string when = moment_text(context, view.witnessed);
  if (view.witnesses == 1) return paragraph(words.text("receipt.witness.one", {{"when", when}}));
  return paragraph(words.text("receipt.witness.some",
                              {{"count", std::to_string(view.witnesses)}, {"when", when}}));
}

std::string renewal_title(const Context& context, Renewal renewal) {
  switch (renewal) {
    case Renewal::None:
    case Renewal::UnderWay:
      return {};
    case Renewal::Renewed:
      return context.words.text("receipt.renew.done.heading");
    case Renewal::NothingNewer:
      return context.words.text("receipt.renew.same.heading");
    case Renewal::Refused:
      return context.words.text("receipt.renew.refused.heading");
    case Renewal::Contradicts:
      return context.words.text("receipt.renew.wrong.heading");
  }
  return {};
}

// Above all else on the page: what the person just asked for.
Nodes renewal(const Context& context, Renewal renewal) {
  const Words& words = context.words;
  const std::string title = renewal_title(context, renewal);
  if (title.empty()) return {};
  if (renewal == Renewal::Contradicts)
    return {said_wrong(error_summary(
        title, {paragraph(words.text("receipt.renew.wrong.text",
                                     {{"telephone", context.notice.council.telephone}}))}))};
  const char* text = renewal == Renewal::Renewed        ? "receipt.renew.done.text"
                     : renewal == Renewal::NothingNewer ? "receipt.renew.same.text"
                                                        : "receipt.renew.refused.text";
  return {keyed("outcome", panel_below(title, {paragraph(words.text(text))}))};
}

Node renew(const Context& context, const ReceiptView& view) {
  const Words& words = context.words;
  const bool waits = view.renewal == Renewal::UnderWay;
  return section(
      "witnesses",
      {heading(2, words.text("receipt.witness.heading")), witnesses(context, view),
       small(words.text("receipt.witness.limit")),
       only_on_screen(keyed(
           "renew", group({paragraph(words.text("receipt.renew.text")),
                           button(words.text(waits ? "receipt.renew.busy" : "receipt.renew.button"),
                                  std::string(kActionRenewReceipt) + ":" + view.reference)})))});
}

constexpr const char* kSteps[] = {"signature", "key", "leaf", "inclusion", "checkpoint"};

Node step_row(const Context& context, const VerifyView& view, int step) {
  const Words& words = context.words;
  const int wrong = view.outcome == Outcome::Proved ? 5 : static_cast<int>(view.first_wrong);
  const char* result = step < wrong    ? "verify.result.right"
                       : step == wrong ? "verify.result.wrong"
                                       : "verify.result.not_reached";
  const std::string name = kSteps[step];
  Nodes value = {step == wrong ? paragraph({tag(Tone::Refused, words.text(result))})
                               : paragraph(words.text(result))};
  if (step == wrong) value.push_back(paragraph(words.text("verify.fault." + name)));
  return keyed(name, summary_row(words.text("verify.step." + name), std::move(value)));
}

Node steps(const Context& context, const VerifyView& view) {
  Nodes rows;
  for (int step = 0; step < 5; ++step) rows.push_back(step_row(context, view, step));
  return section("steps",
                 {heading(2, context.words.text("verify.steps")), summary_list(std::move(rows))});
}

Node which_file(const Context& context, const VerifyView& view) {
  return paragraph(context.words.text("verify.which", {{"file", view.file_name}}));
}

Nodes outcome(const Context& context, const VerifyView& view) {
  const Words& words = context.words;
  switch (view.outcome) {
    case Outcome::None:
      return {};
    case Outcome::Unreadable:
      return {said_wrong(error_summary(
          words.text("verify.unreadable.heading"),
          {which_file(context, view), paragraph(words.text("verify.unreadable.text"))}))};
    case Outcome::Wrong:
      return {said_wrong(error_summary(
                  words.text("verify.wrong.heading"),
                  {which_file(context, view),
                   paragraph(words.text("verify.wrong.text",
                                        {{"telephone", context.notice.council.telephone}}))})),
              steps(context, view)};
    case Outcome::Proved:
      break;
  }
  return {keyed("outcome", panel_below(words.text("verify.proved.heading"),
                                       {which_file(context, view),
                                        paragraph(words.text("verify.proved.text"))})),
          facts(context, view.receipt), steps(context, view),
          section("limits", {heading(2, words.text("verify.limits.heading")),
                             paragraph(words.text("verify.limits.text")),
                             paragraph(words.text("verify.limits.witness"))})};
}

}  // namespace

Document receipt(const Context& context, const ReceiptView& view) {
  const Words& words = context.words;
  Nodes content = renewal(context, view.renewal);
  for (Node& node : Nodes{
           heading(1, words.text("receipt.heading")), paragraph(words.text("receipt.text")),
           facts(context, view),
           keyed("qr", qr_code(words.text("receipt.qr", {{"reference", view.reference}}),
                               view.qr_payload)),
           only_on_screen(keyed(
               "keep",
               group({button(words.text("receipt.save"),
                             std::string(kActionReceiptFile) + ":" + view.reference, Tone::Primary),
                      small(words.text("receipt.save_hint")),
                      button(words.text("receipt.print"), kActionPrint),
                      paragraph(words.text("receipt.safe")),
                      paragraph({link(words.text("receipt.check"), "/check")})}))),
           renew(context, view), by_hand(context, view)})
    content.push_back(std::move(node));
  Document document =
      page(context, {"receipt.title", "/receipts/" + view.reference, "/home"}, std::move(content));
  document.announcement = renewal_title(context, view.renewal);
  return document;
}

Document no_receipt(const Context& context) {
  return page(context, {"receipt.title", "/receipts", "/home"},
              {heading(1, context.words.text("receipt.heading")),
               paragraph(context.words.text("receipt.none")),
               list(Nodes{item({link(context.words.text("receipt.none_home"), "/home")}),
                          item({link(context.words.text("receipt.none_check"), "/check")}),
                          item({link(context.words.text("receipt.none_help"), "/help")})})});
}

Document check_receipt(const Context& context, const VerifyView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, words.text("verify.heading"))};
  for (Node& node : outcome(context, view)) content.push_back(std::move(node));
  content.push_back(keyed("how", paragraph(words.text("verify.text"))));
  // Choosing a file is all there is to do: it is checked at once.
  content.push_back(keyed("form", form(kActionCheckReceipt,
                                       {file_input({.name = kFieldReceipt,
                                                    .label = words.text("verify.file"),
                                                    .hint = words.text("verify.file_hint"),
                                                    .error = error_of(context, kFieldReceipt)})})));
  Document document = page(context, {"verify.title", "/check", context.signed_in ? "/home" : "/"},
                           std::move(content));
  if (view.outcome == Outcome::Proved) document.announcement = words.text("verify.proved.heading");
  if (view.outcome == Outcome::Wrong) document.announcement = words.text("verify.wrong.heading");
  if (view.outcome == Outcome::Unreadable)
    document.announcement = words.text("verify.unreadable.heading");
  return document;
}

Document recovery(const Context& context, const RecoveryView& view) {
  const Words& words = context.words;
  Nodes content = {heading(1, words.text("recovery.heading")),
                   paragraph(words.text("recovery.text")), paragraph(words.text("recovery.old"))};
  if (view.code.empty()) {
    content.push_back(keyed("without", paragraph(words.text("recovery.without"))));
    content.push_back(
        keyed("make", button(words.text(context.busy ? "recovery.busy" : "recovery.button"),
                             kActionRecovery, Tone::Primary)));
  } else {
    content.push_back(
        keyed("code", panel_below(words.text("recovery.code"), {paragraph({strong(view.code)})})));
    content.push_back(keyed("keep", warning(words.text("recovery.keep"))));
    content.push_back(keyed("done", paragraph({link(words.text("recovery.done"), "/home")})));
  }
  return page(context, {"recovery.title", "/recovery", "/home"}, std::move(content));
}

}  // namespace sayso::screens

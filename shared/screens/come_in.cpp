// From the code in the letter to a key on this device: code, whose device, PIN, safe ways of
// contact.
#include "shared/screens/names.h"
#include "shared/screens/page.h"

namespace sayso::screens {
namespace {

using namespace document;

Node digits(const Context& context, const char* name, const std::string& label,
            const std::string& hint) {
  return text_input({.name = name,
                     .label = label,
                     .hint = hint,
                     .error = error_of(context, name),
                     .value = value_of(context, name),
                     .autocomplete = "off",
                     .input_mode = InputMode::Pin,
                     .width_chars = 8});
}

Node option(const Context& context, const char* value, const char* key) {
  return radio(value, context.words.text(key), context.words.text(std::string(key) + "_hint"));
}

Node way(const Context& context, const char* value, const char* key) {
  return checkbox(value, context.words.text(key), is_picked(context, kFieldContactWays, value));
}

Document pin_gone(const Context& context) {
  const Words& words = context.words;
  const std::string& telephone = context.notice.council.telephone;
  return page(
      context, {"unlock.gone_title", "/unlock", "/"},
      {heading(1, words.text("unlock.gone_heading")),
       keyed("gone", paragraph(words.text("unlock.gone"))),
       keyed("way-on", toned(Tone::Primary, link(words.text("start.have_code"), "/code"))),
       keyed("ring", paragraph(words.text("unlock.forgot_text", {{"telephone", telephone}})))});
}

}  // namespace

Document code(const Context& context) {
  const Words& words = context.words;
  const domain::Council& council = context.notice.council;
  return page(
      context, {"code.title", "/code", "/"},
      {form(kActionCode, {text_input({.name = kFieldCode,
                                      .label = words.text("code.heading"),
                                      .hint = words.text("code.hint"),
                                      .error = error_of(context, kFieldCode),
                                      .value = value_of(context, kFieldCode),
                                      .autocomplete = "one-time-code",
                                      .input_mode = InputMode::Code,
                                      .width_chars = 16,
                                      .page_heading = true}),
                          submit(context, "code.button", "code.busy")}),
       disclosure(context, "where", words.text("code.where"),
                  {paragraph(words.text("code.where_text"))}),
       disclosure(context, "lost", words.text("code.lost"),
                  {paragraph(words.text("code.lost_text", {{"team", council.team},
                                                           {"telephone", council.telephone}})),
                   paragraph({link(words.text("footer.help"), "/help")})})});
}

Document device(const Context& context, const DeviceView& view) {
  const Words& words = context.words;
  Nodes options;
  // With nowhere to keep anything there is only one honest answer, and it is still the person's to
  // give.
  if (view.storage_available && !view.others_here)
    options.push_back(option(context, "mine", "device.mine"));
  if (view.storage_available) options.push_back(option(context, "pin", "device.pin"));
  options.push_back(option(context, "nothing", "device.nothing"));
  Nodes content;
  if (!view.storage_available)
    content.push_back(inset({paragraph(words.text("device.no_storage"))}));
  if (view.others_here) content.push_back(inset({paragraph(words.text("device.others_here"))}));
  content.push_back(
      keyed("form", form(kActionDevice, {radios({.name = kFieldDevice,
                                                 .label = words.text("device.heading"),
                                                 .hint = words.text("device.hint"),
                                                 .error = error_of(context, kFieldDevice),
                                                 .value = value_of(context, kFieldDevice),
                                                 .page_heading = true},
                                                std::move(options)),
                                         submit(context, "nav.continue")})));
  content.push_back(disclosure(context, "unsure", words.text("device.safe.heading"),
                               {paragraph(words.text("device.safe.text"))}));
  return page(context, {"device.title", "/device", "/"}, std::move(content));
}

Document pin_set(const Context& context) {
  const Words& words = context.words;
  return page(context, {"pin.title", "/pin", "/device"},
              {heading(1, words.text("pin.heading")), paragraph(words.text("pin.text")),
               form(kActionPinSet,
                    {digits(context, kFieldPin, words.text("pin.label"), words.text("pin.hint")),
                     digits(context, kFieldPinAgain, words.text("pin.again"), {}),
                     submit(context, "pin.button", "pin.busy")}),
               inset({paragraph(words.text("pin.forget"))})});
}

Document unlock(const Context& context, const UnlockView& view) {
  const Words& words = context.words;
  if (view.gone) return pin_gone(context);
  Nodes content = {heading(1, words.text("unlock.heading"))};
  if (view.tries_left)
    content.push_back(inset({paragraph(words.plural("unlock.tries_left", *view.tries_left))}));
  // Another try, another field: nobody has to take out first what was wrong and cannot be seen.
  const std::string tries = view.tries_left ? std::to_string(*view.tries_left) : std::string();
  content.push_back(keyed(
      "form", form(kActionUnlock,
                   {keyed("pin" + tries, digits(context, kFieldPin, words.text("unlock.label"),
                                                words.text("unlock.hint"))),
                    submit(context, "unlock.button", "unlock.busy")})));
  content.push_back(
      disclosure(context, "forgot", words.text("unlock.forgot"),
                 {paragraph(words.text("unlock.forgot_text",
                                       {{"telephone", context.notice.council.telephone}})),
                  paragraph({link(words.text("start.have_code"), "/code")})}));
  content.push_back(disclosure(context, "other", words.text("unlock.other_person"),
                               {paragraph(words.text("unlock.other_person_text")),
                                paragraph({link(words.text("start.have_code"), "/code")})}));
  return page(context, {"unlock.title", "/unlock", "/"}, std::move(content));
}

Document contact(const Context& context) {
  const Words& words = context.words;
  return page(
      context, {"contact.title", "/contact", {}},
      {form(
           kActionContact,
           {checkboxes(
                {.name = kFieldContactWays,
                 .label = words.text("contact.heading"),
                 .hint = words.text("contact.text") + " " + words.text("contact.hint"),
                 .error = error_of(context, kFieldContactWays),
                 .page_heading = true},
                {way(context, "call", "contact.call"), way(context, "text", "contact.text_message"),
                 way(context, "email", "contact.email"), way(context, "post", "contact.post"),
                 way(context, "none", "contact.none")}),
            text_input({.name = kFieldContactDetail,
                        .label = words.text("contact.detail") + " " + words.text("nav.optional"),
                        .hint = words.text("contact.detail_hint"),
                        .error = error_of(context, kFieldContactDetail),
                        .value = value_of(context, kFieldContactDetail),
                        .autocomplete = "off"}),
            text_input({.name = kFieldContactTimes,
                        .label = words.text("contact.times") + " " + words.text("nav.optional"),
                        .hint = words.text("contact.times_hint"),
                        .error = error_of(context, kFieldContactTimes),
                        .value = value_of(context, kFieldContactTimes),
                        .autocomplete = "off"}),
            submit(context, "contact.button")}),
       disclosure(context, "why", words.text("contact.why"),
                  {paragraph(words.text("contact.why_text"))})});
}

}  // namespace sayso::screens

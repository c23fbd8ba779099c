// Screens to look at: what the portal's own screens are made of, in realistic amounts.
#pragma once

#include <string_view>

#include "shared/components/build.h"

namespace sayso::document {

inline Node choice_row(std::string organisation, Tone tone, std::string state) {
  Node action = link(tone == Tone::Agreed ? "Take it back" : "Change", "/home/1");
  action.action_link = true;
  return summary_row(std::move(organisation), Nodes{tag(tone, std::move(state))}, {action});
}

inline Nodes sample_read() {
  return {
      heading(1, "How your information is used"),
      lead("The Turnaround Plus team at Northtown Council would like to ask you about your "
           "information. You can read this first, and choose later."),
      keyed("intro", paragraph({span("You can "),
                                keyed("own", link("read the council's own words", "/read")),
                                span(" at any time. Nothing is chosen for you, and "),
                                strong("no is a good answer"), span(".")})),
      inset({paragraph("Your help does not stop if you say no.")}),
      section("what", {heading(2, "What we may ask for"),
                       paragraph("This could be records of problems you have had. For example:"),
                       list({item("police, courts and probation involvement"),
                             item("school attendance, children in need"),
                             item("health, and drug or alcohol problems")})}),
      columns(
          group({heading(3, "In plain words"),
                 paragraph("We put what you tell us together with what other organisations know. "
                           "We use it to see whether the programme helps families.")}),
          quote({paragraph("The information we have about families who could be eligible for our "
                           "help (and those who have already taken part) is joined with "
                           "information from other agencies like the NHS, Department for Work and "
                           "Pensions, Police, Ministry of Justice, Probation services, schools and "
                           "Youth Offending Teams.")})),
      details("Who gets the information",
              {paragraph("Seven organisations, each only if you agree.")}, true),
      details("How long it is kept", {paragraph("Five years.")}),
      section("steps", {heading(2, "What happens next"),
                        numbered_list({item("Choose, one purpose at a time."),
                                       item("Check your answers."), item("Sign and send.")})}),
      toned(Tone::Primary, link("Start now", "/code")),
  };
}

inline Nodes sample_purpose() {
  const Nodes answers = {radio("yes", "Yes, I agree"), radio("no", "No, I do not agree")};
  return {
      error_summary("There is a problem", {link("Choose yes or no for the Police", "#police")}),
      caption("Purpose 2 of 5"),
      heading(1, "Join up information about me"),
      paragraph(
          "Each of these organisations may tell the Turnaround Plus team what it knows about you. "
          "You choose for each one by itself."),
      keyed("form",
            form("answer",
                 {radios({.name = "nhs",
                          .label = "The NHS",
                          .hint = "Health, drugs and alcohol",
                          .value = "no",
                          .inline_options = true},
                         answers),
                  radios({.name = "police",
                          .label = "Police",
                          .hint = "Police and courts, violence at home",
                          .error = "Choose yes or no for the Police",
                          .inline_options = true},
                         answers),
                  radios({.name = "schools", .label = "Schools", .value = "yes"},
                         {radio("yes", "Yes, I agree", "They may say how often you were at school"),
                          radio("no", "No, I do not agree")}),
                  checkboxes({.name = "ways", .label = "How may we reach you?"},
                             {checkbox("post", "By post"), checkbox("call", "By telephone", true)}),
                  text_input({.name = "code",
                              .label = "Your code",
                              .hint = "12 letters and numbers",
                              .value = "7K2Q-93MF-TX0B",
                              .width_chars = 16}),
                  text_area({.name = "note", .label = "Anything else? (optional)"}),
                  keyed("send", submit_button("Continue")),
                  keyed("none", button("No to all of these", "no-to-all"))})),
  };
}

inline Nodes sample_home() {
  return {
      banner("The notice has changed",
             {paragraph({span("Two things are new. "), link("See what changed", "/changed")})}),
      heading(1, "Your choices"),
      muted("As of 3 May 2026 at 10:04am"),
      section("join", {heading(2, "Join up information about me"),
                       summary_list({choice_row("The NHS", Tone::Agreed, "Agreed"),
                                     choice_row("Police", Tone::Refused, "Refused"),
                                     choice_row("Department for Work and Pensions", Tone::Withdrawn,
                                                "Taken back"),
                                     choice_row("Schools", Tone::NotAsked, "Not asked yet")})}),
      section("help", {heading(2, "Find and support families"),
                       summary_list({choice_row("Turnaround Plus team", Tone::NotConsent,
                                                "Not a matter of consent")})}),
      table("What was used", {header_row({"When", "Who", "Why"}),
                              row({cell("3 May 2026", "When"), cell("Key worker", "Who"),
                                   cell("To plan a visit", "Why")}),
                              row({cell("28 April 2026", "When"), cell("The NHS", "Who"),
                                   cell("Joined up with your agreement", "Why")})}),
      warning("Leaving this page does not clear your browser's history."),
  };
}

inline Nodes sample_done() {
  std::string squares;
  for (int y = 0; y < 25; ++y) {
    for (int x = 0; x < 25; ++x) {
      const int dx = x < 7 ? x : x > 17 ? 24 - x : -1;
      const int dy = y < 7 ? y : y > 17 ? 24 - y : -1;
      const bool finder = dx >= 0 && dy >= 0 && !(x > 17 && y > 17);
      const bool dark = finder ? (dx == 0 || dy == 0 || dx == 6 || dy == 6 ||
                                  (dx > 1 && dx < 5 && dy > 1 && dy < 5))
                               : (x * 7 + y * 13 + x * y) % 3 == 0;
      squares += dark ? '1' : '0';
    }
    if (y < 24) squares += ' ';
  }
  return {
      panel("Your choices are sent", {paragraph("Your reference is 7K2Q-93MF")}),
      paragraph(
          "The council has them, and cannot change them. Each organisation will be told today."),
      progress("Telling the organisations", 60),
      progress("Waiting for the log", -1),
      figure("qr", "Reference 7K2Q-93MF. Scan it to check your receipt.", squares),
      separator(),
      button("Keep the receipt", "receipt-file"),
      button("Forget this device", "forget", Tone::Caution),
      disabled(button("Sending", "send")),
      download("Print this page", "/print", "page.html"),
  };
}

inline Document sample(std::string_view name) {
  Document document;
  document.title = "Sample";
  document.main.children = name == "purpose" ? sample_purpose()
                           : name == "home"  ? sample_home()
                           : name == "done"  ? sample_done()
                                             : sample_read();
  return document;
}

}  // namespace sayso::document

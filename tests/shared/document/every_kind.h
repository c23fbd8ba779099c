// A document in which every kind of node stands at least once, for tests of whatever makes
// something of it.
#pragma once

#include <functional>
#include <string>

#include "shared/components/build.h"

namespace sayso::document {

inline Nodes every_text_kind() {
  return {
      caption("Step 1 of 4"),
      heading(1, "Your choices"),
      warning("This cannot be undone."),
      lead("You can say yes or no to each."),
      paragraph({span("Read "), link("the notice", "/read"), span(" first, "), strong("all of it"),
                 span(", code "), code("7K2Q")}),
      list({item("Police"), item({span("Schools "), tag(Tone::Agreed, "Agreed")}),
            item({paragraph("Two"), paragraph("paragraphs")})}),
      numbered_list({item("First"), item("Second")}),
      muted("Nothing is chosen for you."),
      separator(),
      in_language("cy", paragraph("Cymraeg")),
      link("Start now", "/choices/1"),
      download("Keep the receipt", "/receipts/1.json", "receipt.json"),
      toned(Tone::Primary, link("Continue", "/next", "go:next")),
      tag(Tone::NotAsked, "Not asked yet"),
      back_link("Back", "/before"),
      only_in_print(small("Printed on a date")),
  };
}

inline Nodes every_control_kind() {
  Node change = link("Change", "/choices/1");
  change.hint = "what the NHS may share";
  Nodes form_nodes = {
      radios({.name = "nhs",
              .label = "The NHS",
              .hint = "Health records",
              .error = "Choose yes or no",
              .value = "yes",
              .inline_options = true},
             {radio("yes", "Yes"), radio("no", "No", "You can change this later")}),
      checkboxes({.name = "ways", .label = "How may we reach you?"},
                 {checkbox("post", "Post"), checkbox("phone", "Telephone", true)}),
      text_input({.name = "code",
                  .label = "Your code",
                  .hint = "12 characters",
                  .error = "Too short",
                  .value = "7K2Q",
                  .input_mode = InputMode::Code,
                  .width_chars = 14}),
      text_input({.name = "pin", .label = "PIN", .value = "1234", .input_mode = InputMode::Pin}),
      text_area({.name = "note", .label = "Anything else?", .value = "\nOne\ntwo"}),
      file_input({.name = "receipt", .label = "Choose a receipt"}),
      counted_text_area({.name = "why", .label = "Why?", .value = "Żółw"},
                        {10, "You have {n} characters left", "{n} characters too many"}),
      date_input({.name = "born", .label = "When were you born?", .hint = "As in 27 3 2009"},
                 {"Day", "Month", "Year", "27", "3", "2009"}),
      select({.name = "area", .label = "Where do you live?", .value = "n"},
             {select_option("n", "North"), select_option("s", "South")}),
      submit_button("Continue"),
      button("Say no to all", "refuse-all"),
      disabled(button("Wait", "wait")),
      summary_list({keyed("nhs", summary_row("NHS", "Agreed", {change})),
                    summary_row("Police", {paragraph("Refused"), paragraph("since May")})}),
  };
  return {form("send", form_nodes, "/choices/1")};
}

inline Nodes every_container_kind() {
  return {
      error_summary("There is a problem", {link("Choose yes or no", "#nhs")}),
      banner("Important", {paragraph("The notice changed.")}),
      panel("Sent", {paragraph("Reference 12")}),
      section("uses", {heading(2, "Uses"), heading(3, "Research"), paragraph("None")}),
      columns(group({paragraph("Plain words")}), quote({paragraph("The council's words")})),
      inset({paragraph("Set apart")}),
      identified("more", details("What this means", {paragraph("Everything")}, true)),
      table("Uses",
            {header_row({"When", "Who"}), row({cell("Today", "When"), cell("A worker", "Who")}),
             row({header_cell("Yesterday"), cell({link("Somebody", "/who")}, "Who")})}),
      task_list({task(link("Read the notice", "/read"), tag(Tone::Agreed, "Done"), "Ten minutes"),
                 task(span("Send"), tag(Tone::Neutral, "Cannot start yet"))}),
      tabs("When", {tab("week", "This week", "tab:week", {paragraph("Nothing this week")}),
                    tab("year", "This year", "tab:year", {paragraph("Two this year")})}),
      pagination("Pages", {link("1", "/uses/1"), current_page(link("2", "/uses/2"))}),
      timeline({timeline_event("Asked", "On Monday", {paragraph("By a key worker")}),
                timeline_event("Answered", "On Tuesday", {})}),
      progress("Loading", 40),
      progress("Sending", -1),
      figure("qr", "Reference 12", "101 010 101"),
      figure("map", "Who gives what", "", {table("", {row({cell("NHS")})})}),
  };
}

inline Document every_kind() {
  Document document;
  document.title = "Choices";
  document.address = "/choices/1";
  document.council = "Anytown Council";
  document.service = "Sayso";
  document.frame = {"Skip to main content",
                    "/",
                    "Exit this page",
                    "https://www.example.org/",
                    "or press Shift 3 times",
                    "Trial",
                    "This is new.",
                    "Error:",
                    "Warning"};
  document.back = {back_link("Back", "/")};
  document.announcement = "Saved";
  document.focus = "page-heading";
  document.dialog = {dialog("Leave?", {button("Stay", "stay")}, "stay")};
  document.footer = {link("Help", "/help"), link("Accessibility", "/accessibility")};
  for (const Nodes& nodes : {every_container_kind(), every_text_kind(), every_control_kind()}) {
    for (const Node& node : nodes) document.main.children.push_back(node);
  }
  return document;
}

inline void visit(const Node& node, const std::function<void(const Node&)>& see) {
  see(node);
  for (const Node& child : node.children) visit(child, see);
}

}  // namespace sayso::document

#include "shared/screens/request_parts.h"

#include <algorithm>
#include <utility>

namespace sayso::screens {
namespace {

using namespace document;
using domain::RequestKind;
using domain::RequestState;

Tone tone_of_state(RequestState state) {
  switch (state) {
    case RequestState::Waiting:
      return Tone::Caution;
    case RequestState::Done:
      return Tone::Agreed;
    case RequestState::Refused:
      return Tone::Refused;
    case RequestState::Received:
    case RequestState::Looking:
    case RequestState::Extended:
      break;
  }
  return Tone::Neutral;
}

// Whose part of which purpose, where it is about that.
std::string about_choice(const Context& context, const domain::Request& request) {
  const domain::RequestSubject& subject = request.subject;
  const std::string purpose = purpose_name(context, *subject.purpose);
  if (request.kind == RequestKind::Object)
    return context.words.text("home.requests.object", {{"purpose", purpose}});
  if (request.kind == RequestKind::Delete && subject.organisation)
    return context.words.text(
        "home.requests.delete",
        {{"organisation", organisation_in_text(context, *subject.organisation)},
         {"purpose", purpose}});
  return context.words.text(
      "request.about_purpose",
      {{"what", context.words.text("request.kind." + std::string(name_of(request.kind)))},
       {"purpose", purpose}});
}

}  // namespace

std::string request_text(const Context& context, const RequestLine& line) {
  const domain::RequestSubject& subject = line.request.subject;
  const std::string kind =
      context.words.text("request.kind." + std::string(name_of(line.request.kind)));
  if (subject.item)
    return context.words.text(
        "request.about_item",
        {{"what", kind}, {"organisation", organisation_in_text(context, subject.item->source)}});
  return subject.purpose ? about_choice(context, line.request) : kind;
}

Node request_tag(const Context& context, RequestState state) {
  return tag(tone_of_state(state),
             context.words.text("request.state." + std::string(name_of(state))));
}

std::string due_text(const Context& context, const domain::Request& request) {
  if (!request.due) return {};
  const Words& words = context.words;
  const std::string date = domain::date_in_words(words, *request.due);
  const Date today = domain::uk_time(context.now).date;
  const std::string distance = domain::distance_in_words(words, today, *request.due);
  const char* key =
      request.kind == RequestKind::Complain ? "request.due_complain" : "home.requests.due";
  return words.text(key, {{"date", date}, {"distance", distance}});
}

Node request_row(const Context& context, const RequestLine& line) {
  const Words& words = context.words;
  const std::string what = request_text(context, line);
  Nodes value;
  if (line.waiting) {
    value.push_back(paragraph(words.text("home.requests.waiting")));
    return summary_row(what, std::move(value));
  }
  value.push_back(paragraph({request_tag(context, line.request.state)}));
  value.push_back(paragraph(
      words.text("home.requests.received", {{"date", date_text(context, line.received)}})));
  const std::string due = due_text(context, line.request);
  if (!due.empty()) value.push_back(paragraph(due));
  value.push_back(paragraph({link_about(words.text("home.requests.link"), "(" + what + ")",
                                        request_address(line.request))}));
  return summary_row(what, std::move(value));
}

std::string request_address(const domain::Request& request) {
  return "/requests/" + std::to_string(request.number);
}

Nodes text_of(const std::string& text) {
  Nodes nodes;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) nodes.push_back(paragraph(text.substr(at, end - at)));
    at = end + 1;
  }
  return nodes;
}

}  // namespace sayso::screens

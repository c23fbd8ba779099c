#include "tests/shared/screens/all_screens.h"

namespace sayso::screens::test {
namespace {

const PersonId kChild("0123456789abcdefghjkmnpqr8");
const Instant kThen{1'763'888'400};

constexpr domain::State kStates[] = {domain::State::NotAsked,   domain::State::Agreed,
                                     domain::State::Refused,    domain::State::Withdrawn,
                                     domain::State::NotConsent, domain::State::Objected};

// Every purpose × organisation, with the states in turn.
std::vector<ChoiceLine> choice_lines(const World& world, std::size_t turn) {
  std::vector<ChoiceLine> lines;
  for (const auto& purpose : world.notice.purposes) {
    for (const auto& question : purpose.questions) {
      ChoiceLine line{purpose.id, question.organisation, kStates[turn++ % 6], {}, turn % 5 == 0};
      if (line.state != domain::State::NotAsked) line.since = kThen;
      lines.push_back(line);
    }
  }
  return lines;
}

ReceiptView receipt_view(const World& world) {
  ReceiptView view;
  view.reference = "7QK3M-0XR5T";
  view.hash = std::string(64, 'a');
  view.received = kThen;
  view.what = {{"Yes to the NHS", SendState::Sent, "7QK3M-0XR5T"},
               {world.name, SendState::Sent, {}}};
  view.key = "z6Mk…";
  view.log_key = "council.example/log+00000000+AAAA";
  view.qr_payload = "7QK3M-0XR5T " + view.hash;
  view.json = "{\"a\":\"<b>\"}";
  return view;
}

std::vector<SendLine> send_lines() {
  return {{"a", SendState::Saved, {}},
          {"b", SendState::Sending, {}},
          {"c", SendState::Waiting, {}},
          {"d", SendState::Sent, "R"},
          {"e", SendState::Refused, {}}};
}

struct Making {
  const World& world;
  const Context context;
  std::vector<Screen> screens;

  explicit Making(const World& of) : world(of), context(of.context()) {}
  void add(std::string name, Document document) {
    screens.push_back({std::move(name), std::move(document)});
  }
};

void add_public(Making& all) {
  const Context& context = all.context;
  all.add("start", start(context));
  all.add("read", read(context));
  all.add("read then", read(context, &all.world.notice));
  all.add("help", help(context));
  all.add("leaving", leaving(context));
  for (const Ending ending : {Ending::Kept, Ending::NothingKept, Ending::Removed, Ending::TimedOut,
                              Ending::TimedOutNothingKept})
    all.add("finished", finished(context, ending));
  for (const bool key_kept : {true, false}) {
    Document warned = start(context);
    warned.dialog.push_back(time_out(context, {120, key_kept}));
    all.add("time-out warning", std::move(warned));
  }
  all.add("settings", own_settings(context, {}));
  all.add("settings, saved", own_settings(context, {true, false}));
  all.add("privacy", privacy(context));
  all.add("accessibility", accessibility(context));
  all.add("not found", not_found(context, "/x/../y"));
  all.add("opening", opening(context, "/home/2"));
}

void add_coming_in(Making& all) {
  const Context& context = all.context;
  all.add("code", code(context));
  all.add("device", device(context, {}));
  all.add("device, no storage", device(context, {false, false}));
  all.add("device, others here", device(context, {true, true}));
  all.add("pin", pin_set(context));
  all.add("unlock", unlock(context, {}));
  all.add("unlock, one try", unlock(context, {1, false}));
  all.add("unlock, gone", unlock(context, {0, true}));
  all.add("contact", contact(context));
}

void add_choosing(Making& all, const std::string& child, const std::string& base) {
  const Context& context = all.context;
  for (std::size_t i = 0; i < all.world.notice.purposes.size(); ++i) {
    PurposeView view{i, child, {}, base};
    all.add("purpose " + std::to_string(i), purpose(context, view));
    for (const auto& question : all.world.notice.purposes[i].questions)
      view.ask_again.insert(question.organisation);
    all.add("purpose again " + std::to_string(i), purpose(context, view));
  }
  all.add("check answers", check_answers(context, {child, base}));
  DoneView done_view{child, base, send_lines(), "7QK3M-0XR5T", Date{2026, 12, 23}, false, {}, {}};
  all.add("done", done(context, done_view));
  done_view.key_kept = true;
  done_view.due.reset();
  done_view.children = done_view.children_left = {{kChild, all.world.child}};
  all.add("done, a child left", done(context, done_view));
}

void add_sending(Making& all) {
  for (const bool online : {true, false}) {
    for (const bool kept : {true, false})
      all.add("sending", sending(all.context, {send_lines(), online, kept, {}}));
  }
  all.add("sending, nothing", sending(all.context, {}));
  all.add("sending, refused", sending(all.context, {send_lines(), true, true, "problem.record"}));
}

RequestLine request_line(domain::RequestKind kind, domain::RequestState state) {
  RequestLine line{"7QK3M-0XR5T", {}, kThen, false, {}};
  line.request.number =
      4 + static_cast<std::uint64_t>(kind) + 10 * static_cast<std::uint64_t>(state);
  line.request.id = RecordId("r" + std::to_string(line.request.number));
  line.request.person = kChild;
  line.request.kind = kind;
  line.request.state = state;
  line.request.received = Date{2026, 11, 23};
  if (domain::is_open(state)) line.request.due = Date{2026, 12, 23};
  return line;
}

void add_home(Making& all, const std::string& child, const std::string& base) {
  HomeView view;
  view.name = child.empty() ? all.world.name : child;
  view.is_child = !child.empty();
  view.base = base;
  all.add("home, nothing", home(all.context, view));
  for (std::size_t turn = 0; turn < 3; ++turn) {
    view.choices = choice_lines(all.world, turn);
    view.waiting = turn;
    view.notice_changed = turn == 1;
    view.key_kept = turn == 2;
    all.add("home", home(all.context, view));
    const auto& purpose = all.world.notice.purposes[1].id;
    const auto& organisation = all.world.notice.purposes[1].questions[0].organisation;
    const auto kind = turn == 0 ? domain::RequestKind::Delete : domain::RequestKind::Object;
    RequestLine line = request_line(kind, domain::RequestState::Received);
    line.request.subject = {purpose, organisation, {}, {}};
    line.waiting = turn == 1;
    view.requests.push_back(line);
    view.receipts.push_back({"7QK3M-" + std::to_string(turn), kThen});
    if (child.empty()) view.children = {{kChild, all.world.child}};
  }
}

void add_choices(Making& all, const std::string& child, const std::string& base) {
  std::size_t number = 0;
  for (std::size_t turn = 0; turn < 6; ++turn) {
    for (const ChoiceLine& line : choice_lines(all.world, turn)) {
      ChoiceView view{line, ++number % 12 + 1, child, base, {}, turn != 5};
      all.add("choice, no history", choice(all.context, view));
      view.history = {{line.state, kThen, Instant{0}, "7QK3M", 1, std::string(64, 'b'), false},
                      {line.state, kThen, {}, {}, 0, std::string(64, 'c'), true}};
      all.add("choice", choice(all.context, view));
      all.add("withdraw", withdraw(all.context, view));
      all.add("object", object(all.context, view));
    }
  }
  ChoiceView gone;
  gone.line = {PurposeId("gone"), OrganisationId("gone-too"), domain::State::Agreed, kThen, false};
  gone.child = child;
  gone.base = base;
  gone.in_notice = false;
  all.add("choice of an earlier notice", choice(all.context, gone));
  all.add("withdraw of an earlier notice", withdraw(all.context, gone));
  all.add("object of an earlier notice", object(all.context, gone));
}

void add_changed(Making& all) {
  static const domain::Notice after = sayso::test::changed_notice();
  all.add("changed, on its way", changed(all.context, {}));
  // Both ways round, so that what is new, changed and gone all show.
  all.add("changed",
          changed(all.context, {&after, domain::diff_notices(after, all.world.notice), {}}));
  Context later{.notice = after,
                .words = all.world.words,
                .now = all.context.now,
                .open = all.world.open,
                .fields = all.world.fields,
                .errors = all.world.errors,
                .busy = all.world.busy,
                .problem = all.world.problem,
                .signed_in = all.world.signed_in};
  all.add("changed", changed(later, {&all.world.notice,
                                     domain::diff_notices(all.world.notice, after), "/for/1"}));
}

void add_held(Making& all) {
  HeldView view;
  all.add("held, not confirmed", confirm_first(all.context, view));
  view.code = "482913";
  view.code_until = all.context.now;
  all.add("held, code", confirm_first(all.context, view));
  view.asked_again = true;
  all.add("held, asked again", confirm_first(all.context, view));
  view = {};
  all.add("held, nothing", held(all.context, view));
  view.items = {{"att-1",
                 domain::KindId("school-attendance"),
                 OrganisationId("schools"),
                 {2026, 9, 4},
                 domain::Arrival::Transfer,
                 all.world.name,
                 {PurposeId("find-and-support"), PurposeId("join-up")}},
                {"old-2",
                 domain::KindId("no-longer-named"),
                 OrganisationId("nobody"),
                 {2024, 2, 29},
                 domain::Arrival::Letter,
                 "Two lines,\nand more.",
                 {PurposeId("no-longer-named")}}};
  all.add("held", held(all.context, view));
  view.child = all.world.child;
  view.base = "/for/1";
  all.add("held, child", held(all.context, view));
}

void add_uses(Making& all) {
  UsesView view;
  all.add("uses, not confirmed", uses_closed(all.context, view));
  all.add("uses, nothing", uses(all.context, view));
  const domain::KindId health("health");
  const Instant now = all.context.now;
  view.uses = {{{now,
                 domain::UseKind::Joined,
                 "organisation",
                 OrganisationId("nhs"),
                 {health},
                 PurposeId("join-up"),
                 Digest{},
                 EntryIndex(9)},
                "7QK3M-0XR5T"},
               {{now,
                 domain::UseKind::Disclosed,
                 "organisation",
                 OrganisationId("dclg"),
                 {health},
                 PurposeId("impact-study"),
                 {},
                 EntryIndex(8)},
                ""},
               {{now,
                 domain::UseKind::Viewed,
                 "key-worker",
                 OrganisationId("turnaround-plus"),
                 {health, domain::KindId("employment")},
                 PurposeId("find-and-support"),
                 {},
                 EntryIndex(7)},
                ""},
               {{now,
                 domain::UseKind::Viewed,
                 "no-longer-named",
                 OrganisationId("nobody"),
                 {domain::KindId("no-longer-named")},
                 PurposeId("no-longer-named"),
                 {},
                 EntryIndex(3)},
                ""}};
  const domain::Stop stop{OrganisationId("nhs"), PurposeId("join-up"), now, {}};
  view.stops = {stop, stop, stop};
  view.stops[1].done = {now};
  view.stops[2].done = {now, now, now};
  all.add("uses", uses(all.context, view));
  view.child = all.world.child;
  view.base = "/for/1";
  all.add("uses, child", uses(all.context, view));
}

void add_promises(Making& all) {
  all.add("promises, no answer", promises(all.context, nullptr));
  domain::Evidence evidence;
  all.add("promises, nothing", promises(all.context, &evidence));
  evidence.uses = domain::UseEvidence{};
  evidence.items = domain::ItemEvidence{};
  all.add("promises, nothing and confirmed", promises(all.context, &evidence));
  const Instant now = all.context.now;
  for (const std::int64_t count : {1, 2}) {
    evidence.organisations = {OrganisationId("nhs"), OrganisationId("nobody")};
    evidence.log = domain::LogEvidence{count, now, count};
    evidence.choices = evidence.devices = count;
    evidence.requests = {count, count};
    evidence.uses = domain::UseEvidence{count, count, count, now};
    evidence.items = domain::ItemEvidence{count + 1, count, Date{2027, 1, 31}};
    all.add("promises", promises(all.context, &evidence));
  }
}

void add_requests(Making& all) {
  using domain::RequestKind;
  using domain::RequestState;
  all.add("requests, none", requests(all.context, {}));
  RequestsView list;
  NewRequestView fresh;
  fresh.address = "/requests/new";
  for (const RequestKind kind :
       {RequestKind::SeeMyInformation, RequestKind::Correct, RequestKind::Delete,
        RequestKind::LimitUse, RequestKind::Object, RequestKind::TakeElsewhere,
        RequestKind::Complain, RequestKind::Ask}) {
    fresh.kinds.emplace_back(kind, Date{2026, 12, 23});
    list.requests.push_back(request_line(kind, RequestState::Received));
    list.requests.back().waiting = kind == RequestKind::Ask;
  }
  for (const RequestState state :
       {RequestState::Received, RequestState::Looking, RequestState::Waiting,
        RequestState::Extended, RequestState::Done, RequestState::Refused}) {
    RequestView view;
    view.line = request_line(RequestKind::Delete, state);
    view.line.request.number += 100;
    view.line.child = state == RequestState::Looking ? all.world.child : std::string();
    if (state == RequestState::Looking) view.line.request.like = 3;
    view.thread.request = view.line.request;
    view.thread.changes = {{RequestState::Received, kThen}, {state, all.context.now}};
    if (state != RequestState::Received)
      view.thread.messages = {{domain::MessageAuthor::Person, kThen, "Two lines,\nand more."},
                              {domain::MessageAuthor::Team, kThen, all.world.name}};
    if (state == RequestState::Extended) view.thread.extension = "There is much to read.";
    if (!domain::is_open(state)) view.thread.outcome = "It is so.\n\nAnd so.";
    view.sent = state == RequestState::Looking;
    list.requests.push_back(view.line);
    all.add("request, " + std::string(name_of(state)), request(all.context, view));
  }
  all.add("requests", requests(all.context, list));
  all.add("request, closed", request_closed(all.context, "/requests/4"));
  all.add("new request", new_request(all.context, fresh));
  fresh.subject.item = domain::ItemName{OrganisationId("schools"), "att-1"};
  fresh.summary = all.world.name;
  fresh.open = {request_line(RequestKind::Correct, RequestState::Looking)};
  fresh.open[0].request.subject = fresh.subject;
  fresh.address = "/requests/new/item/1";
  all.add("new request, item", new_request(all.context, fresh));
  fresh.subject = {PurposeId("join-up"), OrganisationId("schools"), {}, {}};
  fresh.child = all.world.child;
  fresh.base = "/for/1";
  fresh.address = "/for/1/requests/new/choice/2";
  all.add("new request, choice, child", new_request(all.context, fresh));
}

void add_receipts(Making& all) {
  all.add("receipt", receipt(all.context, receipt_view(all.world)));
  ReceiptView renewed = receipt_view(all.world);
  renewed.witnessed = kThen;
  for (const Renewal outcome : {Renewal::UnderWay, Renewal::Renewed, Renewal::NothingNewer,
                                Renewal::Refused, Renewal::Contradicts}) {
    renewed.renewal = outcome;
    ++renewed.witnesses;
    all.add("receipt, renewed", receipt(all.context, renewed));
  }
  all.add("no receipt", no_receipt(all.context));
  all.add("recovery", recovery(all.context, {}));
  all.add("recovery, code", recovery(all.context, {"7QK3-M0XR-5TBC"}));
  VerifyView view;
  all.add("check", check_receipt(all.context, view));
  view.file_name = all.world.name;
  view.receipt = receipt_view(all.world);
  view.outcome = VerifyView::Outcome::Unreadable;
  all.add("check, unreadable", check_receipt(all.context, view));
  view.outcome = VerifyView::Outcome::Proved;
  all.add("check, proved", check_receipt(all.context, view));
  view.outcome = VerifyView::Outcome::Wrong;
  for (int step = 0; step < 5; ++step) {
    view.first_wrong = static_cast<CheckStep>(step);
    all.add("check, wrong", check_receipt(all.context, view));
  }
}

}  // namespace

std::vector<Screen> all_screens(const World& world) {
  Making all(world);
  add_public(all);
  add_coming_in(all);
  add_sending(all);
  add_changed(all);
  add_held(all);
  add_uses(all);
  add_promises(all);
  add_requests(all);
  add_receipts(all);
  const std::pair<std::string, std::string> voices[] = {{"", ""}, {world.child, "/for/1"}};
  for (const auto& [child, base] : voices) {
    add_choosing(all, child, base);
    add_home(all, child, base);
    add_choices(all, child, base);
  }
  return std::move(all.screens);
}

void visit_nodes(const document::Node& node,
                 const std::function<void(const document::Node&)>& see) {
  see(node);
  for (const document::Node& child : node.children) visit_nodes(child, see);
}

void visit_nodes(const Document& document, const std::function<void(const document::Node&)>& see) {
  for (const document::Node& node : document.back) visit_nodes(node, see);
  visit_nodes(document.main, see);
  for (const document::Node& node : document.footer) visit_nodes(node, see);
}

std::string text_of(const document::Node& node) {
  std::string text = node.text + node.label;
  for (const document::Node& child : node.children) text += text_of(child);
  return text;
}

}  // namespace sayso::screens::test

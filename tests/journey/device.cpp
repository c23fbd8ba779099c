#include "tests/journey/device.h"

#include <algorithm>

#include "client/app/update.h"
#include "client/app/view.h"
#include "shared/crypto/hash.h"
#include "shared/encoding/base64.h"
#include "shared/screens/names.h"
#include "tests/support/shipped_content.h"

namespace sayso::journey {
namespace {

using app::test::Council;
using app::test::wait_for;
using client::Answered;
using encoding::Json;

client::Facts facts_of(Council& council) {
  client::Facts facts;
  facts.notice = sayso::test::shipped_notice();
  facts.notice_hash = council.desk->notices().current().hash;
  facts.words = sayso::test::shipped_words();
  facts.log_key = council.portal->log_key();
  facts.client_version = "test";
  return facts;
}

// As the HTTP layer would say it.
int status_of(app::Problem problem) {
  switch (problem) {
    case app::Problem::Body:
      return 400;
    case app::Problem::Invitation:
    case app::Problem::SignIn:
    case app::Problem::NotAllowed:
    case app::Problem::ChangePassword:
    case app::Problem::NotConfirmed:
    case app::Problem::EnrolmentGone:
    case app::Problem::Pin:
      return 403;
    case app::Problem::Session:
    case app::Problem::Signature:
      return 401;
    case app::Problem::Record:
      return 422;
    case app::Problem::RecordConflict:
    case app::Problem::StaleHead:
      return 409;
    case app::Problem::PinGone:
      return 410;
    case app::Problem::Unavailable:
      return 503;
  }
  return 500;
}

Answered refused(std::uint32_t ticket, const app::Refusal& refusal) {
  Json body = refusal.extra.object() ? refusal.extra : Json(Json::Object{});
  if (refusal.problem == app::Problem::StaleHead)
    body.object()->emplace("type", "/problems/stale-head");
  if (refusal.problem == app::Problem::EnrolmentGone)
    body.object()->emplace("type", "/problems/enrolment-gone");
  return {ticket, status_of(refusal.problem), encoding::encode_canonical(body)};
}

Answered done(std::uint32_t ticket, const app::Outcome<void>& outcome) {
  return outcome ? Answered{ticket, 204, {}} : refused(ticket, outcome.error());
}

Answered told(std::uint32_t ticket, const app::Outcome<Json>& outcome) {
  return outcome ? Answered{ticket, 200, encoding::encode_canonical(*outcome)}
                 : refused(ticket, outcome.error());
}

const std::string kReceipts = "/api/receipts/";
const std::string kConsistency = "/log/consistency/";

void collect_words(const document::Node& node, std::string& words) {
  for (const std::string* text : {&node.label, &node.text, &node.hint, &node.error}) {
    if (!text->empty()) words += *text + "\n";
  }
  for (const document::Node& child : node.children) collect_words(child, words);
}

}  // namespace

std::string Kept::open() const {
  for (const Slot& slot : slots) {
    if (slot.share.empty()) return slot.text;
  }
  return {};
}

std::size_t Kept::locked() const {
  return static_cast<std::size_t>(std::count_if(
      slots.begin(), slots.end(), [](const Slot& slot) { return !slot.share.empty(); }));
}

Device::Device(Council& council, Kept& kept)
    : now(council.clock.now()), council_(council), kept_(kept) {
  state.facts = facts_of(council);
  council.random.fill(randomness_);
}

void Device::act(const client::Action& action) {
  coming_.push_back(action);
  settle();
}

void Device::settle() {
  while (!coming_.empty()) {
    const client::Action action = std::move(coming_.front());
    coming_.pop_front();
    client::Moment moment{now, {}};
    const Digest seed = crypto::hmac_sha256(randomness_, as_bytes(std::to_string(++moments_)));
    std::copy(seed.begin(), seed.end(), moment.entropy.begin());
    for (const client::Effect& effect : client::update(state, action, moment)) carry_out(effect);
  }
}

void Device::carry_out(const client::Effect& effect) {
  std::visit([this](const auto& one) { carry_out_one(one); }, effect);
}

void Device::carry_out_one(const client::CallServer& call) {
  calls.push_back(call.method + " " + call.path);
  if (network == Network::Down) {
    answers.emplace_back();
    coming_.push_back(Answered{call.ticket, 0, {}});
    return;
  }
  Answered answer = ask(call);
  answers.push_back(std::to_string(answer.status) + " " + answer.body);
  if (alters && call.path.find(altered_path) == 0) alters(answer);
  if (network == Network::LosesAnswers) answer = {call.ticket, 0, {}};
  coming_.push_back(std::move(answer));
}

void Device::carry_out_one(const client::DerivePin& derive) {
  const Digest device = crypto::sha256(as_bytes("the one device"));
  const Digest verifier = crypto::hmac_sha256(device, as_bytes(derive.pin));
  coming_.push_back(
      client::PinDerived{encoding::encode_base64url(device), encoding::encode_base64url(verifier)});
}

void Device::storage_is_done() {
  storage_is_slow = false;
  for (const client::SaveVault& save : std::exchange(unsaved_, {})) carry_out_one(save);
  settle();
}

void Device::carry_out_one(const client::SaveVault& save) {
  if (storage_is_slow) return unsaved_.push_back(save);
  if (storage_works) {
    if (!slot_) slot_ = ++numbers_given_;
    std::erase_if(kept_.slots, [&](const Slot& slot) { return slot.number == *slot_; });
    kept_.slots.push_back({*slot_, save.share, save.text});
  }
  coming_.push_back(client::VaultSaved{storage_works});
}

void Device::carry_out_one(const client::OpenVault& open) {
  const auto slot = std::find_if(kept_.slots.begin(), kept_.slots.end(), [&](const Slot& one) {
    return !one.share.empty() && one.share == open.share;
  });
  const bool found = slot != kept_.slots.end();
  if (found) slot_ = slot->number;
  coming_.push_back(client::VaultOpened{found, found ? slot->text : std::string()});
}

void Device::carry_out_one(const client::EraseVault&) {
  std::erase_if(kept_.slots, [&](const Slot& slot) { return slot_ && slot.number == *slot_; });
  slot_.reset();
}

Answered Device::consistency(const client::CallServer& call) const {
  const std::string sizes = call.path.substr(kConsistency.size());
  const auto slash = sizes.find('/');
  const auto proof =
      council_.portal->published_consistency(TreeSize(std::stoull(sizes.substr(0, slash))),
                                             TreeSize(std::stoull(sizes.substr(slash + 1))));
  if (!proof) return {call.ticket, 404, {}};
  std::string lines;
  for (const Digest& hash : *proof) lines += encoding::encode_base64(hash) + "\n";
  return {call.ticket, 200, lines};
}

Answered Device::ask_about_requests(const client::CallServer& call, const Json& body) {
  app::Portal& portal = *council_.portal;
  const std::string start = "/api/requests/";
  if (call.path.size() <= start.size()) return told(call.ticket, portal.requests(session_));
  const auto number = std::stoull(call.path.substr(start.size()));
  if (call.method == "GET") {
    const auto found = portal.request(session_, number);
    if (!found) return refused(call.ticket, found.error());
    if (!*found) return {call.ticket, 404, {}};
    return {call.ticket, 200, encoding::encode_canonical(**found)};
  }
  const auto sent = wait_for<std::optional<app::MessageSent>>(
      [&](auto d) { portal.send_message(session_, number, body, std::move(d)); });
  if (!sent) return refused(call.ticket, sent.error());
  if (!*sent) return {call.ticket, 404, {}};
  return {call.ticket, 201, encoding::encode_canonical((*sent)->answer)};
}

Answered Device::ask(const client::CallServer& call) {
  app::Portal& portal = *council_.portal;
  Json body;
  if (!call.body.empty()) {
    const auto decoded = encoding::decode_json(call.body);
    REQUIRE(decoded.has_value());
    body = *decoded;
  }
  if (call.path == "/api/enrolments") {
    const auto outcome = wait_for<app::Enrolled>([&](auto d) { portal.enrol(body, std::move(d)); });
    if (!outcome) return refused(call.ticket, outcome.error());
    if (keeps_cookies) session_ = outcome->session;
    return {call.ticket, 201, encoding::encode_canonical(outcome->answer)};
  }
  if (call.path == "/api/challenges") return told(call.ticket, portal.challenge(body));
  if (call.path == "/api/sessions") {
    const auto outcome =
        wait_for<app::SignedIn>([&](auto d) { portal.sign_in(body, std::move(d)); });
    if (!outcome) return refused(call.ticket, outcome.error());
    if (keeps_cookies) session_ = outcome->session;
    return {call.ticket, 201, encoding::encode_canonical(outcome->answer)};
  }
  if (call.path == "/api/records") {
    const auto outcome =
        wait_for<app::Submitted>([&](auto d) { portal.submit(session_, body, std::move(d)); });
    if (!outcome) return refused(call.ticket, outcome.error());
    return {call.ticket, 201, outcome->text};
  }
  if (call.path == "/api/me/contact")
    return done(call.ticket,
                wait_for<void>([&](auto d) { portal.set_contact(session_, body, std::move(d)); }));
  if (call.path == "/api/recovery-codes")
    return told(call.ticket,
                wait_for<Json>([&](auto d) { portal.make_recovery_code(session_, std::move(d)); }));
  if (call.path == "/api/confirmations")
    return told(call.ticket, wait_for<Json>([&](auto d) {
                  portal.make_confirmation_code(session_, std::move(d));
                }));
  if (call.path == "/api/held") return told(call.ticket, portal.held(session_));
  if (call.path == "/api/promises") return told(call.ticket, portal.promises(session_));
  if (call.path == "/api/uses") return told(call.ticket, portal.uses(session_));
  if (call.path.rfind("/api/requests", 0) == 0) return ask_about_requests(call, body);
  if (call.path == "/api/pin-shares")
    return done(call.ticket, wait_for<void>([&](auto d) {
                  portal.keep_pin_share(session_, body, std::move(d));
                }));
  if (call.path == "/api/pin-shares/release")
    return told(call.ticket,
                wait_for<Json>([&](auto d) { portal.release_pin_share(body, std::move(d)); }));
  if (call.path == "/api/exit")
    return done(call.ticket, wait_for<void>([&](auto d) { portal.exit(session_, std::move(d)); }));
  if (call.path.find(kReceipts) == 0) {
    const auto outcome = portal.receipt(session_, std::stoull(call.path.substr(kReceipts.size())));
    if (!outcome) return refused(call.ticket, outcome.error());
    if (!*outcome) return {call.ticket, 404, {}};
    return {call.ticket, 200, encoding::encode_canonical(**outcome)};
  }
  if (call.path.find(kConsistency) == 0) return consistency(call);
  if (call.path == "/api/me") return told(call.ticket, portal.me(session_));
  for (const auto& [hash, text] : notices) {
    if (call.path == "/notices/" + hash + ".json") return {call.ticket, 200, text};
  }
  return {call.ticket, 404, {}};
}

void Device::open(const std::string& address, const std::string& code) {
  client::Started started;
  started.address = address;
  started.code = code.empty() ? tab_.code : code;
  started.visited = tab_.visit;
  tab_.code = started.code;
  started.others = kept_.locked() != 0;
  started.vault = !storage_works          ? client::VaultFound::Unavailable
                  : !kept_.open().empty() ? client::VaultFound::Open
                  : started.others        ? client::VaultFound::Locked
                                          : client::VaultFound::None;
  started.vault_text = kept_.open();
  for (const Slot& slot : kept_.slots) {
    if (slot.share.empty()) slot_ = slot.number;
    numbers_given_ = std::max(numbers_given_, slot.number);
  }
  started.online = network != Network::Down;
  act(started);
}

void Device::press(const std::string& action) { act(client::Pressed{action}); }
void Device::type(const std::string& field, const std::string& value) {
  act(client::Changed{field, value});
}
void Device::follow(const std::string& address) { act(client::Navigated{address}); }
void Device::back_to(const std::string& address) { act(client::Moved{address}); }
void Device::choose_file(const std::string& name, const std::string& text) {
  act(client::FileRead{name, text});
}
void Device::timer_rings() {
  timer_ms.reset();
  act(client::Woke{});
}
void Device::passes(std::int64_t seconds) {
  const Instant until{now.unix_seconds + seconds};
  while (!sleeps && alarm_at && !(until < *alarm_at)) {
    council_.clock.pass(alarm_at->unix_seconds - now.unix_seconds);
    now = *alarm_at;
    alarm_at.reset();
    act(client::AlarmRang{});
  }
  council_.clock.pass(until.unix_seconds - now.unix_seconds);
  now = until;
}
void Device::goes_online() {
  network = Network::Up;
  act(client::Online{true});
}

void Device::come_in(const std::string& code) {
  open("/", code);
  press(screens::kActionBegin);
  type(screens::kFieldDevice, "mine");
  press(screens::kActionDevice);
  type("ways:call", "yes");
  press(screens::kActionContact);
}

void Device::come_in_keeping_nothing(const std::string& code) {
  open("/", code);
  press(screens::kActionBegin);
  type(screens::kFieldDevice, "nothing");
  press(screens::kActionDevice);
  type("ways:call", "yes");
  press(screens::kActionContact);
}

Device Device::loaded_again() const {
  Device again(council_, kept_);
  again.tab_ = tab_;
  again.open(address());
  return again;
}

void Device::answer_all(const std::string& value) {
  const domain::Purpose& purpose = state.facts.notice.purposes.at(state.route.number);
  if (domain::remedy_of(purpose) == domain::Remedy::AgreeOrRefuse) {
    for (const domain::Question& question : purpose.questions)
      type(screens::choice_field(purpose.id, question.organisation), value);
  }
  press(screens::kActionAnswer);
}

void Device::choose_everything(const std::string& value) {
  while (state.route.place == client::Place::Purpose) answer_all(value);
  press(screens::kActionSign);
}

std::string Device::address() const { return client::address_of(state.route); }
document::Document Device::screen() const { return client::view(state, now); }

std::string Device::words() const {
  const document::Document document = screen();
  std::string all = document.title + "\n";
  collect_words(document.main, all);
  return all;
}

}  // namespace sayso::journey

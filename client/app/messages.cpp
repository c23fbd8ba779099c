#include "client/app/messages.h"

#include <algorithm>

#include "shared/encoding/fields.h"
#include "shared/encoding/json.h"

namespace sayso::client {
namespace {

using encoding::Fields;
using encoding::Json;

// Answers of the server arrive inside an action, so the limits are wider than a record's.
constexpr encoding::JsonLimits kMessageLimits{.size_bytes = 32 * 1024 * 1024, .depth = 4};
// 9999-12-31T23:59:59Z
constexpr std::int64_t kLastSecond = 253402300799;

VaultFound decode_found(const std::string& text) {
  if (text == "open") return VaultFound::Open;
  if (text == "locked") return VaultFound::Locked;
  if (text == "unavailable") return VaultFound::Unavailable;
  return VaultFound::None;
}

Action read_started(Fields& in) {
  Started started;
  started.address = in.text("address");
  started.code = in.text("code");
  started.vault = decode_found(in.text("vault"));
  started.vault_text = in.text("text");
  started.others = in.boolean("others");
  started.visited = in.boolean("visited");
  started.online = in.boolean("online");
  started.settings = in.text("settings");
  started.can_speak = in.boolean("can_speak");
  return started;
}

Action read_action(const std::string& type, Fields& in) {
  if (type == "started") return read_started(in);
  if (type == "navigated") return Navigated{in.text("address")};
  if (type == "moved") return Moved{in.text("address")};
  if (type == "pressed") return Pressed{in.text("action")};
  if (type == "changed") return Changed{in.text("name"), in.text("value")};
  if (type == "toggled") return Toggled{in.text("id"), in.boolean("open")};
  if (type == "answered") {
    const auto ticket = static_cast<std::uint32_t>(in.integer("ticket", 1, UINT32_MAX));
    const auto status = static_cast<int>(in.integer("status", 0, 999));
    return Answered{ticket, status, in.text("body")};
  }
  if (type == "pin-derived") return PinDerived{in.text("device"), in.text("verifier")};
  if (type == "vault-opened") return VaultOpened{in.boolean("opened"), in.text("text")};
  if (type == "vault-saved") return VaultSaved{in.boolean("saved")};
  if (type == "file-read") return FileRead{in.text("name"), in.text("text"), in.boolean("large")};
  if (type == "online") return Online{in.boolean("online")};
  if (type == "spoken") return Spoken{in.boolean("possible")};
  if (type == "woke") return Woke{};
  if (type == "alarm-rang") return AlarmRang{};
  in.refuse("type");
  return Woke{};
}

Json effect_json(const CallServer& call) {
  return Json::Object{{"type", "call"},
                      {"ticket", static_cast<std::int64_t>(call.ticket)},
                      {"method", call.method},
                      {"path", call.path},
                      {"body", call.body}};
}
Json effect_json(const GoTo& go) {
  return Json::Object{{"type", "go"}, {"address", go.address}, {"replace", go.replace}};
}
Json effect_json(const DerivePin& derive) {
  return Json::Object{{"type", "derivePin"}, {"pin", derive.pin}};
}
Json effect_json(const SaveVault& save) {
  return Json::Object{{"type", "save"}, {"text", save.text}, {"share", save.share}};
}
Json effect_json(const OpenVault& open) {
  return Json::Object{{"type", "open"}, {"share", open.share}};
}
Json effect_json(const EraseVault&) { return Json::Object{{"type", "erase"}}; }
Json effect_json(const CloseVault&) { return Json::Object{{"type", "close"}}; }
Json effect_json(const Download& download) {
  return Json::Object{{"type", "download"},
                      {"file_name", download.file_name},
                      {"media_type", download.media_type},
                      {"text", download.text}};
}
Json effect_json(const Reload&) { return Json::Object{{"type", "reload"}}; }
Json effect_json(const Print&) { return Json::Object{{"type", "print"}}; }
Json effect_json(const Wake& wake) {
  return Json::Object{{"type", "wake"}, {"after_ms", static_cast<std::int64_t>(wake.after_ms)}};
}
Json effect_json(const Alarm& alarm) {
  return Json::Object{{"type", "alarm"}, {"after_ms", static_cast<std::int64_t>(alarm.after_ms)}};
}
Json effect_json(const KeepSettings& keep) {
  return Json::Object{{"type", "keepSettings"}, {"text", keep.text}, {"lasting", keep.lasting}};
}
Json effect_json(const RememberInTab& tab) {
  return Json::Object{{"type", "rememberInTab"}, {"code", tab.code}, {"visit", tab.visit}};
}
Json effect_json(const AskBeforeLeaving& ask) {
  return Json::Object{{"type", "askBeforeLeaving"}, {"on", ask.on}};
}
Json effect_json(const Speak&) { return Json::Object{{"type", "speak"}}; }
Json effect_json(const StopSpeaking&) { return Json::Object{{"type", "stopSpeaking"}}; }

}  // namespace

std::optional<Message> decode_message(std::string_view text) {
  const auto json = encoding::decode_json(text, kMessageLimits);
  if (!json) return std::nullopt;
  Message message;
  const auto read = encoding::read_fields(*json, [&](Fields& in) {
    message.moment.now = Instant{in.integer("now", 0, kLastSecond)};
    const auto entropy = decode_hex(in.text("entropy"));
    if (entropy && entropy->size() == message.moment.entropy.size())
      std::copy(entropy->begin(), entropy->end(), message.moment.entropy.begin());
    else
      in.refuse("entropy");
    message.action = read_action(in.text("type"), in);
  });
  if (!read) return std::nullopt;
  return message;
}

std::string encode_effects(const Effects& effects) {
  Json::Array array;
  for (const Effect& effect : effects)
    array.push_back(std::visit([](const auto& one) { return effect_json(one); }, effect));
  return encoding::encode_canonical(array);
}

}  // namespace sayso::client

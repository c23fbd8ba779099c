// What the platform is asked to do. Each is carried out once, in order; answers come back as
// actions.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sayso::client {

// Answered comes back with the same ticket.
struct CallServer {
  std::uint32_t ticket = 0;
  std::string method;
  std::string path;
  std::string body;  // JSON, or empty
};
struct GoTo {
  std::string address;
  bool replace = false;  // leaves no trace in the browser's back button
};
// Stretches the PIN; PinDerived comes back. The PIN itself goes nowhere else.
struct DerivePin {
  std::string pin;
};
// Keeps `text` on the device, wrapped by a key that cannot be exported, and by `share` too if it is
// not empty. VaultSaved comes back.
struct SaveVault {
  std::string text;
  std::string share;  // base64url of 32 bytes: what the server releases for the PIN
};
// VaultOpened comes back.
struct OpenVault {
  std::string share;
};
struct EraseVault {};
// What was kept or opened so far belongs to somebody who left: the next SaveVault keeps a text of
// its own.
struct CloseVault {};
struct Download {
  std::string file_name;
  std::string media_type;
  std::string text;
};
// Starts the visit anew, at the first page: what is kept on this device is looked at again.
struct Reload {};
struct Print {};
// Woke comes back. One timer; a later one replaces an earlier one.
struct Wake {
  std::uint32_t after_ms = 0;
};
// AlarmRang comes back. One timer beside that of Wake; a later one replaces an earlier one.
struct Alarm {
  std::uint32_t after_ms = 0;
};
// Shows the page by them at once, and keeps them: on the device, or for this visit alone.
struct KeepSettings {
  std::string text;  // shared/screens/settings.h
  bool lasting = true;
};
// What this tab knows after it was loaded again, and only this tab: the invitation's code while it
// can still be used, and that a visit which keeps nothing is open. Exit this page wipes it.
struct RememberInTab {
  std::string code;
  bool visit = false;

  friend bool operator==(const RememberInTab& a, const RememberInTab& b) = default;
};
// Whether the browser asks before this page is closed or loaded again. Never on Exit this page.
struct AskBeforeLeaving {
  bool on = false;
};
// Reads the screen aloud from its beginning, by a voice of the device's own; Spoken comes back.
struct Speak {};
struct StopSpeaking {};

using Effect = std::variant<CallServer, GoTo, DerivePin, SaveVault, OpenVault, EraseVault,
                            CloseVault, Download, Print, Reload, Wake, Alarm, KeepSettings,
                            RememberInTab, AskBeforeLeaving, Speak, StopSpeaking>;
using Effects = std::vector<Effect>;

}  // namespace sayso::client

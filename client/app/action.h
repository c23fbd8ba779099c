// What can happen: everything that reaches the client's state comes as one of these.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>

#include "shared/base/bytes.h"
#include "shared/base/instant.h"

namespace sayso::client {

// What no pure function can have: the time, and fresh randomness for whatever this action makes.
struct Moment {
  Instant now;
  ByteArray<64> entropy{};
};

// What the device has kept. Locked: behind a PIN, of one person or several; how many cannot be
// told.
enum class VaultFound { None, Open, Locked, Unavailable };

struct Started {
  std::string address;
  std::string code;  // from the invitation's fragment, as it stands there
  VaultFound vault = VaultFound::None;
  std::string vault_text;  // when Open
  bool others = false;     // something behind a PIN is kept here too
  bool visited = false;    // a visit that keeps nothing was open in this tab, and was not finished
  bool online = true;
  std::string settings;    // shared/screens/settings.h, as the device has kept it
  bool can_speak = false;  // this browser can read aloud
};
// A link was followed.
struct Navigated {
  std::string address;
};
// The browser's back or forward button: the address is there already.
struct Moved {
  std::string address;
};
// A button or a link with an action, or a form sent.
struct Pressed {
  std::string action;
};
struct Changed {
  std::string name;
  std::string value;
};
struct Toggled {
  std::string id;
  bool open = false;
};
// status 0: no answer came.
struct Answered {
  std::uint32_t ticket = 0;
  int status = 0;
  std::string body;
};
// A PIN was stretched by the platform. Both are base64url of 32 bytes, or empty: this browser
// cannot.
struct PinDerived {
  std::string device;
  std::string verifier;
};
struct VaultOpened {
  bool opened = false;
  std::string text;
};
struct VaultSaved {
  bool saved = false;
};
struct FileRead {
  std::string name;
  std::string text;
  bool large = false;  // too large to be a receipt; `text` is empty
};
struct Online {
  bool online = true;
};
// Reading aloud came to its end, or was not possible.
struct Spoken {
  bool possible = true;
};
// The timer set by Wake ran out.
struct Woke {};
// The timer set by Alarm ran out, or the page is in sight again.
struct AlarmRang {};

using Action =
    std::variant<Started, Navigated, Moved, Pressed, Changed, Toggled, Answered, PinDerived,
                 VaultOpened, VaultSaved, FileRead, Online, Spoken, Woke, AlarmRang>;

}  // namespace sayso::client

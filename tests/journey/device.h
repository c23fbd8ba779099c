// A person's device: the client's state with everything around it played here — the network leads
// straight to the council's use cases, the vault is a map, and either can be made to fail.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/app/action.h"
#include "client/app/effect.h"
#include "client/app/state.h"
#include "shared/document/node.h"
#include "tests/server/app/council.h"

namespace sayso::journey {

// What a device's browser keeps from one visit to the next.
struct Slot {
  int number = 0;
  std::string share;  // empty: without a PIN
  std::string text;
};
struct Kept {
  std::vector<Slot> slots;

  // What is kept without a PIN; empty = nothing.
  [[nodiscard]] std::string open() const;
  [[nodiscard]] std::size_t locked() const;
};

enum class Network { Up, Down, LosesAnswers };

class Device {
 public:
  Device(app::test::Council& council, Kept& kept);

  // Opens an address, with the code of an invitation if there is one.
  void open(const std::string& address, const std::string& code = {});
  void act(const client::Action& action);
  void press(const std::string& action);
  void type(const std::string& field, const std::string& value);
  void follow(const std::string& address);
  void back_to(const std::string& address);
  void choose_file(const std::string& name, const std::string& text);
  void timer_rings();
  // Time goes by, for the council too; the alarm rings when it is due, unless the phone sleeps.
  void passes(std::int64_t seconds);
  bool sleeps = false;
  void goes_online();

  // The same tab, loaded again: nothing is left but what is kept and what the tab remembers.
  [[nodiscard]] Device loaded_again() const;

  // From the first page to the first question, on a phone of one's own.
  void come_in(const std::string& code);
  // The same on a shared phone that is to keep nothing.
  void come_in_keeping_nothing(const std::string& code);
  // Yes or no to every question of the purpose that is on screen; then on.
  void answer_all(const std::string& value);
  // From the first question to the end, saying this to all of it.
  void choose_everything(const std::string& value);

  [[nodiscard]] std::string address() const;
  [[nodiscard]] document::Document screen() const;
  // Every word on screen.
  [[nodiscard]] std::string words() const;
  [[nodiscard]] bool says(const std::string& text) const {
    return words().find(text) != std::string::npos;
  }

  client::State state;
  Network network = Network::Up;
  // Alters what the server answered to this path, if anything stands here.
  std::string altered_path;
  std::function<void(client::Answered&)> alters;
  // Notices that the server has, by hash.
  std::map<std::string, std::string> notices;
  // Every call that was made: "POST /api/records".
  std::vector<std::string> calls;
  // What came back, one for each of them: "200 {...}".
  std::vector<std::string> answers;
  bool storage_works = true;
  // The device is slow: what is to be kept waits until storage_is_done().
  bool storage_is_slow = false;
  void storage_is_done();
  // What the browser would do if the page were closed or loaded again now.
  bool asks_before_leaving = false;
  // The browser takes the session's cookie and sends it back.
  bool keeps_cookies = true;
  void session_ends() { session_.clear(); }
  int reloads = 0;
  std::vector<client::Download> downloads;
  std::optional<std::uint32_t> timer_ms;
  std::optional<Instant> alarm_at;
  Instant now;

 private:
  [[nodiscard]] client::Answered ask_about_requests(const client::CallServer& call,
                                                    const encoding::Json& body);
  void settle();
  void carry_out(const client::Effect& effect);
  void carry_out_one(const client::CallServer& call);
  void carry_out_one(const client::GoTo&) {}
  void carry_out_one(const client::DerivePin& derive);
  void carry_out_one(const client::SaveVault& save);
  void carry_out_one(const client::OpenVault& open);
  void carry_out_one(const client::EraseVault&);
  void carry_out_one(const client::CloseVault&) { slot_.reset(); }
  void carry_out_one(const client::Download& download) { downloads.push_back(download); }
  void carry_out_one(const client::Print&) {}
  void carry_out_one(const client::Reload&) { ++reloads; }
  void carry_out_one(const client::Wake& wake) { timer_ms = wake.after_ms; }
  void carry_out_one(const client::Alarm& alarm) {
    alarm_at = Instant{now.unix_seconds + alarm.after_ms / 1'000};
  }
  void carry_out_one(const client::KeepSettings&) {}
  void carry_out_one(const client::RememberInTab& tab) { tab_ = tab; }
  void carry_out_one(const client::AskBeforeLeaving& ask) { asks_before_leaving = ask.on; }
  void carry_out_one(const client::Speak&) {}
  void carry_out_one(const client::StopSpeaking&) {}
  [[nodiscard]] client::Answered ask(const client::CallServer& call);
  [[nodiscard]] client::Answered consistency(const client::CallServer& call) const;

  app::test::Council& council_;
  Kept& kept_;
  std::string session_;
  client::RememberInTab tab_;
  int numbers_given_ = 0;
  std::optional<int> slot_;  // the one that this visit opened or made
  std::deque<client::Action> coming_;
  std::vector<client::SaveVault> unsaved_;
  ByteArray<32> randomness_{};
  std::uint64_t moments_ = 0;
};

}  // namespace sayso::journey

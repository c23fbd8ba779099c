// A person's device: the client's state with everything around it played here — the network leads straight to the
// council's use cases, the vault is a map, and either can be made to fail.
#pragma once

#include <deque>
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
struct Kept {
  std::string open;                           // without a PIN; empty = nothing
  std::vector<std::pair<std::string, std::string>> locked;  // share, text
};

enum class Network { Up, Down, LosesAnswers };

class Device {
 public:
  Device(app::test::Council& council, Kept& kept);

  // Opens an address, with the code of an invitation if there is one.
  void open(const std::string& address, const std::string& code = {});
  void press(const std::string& action);
  void type(const std::string& field, const std::string& value);
  void follow(const std::string& address);
  void back_to(const std::string& address);
  void choose_file(const std::string& name, const std::string& text);
  void timer_rings();
  void goes_online();

  // From the first page to the first question, on a phone of one's own.
  void come_in(const std::string& code);
  // Yes or no to every question of the purpose that is on screen; then on.
  void answer_all(const std::string& value);
  // From the first question to the end, saying this to all of it.
  void choose_everything(const std::string& value);

  [[nodiscard]] std::string address() const;
  [[nodiscard]] document::Document screen() const;
  // Every word on screen.
  [[nodiscard]] std::string words() const;
  [[nodiscard]] bool says(const std::string& text) const { return words().find(text) != std::string::npos; }

  client::State state;
  Network network = Network::Up;
  bool storage_works = true;
  std::vector<client::Download> downloads;
  std::optional<std::uint32_t> timer_ms;
  Instant now;

 private:
  void act(const client::Action& action);
  void settle();
  void carry_out(const client::Effect& effect);
  void carry_out_one(const client::CallServer& call);
  void carry_out_one(const client::GoTo&) {}
  void carry_out_one(const client::DerivePin& derive);
  void carry_out_one(const client::SaveVault& save);
  void carry_out_one(const client::OpenVault& open);
  void carry_out_one(const client::EraseVault&);
  void carry_out_one(const client::Download& download) { downloads.push_back(download); }
  void carry_out_one(const client::Print&) {}
  void carry_out_one(const client::Wake& wake) { timer_ms = wake.after_ms; }
  void carry_out_one(const client::SetSimpleView&) {}
  [[nodiscard]] client::Answered ask(const client::CallServer& call);

  app::test::Council& council_;
  Kept& kept_;
  std::string session_;
  std::deque<client::Action> coming_;
  ByteArray<32> randomness_{};
  std::uint64_t moments_ = 0;
};

}  // namespace sayso::journey

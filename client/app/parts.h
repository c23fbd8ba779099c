// The parts of the journey, one file each. Each function does what one action means there.
#pragma once

#include <string>
#include <string_view>

#include "client/app/step.h"

namespace sayso::client {

// navigate.cpp
void on_started(Step& step, const Started& started);
// Shows the address, or where the person has to go first.
void arrive(Step& step, Route route, Step::History history);

// come_in.cpp
void press_begin(Step& step);
void press_code(Step& step);
void press_device(Step& step);
void press_contact(Step& step);
void on_vault_saved(Step& step, const VaultSaved& saved);
void answered_enrol(Step& step, const Answered& answer);
void answered_contact(Step& step, const Answered& answer);
// The answer to "whose device is this" may change until there is an enrolled key: what was kept
// under another one goes.
void keep_as(Step& step, Keep keep);
void go_on_to_contact(Step& step);
// Makes the key if there is none and asks to enrol it; a repeat asks the same again.
void enrol(Step& step);

// pin.cpp
void press_pin_set(Step& step);
void press_unlock(Step& step);
void on_pin_derived(Step& step, const PinDerived& derived);
void on_vault_opened(Step& step, const VaultOpened& opened);
// After enrolment: what the server is to release for the PIN.
void send_pin_share(Step& step);
void answered_pin_share(Step& step, const Answered& answer);
void answered_pin_release(Step& step, const Answered& answer);

// sign_in.cpp
// The place on screen stays, and is shown once the answer is here.
void sign_in(Step& step);
// Nothing of the person stays in the state. What the device keeps is left to whoever calls.
void forget_person(Step& step);
void sign_out(Step& step);
void answered_challenge(Step& step, const Answered& answer);
void answered_sign_in(Step& step, const Answered& answer);
void answered_me(Step& step, const Answered& answer);
// Takes in the server's `me`; false when it cannot be read.
[[nodiscard]] bool take_me(Step& step, const encoding::Json& me);

// choose.cpp
// What was signed, all of the outbox from `before` on, is kept before it is sent, and sent in that
// order.
void keep_and_send(Step& step, std::size_t before);
void on_changed(Step& step, const Changed& changed);
void begin_choosing(Step& step, std::string_view base);
// Answers that stand picked for anybody but the person that the route is about go.
void keep_answers_apart(State& state);
// Opens the page of the purpose that line `number` of home belongs to, with what is in force
// picked.
void choose_one(Step& step, std::string_view number);
void press_answer(Step& step);
void press_no_to_all(Step& step);
void press_sign(Step& step);
void press_withdraw(Step& step);
void press_object(Step& step);

// send.cpp
// Tries again what the network or the server kept from happening: signing in, or sending.
void try_again(Step& step);
// The same, because the person asks for it; how often is told.
void press_send_again(Step& step);
void wait_and_try_again(Step& step);
// The key of this device is of no use any more; what was signed waits for a new one.
void key_is_refused(Step& step, const std::string& problem);
// Sends the oldest record of the outbox, if nothing stands in the way.
void send_next(Step& step);
void answered_record(Step& step, const Answered& answer);
void on_online(Step& step, const Online& online);

// renew.cpp
void press_renew_receipt(Step& step, std::string_view reference);
void answered_receipt(Step& step, const Answered& answer);
void answered_receipt_consistency(Step& step, const Answered& answer);
// Of two receipts of one entry the one under the larger checkpoint stays: what was renewed in this
// visit is not lost to what the server keeps.
void keep_renewed(std::vector<Held>& fresh, const std::vector<Held>& before);

// receipts.cpp
void press_receipt_file(Step& step, std::string_view reference);
void press_check_receipt(Step& step);
void on_file_read(Step& step, const FileRead& file);

// home.cpp
void press_recovery(Step& step);
void answered_recovery(Step& step, const Answered& answer);
void answered_old_notice(Step& step, const Answered& answer);
// Asks for the notices that the records shown speak of and that are not here yet.
void want_old_notices(Step& step);

// held.cpp
[[nodiscard]] bool is_confirmed(const encoding::Json& me);
// Asks what is held whenever its page is come to: it may be more by now. Not before the key is
// confirmed.
void want_held(Step& step);
void answered_held(Step& step, const Answered& answer);
void press_confirmation_code(Step& step);
void answered_confirmation_code(Step& step, const Answered& answer);
// Asks whether the team believes the code that was read out.
void press_read_out(Step& step);
void answered_confirmed(Step& step, const Answered& answer);
void press_held_table(Step& step, std::string_view base);
void press_held_json(Step& step, std::string_view base);

// uses.cpp
// Asks who used it whenever its page is come to. Not before the key is confirmed.
void want_uses(Step& step);
void answered_uses(Step& step, const Answered& answer);

// promises.cpp
// Asks for what can be shown of the promises whenever their page is come to: it is today's.
void want_evidence(Step& step);
void answered_evidence(Step& step, const Answered& answer);

// requests.cpp
// Asks how what was asked for goes on, whenever one of its pages is come to.
void want_requests(Step& step);
void answered_requests(Step& step, const Answered& answer);
void want_request(Step& step);
void answered_request(Step& step, const Answered& answer);
// Of the list in `me`, or in the answer to want_requests().
void take_requests(State& state, const encoding::Json& list);
void press_request(Step& step);
void press_message(Step& step);

// log_watch.cpp
// The hashes of a consistency proof, one a line.
[[nodiscard]] std::optional<std::vector<Digest>> read_log_proof(std::string_view text);
// Whether the log still begins with what this device saw of it before.
void watch_log(Step& step);
void answered_checkpoint(Step& step, const Answered& answer);
void answered_consistency(Step& step, const Answered& answer);

// visit.cpp
// What would be lost if the page were loaded again, told to the browser when it changes.
void look_after_visit(Step& step);
// The receipt was saved or printed.
void has_receipt(State& state, std::string_view reference);

// time_out.cpp
// Ends a visit whose time is up. What the person does counts as being there; false: it came too
// late.
[[nodiscard]] bool is_in_time(Step& step, const Action& action);
void begin_time(Step& step, const encoding::Json& me);
void press_stay(Step& step);
void on_alarm_rang(Step& step);
// Warns when it is time to, and sees to it that the next thing to happen is not missed.
void look_after_time(Step& step);

// settings.cpp
void toggle_simple_view(Step& step);
void press_settings(Step& step);
// On a shared phone that keeps nothing they last for the visit.
void keep_settings(Step& step);
void press_aloud(Step& step);
void on_spoken(Step& step, const Spoken& spoken);
// What is read aloud is the screen that the person is at.
void stop_speaking_elsewhere(Step& step, const Route& before);

// May be otherwise in a minute: no network, too many tries, the server's trouble.
[[nodiscard]] bool is_temporary(int status);
// What went wrong with a call, as a words key.
[[nodiscard]] std::string problem_of(int status);

}  // namespace sayso::client

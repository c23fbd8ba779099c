// Every screen that there is, one after the other, as a family meets them: for checks that hold on all of them.
//
// `look(name)` is called on each, at rest. A screen that is added gets a line here.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../../whole/lib/ask.mjs";
import { makeOrganisation } from "../../whole/lib/signed.mjs";
import { answerEverything, until } from "./person.mjs";

// Calls that would send a record fail from here on, as without a network.
const cutOff = () => {
  globalThis.wholeFetch = globalThis.fetch;
  globalThis.fetch = (path, ...rest) =>
    path === "/api/records" ? Promise.reject(new TypeError("cut off")) : globalThis.wholeFetch(path, ...rest);
};
const reconnect = () => {
  globalThis.fetch = globalThis.wholeFetch;
};

// The newest receipt, as its file; `spoil` changes one letter of its signature.
const chooseReceipt = async (spoil) => {
  const me = await (await fetch("/api/me", { headers: { "Sayso-Client": "1" } })).json();
  let text = JSON.stringify(me.entries.at(-1));
  if (spoil === "spoilt") {
    const at = text.lastIndexOf('"proofValue":"z') + 20;
    text = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  }
  if (spoil === "other") text = "Dear Sir";
  const files = new DataTransfer();
  files.items.add(new File([text], "receipt.json", { type: "application/json" }));
  const input = document.querySelector("input[type=file]");
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

// The page's clock goes on by so many minutes, as on a phone that slept and is looked at again.
export const passTime = (minutes) => {
  const before = Date.now;
  Date.now = () => before() + minutes * 60_000;
  document.dispatchEvent(new Event("visibilitychange"));
};

// At rest: nothing is being waited for, what is gone has left the page, and what was asked of the painter is painted.
async function settle(person) {
  await until(person.page, () => person.fact(() => !document.querySelector("progress, .leaving")), "the end of waiting");
  await person.fact(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
}

function makeTour(person, address, look) {
  const stop = async (name) => {
    await settle(person);
    await look(name, person);
  };
  const at = async (name, path, heading) => {
    await person.page.goto(address + path);
    await person.ready();
    await person.see("heading", heading);
    await stop(name);
  };
  return { person, stop, at };
}

// What anybody can open.
async function tourPublic({ person, stop, at }) {
  await at("start", "/", "Your information, your choice");
  await at("read", "/read", "How we would like to use your information");
  await at("help", "/help", "Get help");
  await at("leaving", "/leaving", "What ‘Exit this page’ does");
  await at("settings", "/settings", "Make this easier to use");
  await at("privacy", "/privacy", "Your privacy on these pages");
  await at("accessibility", "/accessibility", "Can everyone use this?");
  await at("not_found", "/nowhere", "We cannot find that page");
  await at("code", "/code", "What is the code in your letter?");
  await person.press("Continue");
  await person.see("heading", "There is a problem");
  await stop("code_wrong");
  await at("check_receipt", "/check", "Check a receipt");
}

async function tourComingIn({ person, stop }) {
  await person.press("Start now");
  await person.see("heading", "Does anyone else use");
  await stop("device");
  await person.press("Continue");
  await person.see("heading", "There is a problem");
  await stop("device_wrong");
  await person.choose("No, only I use it");
  await person.press("Continue");
  await person.see("heading", "safely get in touch");
  await stop("contact");
  await person.press("Save and continue");
  await person.see("heading", "There is a problem");
  await stop("contact_wrong");
  await person.choose("Ring me");
  await person.press("Save and continue");
  await person.see("heading", "find out if we can help");
}

async function tourChoosing({ person, stop }) {
  await stop("purpose_1");
  await person.press("Continue");
  await person.see("heading", "join up information");
  await stop("purpose_2");
  await person.press("Continue");
  await person.see("heading", "There is a problem");
  await stop("purpose_2_wrong");
  let number = 2;
  await answerEverything(person, "yes", async () => {
    number += 1;
    if (number <= 5) await stop(`purpose_${number}`);
  });
  await stop("check_answers");
  await person.fact(cutOff);
  await person.press("Sign and send");
  await person.see("heading", "Sending your answers");
  await person.read("Waiting for a signal");
  await stop("sending");
  await person.fact(reconnect);
  // The client tries by itself as well, and may come first.
  const again = await person.find("button", "Try to send now");
  if (again) await person.page.click(again).catch(() => {});
  await person.see("heading", "Your choices are in");
  await stop("done");
}

async function tourHome({ person, stop, at }) {
  await at("home", "/home", "Your choices");
  await at("choice", "/home/2", "NHS");
  await at("withdraw", "/home/2/withdraw", "Take back your yes");
  await at("object", "/home/1/object", "Do you want to object?");
  await at("recovery", "/recovery", "A way back in");
  await person.press("Make my code");
  await person.read("Your recovery code");
  await stop("recovery_code");
  await at("receipt_none", "/receipts/00000-00000", "Your receipt");
  await person.page.goto(new URL("/home", await person.fact(() => location.origin)).href);
  await person.ready();
  await person.follow("Receipt ");
  await person.see("heading", "Your receipt");
  await stop("receipt");
}

// Runs in the page.
const codeOnScreen = () =>
  [...document.querySelectorAll("strong")].map((one) => one.textContent.trim()).find((text) => /^\d{3} \d{3}$/.test(text));

// `confirm(code)` is what the team does when the code is read out to them; `use()` is an organisation that asks at the gate.
async function tourHeld({ person, stop, at }, { confirm, use }) {
  await at("uses_first", "/uses", "Who has used what we hold about you");
  await at("promises_first", "/promises", "What keeps our promises");
  await at("held_first", "/held", "What we hold about you");
  await person.press("Get my code");
  await person.read("Your code");
  await stop("held_code");
  await person.press("I have read it out");
  await person.read("We have not got your code yet");
  await stop("held_not_yet");
  await confirm(await person.fact(codeOnScreen));
  await person.press("I have read it out");
  await person.read("We hold 4 things");
  await stop("held");
  await at("uses_none", "/uses", "Who has used what we hold about you");
  await use();
  await at("uses", "/uses", "Who has used what we hold about you");
  await at("promises", "/promises", "What keeps our promises");
}

// A request from the first look to the answer; `answer(part, …)` is what the team types.
async function tourRequests({ person, stop, at }, answer) {
  await at("requests_none", "/requests", "What you asked us for");
  await at("request_new", "/requests/new", "What do you want to ask us for?");
  await at("request_new_choice", "/requests/new/choice/2", "What do you want to ask us for?");
  await person.press("Send it");
  await person.read("Choose what we should do");
  await stop("request_new_wrong");
  await person.choose("Ask a question");
  await person.write("What do you want to say?", "Who saw it?");
  await person.press("Send it");
  await person.see("heading", "We have what you asked for");
  await stop("request_done");
  await at("requests", "/requests", "What you asked us for");
  await answer("take");
  await answer("ask", "Of which day do you speak?");
  await person.follow("Ask a question");
  await person.read("Of which day do you speak?");
  await stop("request_waiting");
  await answer("refuse", "We cannot tell who it was.");
  await answer("confirm");
  await person.page.goto(await person.fact(() => location.href));
  await person.ready();
  await person.read("We cannot tell who it was.");
  await stop("request_refused");
}

async function tourChecking({ person, stop, at }) {
  await at("check_receipt_signed_in", "/check", "Check a receipt");
  for (const [spoil, words] of [["good", "This receipt is good"], ["spoilt", "does not check out"], ["other", "not a receipt we can read"]]) {
    await person.fact(chooseReceipt, spoil);
    await person.see("heading", words);
    await stop(`check_receipt_${spoil}`);
  }
}

async function tourChild({ person, stop, at }) {
  await at("child_home", "/for/1/home", "Choices for");
  await at("child_held", "/for/1/held", "What we hold about");
  await at("child_uses", "/for/1/uses", "Who has used what we hold about");
  await at("child_purpose_2", "/for/1/choices/2", "join up information about your child");
  await answerEverything(person, "no");
  await stop("child_check_answers");
}

async function tourPin({ person, stop }, address) {
  await person.press("Start now");
  await person.choose("Yes, and I want a PIN");
  await person.press("Continue");
  await person.see("heading", "Choose a PIN");
  await stop("pin");
  await person.write("Your PIN", "112");
  await person.press("Set this PIN");
  await person.see("heading", "There is a problem");
  await stop("pin_wrong");
  await person.write("Your PIN", "493027");
  await person.write("Type your PIN again", "493027");
  await person.press("Set this PIN");
  await person.see("heading", "safely get in touch");
  await person.page.goto(`${address}/unlock`);
  await person.ready();
  await person.see("heading", "Type your PIN");
  await stop("unlock");
  await person.write("Your PIN", "000000");
  await person.press("Unlock");
  await person.read("You have 4 tries left");
  await stop("unlock_wrong");
  await person.write("Your PIN", "493027");
  await person.press("Unlock");
  await person.see("heading", "Your choices");
  await person.fact(passTime, 18);
  await person.see("button", "Stay on this page");
  await stop("time_out_warning");
  await person.press("Stay on this page");
  await person.fact(passTime, 20);
  await person.see("heading", "We closed your page");
  await stop("timed_out");
}

async function tourEnd({ person, stop, at }, republish) {
  await republish();
  await at("home_notice_changed", "/home", "Your choices");
  await person.follow("See what is new");
  await person.see("heading", "What has changed");
  await stop("changed");
  await person.press("Go to the questions");
  await person.see("heading", "join up information");
  await stop("purpose_2_changed");
  await person.follow("Finish for now");
  await person.see("heading", "You have finished for now");
  await stop("finished");
}

// Four fictional items about this person.
async function takeIn(team, folder, person) {
  const example = readFileSync("docs/formats/held-item-example.csv", "utf8");
  const file = join(folder, "items.csv");
  writeFileSync(file, example.replaceAll("PERSON", person));
  await team("import", file);
}

// What the team types about the first request, as two of them.
function answerRequests(team, folder) {
  return async (part, text) => {
    const file = join(folder, "text.txt");
    if (text) writeFileSync(file, text);
    const by = { refuse: ["--by", "reviewer-1"], confirm: ["--by", "reviewer-2"] }[part] ?? [];
    const list = await team("requests", "list");
    const number = /^(\d+) ask /m.exec(list.stdout)[1];
    await team("requests", part, "--request", number, ...(text ? ["--text", file] : []), ...by);
  };
}

// The schools ask, and are told yes.
async function askAtTheGate(team, address, person) {
  const schools = makeOrganisation();
  await team("organisation", "add", "--id", "schools", "--key", schools.key);
  const body = { person, purpose: "join-up", information: ["school-attendance", "children-in-need"] };
  const { host } = new URL(address);
  const { status, text } = await ask(address, schools.sign(host, "POST", "/api/uses", body));
  if (status !== 201) throw new Error(`the gate said ${status} ${text}`);
}

// All of it. `prepare(person)` is called for each fresh page: to choose Simple view, say.
export async function takeTour({ visit, republish, team, folder, address, invitations, people }, look, { prepare = async () => {}, like = {} } = {}) {
  const begin = async (where) => {
    const person = await visit(where, like);
    await prepare(person);
    return makeTour(person, address, look);
  };
  const stranger = await begin(address);
  await tourPublic(stranger);
  await stranger.person.page.close();

  const careful = await begin(invitations[2]);
  await tourPin(careful, address);
  await careful.person.page.close();

  const adult = await begin(invitations[0]);
  await tourComingIn(adult);
  await tourChoosing(adult);
  await tourHome(adult);
  await takeIn(team, folder, people[0]);
  await tourHeld(adult, {
    confirm: (code) => team("confirm", "--person", people[0], "--code", code),
    use: () => askAtTheGate(team, address, people[0]),
  });
  await tourChecking(adult);
  await tourRequests(adult, answerRequests(team, folder));
  await tourChild(adult);
  await tourEnd(adult, republish);
  await adult.person.page.close();
}

export const withoutPainting = (person) => person.follow("Simple view");

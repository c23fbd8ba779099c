// Somebody joins the team and leaves it: an account from the machine, the first sign-in with a one-time password, a password of
// one's own, a look at what waits, the end. What the log says of it adds up.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { program } from "../browser/lib/server.mjs";
import { withCouncil } from "./lib/council.mjs";
import { oneTimeCode } from "./lib/one_time_code.mjs";

const own = "nine small boats";
const line = (said, name) => new RegExp(`^${name}: (.*)$`, "m").exec(said)[1];
const post = (path, body, more) => ({ method: "POST", path, body, ...more });
const signIn = (council, user, password, code) => council.ask(post("/api/staff/sign-in", { user, password, code }));

async function join(council) {
  const said = council.staff("add", ["--user", "kim.field", "--role", "reviewer"]);
  const [secret, once] = [line(said, "secret"), line(said, "password")];
  assert.ok(line(said, "uri").includes(`secret=${secret}&`));
  assert.ok(!council.staff("list", []).includes(secret), "shown once");
  const code = oneTimeCode(secret);
  const entered = await signIn(council, "kim.field", once, code);
  assert.equal(entered.status, 201, entered.text);
  assert.equal(entered.json.me.change_password, true);
  assert.equal((await signIn(council, "kim.field", once, code)).problem, "sign-in", "a code is taken once");
  const first = entered.session;
  assert.equal((await council.ask({ path: "/api/staff/requests", staff: first })).problem, "change-password");
  const changed = await council.ask(post("/api/staff/password", { password: once, new_password: own }, { staff: first }));
  assert.equal(changed.status, 200, changed.text);
  assert.equal((await council.ask({ path: "/api/staff/me", staff: first })).problem, "session");
  assert.equal((await signIn(council, "kim.field", once, oneTimeCode(secret, 1))).problem, "sign-in");
  return { secret, staff: changed.session };
}

async function work(council, staff) {
  const person = await council.enrol(council.codes[0]);
  await council.submit(person.cookie, person.device.request(person.me));
  const { json: today } = await council.ask({ path: "/api/staff/today", staff });
  assert.deepEqual({ ...today, date: "" }, { date: "", new: 1, due: 0, overdue: 0 });
  const queue = await council.ask({ path: "/api/staff/requests", staff });
  assert.equal(queue.json.requests.length, 1);
  assert.ok(!queue.text.includes(person.me.person.id), "names nobody");
  assert.equal((await council.ask({ path: "/api/staff/accounts", staff })).problem, "not-allowed");
  const { number } = queue.json.requests[0];
  const step = (body) => council.ask(post(`/api/staff/requests/${number}/steps`, body, { staff }));
  assert.equal((await council.ask({ path: `/api/staff/requests/${number}`, staff })).json.thread, undefined, "nobody took it up");
  assert.deepEqual((await step({ deed: "take-up" })).json, { proposed: false });
  const taken = await council.ask({ path: `/api/staff/requests/${number}`, staff });
  assert.equal(taken.json.thread.person, person.me.person.id);
  assert.deepEqual((await step({ deed: "refuse", text: "The law has us keep it." })).json, { proposed: true });
  assert.equal((await step({ deed: "confirm" })).problem, "body", "one is not two");
  const wanted = { person: person.me.person.id, purpose: "find-and-support", information: ["school-attendance"] };
  const looked = await council.ask(post("/api/staff/looks", wanted, { staff }));
  assert.equal(looked.status, 201, looked.text);
  assert.ok(looked.json.use.entry > 0, "in the log before it is shown");
  assert.equal((await council.me(person.cookie)).running, person.me.running + 3, "the request, the taking up and the look, in their own series");
  council.staff("role", ["--user", "kim.field", "--role", "dpo"]);
  assert.equal((await council.ask({ path: "/api/staff/accounts", staff })).json.accounts.length, 1);
}

async function leave(council, { secret, staff }) {
  council.staff("revoke", ["--user", "kim.field"]);
  assert.equal((await council.ask({ path: "/api/staff/me", staff })).problem, "session", "ended at once");
  assert.equal((await signIn(council, "kim.field", own, oneTimeCode(secret, 1))).problem, "sign-in");
}

await withCouncil(async (council) => {
  const kim = await join(council);
  await work(council, kim.staff);
  await leave(council, kim);
  execFileSync(program, ["log", "fsck", "--config", council.config, "--data", council.data]);
});

// Every route of docs/openapi.json × every role × what belongs to somebody else: refused, in the very words for what does not
// exist; and nothing of theirs has changed afterwards. Routes, roles: tests/whole/denials.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { roles } from "./denials/roles.mjs";
import { routes } from "./denials/routes.mjs";
import { withCouncil, yesterday } from "./lib/council.mjs";
import { newSecret } from "./lib/device.mjs";

const description = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url)));

// Whose session a call takes: a person's, the team's, or nobody's.
const needOf = (security = []) => (security.some((one) => one.session) ? "person" : security.some((one) => one.staffSession) ? "team" : "");

function describedRoutes() {
  const found = [];
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, call] of Object.entries(methods)) {
      found.push({ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, needs: needOf(call.security) });
    }
  }
  return found;
}

// What an answer says, without what differs between any two, and the address that was asked for.
function essence({ status, headers, text, json }, { varies = [], path = "" } = {}) {
  const { "request-id": _, date: __, ...kept } = headers;
  const body = json ? { ...json, ...Object.fromEntries(varies.filter((name) => name in json).map((name) => [name, "*"])) } : text;
  if (varies.length) delete kept["content-length"];
  // The page that says so carries it as an address and as a key.
  const told = path.slice(1).split("?")[0];
  const said = JSON.stringify({ status, headers: kept, body });
  return told ? said.replaceAll(told, "PATH").replaceAll(told.replaceAll("/", "-"), "PATH") : said;
}

function checkSame(one, other, what) {
  if (one === other) return;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  const near = (text) => text.slice(Math.max(0, at - 60), at + 120);
  assert.fail(`${what}: …${near(one)}…, not …${near(other)}…`);
}

// Somebody with something of every kind to lose.
async function settle(council, person, requests) {
  const { device, cookie } = person;
  const contact = { shared_device: true, ways: ["text"], safe_times: "Tuesdays", note: `only ${newSecret()}` };
  const record = device.consent(person.me);
  await council.submit(cookie, record);
  // The number of the last is no number of a request of who asks for it: Robin has more of them than Jordan, who asks for Robin's.
  for (let i = 0; i < requests; i++) await council.submit(cookie, device.request(await council.me(cookie)));
  const request = (await council.me(cookie)).requests[0].number;
  const put = await council.ask({ method: "PUT", path: "/api/me/contact", cookie, body: contact });
  assert.equal(put.status, 204);
  const share = { device: newSecret(), verifier: newSecret(), share: newSecret() };
  const kept = await council.ask({ method: "POST", path: "/api/pin-shares", cookie, body: share });
  assert.equal(kept.status, 201);
  const recovery = (await council.ask({ method: "POST", path: "/api/recovery-codes", cookie, body: {} })).json.code;
  const usedProof = device.signIn(await council.challenge(device.key));
  assert.equal((await council.ask({ method: "POST", path: "/api/sessions", body: usedProof })).status, 201);
  const challenge = await council.challenge(device.key);
  return { ...person, me: await council.me(cookie), contact, record, request, share, recovery, usedProof, challenge };
}

async function makeFamily(council) {
  const [robin, sam, jordan] = await Promise.all(council.codes.map((code) => council.enrol(code)));
  const child = council.invite("--name", "Ariel Ashdown", "--born", "2019-05-01", "--no-invitation").person;
  council.invite("--person", robin.me.person.id, "--responsible-for", child, "--no-invitation");
  return { robin: { ...(await settle(council, robin, 9)), child }, sam, jordan: { ...(await settle(council, jordan, 1)), child } };
}

// What a page shows, and how far the log is public.
async function readPublic(council) {
  council.words = /\/words\/[0-9a-f]{64}\.json/.exec((await council.ask({ path: "/" })).text)[0];
  council.notice = /\/notices\/[0-9a-f]{64}\.json/.exec((await council.ask({ path: "/" })).text)[0];
  council.published = Number((await council.ask({ path: "/log/checkpoint" })).text.split("\n")[1]);
}

function secretsOf(victim) {
  const { me, device, contact, share, recovery, record, cookie, code } = victim;
  return [me.person.id, me.person.name, device.key, contact.note, share.share, recovery, record["dct:identifier"], cookie, code];
}

const hasSession = (call, role) => (call.needs === "team" ? Boolean(role.team) : role.stands === "in force");
// Whether an answer to this role may say more than no.
const mayAnswer = (call, role) => hasSession(call, role) || (role.stands !== "elsewhere" && !call.needs);

function checkAnswer(call, entry, role, answer) {
  if (role.stands === "elsewhere" && call.path.startsWith("/api/")) {
    assert.equal(answer.problem, "not-our-page");
  } else if (call.needs && !hasSession(call, role)) {
    // A body of the wrong form may be told so first: that says nothing about anybody.
    assert.match(answer.problem, /^(session|body)$/);
  } else if (entry.permits && !entry.permits.includes(role.team)) {
    assert.equal(answer.problem, "not-allowed");
  } else if (entry.answeredToMachines && role.machine) {
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json, entry.answeredToMachines);
  } else if (entry.answered && mayAnswer(call, role)) {
    assert.equal(answer.status, entry.answered);
  } else {
    assert.ok(answer.status >= 400 && answer.status < 500, `refused, not ${answer.status}: ${answer.text.slice(0, 300)}`);
  }
}

async function tryReach({ council, call, entry, role, victim }, [, reach, reachForNothing]) {
  const send = async (make) => {
    const cookie = entry.spends && role.spare ? await role.spare() : role.cookie;
    const asked = make(role, victim, council);
    const answer = await council.ask({ ...asked, cookie, staff: role.staff, headers: { ...asked.headers, ...role.headers } });
    return { ...answer, essence: essence(answer, { varies: entry.varies, path: asked.path }) };
  };
  const theirs = await send(reach);
  const nothing = await send(reachForNothing);
  checkAnswer(call, entry, role, theirs);
  checkSame(theirs.essence, nothing.essence, "the same answer as for what does not exist");
  for (const secret of secretsOf(victim)) assert.ok(!theirs.text.includes(secret), "nothing of theirs in the answer");
}

async function tryPublic({ council, call, entry, role }) {
  const made = entry.everybody(council);
  const [plain, asRole] = [await council.ask(made), await council.ask({ ...made, cookie: role.cookie, staff: role.staff, headers: role.headers })];
  assert.equal(plain.status, 200, call.name);
  checkSame(essence(asRole), essence(plain), "the same for everybody");
}

// One role meets every route; cells that do not hold are told together at the end.
async function walk(council, calls, role, victims, wrong) {
  let cells = 0;
  const cell = async (where, check) => {
    ++cells;
    await check().catch((error) => wrong.push(`${where}: ${error.message}`));
  };
  for (const call of calls) {
    const entry = routes[call.name];
    if (entry.everybody) await cell(`${call.name}, ${role.name}`, () => tryPublic({ council, call, entry, role }));
    for (const victim of victims.filter(({ me }) => me.person.id !== role.me?.person.id)) {
      for (const reach of entry.reaches) {
        const where = `${call.name}, ${role.name}, ${reach[0]} of ${victim.me.person.name}`;
        await cell(where, () => tryReach({ council, call, entry, role, victim }, reach));
      }
    }
  }
  return cells;
}

// Read in the victim's own session, which must still be there; then what only they can do must still work.
async function checkUntouched(council, victim) {
  const forget = ({ server_time: _, session: __, ...me }) => me;
  assert.deepEqual(forget(await council.me(victim.cookie)), forget(victim.me), "all of theirs is as it was");
  const { device, verifier, share } = victim.share;
  const released = await council.ask({ method: "POST", path: "/api/pin-shares/release", body: { device, verifier } });
  assert.equal(released.json.share, share);
  assert.ok(await council.signIn(victim.device));
  const back = await council.enrol(victim.recovery);
  assert.equal(back.me.person.id, victim.me.person.id, "the recovery code is still theirs");
}

const calls = describedRoutes();
const named = calls.map(({ name }) => name);
assert.deepEqual(named.filter((name) => !routes[name]), [], "every route has an example in tests/whole/denials/routes.mjs");
assert.deepEqual(Object.keys(routes).filter((name) => !named.includes(name)), [], "every example has its route");

await withCouncil(async (council) => {
  // Enrolled in a server whose day is yesterday, and so long idle today.
  const early = await council.enrol(council.invite("--name", "Lou Marsh", "--born", "1979-01-05").code);
  await council.stop();
  await council.start();
  const family = { ...(await makeFamily(council)), expired: early };
  const victims = [family.robin, family.jordan];
  const actors = await Promise.all(roles.map(async (role) => ({ ...role, ...(await role.make(council, family)) })));
  council.colleague = council.addStaff("reviewer");
  // After the last invitation, because `sayso invite` publishes a checkpoint of its own.
  await readPublic(council);
  const wrong = [];
  const walks = actors.map((role) => walk(council, calls, role, victims, wrong));
  const cells = (await Promise.all(walks)).reduce((sum, count) => sum + count, 0);
  assert.equal(wrong.length, 0, `${wrong.length} of ${cells} cells do not hold:\n${wrong.join("\n")}`);
  for (const victim of victims) await checkUntouched(council, victim);
  console.log(`denied: ${calls.length} routes × ${roles.length} roles, ${cells} cells, each beside its like that does not exist`);
}, { environment: yesterday });

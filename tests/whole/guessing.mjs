// Somebody who tries codes, keys, PINs and passwords: one message for every wrong one, held back, and after a few they wait. No header
// talks the wait away, and nobody else is in it. How long a miss takes beside a near hit is printed, not judged.

import assert from "node:assert/strict";
import { withCouncil } from "./lib/council.mjs";
import { makeDevice, newSecret } from "./lib/device.mjs";

const post = (path, body, more) => ({ method: "POST", path, body, ...more });

async function timed(council, asked) {
  const began = performance.now();
  const answer = await council.ask(asked);
  return { ...answer, took_ms: performance.now() - began };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// Every way to be wrong, each from an address of its own.
function wrongTries(person, device, colleague) {
  const enrolment = (code) => post("/api/enrolments", { code, record: device.enrolment() });
  const pin = (device) => post("/api/pin-shares/release", { device, verifier: newSecret() });
  return {
    code: { "never made": () => enrolment("0000-0000-0000"), used: () => enrolment(person.code), garbled: () => enrolment("hello") },
    "sign-in": {
      "unknown key": () => post("/api/sessions", device.signIn({ challenge: newSecret(), domain: "http://localhost" })),
      "known key": () => post("/api/sessions", person.device.signIn({ challenge: newSecret(), domain: "http://localhost" })),
    },
    staff: {
      "unknown name": () => post("/api/staff/sign-in", { user: "nobody", password: "seven small boats", code: "000000" }),
      "known name": () => post("/api/staff/sign-in", { user: colleague.user, password: "seven small goats", code: "000000" }),
      "right password": () => post("/api/staff/sign-in", { user: colleague.user, password: colleague.password, code: "000000" }),
    },
    pin: { "unknown device": () => pin(newSecret()), "another one": () => pin(newSecret()) },
  };
}

async function oneMessage(council, person) {
  const device = makeDevice();
  const colleague = council.addStaff("reviewer");
  for (const [secret, ways] of Object.entries(wrongTries(person, device, colleague))) {
    const said = new Set();
    for (const [way, make] of Object.entries(ways)) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => timed(council, make())));
      for (const { status, text, session } of answers) {
        said.add(`${status} ${text}`);
        assert.equal(session, undefined, "no session for a guess");
      }
      console.log(`${secret}, ${way}: ${median(answers.map(({ took_ms }) => took_ms)).toFixed(0)} ms (median of 20)`);
    }
    assert.equal(said.size, 1, `one answer for every wrong ${secret}: ${[...said].join("\n")}`);
  }
}

// From one address, claiming to be somebody else each time, without a pause.
async function slowDown(council) {
  const device = makeDevice();
  let tries = 0;
  for (let answer = { status: 403 }; answer.status !== 429; ++tries) {
    assert.equal(answer.status, 403);
    assert.ok(tries < 50, "fifty tries from one address and no end");
    const headers = { "X-Forwarded-For": `203.0.113.${tries}`, "X-Real-IP": `203.0.113.${tries}`, Forwarded: `for=203.0.113.${tries}` };
    const body = { code: `0000-0000-${String(tries).padStart(4, "0")}`, record: device.enrolment() };
    answer = await council.ask(post("/api/enrolments", body, { headers, from: "127.9.9.9" }));
    if (answer.status === 429) assert.ok(Number(answer.headers["retry-after"]) > 0);
  }
  console.log(`an address was told to wait at its try ${tries}`);
}

// With the right secret too, and with every other kind; nobody elsewhere, and nobody who is in already.
async function whoWaits(council, person, code) {
  const enrol = (from) => council.ask(post("/api/enrolments", { code, record: makeDevice().enrolment() }, { from }));
  assert.equal((await enrol("127.9.9.9")).status, 429);
  const pin = { device: newSecret(), verifier: newSecret() };
  assert.equal((await council.ask(post("/api/pin-shares/release", pin, { from: "127.9.9.9" }))).status, 429);
  const { user, password } = council.addStaff("dpo");
  const signIn = { user, password, code: "000000" };
  assert.equal((await council.ask(post("/api/staff/sign-in", signIn, { from: "127.9.9.9" }))).status, 429);
  assert.equal((await council.ask({ path: "/api/me", cookie: person.cookie, from: "127.9.9.9" })).status, 200);
  assert.equal((await enrol("127.9.9.8")).status, 201, "the right code still works from elsewhere");
}

await withCouncil(async (council) => {
  const person = await council.enrol(council.codes[0]);
  await oneMessage(council, person);
  await slowDown(council);
  await whoWaits(council, person, council.codes[1]);
});

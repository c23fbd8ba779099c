// What was signed once is sent again, or where it does not belong: it opens nothing and changes nothing.

import assert from "node:assert/strict";
import { withCouncil, yesterday } from "./lib/council.mjs";
import { hashOf, makeDevice } from "./lib/device.mjs";

const post = (path, body, cookie) => ({ method: "POST", path, body, cookie });

async function refused(council, asked, problem) {
  const answer = await council.ask(asked);
  assert.equal(answer.problem, problem, answer.text);
  assert.equal(answer.session, undefined);
}

async function signInProofs(council, { device, me }) {
  const challenge = await council.challenge(device.key);
  const proof = device.signIn(challenge);
  // Side by side: one of them spends the challenge.
  const answers = await Promise.all(Array.from({ length: 8 }, () => council.ask(post("/api/sessions", proof))));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(7).fill(403)]);
  await refused(council, post("/api/sessions", proof), "sign-in");
  await refused(council, post("/api/sessions", device.signIn(challenge)), "sign-in");

  const fresh = () => council.challenge(device.key);
  const other = makeDevice();
  await refused(council, post("/api/sessions", other.signIn(await fresh())), "sign-in");
  await refused(council, post("/api/sessions", other.signIn(await council.challenge(other.key))), "sign-in");
  const elsewhere = { ...(await fresh()), domain: "https://elsewhere.example" };
  await refused(council, post("/api/sessions", device.signIn(elsewhere)), "sign-in");
  const asRecord = device.signIn(await fresh(), { proofPurpose: "assertionMethod" });
  await refused(council, post("/api/sessions", asRecord), "sign-in");
  const record = device.consent(me);
  const { challenge: text, domain } = await fresh();
  record.proof = { ...record.proof, challenge: text, domain };
  await refused(council, post("/api/sessions", record), "sign-in");
}

async function records(council, { device, cookie }) {
  const submit = (body, as = cookie) => post("/api/records", body, as);
  const signIn = device.signIn(await council.challenge(device.key));
  await refused(council, submit(signIn), "record");
  const record = device.consent(await council.me(cookie));
  const receipt = await council.submit(cookie, record);
  const before = await council.me(cookie);
  const again = await Promise.all(Array.from({ length: 8 }, () => council.ask(submit(record))));
  for (const answer of again) {
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json.receipt.entry, receipt.entry, "one record is one entry, however often it comes");
  }
  assert.equal((await council.me(cookie)).running, before.running);

  const sameId = device.consent(before, { "dct:identifier": record["dct:identifier"] });
  await refused(council, submit(sameId), "record-conflict");
  // An old "yes" cannot come back over a newer "no": its place in the key's chain is taken.
  const newer = device.consent(before);
  await council.submit(cookie, newer);
  await refused(council, submit(device.consent(before)), "stale-head");
  assert.equal((await council.me(cookie)).head, hashOf(newer));
}

// The letter's code and a receipt from a downloads folder, without the key: the record in it is as good as any other's.
async function enrolmentFromReceipt(council, { code, record }) {
  await refused(council, post("/api/enrolments", { code, record }), "invitation");
}

// The key was replaced: neither its session, its records nor its proofs count any more.
async function afterRevocation(council, { device, cookie, me }) {
  const waiting = device.consent(await council.me(cookie));
  const challenge = await council.challenge(device.key);
  await council.enrol(council.invite("--person", me.person.id).code);
  await refused(council, { path: "/api/me", cookie }, "session");
  await refused(council, post("/api/records", waiting, cookie), "session");
  await refused(council, post("/api/sessions", device.signIn(challenge)), "sign-in");
}

await withCouncil(async (council) => {
  const { code, enrolment } = await council.enrol(council.codes[0]);
  await council.stop();
  await council.start();
  // Whose first device has no session left, and whose letter lies about.
  await enrolmentFromReceipt(council, { code, record: enrolment.record });
  const person = await council.enrol(council.codes[0]);
  await signInProofs(council, person);
  await records(council, person);
  await afterRevocation(council, person);
}, { environment: yesterday });

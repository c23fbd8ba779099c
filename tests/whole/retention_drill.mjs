// Five years, by moving the clock: what was held for as long as was promised is destroyed by its key and certified, what has
// time left stays, no copy of the database brings anything back, and the receipts that people hold go on proving what they prove.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { builtWebRoot, program, verifyReceipt } from "../browser/lib/server.mjs";
import { inDays, withCouncil } from "./lib/council.mjs";

const day_ms = 24 * 60 * 60 * 1000;
const day = (offset) => new Date(Date.now() + offset * day_ms).toISOString().slice(0, 10);
const fiveYears = 1900; // days, and the month in which they end

const settings = (folder) => `publish-seconds = 1\ncover-seconds = 1\nkeys = ${folder}/keys\n`;

function desk(council) {
  return (words, { days = 0, data = council.data } = {}) => {
    const place = ["--config", council.config, "--data", data];
    const ended = spawnSync(program, [...words.split(" "), ...place], { encoding: "utf8", env: { ...process.env, ...inDays(days) } });
    return { code: ended.status, out: ended.stdout, said: ended.stdout + ended.stderr };
  };
}

// One that came 400 days ago, and two lately.
function takeIn(council, sayso, person) {
  const file = join(council.folder, "items.csv");
  const row = (reference, offset) =>
    `${person},${reference},school-attendance,schools,${day(offset)},transfer,At school on ${reference} days.,join-up`;
  const header = "person,reference,kind,source,received,arrival,summary,purposes";
  writeFileSync(file, [header, row("old", -400), row("new-1", -100), row("new-2", -2), ""].join("\n"));
  const done = sayso(`import ${file} --www ${builtWebRoot}`);
  assert.equal(done.code, 0, done.said);
}

async function confirm(council, sayso, person, cookie) {
  const { json } = await council.ask({ method: "POST", path: "/api/confirmations", cookie, body: {} });
  const done = sayso(`confirm --www ${builtWebRoot} --person ${person} --code ${json.code.replace(/ /g, "")}`);
  assert.equal(done.code, 0, done.said);
}

const summaries = (held) => held.json.people[0].items.map(({ reference }) => reference).sort();
const certificatesOf = ({ out }) => out.split("\n").filter(Boolean).map((line) => JSON.parse(line));

function destroy(sayso, days) {
  const done = sayso("retention run", { days });
  assert.equal(done.code, 0, done.said);
  const order = sayso("log fsck", { days });
  assert.match(order.said, /everything is in order/);
  return certificatesOf(done);
}

await withCouncil(async (council) => {
  const sayso = desk(council);
  const person = await council.enrol(council.codes[0]);
  const receipt = await council.submit(person.cookie, person.device.consent(await council.me(person.cookie)));
  const id = person.me.person.id;
  takeIn(council, sayso, id);
  await confirm(council, sayso, id, person.cookie);
  const held = await council.ask({ path: "/api/held", cookie: person.cookie });
  assert.deepEqual(summaries(held), ["new-1", "new-2", "old"]);

  const beside = sayso("retention run");
  assert.equal(beside.code, 1, "never beside a server");
  await council.stop();
  assert.match(sayso("retention run --dry-run").out, /later/);
  assert.doesNotMatch(sayso("retention run --dry-run").out, /due/);
  assert.deepEqual(certificatesOf(sayso("retention run")), []);
  cpSync(council.data, join(council.folder, "copy"), { recursive: true });

  // The oldest item's month is over, nothing else's.
  const some = 1500;
  assert.match(sayso("retention run --dry-run", { days: some }).out, /^\S+  due     1 person, held 1$/m);
  const first = destroy(sayso, some);
  assert.deepEqual(first.map((one) => [one.class, one.person, one.rows]), [["held", id, 1]]);
  assert.deepEqual(destroy(sayso, some), [], "once");
  await council.start(inDays(some), { demo: false });
  const later = await council.signIn(person.device);
  assert.deepEqual(summaries(await council.ask({ path: "/api/held", cookie: later })), ["new-1", "new-2"]);
  await council.stop();

  // The rest, and whoever has not been back since.
  const second = destroy(sayso, fiveYears);
  assert(second.some((one) => one.class === "evidence"));
  assert(second.filter((one) => one.person === id && one.class === "held").length === 2, "one for each month");
  await council.start(inDays(fiveYears), { demo: false });
  const answer = await council.ask({ method: "POST", path: "/api/sessions", body: person.device.signIn(await council.challenge(person.device.key)) });
  const after = await council.ask({ path: "/api/held", cookie: answer.session });
  assert.notEqual(after.status, 200, "nobody is there whose items could be shown");
  writeFileSync(join(council.folder, "receipt.json"), canonicalize(receipt));
  await verifyReceipt(council.address, join(council.folder, "receipt.json"));
  await council.stop();

  // The copy of the database from before has no key any more.
  const copy = sayso("log fsck", { data: join(council.folder, "copy") });
  assert.equal(copy.code, 1, copy.said);
}, { settings });

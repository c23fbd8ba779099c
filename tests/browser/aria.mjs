// What assistive technology meets on every screen, exactly: Chromium's accessibility tree, compared with the snapshots in
// tests/browser/aria. The painted view and Simple view say the same, word for word.
//
//   node tests/browser/aria.mjs --update    writes the snapshots anew: read the difference before committing it

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { takeTour, withoutPainting } from "./lib/tour.mjs";
import { withVisits } from "./lib/visits.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "aria");
const updating = process.argv.includes("--update");

// What differs from run to run: days and times, references, codes, keys and hashes.
const varying = [
  [/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}/g, "DAY"],
  [/\d{1,2} [A-Z][a-z]+ 20\d\d/g, "DAY"],
  [/ at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)/g, " at TIME"],
  [/in (\d+ (days?|months?)( and )?)+/g, "in SOME TIME"],
  [/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g, "REFERENCE"],
  [/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, "CODE"],
  [/\b\d{3} \d{3}\b/g, "DIGITS"],
  [/"?\{.*"proof":.*\}"?/g, "RECORD"],
  [/\b[0-9a-f]{64}\b/g, "HASH"],
  [/\b\d+ lines? in the log\b/g, "SOME lines in the log"],
  [/code: "?\d+"?$/gm, "code: PLACE"],
  [/did:key:z\w+/g, "KEY"],
  [/\S+\+[0-9a-f]{8}\+\S+/g, "LOG KEY"],
];

// Wide enough for Simple view to show a table as one: on a phone each of its cells says its column as well.
const like = { width: 800, height: 900 };

// What the two views say differently: the link from one to the other, which of them is chosen, and the blank that stands for
// the end of a painted line, where that comes after a hyphen.
function tidy(snapshot) {
  const whole = snapshot
    .replace('link "Standard view"', 'link "Simple view"')
    .replaceAll(/(radio "(Standard|Simple) view") \[checked\]/g, "$1")
    .replaceAll(/(\w-) (?=\w)/g, "$1");
  const text = varying.reduce((made, [what, name]) => made.replaceAll(what, name), whole);
  return `${text.replaceAll(/ +$/gm, "")}\n`;
}

async function takeSnapshots(prepare) {
  const taken = new Map();
  const look = async (name, { page }) => taken.set(name, tidy(await page.playwright.locator("body").ariaSnapshot()));
  await withVisits("chromium", (visits) => takeTour(visits, look, { prepare, like }), { expectComplaints: true });
  return taken;
}

function keep(taken) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, text] of taken) writeFileSync(join(folder, `${name}.yml`), text);
}

// The first line that is not as it was, with its number.
function difference(text, wanted) {
  const [now, then] = [text.split("\n"), wanted.split("\n")];
  const at = now.findIndex((line, number) => line !== then[number]);
  return text === wanted ? "" : `line ${at + 1}: ${now[at]}, not ${then[at]}`;
}

function compare(taken, view) {
  const known = existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.yml$/, "")) : [];
  assert.deepEqual([...taken.keys()].sort(), known.sort(), `${view}: the screens that there are`);
  const changed = {};
  for (const [name, text] of taken) {
    const found = difference(text, readFileSync(join(folder, `${name}.yml`), "utf8"));
    if (found) changed[name] = found;
  }
  assert.deepEqual(changed, {}, view);
}

const painted = await takeSnapshots(async () => {});
if (updating) keep(painted);
else compare(painted, "painted");
compare(await takeSnapshots(withoutPainting), "Simple view");

// Orca, the screen reader of GNOME, at the main job by keyboard, in Firefox: what it says, line by line, with the keys that were pressed.
// Run by scripts/orca-transcript, inside of a session bus of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { withVisits } from "../lib/visits.mjs";

const quiet_ms = 3000; // without a new line, Orca has said what it had to say
const patience_ms = 60_000;

const folder = mkdtempSync(join(tmpdir(), "sayso-orca-"));
const debugFile = join(folder, "debug.out");
const here = dirname(fileURLToPath(import.meta.url));

// The names of the keys that were pressed; they stand in brackets already.
const echoes = new Set(["tab", "space", "return"]);

// What Orca wrote down that it says, with the time of each.
function spoken() {
  const found = [];
  for (const line of readFileSync(debugFile, "utf8").split("\n")) {
    const said = line.match(/^([\d:.]+) - SPEECH OUTPUT: '(.*?)'(?:\{.*\})?$/);
    if (said && said[2].trim() && !echoes.has(said[2].trim())) found.push({ at: said[1], what: said[2].trim() });
  }
  return found;
}

// Orca runs beside us and says nothing about when it is done: its file tells, when it stops growing.
async function untilQuiet() {
  const began = Date.now();
  let size = -1;
  let since = Date.now();
  while (Date.now() - since < quiet_ms && Date.now() - began < patience_ms) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = statSync(debugFile, { throwIfNoEntry: false })?.size ?? 0;
    if (now !== size) [size, since] = [now, Date.now()];
  }
}

// As Orca writes it: the local time of day.
const timeOfDay = () => {
  const now = new Date();
  const padded = (number, digits = 2) => String(number).padStart(digits, "0");
  return `${padded(now.getHours())}:${padded(now.getMinutes())}:${padded(now.getSeconds())}.${padded(now.getMilliseconds(), 3)}`;
};

const pressed = [];
const note = (what) => pressed.push({ at: timeOfDay(), what: `[${what}]` });

const transcript = () =>
  [...pressed, ...spoken()].sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ what }) => what);

// Keys as the display gets them from a keyboard, which Orca hears as well as Firefox does.
function startKeyboard(display) {
  const typist = spawn("/usr/bin/python3", [join(here, "keys.py")], {
    env: { ...process.env, DISPLAY: display },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: typist.stdout })[Symbol.asyncIterator]();
  return {
    async press(key) {
      note(key);
      typist.stdin.write(`${key}\n`);
      await answers.next();
      await untilQuiet();
    },
    end: () => typist.stdin.end(),
  };
}

// Starts the accessibility bus and Orca on the browser's screen; hands back what ends them.
async function startOrca(display) {
  const env = { ...process.env, DISPLAY: display };
  const start = (program, args) => spawn(program, args, { env, stdio: "ignore" });
  const helpers = [
    start("/usr/libexec/at-spi-bus-launcher", ["--launch-immediately", "--a11y=1", "--screen-reader=1"]),
    start("orca", ["--replace", "--user-prefs", join(folder, "orca"), "--debug-file", debugFile]),
  ];
  await untilQuiet();
  return () => helpers.forEach((helper) => helper.kill());
}

// Firefox, as Orca 43 stops speaking in Chromium whenever what had the focus is gone, which every new screen does to it.
async function tellJob({ engine, visit, invitations }) {
  const endOrca = await startOrca(engine.display);
  try {
    note("the page of an invitation opens");
    const person = await visit(invitations[0]);
    await untilQuiet();
    const keyboard = startKeyboard(engine.display);
    await doJob(person, keyboard);
    keyboard.end();
  } finally {
    endOrca();
  }
}

async function doJob(person, keyboard) {
  const focused = () => {
    const at = document.activeElement;
    const label = at.labels?.[0]?.textContent ?? at.textContent;
    return `${at.getAttribute("type") ?? at.localName}: ${label.trim()}`;
  };
  async function tab(wanted) {
    for (let stops = 0; stops < 120; ++stops) {
      await keyboard.press("Tab");
      if (wanted.test(await person.fact(focused))) return;
    }
    throw new Error(`no way to ${wanted}`);
  }
  async function press(wanted, key, then) {
    await tab(wanted);
    await keyboard.press(key);
    if (then) await person.see("heading", then);
  }

  await press(/^button: Start now/, "Enter", "Does anyone else use");
  await press(/^radio: No, only I use it/, "Space");
  await press(/: Continue/, "Enter", "safely get in touch");
  await press(/^checkbox: Ring me/, "Space");
  await press(/: Save and continue/, "Enter", "find out if we can help");
  await press(/: Continue/, "Enter", "join up information");
  await press(/: Continue/, "Enter", "There is a problem");
  for (let question = 2; question <= 5; ++question) {
    const groups = await person.fact(
      () => new Set([...document.querySelectorAll("input[type=radio]")].map((one) => one.name)).size);
    for (let i = 0; i < groups; ++i) await press(/^radio: Yes/, "Space");
    const before = await person.address();
    await press(/: Continue/, "Enter");
    await person.moved(before);
  }
  await press(/: Sign and send/, "Enter", "Your choices are in");
  await press(/^a: Go to your home page/, "Enter", "Your choices");
  await press(/^a: Take back your yes/, "Enter", "Take back your yes to");
  await press(/: Take back my yes/, "Enter", "You have taken back your yes");
}

try {
  Object.assign(process.env, { GTK_MODULES: "gail:atk-bridge", GNOME_ACCESSIBILITY: "1", MOZ_ENABLE_ACCESSIBILITY: "1" });
  await withVisits("firefox", tellJob, { expectComplaints: true }).finally(() => {
    writeFileSync(process.argv[2], `${transcript().join("\n")}\n`);
  });
  console.log(`${spoken().length} lines were spoken`);
} finally {
  if (process.env.KEEP) console.error(folder);
  else rmSync(folder, { recursive: true, force: true });
}

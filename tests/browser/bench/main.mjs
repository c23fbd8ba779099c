// Everything, in one run, as JSON on standard output; what is under way is told on standard error. Run by scripts/bench-client.
//
//   node tests/browser/bench/main.mjs MODULES [--runs N] [--idle-seconds N] [--only pages|screens]

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { withVisits } from "../lib/visits.mjs";
import { builtWebRoot, startServer, stopServer } from "../lib/server.mjs";
import { takeTour } from "../lib/tour.mjs";
import { frames, launchWithDoor, newPhone, trace } from "./chromium.mjs";
import { addControlPage } from "./control_page.mjs";
import { measureFirstLoad } from "./first_load.mjs";
import { makeLighthouse } from "./lighthouse.mjs";
import { measureScroll } from "./scroll.mjs";
import { measureTaps } from "./tap.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "3" },
    "idle-seconds": { type: "string", default: "10" },
    only: { type: "string", default: "pages,screens" },
  },
});
const modules = resolve(positionals[0]);
const idle_ms = Number(options["idle-seconds"]) * 1000;
const budgetBytes = 300 * 1024;

const say = (words) => console.error(`    ${words}`);
const rest = (time_ms) => new Promise((resolve) => setTimeout(resolve, time_ms));
const portalReady = (page) => page.waitForFunction(() => document.documentElement.dataset.portal === "ready");
const controlReady = (page) => page.waitForSelector("[data-govuk-radios-init]", { state: "attached" });

// --- The portal's first page, the notice, and the control page, side by side ---

// What the browser puts on screen while nobody does anything.
async function countIdlePaints(page, session) {
  await frames(page, 30);
  const events = await trace(session, ["devtools.timeline"], () => rest(idle_ms));
  return events.filter(({ name }) => name === "Paint").length;
}

async function measurePage(browser, lighthouse, { address, ready, targets }) {
  say(address);
  const result = { first_load: await measureFirstLoad(browser, address, ready) };
  result.lighthouse = await lighthouse(address, Number(options.runs));
  const { page, session, end } = await newPhone(browser);
  await page.goto(address);
  await ready(page);
  result.idle = { seconds: idle_ms / 1000, paints: await countIdlePaints(page, session) };
  result.scroll = await measureScroll(page, session);
  result.taps = await measureTaps(page, session, targets(page));
  await end();
  return result;
}

async function compareWithControl() {
  const folder = mkdtempSync(join(tmpdir(), "sayso-bench-"));
  const webRoot = addControlPage(builtWebRoot, folder, modules);
  const server = await startServer({ data: join(folder, "data"), webRoot });
  const { browser, port } = await launchWithDoor();
  try {
    const lighthouse = await makeLighthouse(modules, port);
    const details = (page) => page.locator("summary").first();
    const pages = {
      start: { address: `${server.address}/`, ready: portalReady, targets: (page) => ({ link: page.getByRole("link", { name: "Simple view" }) }) },
      notice: { address: `${server.address}/read`, ready: portalReady, targets: (page) => ({ details: details(page) }) },
      control: {
        address: `${server.address}/control/index.html`,
        ready: controlReady,
        targets: (page) => ({ radio: page.getByRole("radio").first(), details: details(page) }),
      },
    };
    const measured = {};
    for (const [name, one] of Object.entries(pages)) measured[name] = await measurePage(browser, lighthouse, one);
    return measured;
  } finally {
    await browser.close();
    await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

// --- Every screen ---

async function measureScreen(name, { page: { playwright: page } }, { idle, taps }) {
  const drawn = () => page.evaluate(() => globalThis.saysoDrawCalls());
  await frames(page, 60);
  const before = await drawn();
  await rest(idle_ms);
  idle[name] = (await drawn()) - before;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const longest = idle.longest === undefined || height > idle.longest.height_px;
  const session = await page.context().newCDPSession(page);
  if (longest) idle.longest = { height_px: height, screen: name, scroll: await measureScroll(page, session) };
  if (name === "purpose_2")
    Object.assign(taps, await measureTaps(page, session, { radio: page.getByRole("radio").first(), details: page.locator("summary").first() }));
  await session.detach();
}

async function walkThroughScreens() {
  const idle = {};
  const taps = {};
  await withVisits(
    "chromium",
    (visits) => takeTour(visits, (name, person) => (say(name), measureScreen(name, person, { idle, taps })), { like: { touch: true } }),
    { expectComplaints: true },
  );
  const { longest, ...drawCalls } = idle;
  const moving = Object.entries(drawCalls).filter(([, calls]) => calls > 0);
  return {
    idle: { seconds: idle_ms / 1000, screens: Object.keys(drawCalls).length, screens_that_painted: Object.fromEntries(moving) },
    longest,
    taps,
  };
}

const measured = { budget_bytes: budgetBytes };
if (options.only.includes("pages")) measured.pages = await compareWithControl();
if (options.only.includes("screens")) measured.screens = await walkThroughScreens();
console.log(JSON.stringify(measured, null, 2));

// A served demo council and a phone-sized browser, for stories told through the page by role and name.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startServer, stopServer, verifyReceipt } from "./server.mjs";

const browserArguments = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--no-first-run", "--disable-component-update", "--disable-sync",
];

// The council that the story is about. `restart(options)` keeps its data and its address; so does `stop`, then `start`.
function makeCouncil(folder) {
  const data = join(folder, "data");
  let server = null;
  const council = {
    async start(options = {}) {
      server = await startServer({ data, port: server?.port ?? 0, ...options });
      return server;
    },
    stop: () => stopServer(server),
    async restart(options) {
      await council.stop();
      return council.start(options);
    },
  };
  return council;
}

// Runs `story({ address, invitations, people, folder, council, newPhone, verify, complaints })`; nothing may be left on the
// console. `server` is for the server's start; `phone` is added to what each new phone is like.
export async function withPortal(
  story,
  { server = {}, args = [], phone = {}, javaScriptEnabled = true, expectComplaints = false } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "sayso-story-"));
  const council = makeCouncil(folder);
  const { invitations, people, address } = await council.start(server);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: [...browserArguments, ...args] });
  const complaints = [];
  const newPhone = async (more = {}) => {
    const like = { viewport: { width: 390, height: 844 }, javaScriptEnabled, ...phone, ...more };
    const context = await browser.newContext(like);
    context.on("page", (page) => {
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
    });
    return context;
  };
  const verify = (file) => verifyReceipt(address, file);
  try {
    await story({ address, invitations, people, folder, council, newPhone, verify, complaints });
    if (!expectComplaints) assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    await council.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.portal === "ready");

export async function openPortal(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  return page;
}

export const screen = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
export const press = (page, name) => page.getByRole("button", { name }).click();

// From the invitation to the first question, on a phone of one's own.
export async function comeIn(page) {
  await press(page, "Start now");
  await page.getByRole("radio", { name: /only I use it/ }).check();
  await press(page, "Continue");
  await screen(page, /safely get in touch/);
  await page.getByRole("checkbox", { name: "Ring me" }).check();
  await press(page, "Save and continue");
  await screen(page, /find out if we can help/);
}

// Says yes or no to every question from where the page is, up to the answers' check.
export async function answerEverything(page, answer = "Yes") {
  while (!page.url().endsWith("/choices/check")) {
    const before = page.url();
    for (const radio of await page.getByRole("radio", { name: answer, exact: false }).all()) {
      if ((await radio.getAttribute("value")) === answer.toLowerCase()) await radio.check();
    }
    await press(page, "Continue");
    await page.waitForURL((url) => url.href !== before);
  }
}

export async function signAndSend(page) {
  await press(page, "Sign and send");
  await screen(page, "Your choices are in");
}

// From the confirmation to a file in `folder`; hands back where it lies.
export async function keepReceipt(page, folder) {
  await page.getByRole("link", { name: "See and keep your receipt" }).click();
  await screen(page, "Your receipt");
  const saving = page.waitForEvent("download");
  await press(page, "Save the receipt");
  const download = await saving;
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

// A served demo council and a phone-sized browser, for stories told through the page by role and name.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const program = process.env.SAYSO_PROGRAM ?? "build/release/sayso";
const webRoot = process.env.SAYSO_WEB_ROOT ?? "build/wasm/www";
const browserArguments = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--no-first-run", "--disable-component-update", "--disable-sync",
];

async function startServer(folder) {
  const options = ["serve", "--demo", "--port", "0", "--data", join(folder, "data"), "--www", webRoot];
  const server = spawn(program, options, { stdio: ["ignore", "pipe", "ignore"] });
  const invitations = [];
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith("invitation: ")) invitations.push(line.slice("invitation: ".length));
    if (line.startsWith("serving: "))
      return { server, invitations, address: line.slice("serving: ".length) };
  }
  throw new Error("the server ended before it served");
}

async function stopServer(server) {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

// Runs `story({ address, invitations, folder, newPhone, verify, complaints })`; nothing may be left on the console.
export async function withPortal(story, { args = [], javaScriptEnabled = true, expectComplaints = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "sayso-story-"));
  const { server, invitations, address } = await startServer(folder);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: [...browserArguments, ...args] });
  const complaints = [];
  const newPhone = async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
    context.on("page", (page) => {
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
    });
    return context;
  };
  const verify = async (file) => {
    const key = await (await fetch(`${address}/log/key`)).text();
    return promisify(execFile)(program, ["verify", file, "--key", key.trim()]);
  };
  try {
    await story({ address, invitations, folder, newPhone, verify, complaints });
    if (!expectComplaints) assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function openPortal(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.portal === "ready");
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

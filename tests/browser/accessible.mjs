// No violation that axe-core finds on the screens of the main journey, over the canvas and in Simple view.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { answerEverything, comeIn, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function check(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
  assert.deepEqual(found, [], where);
}

await withPortal(async ({ invitations, newPhone, address }) => {
  const phone = await newPhone();
  const page = await openPortal(phone, invitations[0]);
  const here = () => check(page, `${new URL(page.url()).pathname} ${page.viewportSize().width}`);
  await here();
  await comeIn(page);
  await here();
  await press(page, "Continue");
  await screen(page, /join up/);
  await press(page, "Continue");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await here();
  await answerEverything(page);
  await here();
  await signAndSend(page);
  await here();
  for (const path of ["/home", "/home/2", "/home/2/withdraw", "/home/1/object", "/recovery", "/read", "/help", "/leaving", "/check", "/code"]) {
    await page.goto(address + path);
    await page.waitForFunction(() => document.documentElement.dataset.portal === "ready");
    await page.waitForFunction(() => !document.querySelector("progress"));
    await here();
  }
  await page.getByRole("link", { name: "Simple view" }).click();
  await page.waitForFunction(() => document.documentElement.classList.contains("simple"));
  for (const path of ["/home", "/read", "/code"]) {
    await page.goto(address + path);
    await page.waitForFunction(() => document.documentElement.dataset.portal === "ready");
    await page.waitForFunction(() => !document.querySelector("progress"));
    await here();
  }
});

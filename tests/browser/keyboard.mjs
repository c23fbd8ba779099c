// The main job with the keyboard alone: no pointer is used from the first page to home.

import assert from "node:assert/strict";
import { openPortal, screen, withPortal } from "./lib/portal.mjs";

// Tabs on until the focused control has this role and name; a page has far fewer stops than the limit.
async function tabTo(page, wanted) {
  for (let stops = 0; stops < 120; ++stops) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at.labels?.[0]?.textContent ?? at.textContent;
      return `${at.getAttribute("type") ?? at.localName}: ${label.trim()}`;
    });
    if (wanted.test(name)) return;
  }
  assert.fail(`no way by Tab to ${wanted}`);
}

async function pressKey(page, wanted, key = "Enter") {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

await withPortal(async ({ invitations, newPhone }) => {
  const page = await openPortal(await newPhone(), invitations[0]);
  await pressKey(page, /^button: Start now/);
  await screen(page, /Does anyone else use/);
  await pressKey(page, /^radio: No, only I use it/, "Space");
  await pressKey(page, /^submit: Continue|^button: Continue/);
  await screen(page, /safely get in touch/);
  await pressKey(page, /^checkbox: Ring me/, "Space");
  await pressKey(page, /^(submit|button): Save and continue/);
  await screen(page, /find out if we can help/);
  for (let question = 1; question <= 5; ++question) {
    const groups = new Set(await page.locator("input[type=radio]").evaluateAll((all) => all.map((one) => one.name)));
    for (let i = 0; i < groups.size; ++i) {
      // Tab reaches each group once; Space picks its first answer.
      await tabTo(page, /^radio: Yes/);
      await page.keyboard.press("Space");
    }
    const before = page.url();
    await pressKey(page, /^(submit|button): Continue/);
    await page.waitForURL((url) => url.href !== before);
  }
  await screen(page, "Check your answers before you sign");
  await pressKey(page, /^(submit|button): Sign and send/);
  await screen(page, "Your choices are in");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-heading");
  await pressKey(page, /^a: Go to your home page/);
  await screen(page, "Your choices");
  await pressKey(page, /^a: Take back your yes/);
  await screen(page, /Take back your yes to/);
  await pressKey(page, /^(submit|button): Take back my yes/);
  await screen(page, "Your choices are in");
});

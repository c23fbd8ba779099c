// A phone that others use is left lying: told two minutes before, put off by one press with nothing lost, and over when
// nobody answers. Painted and in Simple view; the page's clock is moved, nobody waits.

import assert from "node:assert/strict";
import { openPortal, press, screen, withPortal } from "./lib/portal.mjs";

const nearlyOver = "18:05";
const warning = (page) => page.getByRole("dialog", { name: "Are you still there?" });
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.value);

async function comeIn(page) {
  await press(page, "Start now");
  await page.getByRole("radio", { name: /I want nothing kept here/ }).check();
  await press(page, "Continue");
  await screen(page, /safely get in touch/);
  await page.getByRole("checkbox", { name: "Ring me" }).check();
  await press(page, "Save and continue");
  await screen(page, /find out if we can help/);
  await press(page, "Continue");
  await screen(page, /join up information/);
}

async function isToldAndStays(page, stay) {
  const answer = page.getByRole("radio", { name: "No", exact: true }).first();
  await answer.check();
  await answer.focus();
  await page.clock.fastForward(nearlyOver);
  await warning(page).waitFor();
  assert.match(await page.locator("dialog").ariaSnapshot(), /about 2 minutes/);
  const describes = await page.locator("dialog").getAttribute("aria-describedby");
  assert.match(await page.locator(`[id="${describes}"]`).textContent(), /about 2 minutes.*what you have not sent will be gone/s);
  assert.equal(await focused(page), "Stay on this page");
  await stay();
  await warning(page).waitFor({ state: "detached" });
  assert.equal(await answer.isChecked(), true, "the answer is still picked");
  assert.equal(await focused(page), "no", "the focus is where it was");
}

async function isOver(page) {
  const signedOut = page.waitForResponse("**/api/exit");
  await page.clock.fastForward("20:05");
  await signedOut;
  await screen(page, "We closed your page");
  assert.equal(await focused(page), "We closed your page");
  assert.equal(await page.title().then((title) => title.startsWith("Closed")), true);
  const status = await page.evaluate(() => fetch("/api/me", { headers: { "Sayso-Client": "1" } }).then(({ status }) => status));
  assert.equal(status, 401, "the session is ended too");
  assert.equal(await warning(page).count(), 0);
}

async function visit({ newPhone }, invitation, view) {
  const phone = await newPhone();
  await phone.clock.install();
  const page = await openPortal(phone, invitation);
  if (view === "simple") await page.getByRole("link", { name: "Simple view" }).click();
  await page.locator(`html.${view}`).waitFor();
  await comeIn(page);
  await isToldAndStays(page, () => page.keyboard.press("Escape"));
  await isToldAndStays(page, () => press(page, "Stay on this page"));
  await page.locator(`html.${view}`).waitFor();
  return page;
}

await withPortal(
  async (portal) => {
    for (const [at, view] of [[0, "canvas"], [1, "simple"]]) {
      const page = await visit(portal, portal.invitations[at], view);
      await isOver(page);
      await page.goBack();
      await screen(page, "Your information, your choice");
      await page.close();
    }
    // What ends by a press says so, and the key for leaving works over the warning.
    const page = await visit(portal, portal.invitations[2], "canvas");
    await page.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Elsewhere</h1>" }));
    await page.clock.fastForward(nearlyOver);
    await warning(page).waitFor();
    for (let time = 0; time < 3; ++time) await page.keyboard.press("Shift");
    await screen(page, "Elsewhere");

    // So does the way out inside of it: the one in the header is out of reach meanwhile.
    const other = await (await portal.newPhone()).newPage();
    await other.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Elsewhere</h1>" }));
    await other.goto(`${portal.address}/gallery/timeout_warning`);
    await other.locator('main [data-action^="dialog:"]').first().click();
    await other.getByRole("dialog").getByRole("link", { name: "Exit this page" }).click();
    await screen(other, "Elsewhere");
  },
  { expectComplaints: true },
);

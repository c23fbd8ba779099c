// A person's own settings: in force at once and from the next first paint on, kept on the device or for the visit alone, and
// taking nothing that was typed. The pages about privacy and accessibility stand without the client too.

import assert from "node:assert/strict";
import { comeIn, openPortal, press, ready, screen, withPortal } from "./lib/portal.mjs";

const look = (page) =>
  page.evaluate(() => ({
    size: getComputedStyle(document.documentElement).fontSize,
    paper: getComputedStyle(document.body).backgroundColor,
    simple: document.documentElement.classList.contains("simple"),
  }));
const save = async (page, ...choices) => {
  for (const name of choices) await page.getByRole("radio", { name, exact: true }).check();
  await press(page, "Save");
  await page.getByText("Saved. This is how it looks now.").waitFor({ state: "attached" });
};
const kept = (page, store) => page.evaluate((name) => globalThis[name].getItem("sayso-settings"), store);

await withPortal(async ({ address, invitations, newPhone }) => {
  const phone = await newPhone();
  const page = await openPortal(phone, `${address}/`);
  await page.getByRole("link", { name: "Text size, colours and sound" }).click();
  await screen(page, "Make this easier to use");
  await save(page, "150%", "White on black", "No, keep all of it still");
  assert.deepEqual(await look(page), { size: "24px", paper: "rgb(0, 0, 0)", simple: false });
  assert.equal(await kept(page, "localStorage"), "text=150 colours=contrast-dark motion=less");

  // The next page has them before its first paint: the script stands in it, ahead of the styles.
  const next = await phone.newPage();
  await next.route("**/boot.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await next.goto(`${address}/help`, { waitUntil: "domcontentloaded" });
  assert.deepEqual(await look(next), { size: "24px", paper: "rgb(0, 0, 0)", simple: true });
  const parts = await next.evaluate(() => [...document.head.children].map((one) => [one.localName, one.textContent]));
  const script = parts.findIndex(([name, text]) => name === "script" && text.includes("sayso-settings"));
  assert.ok(script >= 0 && script < parts.findIndex(([name]) => name === "style"));
  await next.close();

  // Simple view in the middle of a form: nothing that was typed goes, and it is remembered.
  await page.goto(invitations[0]);
  await ready(page);
  await press(page, "Start now");
  await page.getByRole("radio", { name: /only I use it/ }).check();
  await press(page, "Continue");
  await screen(page, /safely get in touch/);
  await page.getByRole("checkbox", { name: "Send me a text" }).check();
  const detail = page.getByLabel("Phone number, email or address");
  await detail.fill("01632 960999");
  for (const [name, view] of [["Simple view", "simple"], ["Standard view", "canvas"], ["Simple view", "simple"]]) {
    await page.getByRole("link", { name }).click();
    await page.waitForFunction((wanted) => document.documentElement.classList.contains(wanted), view);
    assert.equal(await detail.inputValue(), "01632 960999");
    assert.ok(await page.getByRole("checkbox", { name: "Send me a text" }).isChecked());
  }
  await press(page, "Save and continue");
  await screen(page, /find out if we can help/);
  await page.reload();
  await ready(page);
  assert.ok((await look(page)).simple, "Simple view is remembered");

  // A shared phone that keeps nothing: for this visit alone.
  const shared = await newPhone();
  const visit = await openPortal(shared, invitations[1]);
  await press(visit, "Start now");
  await visit.getByRole("radio", { name: /nothing kept here/ }).check();
  await press(visit, "Continue");
  await screen(visit, /safely get in touch/);
  await visit.getByRole("link", { name: "Text size, colours and sound" }).click();
  await visit.getByText("So this counts for this visit.").first().waitFor();
  await save(visit, "200%");
  assert.equal((await look(visit)).size, "32px");
  assert.equal(await kept(visit, "localStorage"), null);
  assert.equal(await kept(visit, "sessionStorage"), "text=200");
  const later = await openPortal(shared, `${address}/settings`);
  assert.equal((await look(later)).size, "16px");
  assert.equal(await visit.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

await withPortal(async ({ address, newPhone }) => {
  const phone = await newPhone();
  for (const [path, heading] of [["/privacy", "Your privacy on these pages"], ["/accessibility", "Can everyone use this?"]]) {
    const page = await phone.newPage();
    await page.goto(address + path);
    await screen(page, heading);
    await page.close();
  }
}, { javaScriptEnabled: false });

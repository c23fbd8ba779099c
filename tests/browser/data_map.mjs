// The data map at home: every choice drawn where its words and links are, the line that a person is at in front of the
// rest, something moving once and only where motion is welcome, nothing painted while nothing happens; as a table in Simple
// view and on paper; and a yes taken back from it in two actions.

import assert from "node:assert/strict";
import { answerEverything, comeIn, openPortal, press, ready, screen, signAndSend, withPortal } from "./lib/portal.mjs";

const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
const frames = (page, count) =>
  page.evaluate(
    (left) => new Promise((done) => {
      const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
      next();
    }),
    count,
  );
// Until no picture has been made for ten frames in a row.
async function settle(page) {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    await frames(page, 10);
    now = await page.evaluate(() => globalThis.saysoDrawCalls());
  }
}
const drawn = (page) => page.evaluate(() => globalThis.saysoDrawCalls());

await withPortal(async ({ invitations, newPhone, address }) => {
  const phone = await newPhone();
  const page = await openPortal(phone, invitations[0]);
  await comeIn(page);
  await answerEverything(page);
  await signAndSend(page);
  await page.getByRole("link", { name: "Go to your home page" }).click();
  await screen(page, "Your choices");

  // The tables are complete: 7 sources and 4 uses, each with its state and two ways on.
  const sources = page.getByRole("table", { name: "Joining up information: who may tell us" });
  const uses = page.getByRole("table", { name: "What we use it for, and who gets it" });
  assert.equal(await sources.getByRole("rowheader").count(), 7);
  assert.equal(await uses.getByRole("rowheader").count(), 4);
  const police = row(page, "Police");
  assert.match(await police.textContent(), /Anti-social behaviour; Violence in the home.*You said yes/);
  assert.match(await row(page, "Finding and helping families").textContent(), /We may do this. You can object./);

  // Each chip is a real link, 44 px high at the least, that leads to its choice.
  for (const link of await page.locator("figure tbody a").all()) {
    const box = await link.boundingBox();
    assert.ok(box.height >= 44, `${await link.textContent()} is ${box.height} px high`);
  }
  await page.getByRole("link", { name: "Police", exact: true }).click();
  await screen(page, "Police");
  await page.goBack();
  await screen(page, "Your choices");

  // Idle, nothing is painted; what a person points at comes forward, moves once, and rests again.
  await settle(page);
  const atRest = await drawn(page);
  await frames(page, 60);
  assert.equal(await drawn(page), atRest, "idle, nothing is painted");
  const pointAt = async (name) => {
    // Away first: scrolling may bring the row under a pointer that rests.
    await page.mouse.move(0, 0);
    await row(page, name).scrollIntoViewIfNeeded();
    await settle(page);
    const before = await drawn(page);
    await row(page, name).hover({ position: { x: 6, y: 60 } });
    await settle(page);
    return (await drawn(page)) - before;
  };
  assert.ok((await pointAt("Schools")) > 6, "something moves along the line");
  await page.emulateMedia({ reducedMotion: "reduce" });
  const still = await pointAt("Police");
  assert.ok(still >= 1 && still <= 4, `brought forward without moving: ${still} pictures`);

  // In Simple view and on paper it is a table, with the same words.
  await page.getByRole("link", { name: "Simple view" }).click();
  await page.waitForFunction(() => document.documentElement.classList.contains("simple"));
  assert.ok(await police.isVisible());
  assert.ok(await page.getByText("Our Turnaround Plus team puts it side by side").isVisible());
  await page.getByRole("link", { name: "Standard view" }).click();
  await page.waitForFunction(() => document.documentElement.classList.contains("canvas"));
  await page.emulateMedia({ media: "print" });
  assert.ok(await police.isVisible());
  await page.emulateMedia({ media: "screen" });

  // Two actions: the consequences stand before the second.
  await page.goto(`${address}/home`);
  await ready(page);
  await page.getByRole("link", { name: "Take back your yes (Police: Joining up information)" }).click();
  await screen(page, "Take back your yes to the police?");
  await press(page, "Take back my yes");
  await page.getByRole("link", { name: "Go to your home page" }).click();
  assert.match(await row(page, "Police").textContent(), /You took back your yes/);

  // From 1024 px on it goes across, and at 320 px and 200% nothing sticks out.
  await page.setViewportSize({ width: 1280, height: 800 });
  await settle(page);
  const left = await row(page, "NHS").boundingBox();
  const right = await row(page, "National Impact Study").boundingBox();
  assert.ok(left.x + left.width < right.x, "sources stand left of uses");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await settle(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

// The client takes over the page that the server sent while somebody is reading and typing in it: scroll, open sections,
// focus, caret and text stay put, and what is read stays where it was on the screen.

import assert from "node:assert/strict";
import { ready, withPortal } from "./lib/portal.mjs";

const near = 2; // CSS px

// Opens the page with the core's program held back; `release()` lets it come, and waits until the client has taken over.
async function openHeldBack(phone, address) {
  const page = await phone.newPage();
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/*.wasm");
  await page.goto(address);
  await asked;
  const release = async () => {
    letGo();
    await ready(page);
    // Two frames: the first picture is painted, and placed under the page.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  };
  return { page, release };
}

const state = (page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return {
      scroll: scrollY,
      focused: active.id || active.textContent.trim(),
      top: active.getBoundingClientRect().top,
      value: active.value ?? "",
      caret: active.selectionStart ?? -1,
      open: [...document.querySelectorAll("details")].map((one) => one.open),
      title: document.title,
    };
  });

function assertStayed(before, after) {
  const { scroll, top, ...rest } = after;
  const { scroll: earlierScroll, top: earlierTop, ...earlier } = before;
  assert.deepEqual(rest, earlier);
  assert.ok(Math.abs(scroll - earlierScroll) <= near, `scrolled from ${earlierScroll} to ${scroll}`);
  assert.ok(Math.abs(top - earlierTop) <= near, `what has the focus went from ${earlierTop} to ${top}`);
}

await withPortal(async ({ address, invitations, newPhone }) => {
  // Reading: two parts opened, scrolled to the second; on a phone, and at a desk.
  for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    const reading = await openHeldBack(await newPhone({ viewport }), invitations[0]);
    const parts = reading.page.locator("details summary");
    await parts.nth(0).click();
    await parts.nth(2).click();
    await reading.page.evaluate(() => scrollBy(0, 150));
    const read = await state(reading.page);
    assert.ok(read.scroll > 300 && read.open.filter(Boolean).length === 2, JSON.stringify(read));
    assert.ok(await reading.page.evaluate(() => document.documentElement.dataset.portal === undefined));
    const nodes = await reading.page.evaluateHandle(() => [...document.querySelectorAll("#page *")]);
    await reading.release();
    assertStayed(read, await state(reading.page));
    const gone = await nodes.evaluate((all) => all.filter((one) => !one.isConnected).map((one) => one.outerHTML.slice(0, 99)));
    assert.deepEqual(gone, [], "nothing of the server's page was thrown away");
  }

  // Typing: half of a code, with the caret in the middle.
  const typing = await openHeldBack(await newPhone(), `${address}/code`);
  const field = typing.page.getByRole("textbox", { name: "What is the code in your letter?" });
  await field.pressSequentially("7K2M-9");
  await typing.page.keyboard.press("ArrowLeft");
  await typing.page.keyboard.press("ArrowLeft");
  const typed = await state(typing.page);
  assert.equal(typed.value, "7K2M-9");
  await typing.release();
  assertStayed(typed, await state(typing.page));
  // What is typed next goes on from there, and the client knows all of it.
  await typing.page.keyboard.type("X");
  assert.equal(await field.inputValue(), "7K2MX-9");
  await typing.page.keyboard.press("Enter");
  await typing.page.getByRole("heading", { name: "There is a problem" }).waitFor();
  assert.equal(await field.inputValue(), "7K2MX-9");
});

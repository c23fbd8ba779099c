// A code that is wrong, used or too old: one message for all, on the page where another can be typed.

import assert from "node:assert/strict";
import { comeIn, openPortal, press, withPortal } from "./lib/portal.mjs";

const day_s = 24 * 60 * 60;
const codeOf = (invitation) => new URL(invitation).hash.slice(1);

async function tryCode(newPhone, address, code) {
  const phone = await newPhone();
  const page = await openPortal(phone, `${address}/code`);
  await page.getByRole("textbox", { name: "What is the code in your letter?" }).fill(code);
  await press(page, "Continue");
  await page.getByRole("radio", { name: /only I use it/ }).check();
  await press(page, "Continue");
  await page.getByText("This code does not work").first().waitFor();
  assert.equal(new URL(page.url()).pathname, "/code");
  const kept = await page.evaluate(async () => (await indexedDB.databases()).length);
  const told = await page.locator("#main").ariaSnapshot();
  await phone.close();
  // What was typed stands in the field, so that it can be put right.
  assert.ok(told.includes(code), "what was typed is kept");
  return { told: told.replaceAll(code, "CODE"), kept };
}

// The council's day is four weeks and two days ago at first, and today after a new start.
// The loader fills in where this machine keeps its libraries.
const past = {
  environment: {
    LD_PRELOAD: "/usr/$LIB/faketime/libfaketimeMT.so.1",
    FAKETIME: `-${30 * day_s}`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  },
};

await withPortal(
  async ({ address, invitations, newPhone, council }) => {
    // In time a code works.
    const owner = await openPortal(await newPhone(), invitations[0]);
    await comeIn(owner);

    const used = await tryCode(newPhone, address, codeOf(invitations[0]));
    const wrong = await tryCode(newPhone, address, "0000-0000-0000");
    assert.deepEqual(wrong, used);

    await council.restart({ demo: false });
    const expired = await tryCode(newPhone, address, codeOf(invitations[1]));
    assert.deepEqual(expired, used);
  },
  // A code that is refused is an answer that the browser reports.
  { server: past, expectComplaints: true },
);

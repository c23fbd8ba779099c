// Without WebGL the page itself is shown, and the whole job can be done in it.

import assert from "node:assert/strict";
import { answerEverything, comeIn, openPortal, signAndSend, withPortal } from "./lib/portal.mjs";

await withPortal(
  async ({ invitations, newPhone }) => {
    const page = await openPortal(await newPhone(), invitations[0]);
    assert.ok(await page.evaluate(() => document.documentElement.classList.contains("simple")));
    await comeIn(page);
    await answerEverything(page, "No");
    await signAndSend(page);
    assert.ok(await page.evaluate(() => document.documentElement.classList.contains("simple")));
  },
  { args: ["--disable-3d-apis"], expectComplaints: true },
);

// Without WebAssembly, and without any script: everything can be read, and there is a way on.

import assert from "node:assert/strict";
import { withPortal } from "./lib/portal.mjs";

// The core does not come: reading goes on, and another try has the invitation still.
await withPortal(
  async ({ invitations, newPhone }) => {
    const page = await (await newPhone()).newPage();
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(invitations[0]);
    await page.waitForFunction(() => document.documentElement.dataset.portal === "failed");
    await page.getByRole("alert").getByText("We could not load the whole page").first().waitFor();
    await page.unroute("**/*.wasm");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForFunction(() => document.documentElement.dataset.portal === "ready");
    await page.getByRole("button", { name: "Start now" }).waitFor();
  },
  { expectComplaints: true },
);

// A browser that cannot run it.
await withPortal(
  async ({ address, newPhone }) => {
    const page = await (await newPhone()).newPage();
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.portal === "failed");
    await page.getByText("Your browser cannot run this page").first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
    await page.getByRole("link", { name: "Ways to choose without this page" }).click();
    await page.getByRole("heading", { name: "Get help" }).waitFor();
  },
  { expectComplaints: true },
);

await withPortal(
  async ({ address, newPhone }) => {
    const page = await (await newPhone()).newPage();
    await page.goto(`${address}/read`);
    assert.ok(await page.locator("#exit").isVisible());
    await page.getByText("Show the council’s own words").first().click();
    await page.getByText(/‘turn around’|'turn around'/).first().waitFor();
  },
  { javaScriptEnabled: false },
);

// A slow signal: the page can be read at once, and a progress bar tells how much of the program has come.

import assert from "node:assert/strict";
import { withPortal } from "./lib/portal.mjs";

await withPortal(async ({ invitations, newPhone }) => {
  const phone = await newPhone();
  const page = await phone.newPage();
  const network = await phone.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false, latency: 100, downloadThroughput: 60 * 1024, uploadThroughput: 60 * 1024,
  });
  await page.goto(invitations[0], { waitUntil: "commit" });
  const bar = page.getByRole("progressbar", { name: "Getting ready" });
  await bar.waitFor();
  assert.equal(await page.locator("html").getAttribute("data-portal"), null);
  await page.getByText("You can read while you wait").first().waitFor();
  const before = await page.getByRole("heading", { level: 1 }).boundingBox();

  // It moves on, and is gone when the portal is ready; nothing moved for it.
  await page.waitForFunction(() => document.querySelector("#loading progress")?.value >= 10);
  await page.waitForFunction(() => document.querySelector("#loading progress")?.value >= 60);
  await page.waitForFunction(() => document.documentElement.dataset.portal === "ready");
  assert.equal(await bar.count(), 0);
  assert.deepEqual(await page.getByRole("heading", { level: 1 }).boundingBox(), before);
});

// A receipt brought up to date in the browser: the newest proof is taken once the phone has checked it, and goes into the
// file; one that does not check out is said to be, and the receipt that was there stays.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerEverything, comeIn, keepReceipt, openPortal, press, signAndSend, withPortal } from "./lib/portal.mjs";

const sizeIn = (text) => Number(text.match(/\/sayso(?:\\n|\n)(\d+)(?:\\n|\n)/)[1]);

async function renew(page, heading) {
  await press(page, "Get the newest proof");
  await page.getByRole("heading", { name: heading }).waitFor();
  // Said to those who do not see it, too.
  await page.locator("[aria-live]").filter({ hasText: heading }).first().waitFor({ state: "attached" });
}

async function save(page, folder) {
  const saving = page.waitForEvent("download");
  await press(page, "Save the receipt");
  const file = join(folder, "again.json");
  await (await saving).saveAs(file);
  return file;
}

const settings = mkdtempSync(join(tmpdir(), "sayso-settings-"));
const config = join(settings, "sayso.conf");
writeFileSync(config, "publish-seconds = 1\ncover-seconds = 1\n");
try {
  await withPortal(
    async ({ invitations, newPhone, folder, address, verify }) => {
      const page = await openPortal(await newPhone(), invitations[0]);
      await comeIn(page);
      await answerEverything(page);
      await signAndSend(page);
      const good = readFileSync(await keepReceipt(page, folder), "utf8");
      await page.getByText("No outside witness has signed this receipt yet.").first().waitFor();

      // One letter of the proof is another.
      await page.route("**/api/receipts/*", async (route) => {
        const answer = await route.fetch();
        const body = await answer.text();
        const at = body.lastIndexOf("\\n") - 30;
        await route.fulfill({ response: answer, body: body.slice(0, at) + (body[at] === "A" ? "B" : "A") + body.slice(at + 1) });
      });
      await renew(page, "The newer proof does not check out");
      assert.equal(readFileSync(await save(page, folder), "utf8"), good, "the receipt that was there stays");
      await page.unroute("**/api/receipts/*");

      const larger = sizeIn(good);
      let published = 0;
      while (published <= larger) {
        await page.waitForTimeout(200);
        published = Number((await (await fetch(`${address}/log/checkpoint`)).text()).split("\n")[1]);
      }
      await renew(page, "Your receipt is up to date");
      const file = await save(page, folder);
      const newer = readFileSync(file, "utf8");
      assert.notEqual(newer, good);
      assert.ok(sizeIn(newer) > larger);
      await verify(file);
    },
    { server: { more: ["--config", config] } },
  );
} finally {
  rmSync(settings, { recursive: true, force: true });
}

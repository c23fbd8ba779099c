// The main job on a phone: read, choose, sign, send, hold a receipt that verifies, come back, withdraw.

import assert from "node:assert/strict";
import { answerEverything, comeIn, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";

const revealing = /police|health|violence|drug|probation|court|benefit/i;

await withPortal(async ({ invitations, newPhone, folder, verify, address }) => {
  const phone = await newPhone();
  const page = await openPortal(phone, invitations[0]);
  assert.equal(new URL(page.url()).hash, "", "the code is gone from the address");

  await comeIn(page);
  await press(page, "Continue");
  await screen(page, "May we join up information about you?");

  // Nothing is picked; a missing answer is asked for at the top, and the link leads to the field.
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
  await press(page, "Continue");
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  assert.match(await page.title(), /^Error: /);
  await page.getByRole("link", { name: "Choose yes or no for the NHS" }).click();
  await page.getByRole("group", { name: "May the NHS give us information about you?" }).getByRole("radio", { name: "Yes" }).check();

  // Back keeps answers.
  await page.getByRole("link", { name: "Back" }).click();
  await screen(page, /find out if we can help/);
  await press(page, "Continue");
  const nhs = page.getByRole("group", { name: "May the NHS give us information about you?" });
  assert.ok(await nhs.getByRole("radio", { name: "Yes" }).isChecked());

  await answerEverything(page);
  await signAndSend(page);
  assert.ok(!revealing.test(await page.title()));

  await page.getByRole("link", { name: "See and keep your receipt" }).click();
  await screen(page, "Your receipt");
  const saving = page.waitForEvent("download");
  await press(page, "Save the receipt");
  const download = await saving;
  assert.match(download.suggestedFilename(), /^receipt-[0-9A-Z-]+\.json$/);
  const file = `${folder}/receipt.json`;
  await download.saveAs(file);
  const { stdout } = await verify(file);
  assert.match(stdout, /./, "an account of what was proved");

  // The verifier in the browser agrees.
  await page.goto(`${address}/check`);
  await page.waitForFunction(() => document.documentElement.dataset.portal === "ready");
  await page.getByLabel("Receipt file").setInputFiles(file);
  await page.getByText("This receipt is good").first().waitFor();

  // Later, on the same phone: home, without a code.
  await page.close();
  const later = await openPortal(phone, address);
  await screen(later, "Your choices");
  assert.equal(new URL(later.url()).pathname, "/home");
  assert.ok((await later.getByText("You said yes").count()) >= 10);

  // Two actions: the way there, and the decision.
  await later.getByRole("link", { name: "Take back your yes (NHS: Joining up information)" }).click();
  await screen(later, "Take back your yes to the NHS?");
  await later.getByRole("checkbox").check();
  await press(later, "Take back my yes");
  await screen(later, "You have taken back your yes");
  await later.getByRole("link", { name: "Go to your home page" }).click();
  await later.getByText("You took back your yes").first().waitFor();
  await later.getByText(/We must answer by/).first().waitFor();
});

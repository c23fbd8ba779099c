// A browser that keeps nothing, as some private windows do: the page says so before anything is asked, offers what it
// can carry out, and the visit goes on to a receipt.

import assert from "node:assert/strict";
import { answerEverything, keepReceipt, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";

await withPortal(async ({ invitations, newPhone, folder, verify, address }) => {
  const phone = await newPhone();
  await phone.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("A mutation operation was attempted on a database that did not allow mutations.", "InvalidStateError");
    };
    Object.defineProperty(globalThis, "indexedDB", { value: { open: refuse, databases: refuse, deleteDatabase: refuse } });
  });
  const page = await openPortal(phone, invitations[0]);
  await press(page, "Start now");
  await page.getByText("This browser does not let us keep anything.").first().waitFor();
  const offered = page.getByRole("radio");
  assert.equal(await offered.count(), 1);
  assert.equal(await offered.isChecked(), false, "even the only answer is the person's to give");
  await page.getByRole("radio", { name: /I want nothing kept here/ }).check();
  await press(page, "Continue");
  await screen(page, /safely get in touch/);
  await page.getByRole("checkbox", { name: /Do not get in touch/ }).check();
  await press(page, "Save and continue");
  await answerEverything(page);
  await signAndSend(page);
  await page.getByText(/Nothing is kept on this phone/).first().waitFor();
  await verify(await keepReceipt(page, folder));
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await screen(page, "Your choices");
  await page.getByText("You said yes").first().waitFor();
  await page.close();

  const later = await openPortal(phone, `${address}/home`);
  await screen(later, "Your information, your choice");
});

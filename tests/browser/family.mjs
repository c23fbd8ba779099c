// A family: an adult chooses for the child of 8, the young person of 15 for themselves; two people share one phone
// behind a PIN each and never see each other.

import assert from "node:assert/strict";
import { answerEverything, comeIn, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";

async function comeInWithPin(page, pin) {
  await press(page, "Start now");
  await page.getByRole("radio", { name: /want a PIN/ }).check();
  await press(page, "Continue");
  await screen(page, "Choose a PIN");
  await page.getByLabel("Your PIN", { exact: true }).fill(pin);
  await page.getByLabel("Type your PIN again").fill(pin);
  await press(page, "Set this PIN");
  await screen(page, /safely get in touch/);
  await page.getByRole("checkbox", { name: /Do not get in touch/ }).check();
  await press(page, "Save and continue");
  await screen(page, /find out if we can help/);
}

async function unlock(page, pin) {
  await page.getByLabel("Your PIN").fill(pin);
  await press(page, "Unlock");
}

await withPortal(
  async ({ invitations, newPhone, address }) => {
    const [adult, otherAdult, young] = invitations;

    const page = await openPortal(await newPhone(), adult);
    await comeIn(page);
    await answerEverything(page);
    await signAndSend(page);
    await page.getByRole("button", { name: /^Choose for / }).click();
    await page.getByText(/^You are choosing for /).first().waitFor();
    assert.equal(await page.getByRole("radio", { checked: true }).count(), 0, "answers for one are not answers for another");
    await answerEverything(page, "No");
    await signAndSend(page).catch(() => screen(page, /Your choices for .* are in/));
    await page.getByRole("link", { name: "Go to your home page" }).click();
    await page.getByText("You said no").first().waitFor();
    assert.equal(await page.getByText("You said yes").count(), 0);

    const shared = await newPhone();
    const first = await openPortal(shared, otherAdult);
    await comeInWithPin(first, "493027");
    await answerEverything(first);
    await signAndSend(first);
    await first.close();
    const second = await openPortal(shared, young);
    await comeInWithPin(second, "718264");
    await answerEverything(second, "No");
    await signAndSend(second);
    await second.close();

    const back = await openPortal(shared, `${address}/unlock`);
    await unlock(back, "000000");
    await back.getByText("That is not the PIN").first().waitFor();
    await back.getByText(/You have 4 tries left/).first().waitFor();
    await unlock(back, "718264");
    await screen(back, "Your choices");
    await back.getByText("You said no").first().waitFor();
    assert.equal(await back.getByText("You said yes").count(), 0, "the other person's answers are not here");
  },
  // A wrong PIN is an answer that the browser reports.
  { expectComplaints: true },
);

// A lost phone: a recovery code, written down beforehand, opens the same choices on a new one; the old key is out.

import assert from "node:assert/strict";
import { answerEverything, comeIn, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";

await withPortal(
  async ({ invitations, newPhone, address }) => {
    const lost = await newPhone();
    const page = await openPortal(lost, invitations[0]);
    await comeIn(page);
    await answerEverything(page, "No");
    await signAndSend(page);
    await page.getByRole("link", { name: "Get a recovery code, in case you lose this phone" }).click();
    await screen(page, "A way back in if you lose this phone");
    await press(page, "Make my code");
    const shown = page.locator("strong").filter({ hasText: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/ });
    const code = (await shown.textContent()).trim();
    await page.close();

    // A new phone knows nothing of them; small letters and blanks are as good as what was written down.
    const fresh = await newPhone();
    const again = await openPortal(fresh, `${address}/code`);
    await again.getByRole("textbox", { name: "What is the code in your letter?" }).fill(code.toLowerCase().replaceAll("-", " "));
    await press(again, "Continue");
    await again.getByRole("radio", { name: /only I use it/ }).check();
    await press(again, "Continue");
    await screen(again, /Your choices|safely get in touch/);
    await again.goto(`${address}/home`);
    await screen(again, "Your choices");
    await again.getByText("You said no").first().waitFor();
    assert.equal(await again.getByText("You said yes").count(), 0);
    assert.equal(await again.getByRole("link", { name: /^Receipt / }).count(), 1);

    // Choosing goes on where it stood.
    await press(again, "Go through all the questions again");
    await screen(again, /find out if we can help/);
    await answerEverything(again);
    await signAndSend(again);

    // Whoever found the phone does not come in with its key, and the code works once.
    const finder = await openPortal(lost, address);
    await finder.getByText("We could not let you in with the key on this phone").first().waitFor();
    assert.equal(await finder.getByText("You said no").count(), 0);
    const second = await openPortal(await newPhone(), `${address}/#${code}`);
    await press(second, "Start now");
    await second.getByRole("radio", { name: /only I use it/ }).check();
    await press(second, "Continue");
    await second.getByText("This code does not work").first().waitFor();
  },
  // Keys and codes that are out are answers that the browser reports.
  { expectComplaints: true },
);

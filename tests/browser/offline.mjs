// Signed without a network: kept on the phone, said so, and sent once there is a network again, once.

import assert from "node:assert/strict";
import { answerEverything, comeIn, openPortal, press, screen, withPortal } from "./lib/portal.mjs";

await withPortal(
  async ({ invitations, newPhone, address }) => {
    const phone = await newPhone();
    const page = await openPortal(phone, invitations[0]);
    await comeIn(page);
    await answerEverything(page);

    await page.route("**/api/records", (route) => route.abort());
    await press(page, "Sign and send");
    await screen(page, "Sending your answers");
    await page.getByText("There is no signal just now").first().waitFor();
    await page.close();

    const later = await openPortal(phone, address);
    await screen(later, "Your choices");
    await later.getByText("You said yes").first().waitFor();
    await later.getByRole("link", { name: /^Receipt / }).first().waitFor();
    assert.equal(await later.getByRole("link", { name: /^Receipt / }).count(), 1);
  },
  // The browser itself reports the request that was cut off.
  { expectComplaints: true },
);

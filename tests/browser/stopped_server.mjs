// The server stops between signing and its answer: what was signed is kept, sent again when the server is back, and
// counts once, whether the first try had arrived or not.

import assert from "node:assert/strict";
import { answerEverything, comeIn, keepReceipt, openPortal, press, screen, withPortal } from "./lib/portal.mjs";

// `stopAt` gets the route of the first submission, and makes sure that no answer to it arrives.
async function tellStory({ invitations, newPhone, council, address, folder, verify }, stopAt) {
  const phone = await newPhone();
  const page = await openPortal(phone, invitations[0]);
  await comeIn(page);
  await answerEverything(page);
  const bodies = [];
  let stopped = false;
  await page.route("**/api/records", async (route) => {
    bodies.push(route.request().postData());
    if (stopped) return route.continue();
    stopped = true;
    await stopAt(route);
    await council.stop();
    await route.abort();
  });
  await press(page, "Sign and send");
  await screen(page, "Sending your answers");
  await page.getByText("Waiting for a signal").first().waitFor();
  await page.getByText(/Nothing is lost/).first().waitFor();
  await council.start();
  await press(page, "Try to send now");
  await screen(page, "Your choices are in");
  await verify(await keepReceipt(page, folder));

  // The very record that was signed first, not another like it.
  assert.ok(bodies.every((body) => body === bodies[0]));
  await page.goto(`${address}/home`);
  await screen(page, "Your choices");
  await page.getByText("You said yes").first().waitFor();
  assert.equal(await page.getByRole("link", { name: /^Receipt / }).count(), 1);
  assert.equal(await page.getByText(/waiting to be sent/).count(), 0);
}

// Nobody answers, and the browser itself reports that.
const expectComplaints = true;
await withPortal((told) => tellStory(told, async () => {}), { expectComplaints });
// The record arrived and is in the log; only the answer was lost.
const answersLost = async (route) => assert.equal((await route.fetch()).status(), 201);
await withPortal((told) => tellStory(told, answersLost), { expectComplaints });

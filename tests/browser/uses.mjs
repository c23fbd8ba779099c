// Who used what is known: an organisation asks at the gate, is told yes while the yes is in force, and the person sees it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { ask } from "../whole/lib/ask.mjs";
import { newId } from "../whole/lib/device.mjs";
import { makeOrganisation } from "../whole/lib/signed.mjs";
import { answerEverything, comeIn, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";
import { runVerb } from "./lib/server.mjs";

const heading = "Who has used what we hold about you";

await withPortal(async ({ invitations, people, newPhone, folder, address }) => {
  const data = join(folder, "data");
  const schools = makeOrganisation();
  const added = await runVerb("organisation", data, "add", "--id", "schools", "--key", schools.key);
  assert.match(added.stdout, /^added: schools z6Mk/);
  const mayUse = async (person) => {
    const body = { person, purpose: "join-up", information: ["school-attendance"] };
    return ask(address, schools.sign(new URL(address).host, "POST", "/api/uses", body));
  };

  // Nobody and somebody who was not asked are one answer.
  const nobody = await mayUse(newId());
  const early = await mayUse(people[0]);
  assert.equal(nobody.status, 200);
  assert.deepEqual(early.json, { allowed: false, reason: "nothing-allows-it" });
  assert.equal(early.text, nobody.text);

  const page = await openPortal(await newPhone(), invitations[0]);
  await comeIn(page);
  await answerEverything(page);
  await signAndSend(page);
  await page.goto(`${address}/home`);
  await page.getByRole("link", { name: "See who has used it" }).click();
  await screen(page, heading);
  assert.equal(await page.getByText("Nobody has used it.").count(), 0, "a letter is not a person");
  await page.getByRole("link", { name: "Show us that it is you" }).click();
  await press(page, "Get my code");
  const shown = page.locator("strong").filter({ hasText: /^\d{3} \d{3}$/ });
  const code = (await shown.textContent()).trim();
  await runVerb("confirm", data, "--person", people[0], "--code", code);
  await press(page, "I have read it out");
  await page.getByText("We hold nothing.").first().waitFor();

  await page.goto(`${address}/uses`);
  await page.getByText("Nobody has used it.").first().waitFor();

  const yes = await mayUse(people[0]);
  assert.equal(yes.status, 201, yes.text);
  assert.equal(yes.json.authority.basis, "consent");
  await page.goto(`${address}/uses`);
  await page.getByText("It has been used once.").first().waitFor();
  assert.equal(await page.getByText("We joined it up with what we got from schools.").count(), 1);
  assert.equal(await page.getByText(String(yes.json.use.entry), { exact: true }).count(), 1);
  // What allowed it is their own signed yes.
  await page.getByRole("link", { name: /^Your yes, receipt/ }).click();
  await screen(page, "Your receipt");

  // Their no reaches the schools, and what these say to it reaches the page.
  const sayAt = (path, body) => ask(address, schools.sign(new URL(address).host, body ? "POST" : "GET", path, body));
  assert.deepEqual((await sayAt("/api/stops")).json, { more: false, stops: [] });
  await page.goto(`${address}/home/7/withdraw`);
  await press(page, "Take back my yes");
  await screen(page, "You have taken back your yes");
  const [stop] = (await sayAt("/api/stops")).json.stops;
  assert.equal(stop.person, people[0]);
  assert.equal((await sayAt("/api/stops", { stop: stop.stop, step: "told" })).status, 201);
  await page.goto(`${address}/uses`);
  await screen(page, heading);
  await page.getByRole("heading", { name: "You said no to schools" }).waitFor();
  assert.equal(await page.getByText("They have not told us yet").count(), 2);

  // Whoever else is in the family sees nothing of it.
  const other = await openPortal(await newPhone(), invitations[1]);
  await comeIn(other);
  await other.goto(`${address}/uses`);
  await screen(other, heading);
  assert.equal(await other.getByText("joined it up").count(), 0);
});

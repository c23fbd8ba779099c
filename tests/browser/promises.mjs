// What keeps the promises: each in the notice's own words, with figures that are one's own and change as things happen.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../whole/lib/ask.mjs";
import { makeOrganisation } from "../whole/lib/signed.mjs";
import { answerEverything, comeIn, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";
import { runVerb } from "./lib/server.mjs";

const heading = "What keeps our promises";
const notice = JSON.parse(readFileSync("assets/notices/turnaround-plus/1.en.json", "utf8"));
const example = readFileSync("docs/formats/held-item-example.csv", "utf8");

await withPortal(async ({ invitations, people, newPhone, folder, address, complaints }) => {
  const data = join(folder, "data");
  const items = join(folder, "items.csv");
  writeFileSync(items, example.replaceAll("PERSON", people[0]));
  await runVerb("import", data, items);

  // Whoever has no key here is led to the first page.
  const nobody = await openPortal(await newPhone(), `${address}/promises`);
  await screen(nobody, "Your information, your choice");

  const page = await openPortal(await newPhone(), invitations[0]);
  await comeIn(page);
  await answerEverything(page);
  await signAndSend(page);
  await page.goto(`${address}/home`);
  await page.getByRole("link", { name: "See what keeps our promises" }).click();
  await screen(page, heading);
  const section = (number) => {
    const name = notice.promises.list[number - 1].wording;
    return page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
  };
  const says = (number, text) => section(number).getByText(text).first().waitFor();

  // The eight, in the notice's own words and order, under what they bind.
  const titles = await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
  assert.deepEqual(titles.map((title) => title.trim()), notice.promises.list.map((promise) => promise.wording));
  await page.getByText(notice.promises.bind).first().waitFor();

  // A letter is not a person: neither uses nor items.
  await says(1, "You have signed answers once.");
  await says(8, "We show this once we know that it is you.");
  assert.equal(await page.getByText("We hold 4 things about you.").count(), 0);
  await says(5, "No one outside our team can ask our system now.");
  await page.getByRole("link", { name: "Show us that it is you" }).click();
  await press(page, "Get my code");
  const shown = page.locator("strong").filter({ hasText: /^\d{3} \d{3}$/ });
  const code = (await shown.textContent()).trim();
  await runVerb("confirm", data, "--person", people[0], "--code", code);
  await press(page, "I have read it out");
  await page.getByText("We hold 4 things.").first().waitFor();

  await page.goto(`${address}/promises`);
  await screen(page, heading);
  await says(2, "No one has joined up or passed on what we hold about you.");
  await says(8, "We hold 4 things about you.");
  await says(8, "Nothing is past its last day.");

  // What an organisation does is there when the page is come to again.
  const schools = makeOrganisation();
  await runVerb("organisation", data, "add", "--id", "schools", "--key", schools.key);
  const body = { person: people[0], purpose: "join-up", information: ["school-attendance"] };
  const yes = await ask(address, schools.sign(new URL(address).host, "POST", "/api/uses", body));
  assert.equal(yes.status, 201, yes.text);
  await page.goto(`${address}/promises`);
  await screen(page, heading);
  await says(1, "Your yes has allowed 1 use.");
  await says(2, "What we hold about you has been joined up or passed on once.");
  await section(5).getByRole("listitem").filter({ hasText: "Schools" }).waitFor();

  // On paper: all that it says, and no button.
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Print this page" }).isVisible(), false);
  await page.emulateMedia({ media: "screen" });

  assert.deepEqual(complaints, []);

  // Without an answer, which the browser complains of, the promises stand, and no figure is made up.
  await page.route("**/api/promises", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${address}/promises`);
  await page.getByText("We could not get the numbers of today.").first().waitFor();
  assert.equal(await page.getByText("We could not get the numbers of today.").count(), 8);
  assert.equal(await page.getByText("We hold 4 things about you.").count(), 0);

  // Whoever else is in the family sees nothing of it.
  const other = await openPortal(await newPhone(), invitations[1]);
  await comeIn(other);
  await other.goto(`${address}/promises`);
  await screen(other, heading);
  await other.getByText("You have signed nothing yet.").first().waitFor();
  assert.equal(await other.getByText("We hold 4 things about you.").count(), 0);
}, { expectComplaints: true });

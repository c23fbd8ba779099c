// What is held: taken in by the team, shown once they made sure who it is, kept as a copy that says the same.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerEverything, comeIn, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";
import { runVerb } from "./lib/server.mjs";

const example = readFileSync("docs/formats/held-item-example.csv", "utf8");

// Presses, and hands back what was saved.
async function save(page, folder, name) {
  const saving = page.waitForEvent("download");
  await press(page, name);
  const download = await saving;
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return { name: download.suggestedFilename(), text: readFileSync(file, "utf8") };
}

await withPortal(async ({ invitations, people, newPhone, folder, address }) => {
  const data = join(folder, "data");
  const file = join(folder, "items.csv");
  writeFileSync(file, example.replaceAll("PERSON", people[0]));
  const taken = await runVerb("import", data, file);
  assert.match(taken.stdout, /^4 rows: 4 new, 0 changed, 0 as they were, 0 bad$/m);

  const page = await openPortal(await newPhone(), invitations[0]);
  await comeIn(page);
  await answerEverything(page);
  await signAndSend(page);
  await page.goto(`${address}/home`);
  await page.getByRole("link", { name: "See what we hold about you" }).click();
  await screen(page, "What we hold about you");
  assert.equal(await page.getByText("asthma").count(), 0, "a letter is not a person");

  await press(page, "Get my code");
  const shown = page.locator("strong").filter({ hasText: /^\d{3} \d{3}$/ });
  const code = (await shown.textContent()).trim();
  await press(page, "I have read it out");
  await page.getByText("We have not got your code yet.").first().waitFor();
  const confirmed = await runVerb("confirm", data, "--person", people[0], "--code", code);
  assert.match(confirmed.stdout, /confirmed/);
  await press(page, "I have read it out");

  await page.getByText("We hold 4 things.").first().waitFor();
  const section = (name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
  assert.equal(await section("Health issues").getByText("Has asthma. Uses an inhaler.").count(), 1);
  assert.equal(await section("Health issues").getByText("31 March 2031").count(), 1);
  assert.equal(await section("Violence in the home").getByText("We hold nothing of this kind.").count(), 1);
  assert.equal(await page.getByText("We hold nothing of this kind.").count(), 4);

  const table = await save(page, folder, "Save as a table");
  assert.equal(table.name, "my-list.csv");
  assert.equal(table.text.trim().split("\r\n").length, 5);
  assert.ok(table.text.includes("Has asthma. Uses an inhaler."));
  const json = await save(page, folder, "Save for a computer");
  assert.equal(json.name, "my-list.json");
  assert.equal(JSON.parse(json.text).items.length, 4);

  // Loaded again it is there at once: the key is known by now.
  await page.reload();
  await page.getByText("We hold 4 things.").first().waitFor();

  // Whoever else is in the family sees nothing of it.
  const other = await openPortal(await newPhone(), invitations[1]);
  await comeIn(other);
  await other.goto(`${address}/held`);
  await screen(other, "What we hold about you");
  assert.equal(await other.getByText("asthma").count(), 0);
});

// The main job with the keyboard alone, in each engine: no pointer is used from the first page to a yes taken back; what has
// the focus is always in sight, and never under the header.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { until } from "./lib/person.mjs";

const stopsAtMost = 120; // far more than a page has

// What has the focus, by kind and name; and whether all of it that fits is in sight, below the header.
function focused() {
  const at = document.activeElement;
  const label = at.labels?.[0]?.textContent ?? at.textContent;
  const box = at.getBoundingClientRect();
  const header = document.querySelector("header").getBoundingClientRect().bottom;
  const inHeader = at.closest("header, .skip-link") !== null;
  return {
    name: `${at.getAttribute("type") ?? at.localName}: ${label.trim()}`,
    inSight: inHeader || (box.top >= header - 1 && box.top < innerHeight),
  };
}

await inEachEngine(async ({ engine, visit, invitations }) => {
  const person = await visit(invitations[0]);
  const { page } = person;

  async function tabTo(wanted) {
    for (let stops = 0; stops < stopsAtMost; ++stops) {
      await page.press("Tab");
      const { name, inSight } = await person.fact(focused);
      assert.ok(inSight, `${engine.name}: out of sight: ${name}`);
      if (wanted.test(name)) return;
    }
    assert.fail(`${engine.name}: no way by Tab to ${wanted}`);
  }
  async function pressKey(wanted, key = "Enter") {
    await tabTo(wanted);
    await page.press(key);
  }
  // A new screen is told by its heading, which then has the focus.
  async function arrive(heading) {
    await person.see("heading", heading);
    await until(page, () => person.fact(() => document.activeElement.id === "page-heading" ||
      document.activeElement.contains(document.getElementById("page-heading"))), `${engine.name}: focus on "${heading}"`);
  }

  await pressKey(/^button: Start now/);
  await arrive("Does anyone else use");
  await pressKey(/^radio: No, only I use it/, "Space");
  await pressKey(/^(submit|button): Continue/);
  await arrive("safely get in touch");
  await pressKey(/^checkbox: Ring me/, "Space");
  await pressKey(/^(submit|button): Save and continue/);
  await arrive("find out if we can help");
  for (let question = 1; question <= 5; ++question) {
    const groups = await person.fact(() => new Set([...document.querySelectorAll("input[type=radio]")].map((one) => one.name)).size);
    for (let i = 0; i < groups; ++i) {
      // Tab reaches each group once; Space picks its first answer.
      await tabTo(/^radio: Yes/);
      await page.press("Space");
    }
    const here = await person.address();
    await pressKey(/^(submit|button): Continue/);
    await person.moved(here);
  }
  await arrive("Check your answers before you sign");
  await pressKey(/^(submit|button): Sign and send/);
  await arrive("Your choices are in");
  await pressKey(/^a: Go to your home page/);
  await arrive("Your choices");
  await pressKey(/^a: Take back your yes/);
  await arrive("Take back your yes to");
  await pressKey(/^(submit|button): Take back my yes/);
  await arrive("You have taken back your yes");
  await page.close();
});

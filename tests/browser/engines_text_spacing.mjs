// The main job with the spacing of WCAG 1.4.12, which a person's own style sheet may set half-way: the page itself is shown
// then, with that spacing, and no word is cut off.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { findCutWords, findSideways, until, wholeJob } from "./lib/person.mjs";

function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } " +
      "p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = [sheet];
}

await inEachEngine(async ({ engine, visit, invitations }) => {
  const person = await visit(invitations[0]);
  assert.equal(await person.isSimple(), false, engine.name);
  await person.fact(spaceOut);
  await until(person.page, person.isSimple, `${engine.name}: the page itself`);
  await wholeJob(person, async (where) => {
    const told = `${engine.name}, ${where}`;
    assert.ok(await person.isSimple(), told);
    const spacing = await person.fact(() => getComputedStyle(document.querySelector("h1")).letterSpacing);
    assert.ok(parseFloat(spacing) > 2, `${told}: ${spacing}`);
    assert.deepEqual(await person.fact(findSideways), [], told);
    assert.deepEqual(await person.fact(findCutWords), [], told);
  });
  await person.page.close();
});

// The main job at 320 CSS px, painted and in Simple view: nothing reaches past the edge, nothing scrolls sideways.
// WebKitGTK's window is wider than that at its narrowest: it is told at what it takes.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { findCutWords, findSideways, wholeJob } from "./lib/person.mjs";

await inEachEngine(async ({ engine, visit, invitations }) => {
  for (const [at, simple] of [false, true].entries()) {
    const person = await visit(invitations[at], { width: 320, height: 640 });
    if (engine.name !== "webkit") assert.equal(await person.fact(() => innerWidth), 320);
    if (simple) await person.follow("Simple view");
    await wholeJob(person, async (where) => {
      const told = `${engine.name}, simple ${simple}, ${where}`;
      assert.equal(await person.isSimple(), simple, told);
      assert.deepEqual(await person.fact(findSideways), [], told);
      if (simple) assert.deepEqual(await person.fact(findCutWords), [], told);
    });
    await person.page.close();
  }
});

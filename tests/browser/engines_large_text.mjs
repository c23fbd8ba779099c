// The main job with the browser's text at 200%, on a phone of 320 CSS px: all words are larger, none is lost, nothing
// scrolls sideways.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { findCutWords, findSideways, wholeJob } from "./lib/person.mjs";

await inEachEngine(
  async ({ engine, visit, invitations }) => {
    for (const [at, simple] of [false, true].entries()) {
      const person = await visit(invitations[at], { width: 320, height: 640 });
      if (simple) await person.follow("Simple view");
      await wholeJob(person, async (where) => {
        const told = `${engine.name}, simple ${simple}, ${where}`;
        const size = await person.fact(() => {
          const text = document.querySelector("main p .line") ?? document.querySelector("main p, main label");
          return simpleSize(text);
          function simpleSize(element) {
            return parseFloat(getComputedStyle(element).fontSize);
          }
        });
        assert.ok(size >= 32, `${told}: ${size}px`);
        assert.deepEqual(await person.fact(findSideways), [], told);
        if (simple) assert.deepEqual(await person.fact(findCutWords), [], told);
      });
      await person.page.close();
    }
  },
  { like: { textPercent: 200 } },
);

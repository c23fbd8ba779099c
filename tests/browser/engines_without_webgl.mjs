// The main job in each engine where WebGL is switched off: the page itself is shown, and says all that the canvas would.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { wholeJob } from "./lib/person.mjs";

await inEachEngine(
  async ({ engine, visit, invitations }) => {
    const person = await visit(invitations[0]);
    assert.equal(await person.fact(() => document.createElement("canvas").getContext("webgl2") === null), true);
    await wholeJob(person, async (where) => {
      assert.ok(await person.isSimple(), `${engine.name}, ${where}`);
      const colour = await person.fact(() => getComputedStyle(document.querySelector("h1")).color);
      assert.ok(!/transparent|, 0\)/.test(colour), `${engine.name}, ${where}: the words are seen`);
    });
    await person.page.close();
  },
  { like: { webgl: false }, expectComplaints: true },
);

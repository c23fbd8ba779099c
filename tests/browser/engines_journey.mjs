// The main job in each engine: from the invitation to a receipt, home, and one yes taken back; painted all the way.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { wholeJob } from "./lib/person.mjs";

await inEachEngine(async ({ engine, visit, invitations }) => {
  const person = await visit(invitations[0]);
  await wholeJob(person, async (where) => assert.equal(await person.isSimple(), false, `${engine.name}, ${where}`));
  assert.ok((await person.fact(() => globalThis.saysoDrawCalls())) > 0, engine.name);
  await person.page.close();
});

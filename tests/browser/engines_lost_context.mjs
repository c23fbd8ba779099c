// The graphics context is lost half-way, in the middle of a question and again while signing: what was answered stays
// answered, the page itself is shown at once, the focus stays where it was, and the picture comes back with the context.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { answerEverything, comeIn, signAndSend, until } from "./lib/person.mjs";

const lose = () => {
  const canvas = document.getElementById("canvas");
  globalThis.loser = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
  globalThis.loser.loseContext();
};
const restore = () => globalThis.loser.restoreContext();
const picked = () => [...document.querySelectorAll("input:checked")].map((input) => `${input.name} ${input.value}`);
const focused = () => document.activeElement.id;

await inEachEngine(
  async ({ engine, visit, invitations }) => {
    const told = (what) => `${engine.name}: ${what}`;
    const person = await visit(invitations[0]);
    const simple = (wanted) => until(person.page, async () => (await person.isSimple()) === wanted, told(`simple ${wanted}`));
    await comeIn(person);
    await person.press("Continue");
    await person.see("heading", "join up information");
    await person.choose("Yes");
    const before = [await person.fact(picked), await person.fact(focused)];
    assert.equal(before[0].length, 1);

    await person.fact(lose);
    await simple(true);
    assert.deepEqual([await person.fact(picked), await person.fact(focused)], before, told("after the loss"));
    await person.choose("No");
    await person.fact(restore);
    await simple(false);
    assert.equal((await person.fact(picked)).length, 1, told("after it came back"));

    await answerEverything(person);
    await person.fact(lose);
    await simple(true);
    await signAndSend(person);
    await person.fact(restore);
    await simple(false);
    await person.read("Your reference");
    await person.page.close();
  },
  { expectComplaints: true },
);

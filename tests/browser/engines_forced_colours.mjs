// The main job in forced colours, where a person's own palette replaces ours: the page itself is shown, in their colours,
// with the browser's own focus ring. WebKitGTK has no such setting.

import assert from "node:assert/strict";
import { inEachEngine } from "./lib/visits.mjs";
import { wholeJob } from "./lib/person.mjs";

// Runs in the page: one colour for all text but links and buttons.
function look() {
  const ink = getComputedStyle(document.documentElement).color;
  const odd = [...document.querySelectorAll("main :is(h1, h2, p, li, label, legend, dt, dd)")]
    .filter((element) => getComputedStyle(element).color !== ink && !element.closest("a, button, .visually-hidden"))
    .map((element) => element.outerHTML.slice(0, 120));
  return { forced: matchMedia("(forced-colors: active)").matches, odd };
}

await inEachEngine(
  async ({ engine, visit, invitations }) => {
    const person = await visit(invitations[0]);
    await wholeJob(person, async (where) => {
      const told = `${engine.name}, ${where}`;
      assert.ok(await person.isSimple(), told);
      const { forced, odd } = await person.fact(look);
      assert.ok(forced, told);
      assert.deepEqual(odd, [], told);
    });
    await person.page.press("Tab");
    const ring = await person.fact(() => {
      const style = getComputedStyle(document.activeElement);
      return [style.outlineStyle, parseFloat(style.outlineWidth)];
    });
    assert.notEqual(ring[0], "none", engine.name);
    assert.ok(ring[1] >= 2, engine.name);
    await person.page.close();
  },
  { engines: ["chromium", "firefox"], like: { forcedColors: true } },
);

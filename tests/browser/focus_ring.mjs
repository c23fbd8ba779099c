// What has the focus shows it: painted in yellow and black around or behind each control that Tab reaches, on the main
// screens, in light and dark.

import assert from "node:assert/strict";
import { areaOf, readPicture } from "./lib/pixels.mjs";
import { wholeJob } from "./lib/person.mjs";
import { withVisits } from "./lib/visits.mjs";

const ratio = 2;
const yellow = [0xff, 0xdd, 0x00];
const black = [0x14, 0x18, 0x1b];
// Stops of Tab on each screen: all of them in light, up to the footer's last; in dark the same shapes have other colours.
const mostStops = { light: 120, dark: 8 };
const reach = 10; // CSS px around a control in which its ring lies

// Runs in the page: the focused control's first box, and a word for it.
function focused() {
  const at = document.activeElement;
  const { left, top, width, height } = (at.querySelector(".line") ?? at).getBoundingClientRect();
  return { what: `${at.localName} ${at.id || at.textContent.trim().slice(0, 60)}`, left, top, width, height, end: at === document.body };
}

for (const colorScheme of ["light", "dark"]) {
  await withVisits("chromium", async ({ visit, invitations }) => {
    const person = await visit(invitations[0], { ratio, prefers: { colorScheme } });
    await person.fact(() => document.documentElement.style.setProperty("caret-color", "transparent"));
    let rings = 0;
    await wholeJob(person, async (where) => {
      for (let stops = 0; stops < mostStops[colorScheme]; ++stops) {
        await person.page.press("Tab");
        const { what, left, top, width, height, end } = await person.fact(focused);
        if (end) break;
        await person.fact(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
        const picture = readPicture(await person.page.shot());
        const box = { left: left - reach, top: top - reach, right: left + width + reach, bottom: top + height + reach };
        const told = `${colorScheme}, ${where}, ${what}`;
        // As much as a line of 2 px around it (WCAG 2.2, 2.4.13), and a stroke of the other colour for either ground.
        const perimeter = 2 * (width + height);
        const [ring, stroke] = [areaOf(picture, ratio, box, yellow), areaOf(picture, ratio, box, black)];
        assert.ok(ring >= Math.min(2 * perimeter, 0.5 * width * height), `${told}: ${ring} px² of yellow, around ${perimeter} px`);
        assert.ok(stroke >= width, `${told}: ${stroke} px² of black`);
        rings += 1;
      }
    });
    assert.ok(rings > (colorScheme === "light" ? 150 : 50), `${rings} rings`);
    await person.page.close();
  });
}

// Contrast as it is painted, on every screen of the tour: each line of text against what it stands on, and each
// control's edge.

import assert from "node:assert/strict";
import { scrollThrough } from "./person.mjs";
import { contrastIn, readPicture } from "./pixels.mjs";
import { takeTour } from "./tour.mjs";
import { withVisits } from "./visits.mjs";

const ratio = 2;

// Runs in the page: what is in sight, and the contrast that it needs (WCAG 2.2, 1.4.3 and 1.4.11).
function whatIsInSight() {
  // What is below an open dialog is darkened with a purpose, and cannot be used.
  if (document.querySelector("dialog[open]")) return [];
  const header = document.querySelector("header").getBoundingClientRect().bottom;
  const sides = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const inSight = ({ box }) => box.top >= header && box.bottom <= innerHeight && box.right - box.left > 2;
  const isLarge = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  };
  const lines = [...document.querySelectorAll("#main .line")]
    .filter((line) => line.textContent.trim() && !line.closest("[disabled]"))
    .map((line) => ({
      what: line.textContent.trim(),
      box: sides(line.getBoundingClientRect()),
      least: isLarge(getComputedStyle(line)) ? 3 : 4.5,
    }));
  const controls = [...document.querySelectorAll("#main :is(input, textarea)")].map((control) => {
    const { left, top, right, bottom } = control.getBoundingClientRect();
    return { what: control.id, box: { left: left - 3, top: top - 3, right: right + 3, bottom: bottom + 3 }, least: 3 };
  });
  return [...lines, ...controls].filter(inSight);
}

// `prefers` is what the person's system asks for: { colorScheme, contrast }.
export async function everyScreenHasContrast(prefers) {
  const weak = {};
  let sampled = 0;
  const look = async (name, person) => {
    await scrollThrough(person, async () => {
      const picture = readPicture(await person.page.shot());
      for (const { what, box, least } of await person.fact(whatIsInSight)) {
        sampled += 1;
        const found = contrastIn(picture, ratio, box);
        if (found < least) weak[`${name}: ${what}`] = `${found.toFixed(2)}, not ${least}`;
      }
    });
  };
  await withVisits("chromium", (visits) => takeTour(visits, look, { like: { ratio, prefers } }), { expectComplaints: true });
  assert.deepEqual(weak, {});
  assert.ok(sampled > 800, `${sampled} samples`);
}

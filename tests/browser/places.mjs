// A control's rectangle on the page and the painted one differ by 2 CSS px at the most, on every screen; the narrowest phone
// at a common pixel ratio here, all widths, ratios and text sizes in scripts/measure-places.

import assert from "node:assert/strict";
import { compareScreen, watchPainter } from "./lib/painted.mjs";
import { takeTour } from "./lib/tour.mjs";
import { withVisits } from "./lib/visits.mjs";

const near = 2; // CSS px

await withVisits(
  "chromium",
  async (visits) => {
    let compared = 0;
    await takeTour(
      visits,
      async (name, person) => {
        const controls = await compareScreen(person);
        compared += controls.length;
        const [worst] = controls;
        if (worst) assert.ok(worst.by <= near, `${name}: "${worst.what}" by ${worst.by} px`);
      },
      { like: { width: 320, height: 720, ratio: 2, first: watchPainter } },
    );
    assert.ok(compared > 300, `${compared} controls were compared`);
  },
  { expectComplaints: true },
);

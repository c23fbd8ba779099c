// The largest distance between a painted control and its likeness on the page, over every screen, width, pixel ratio and
// text size; as JSON. About an hour on two cores: scripts/measure-places.

import { compareScreen, watchPainter } from "../lib/painted.mjs";
import { takeTour } from "../lib/tour.mjs";
import { withVisits } from "../lib/visits.mjs";

const listed = (name, others) => (process.env[name] ?? others).split(",").map(Number);
const widths = listed("WIDTHS", "320,390,768,1280");
const ratios = listed("RATIOS", "1,2,3");
const textPercents = listed("TEXT", "100,200");

async function measure(width, ratio, textPercent) {
  const result = { width, ratio, text_percent: textPercent, screens: 0, controls: 0, largest_px: 0, where: "" };
  await withVisits(
    "chromium",
    (visits) =>
      takeTour(
        visits,
        async (name, person) => {
          const controls = await compareScreen(person);
          result.screens += 1;
          result.controls += controls.length;
          if (!controls.length || controls[0].by <= result.largest_px) return;
          result.largest_px = Number(controls[0].by.toFixed(3));
          result.where = `${name}: ${controls[0].what}`;
        },
        { like: { width, height: 900, ratio, first: watchPainter } },
      ),
    { expectComplaints: true, like: { textPercent } },
  );
  return result;
}

const results = [];
for (const textPercent of textPercents) {
  for (const width of widths) {
    for (const ratio of ratios) {
      results.push(await measure(width, ratio, textPercent));
      console.error(JSON.stringify(results.at(-1)));
    }
  }
}
console.log(JSON.stringify({ largest_px: Math.max(...results.map((one) => one.largest_px)), results }, null, 2));

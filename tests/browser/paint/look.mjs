// Takes pictures of the sample page, to look at: node tests/browser/paint/look.mjs FOLDER [PATTERN]
// PATTERN: only the pictures whose name it matches.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { frames, onSample } from "./stage.mjs";

const [target, pattern = ""] = process.argv.slice(2);
mkdirSync(target, { recursive: true });

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };
const plan = [];
for (const show of ["read", "purpose", "home", "done"]) {
  for (const ratio of [1, 2, 3]) plan.push([`${show}-390-${ratio}x`, `show=${show}`, phone, ratio]);
  for (const ratio of [1, 2]) plan.push([`${show}-1280-${ratio}x`, `show=${show}`, desk, ratio]);
  plan.push([`${show}-320`, `show=${show}`, { width: 320, height: 640 }, 2]);
  plan.push([`${show}-dark`, `show=${show}&scheme=1`, phone, 2]);
}
plan.push(["home-contrast", "show=home&scheme=2", phone, 2]);
plan.push(["purpose-200", "show=purpose&scale=2", phone, 1]);
plan.push(["read-compare-1x", "show=read&compare", phone, 1], ["read-compare-2x", "show=read&compare", phone, 2]);
plan.push(["focus-link", "show=read&focused=main/intro/own", phone, 2]);
plan.push(["focus-button", "show=purpose&focused=main/form/send&hovered=main/form/none", phone, 2]);
plan.push(["focus-radio", "show=purpose&focused=main/form/police/yes&hovered=main/form/police/no", phone, 2]);

await onSample(async ({ open }) => {
  for (const [name, query, viewport, ratio] of plan) {
    if (!new RegExp(pattern).test(name)) continue;
    const page = await open(query, { viewport, deviceScaleFactor: ratio });
    // The whole of the page, as far as a canvas reaches.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: viewport.width, height: Math.min(height, Math.floor(4096 / ratio)) });
    await frames(page, 4);
    await page.screenshot({ path: join(target, name + ".png") });
    await page.context().close();
  }
});

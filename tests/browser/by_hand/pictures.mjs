// A picture of every screen, on a phone and at a desk, into a folder: scripts/pictures.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { takeTour, withoutPainting } from "../lib/tour.mjs";
import { withVisits } from "../lib/visits.mjs";

const [folder, ...flags] = process.argv.slice(2);
const simple = flags.includes("--simple");
const prefers = flags.includes("--dark") ? { colorScheme: "dark" } : {};
const sizes = [{ width: 390, height: 844, ratio: 2 }, { width: 1280, height: 800, ratio: 1 }];

for (const size of sizes) {
  const here = join(folder, `${size.width}x${size.height}`);
  mkdirSync(here, { recursive: true });
  const look = async (name, { page }) => writeFileSync(join(here, `${name}.png`), await page.shot());
  const prepare = simple ? withoutPainting : undefined;
  await withVisits("chromium", (visits) => takeTour(visits, look, { prepare, like: { ...size, prefers } }), { expectComplaints: true });
  console.log(here);
}

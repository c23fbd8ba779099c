// Two checkers of accessibility rules, by two authors, run inside a page of any engine.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const aceSource = `${readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf8")}\n;globalThis.ace = ace;`;

// Runs in the page.
async function runAxe() {
  const { violations } = await globalThis.axe.run(document);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.html.slice(0, 200)}`));
}

// FAIL only: POTENTIAL suspects all text that is transparent, as it cannot see the picture below.
async function runAce() {
  const { results } = await new globalThis.ace.Checker().check(document, ["IBM_Accessibility"]);
  return results
    .filter(({ value }) => value[1] === "FAIL")
    .map(({ ruleId, snippet, message }) => `ace ${ruleId}: ${message} ${snippet.slice(0, 200)}`);
}

// What either finds on the page as it is now.
export async function findViolations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.inject(axeSource);
  if (!(await page.evaluate(() => "ace" in globalThis))) await page.inject(aceSource);
  return [...(await page.evaluate(runAxe)), ...(await page.evaluate(runAce))];
}

// Two checkers of accessibility rules, by two authors, run inside a page of any engine.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const aceSource = `${readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf8")}\n;globalThis.ace = ace;`;

// Runs in the page; all rules unless some are named.
async function runAxe(rules) {
  const { violations } = await globalThis.axe.run(document, rules ? { runOnly: rules } : {});
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.html.slice(0, 200)}`));
}

// FAIL only: POTENTIAL suspects all text that is transparent, as it cannot see the picture below.
async function runAce() {
  const { results } = await new globalThis.ace.Checker().check(document, ["IBM_Accessibility"]);
  return results
    .filter(({ value }) => value[1] === "FAIL")
    .map(({ ruleId, snippet, message }) => `ace ${ruleId}: ${message} ${snippet.slice(0, 200)}`);
}

async function injectAxe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.inject(axeSource);
}

// What either finds on the page as it is now.
export async function findViolations(page) {
  await injectAxe(page);
  if (!(await page.evaluate(() => "ace" in globalThis))) await page.inject(aceSource);
  return [...(await page.evaluate(runAxe)), ...(await page.evaluate(runAce))];
}

// Text that does not stand out enough, where the page itself is shown: all that another set of colours can change.
export async function findFaintText(page) {
  await injectAxe(page);
  return page.evaluate(runAxe, ["color-contrast"]);
}

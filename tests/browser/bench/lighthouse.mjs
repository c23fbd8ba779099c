// Lighthouse as it comes: a mobile phone on simulated slow 4G, the processor four times slower.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const metrics = {
  fcp_ms: "first-contentful-paint",
  lcp_ms: "largest-contentful-paint",
  tbt_ms: "total-blocking-time",
  cls: "cumulative-layout-shift",
  tti_ms: "interactive",
};

// On a busy machine Chromium's trace may begin too late, which says nothing about the page.
const attempts = 3;

// Other programs on the machine only ever make it slower, so of several runs the middle one counts.
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

export async function makeLighthouse(modules, port) {
  const entry = createRequire(join(modules, "package.json")).resolve("lighthouse");
  const { default: lighthouse } = await import(pathToFileURL(entry).href);
  const runOnce = async (address) => {
    const options = { port, logLevel: "silent", onlyCategories: ["performance", "accessibility", "best-practices"] };
    let { lhr } = await lighthouse(address, options);
    for (let attempt = 1; lhr.runtimeError && attempt < attempts; ++attempt) ({ lhr } = await lighthouse(address, options));
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    const found = {};
    for (const [name, category] of Object.entries(lhr.categories))
      found[name.replaceAll("-", "_")] = Math.round(category.score * 100);
    for (const [name, audit] of Object.entries(metrics)) found[name] = Number(lhr.audits[audit].numericValue.toFixed(3));
    // As it was on this machine, before Lighthouse reckons what a slow phone and network would make of it.
    const { observedFirstContentfulPaint: fcp, observedLargestContentfulPaint: lcp } = lhr.audits.metrics.details.items[0];
    Object.assign(found, { observed_fcp_ms: fcp, observed_lcp_ms: lcp });
    const failed = Object.values(lhr.categories)
      .filter(({ id }) => id !== "performance")
      .flatMap(({ auditRefs }) => auditRefs.map(({ id }) => lhr.audits[id]))
      .filter(({ score }) => score !== null && score < 1);
    return { found, failed: failed.map(({ id }) => id), version: lhr.lighthouseVersion };
  };
  return async (address, runs) => {
    const all = [];
    for (let run = 0; run < runs; ++run) all.push(await runOnce(address));
    const result = { version: all[0].version, runs };
    for (const name of Object.keys(all[0].found)) result[name] = middle(all.map(({ found }) => found[name]));
    return { ...result, failed_audits: [...new Set(all.flatMap(({ failed }) => failed))] };
  };
}

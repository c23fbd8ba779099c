// From a tap to the picture that answers it, the processor four times slower: the browser's own Event Timing, which counts from
// the finger to the next frame on screen, in steps of 8 ms.

import { frames } from "./chromium.mjs";

const slower = 4;

// Runs in the page.
function watchTaps() {
  globalThis.taps = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) globalThis.taps.push(duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
}

// The longest of the events that one tap makes; 16 ms, the least that is told, where none took as long.
async function tap(page, target) {
  await target.scrollIntoViewIfNeeded();
  await frames(page, 5);
  await page.evaluate(() => void (globalThis.taps.length = 0));
  await target.tap();
  await frames(page, 20);
  return page.evaluate(() => Math.max(16, ...globalThis.taps));
}

// `targets`: name to locator; those that lead to another page of the server come last, or not at all.
export async function measureTaps(page, session, targets) {
  await page.evaluate(watchTaps);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const took = {};
  for (const [name, target] of Object.entries(targets)) took[`${name}_ms`] = await tap(page, target);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return took;
}

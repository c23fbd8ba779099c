// One way to drive three engines, for the few stories that all of them tell. The rest are Chromium's.
//
// A page: goto, evaluate(work, given), inject(source of a script), find(work, given) → element or null, click(element), press(key), type(text),
// resize(width, height), shot() → PNG, close(), complaints.

import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { launchWebkit } from "./webkit.mjs";

const launchers = { chromium: launchChromium, firefox: launchFirefox, webkit: launchWebkit };

const wanted = process.env.SAYSO_ENGINES?.split(",");
export const engineNames = wanted ?? ["chromium", "firefox", "webkit"];
// What takes long is told in one engine, unless more are asked for: scripts/test-engines does.
export const engineNamesForLong = wanted ?? ["chromium"];

// `textPercent` is the browser's own setting of text size, where its driver can reach that.
export function launch(name, { webgl = true, forcedColors = false, textPercent = 100 } = {}) {
  return launchers[name]({ webgl, forcedColors, textPercent });
}

// Chromium, by playwright-core.

import { chromium } from "playwright-core";

export const chromiumArguments = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--no-first-run", "--disable-component-update", "--disable-sync",
];

function wrap(page) {
  return {
    goto: (address) => page.goto(address),
    evaluate: (work, given) => page.evaluate(work, given),
    inject: (source) => page.evaluate(source + "; undefined"),
    find: async (work, given) => (await page.evaluateHandle(work, given)).asElement(),
    click: (element) => element.click(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    shot: () => page.screenshot(),
    close: () => page.context().close(),
    complaints: page.complaints,
    playwright: page,
  };
}

export async function launchChromium({ webgl, forcedColors, textPercent }) {
  const args = [...chromiumArguments];
  if (!webgl) args.push("--disable-3d-apis");
  if (textPercent !== 100) args.push(`--blink-settings=defaultFontSize=${(16 * textPercent) / 100}`);
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
  return {
    name: "chromium",
    // `first` runs in the page before anything else does; `prefers` is { colorScheme, contrast }; `touch`: it has a touch
    // screen. Of the three engines this one alone offers them.
    async newPage({ width, height, ratio, first, prefers = {}, touch = false }) {
      const like = { viewport: { width, height }, deviceScaleFactor: ratio, hasTouch: touch, forcedColors: forcedColors ? "active" : "none" };
      const page = await (await browser.newContext({ ...like, ...prefers })).newPage();
      if (first) await page.addInitScript(first);
      page.complaints = [];
      page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
      page.on("pageerror", (error) => page.complaints.push(error.message));
      return wrap(page);
    },
    end: () => browser.close(),
  };
}

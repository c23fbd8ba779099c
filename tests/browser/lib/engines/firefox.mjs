// Firefox ESR, by puppeteer-core over WebDriver BiDi. It paints with WebGL on a screen only, so it gets one.

import puppeteer from "puppeteer-core";
import { openScreen } from "./xvfb.mjs";

const always = {
  "webgl.force-enabled": true,
  "accessibility.force_disabled": -1, // on, if a screen reader asks for it or not
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.enabled": false,
};

function preferences({ webgl, forcedColors, textPercent }) {
  const chosen = { ...always, "webgl.disabled": !webgl };
  if (forcedColors) chosen["browser.display.document_color_use"] = 2;
  if (textPercent !== 100) chosen["font.size.variable.x-western"] = (16 * textPercent) / 100;
  return chosen;
}

function wrap(page, context) {
  return {
    goto: (address) => page.goto(address),
    evaluate: (work, given) => page.evaluate(work, given),
    inject: (source) => page.evaluate(source + "; undefined"),
    find: async (work, given) => (await page.evaluateHandle(work, given)).asElement(),
    click: (element) => element.click(),
    press: (key) => page.keyboard.press(key === "Space" ? " " : key),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewport({ width, height }),
    shot: async () => Buffer.from(await page.screenshot()),
    close: () => context.close(),
    complaints: page.complaints,
  };
}

export async function launchFirefox(like) {
  const screen = await openScreen();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: false,
    env: { ...process.env, DISPLAY: screen.display },
    extraPrefsFirefox: preferences(like),
    args: ["--width=1400", "--height=1000"],
  });
  return {
    name: "firefox",
    display: screen.display,
    async newPage({ width, height, ratio }) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.complaints = [];
      page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
      page.on("pageerror", (error) => page.complaints.push(error.message));
      await page.setViewport({ width, height, deviceScaleFactor: ratio });
      return wrap(page, context);
    },
    async end() {
      await browser.close();
      await screen.end();
    },
  };
}

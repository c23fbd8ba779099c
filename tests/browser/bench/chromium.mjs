// One Chromium for every measurement, with a door that Lighthouse can knock at too.

import { createServer } from "node:net";
import { chromium } from "playwright-core";
import { chromiumArguments } from "../lib/engines/chromium.mjs";

export const phone = { width: 390, height: 844 };

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function launchWithDoor() {
  const port = await findFreePort();
  const args = [...chromiumArguments, `--remote-debugging-port=${port}`];
  return { port, browser: await chromium.launch({ executablePath: "/usr/bin/chromium", args }) };
}

// A fresh phone, with a line to the browser's own instruments.
export async function newPhone(browser) {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  return { page, session: await context.newCDPSession(page), end: () => context.close() };
}

export const frames = (page, count = 2) =>
  page.evaluate(
    (left) => new Promise((done) => {
      const next = () => (left-- > 0 ? requestAnimationFrame(next) : done(true));
      next();
    }),
    count,
  );

// Runs `work` and hands back what the browser noted of it.
export async function trace(session, categories, work) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  session.on("Tracing.dataCollected", take);
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: categories } });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    session.off("Tracing.dataCollected", take);
  }
  return events;
}

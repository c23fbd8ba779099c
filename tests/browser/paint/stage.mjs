// A browser and a small server for the sample page of painting, under the content policy of the real server.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
// Another build may be named, one that another compiler made for instance.
const build = process.env.SAYSO_PAINT_SAMPLE ?? join(root, "build/wasm/tests/browser/paint");
const types = { css: "text/css", js: "text/javascript", html: "text/html", wasm: "application/wasm", ttf: "font/ttf" };
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
  "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function fileFor(path) {
  if (path === "/") return join(here, "index.html");
  if (path.startsWith("/fonts/")) return join(root, "build/third_party/fonts", path.slice(7));
  if (path.startsWith("/paint_sample.")) return join(build, path.slice(1));
  return join(path === "/canvas.js" ? join(root, "client/web") : here, path.slice(1));
}

async function serve() {
  const server = createServer((request, response) => {
    const file = fileFor(new URL(request.url, "http://localhost").pathname);
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, {
      "Content-Type": types[file.split(".").pop()] ?? "application/octet-stream",
      "Content-Security-Policy": policy,
    });
    response.end(found ? readFileSync(file) : "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

// `story({ open })`: open(query, options) → page, with its first picture painted. Fails on any error that the
// browser reports.
export async function onSample(story) {
  const troubles = [];
  const server = await serve();
  const browser = await chromium.launch({
    executablePath: process.env.SAYSO_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
      "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
  });
  try {
    await story({
      async open(query, options = {}) {
        const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
        const page = await context.newPage();
        page.on("pageerror", (error) => troubles.push(String(error)));
        page.on("console", (message) => {
          if (message.type() === "error") troubles.push(message.text() + " " + message.location().url);
        });
        await page.goto(`http://127.0.0.1:${server.address().port}/?${query}`);
        await page.waitForSelector("html[data-ready]", { state: "attached" });
        return page;
      },
    });
    const serious = troubles.filter((trouble) => !/favicon\.ico|CONTEXT_LOST/.test(trouble));
    assert.deepEqual(serious, [], "the browser complained");
  } finally {
    await browser.close();
    server.close();
  }
}

// Lets so many frames go by.
export function frames(page, count) {
  return page.evaluate(async (wanted) => {
    for (let i = 0; i < wanted; ++i) await new Promise(requestAnimationFrame);
  }, count);
}

// For each line of text in sight: its rectangle, and where there is ink in it and up to `around` px beside it,
// as a screenshot shows it; in CSS px.
export async function inkOfLines(page, around) {
  const shot = (await page.screenshot()).toString("base64");
  return page.evaluate(
    async ({ encoded, beside }) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const surface = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      surface.drawImage(picture, 0, 0);
      const scale = picture.width / innerWidth;

      function inkIn(box) {
        const left = Math.max(0, Math.round((box.left - beside) * scale));
        const top = Math.round(box.top * scale);
        const width = Math.round((box.width + 2 * beside) * scale);
        const { data } = surface.getImageData(left, top, width, Math.round(box.height * scale));
        let from = Infinity;
        let to = -Infinity;
        for (let i = 0; i < data.length; i += 4) {
          const far = Math.abs(data[i] - data[0]) + Math.abs(data[i + 1] - data[1]) + Math.abs(data[i + 2] - data[2]);
          if (far < 150) continue;
          const x = (i / 4) % width;
          from = Math.min(from, x);
          to = Math.max(to, x + 1);
        }
        return { from: (left + from) / scale, to: (left + to) / scale };
      }

      const header = document.querySelector("header").getBoundingClientRect().bottom;
      const lines = [...document.querySelectorAll("#main > span")]
        .map((line) => ({ words: line.textContent, box: line.getBoundingClientRect() }))
        .filter(({ words }) => words.trim());
      // Where runs stand side by side, one's ink would be taken for the other's.
      const alone = (box) =>
        lines.every(
          ({ box: other }) =>
            (other.left === box.left && other.top === box.top) ||
            other.bottom <= box.top || other.top >= box.bottom ||
            other.left > box.right + beside || other.right < box.left - beside,
        );
      return lines
        .filter(({ box }) => box.top >= header && box.bottom <= innerHeight && alone(box))
        .map(({ words, box }) => ({ words, from: box.left, to: box.right, ink: inkIn(box) }));
    },
    { encoded: shot, beside: around },
  );
}

// A browser and a small server for the mirror's stories: pages from mirror_pages, scripts and styles from the
// source tree, the content policy of the real server. No WebAssembly: the buffers come from files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const types = { css: "text/css", js: "text/javascript", html: "text/html", woff2: "font/woff2", ttf: "font/ttf" };
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
  "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function makePages() {
  const folder = mkdtempSync(join(tmpdir(), "mirror-pages-"));
  // Another build of the same program may be named, natively built for instance.
  const named = process.env.SAYSO_MIRROR_PAGES;
  const built = join(root, "build/wasm/tests/browser/mirror/mirror_pages.cjs");
  if (named) execFileSync(named, [folder]);
  else execFileSync("node", [built, folder]);
  return folder;
}

function styles() {
  const files = new Map();
  const add = (name, file) => existsSync(file) && files.set(name, file);
  for (const name of readdirSync(join(root, "assets/styles"))) add(name, join(root, "assets/styles", name));
  const components = join(root, "shared/components");
  for (const name of readdirSync(components)) add(`5_${name}.css`, join(components, name, "style.css"));
  const names = [...files.keys()].filter((name) => name.endsWith(".css"));
  return names.sort().map((name) => readFileSync(files.get(name))).join("\n");
}

function find(path, pages) {
  if (path === "/styles/sayso.css") return styles();
  const [, first, name] = path.split("/");
  const file =
    first === "pages" ? join(pages, name)
    : first === "fonts" ? join(root, "build/third_party/fonts", name)
    : first === "modules" ? join(root, "node_modules", path.slice("/modules/".length))
    : join(root, "client/web", first);
  return existsSync(file) ? readFileSync(file) : null;
}

async function serve(pages, beacons) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (request.method === "POST") {
      beacons.push(path);
      response.writeHead(204).end();
      return;
    }
    const body = path === "/empty" ? "<!doctype html><title>Empty</title><body></body>" : find(path, pages);
    const type = types[path.split(".").pop()] ?? (path === "/empty" ? "text/html" : "application/octet-stream");
    response.writeHead(body === null ? 404 : 200, {
      "Content-Type": type + "; charset=utf-8",
      "Content-Security-Policy": policy,
    });
    response.end(body ?? "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

// `story(stage)`: stage has open(path, options) → page, folder, address, beacons. Fails on any error or breach
// of the content policy that the browser reports.
export async function onStage(story) {
  const folder = makePages();
  const beacons = [];
  const troubles = [];
  const server = await serve(folder, beacons);
  const address = `http://localhost:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: process.env.SAYSO_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  });
  try {
    await story({
      folder,
      address,
      beacons,
      async open(path, options = {}) {
        const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
        const page = await context.newPage();
        page.on("pageerror", (error) => troubles.push(String(error)));
        page.on("console", (message) => {
          if (message.type() === "error") troubles.push(message.text() + " " + message.location().url);
        });
        await page.route("https://www.example.org/**", (route) =>
          route.fulfill({ contentType: "text/html", body: "<title>Weather</title>Sunny" }),
        );
        await page.goto(address + path);
        await page.evaluate(helpers);
        return page;
      },
    });
    const serious = troubles.filter((trouble) => !trouble.includes("favicon.ico"));
    assert.deepEqual(serious, [], "the browser complained");
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

// In the page: what stories share. A string, because the page's policy lets no other script in.
const helpers = `(async () => {
  const mirror = await import("/mirror.js");
  const events = await import("/events.js");
  const view = await import("/view.js");
  const bytes = async (name) => new Uint8Array(await (await fetch("/pages/" + name)).arrayBuffer());
  // The same for the same page, however it was made: attributes in order, no difference of white space.
  const describe = (element) => ({
    tag: element.localName,
    space: element.namespaceURI,
    attributes: Object.fromEntries([...element.attributes].map((a) => [a.name, a.value]).sort()),
    text: element.firstElementChild ? null : element.textContent,
    children: [...element.children].map(describe),
  });
  const served = async (name) => {
    const html = await (await fetch("/pages/" + name)).text();
    return new DOMParser().parseFromString(html, "text/html");
  };
  globalThis.stage = { ...mirror, ...events, ...view, bytes, describe, served };
})()`;

// Takes pictures of the sample page: node look.mjs BUILD_FOLDER FONTS_FOLDER TARGET_FOLDER
// (needs playwright-core and a Chromium at /usr/bin/chromium).
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [build, fonts, target] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "../../../client/web");
const types = { html: "text/html", js: "text/javascript", wasm: "application/wasm", ttf: "font/ttf" };
mkdirSync(target, { recursive: true });

function fileFor(path) {
  if (path === "/") return join(here, "index.html");
  if (path.startsWith("/fonts/")) return join(fonts, path.slice(7));
  if (path.startsWith("/paint_sample.")) return join(build, path.slice(1));
  return join(path === "/canvas.js" ? web : here, path.slice(1));
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  try {
    const body = await readFile(fileFor(path));
    response.setHeader("content-type", types[path.split(".").pop()] ?? "text/html");
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const origin = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
});

async function shoot(name, query, size, ratio, whole = true) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: ratio });
  page.on("pageerror", (error) => console.log(name, String(error)));
  page.on("console", (message) => console.log(name, message.text()));
  await page.goto(origin + "?" + query);
  await page.waitForSelector("html[data-ready]", { timeout: 30000, state: "attached" });
  if (whole) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const limit = Math.floor(4096 / ratio);
    await page.setViewportSize({ width: size.width, height: Math.min(height, limit) });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  }
  await page.screenshot({ path: join(target, name + ".png") });
  await page.close();
}

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };
const wanted = process.env.ONLY;
const plan = [];
for (const show of ["read", "purpose", "home", "done"]) {
  for (const ratio of [1, 2, 3]) plan.push([`${show}-390-${ratio}x`, `show=${show}`, phone, ratio]);
  for (const ratio of [1, 2]) plan.push([`${show}-1280-${ratio}x`, `show=${show}`, desk, ratio]);
  plan.push([`${show}-320`, `show=${show}`, { width: 320, height: 640 }, 2]);
  plan.push([`${show}-dark`, `show=${show}&scheme=1`, phone, 2]);
}
plan.push(["home-contrast", "show=home&scheme=2", phone, 2]);
plan.push(["purpose-200", "show=purpose&scale=2", phone, 1]);
plan.push(["read-compare", "show=read&compare", phone, 1], ["read-compare-2x", "show=read&compare", phone, 2]);
plan.push(["focus-link", "show=read&focused=main/intro/own", phone, 2]);
plan.push(["focus-button", "show=purpose&focused=main/form/send&hovered=main/form/none", phone, 2]);
plan.push(["focus-radio", "show=purpose&focused=main/form/police/yes&hovered=main/form/police/no", phone, 2]);
for (const [name, query, size, ratio] of plan) {
  if (!wanted || new RegExp(wanted).test(name)) await shoot(name, query, size, ratio);
}
await browser.close();
server.close();

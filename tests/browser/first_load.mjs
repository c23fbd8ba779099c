// What a first visit loads stays within the budget: 300 KB, as compressed.

import assert from "node:assert/strict";
import { ready, withPortal } from "./lib/portal.mjs";

const budget = 300 * 1024;

await withPortal(async ({ newPhone, address }) => {
  const page = await (await newPhone()).newPage();
  const sizes = new Map();
  page.on("response", (response) => sizes.set(new URL(response.url()).pathname, Number(response.headers()["content-length"] ?? 0)));
  await page.goto(address);
  await ready(page);
  await page.waitForLoadState("networkidle");
  assert.ok([...sizes.keys()].some((name) => name.endsWith("/sayso.wasm")), "the client is among it");
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const list = [...sizes].sort((a, b) => b[1] - a[1]).map(([name, size]) => `${size} ${name}`).join("\n");
  console.log(`first load: ${all} bytes of ${budget}`);
  assert.ok(all <= budget, `${all} bytes\n${list}`);
});

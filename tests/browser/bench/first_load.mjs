// What a first visit loads, file by file: what brotli made of it, and as it crosses the wire, headers and all.

import { newPhone } from "./chromium.mjs";

export async function measureFirstLoad(browser, address, ready) {
  const { page, session, end } = await newPhone(browser);
  const requests = new Map();
  const files = [];
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, response }) =>
    requests.set(requestId, {
      file: new URL(response.url).pathname,
      status: response.status,
      brotli_bytes: Number(response.headers["Content-Length"] ?? response.headers["content-length"]),
    }));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    // What the browser still has is asked for again, and crosses nothing.
    if (request && encodedDataLength > 0) files.push({ ...request, wire_bytes: encodedDataLength });
  });
  await page.goto(address, { waitUntil: "load" });
  await ready(page);
  await page.waitForLoadState("networkidle");
  await end();
  files.sort((a, b) => b.wire_bytes - a.wire_bytes);
  const sum = (what) => files.reduce((all, file) => all + file[what], 0);
  return { brotli_bytes: sum("brotli_bytes"), wire_bytes: sum("wire_bytes"), files };
}

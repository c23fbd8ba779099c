// The picture stands where the page's words are: at every pixel ratio, while scrolling, after a change of size, after
// WebGL was lost. While nothing changes nothing is painted.

import assert from "node:assert/strict";
import { frames, inkOfLines, onSample } from "./paint/stage.mjs";

const near = 2; // CSS px that painted and native may differ by

async function assertPainted(page, when) {
  const lines = await inkOfLines(page, 6);
  assert.ok(lines.length > 3, `${when}: lines in sight`);
  for (const { words, from, to, ink } of lines) {
    const told = `${when}: "${words}" ${from}–${to}, ink ${ink.from}–${ink.to}`;
    assert.ok(ink.from >= from - near && ink.to <= to + near, told);
    // The letters' own margins aside, ink reaches from end to end.
    assert.ok(ink.from <= from + 4 && ink.to >= to - 8, told);
  }
}

function canvasCoversSight(page) {
  return page.evaluate(() => {
    const canvas = document.getElementById("canvas").getBoundingClientRect();
    const main = document.getElementById("main").getBoundingClientRect();
    return (
      canvas.top <= Math.max(0, main.top) + 1 && canvas.bottom >= Math.min(innerHeight, main.bottom) - 1
    );
  });
}

await onSample(async ({ open }) => {
  for (const ratio of [1, 1.5, 2, 3]) {
    const page = await open("show=home", { deviceScaleFactor: ratio });
    // Tags stand on a ground of their own, and the link beside other words: they are left out.
    await page.evaluate(() => {
      for (const line of document.querySelectorAll("#main > span")) {
        if (/Agreed|Refused|Taken|Not a|changed|new|See/.test(line.textContent)) line.remove();
      }
    });
    await assertPainted(page, `ratio ${ratio}`);
    await page.context().close();
  }

  const page = await open("show=home");
  const calls = () => page.evaluate(() => globalThis.drawCalls());
  const painted = await calls();
  assert.ok(painted > 0);
  await frames(page, 60);
  assert.equal(await calls(), painted, "painted while nothing changed");

  // Step by step to the end and back: what is in sight is always painted, and most steps need no picture.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  let steps = 0;
  for (let y = 0; y < height; y += 60, ++steps) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await frames(page, 2);
    assert.ok(await canvasCoversSight(page), `not painted at ${y}`);
  }
  assert.ok((await calls()) - painted < steps / 2, "painted at nearly every step");
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height, "the canvas made the page longer");
  await page.evaluate(() => scrollTo(0, 0));
  await frames(page, 2);
  assert.ok(await canvasCoversSight(page));

  await page.setViewportSize({ width: 700, height: 600 });
  await frames(page, 4);
  assert.ok(await canvasCoversSight(page));
  const size = await page.evaluate(() => {
    const canvas = document.getElementById("canvas");
    return { pixels: canvas.width, css: canvas.getBoundingClientRect().width, page: document.documentElement.scrollWidth };
  });
  assert.equal(size.pixels, 700);
  assert.equal(size.css, 700);
  assert.equal(size.page, 700, "nothing needs scrolling sideways");
  await page.context().close();

  const fragile = await open("show=read");
  await assertPainted(fragile, "before the loss");
  await fragile.evaluate(() => {
    globalThis.loser = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
    globalThis.loser.loseContext();
  });
  await fragile.waitForSelector("html[data-lost]", { state: "attached" });
  await fragile.evaluate(() => globalThis.loser.restoreContext());
  await fragile.waitForSelector("html:not([data-lost])", { state: "attached" });
  await frames(fragile, 3);
  await assertPainted(fragile, "after the loss");
});

// Over the canvas: elements lie where paint says, cannot be seen, can be used; in Simple view all of that is gone.

import assert from "node:assert/strict";
import { onStage } from "./mirror/stage.mjs";

await onStage(async (stage) => {
  const page = await stage.open("/pages/0.html");
  const before = await page.evaluate(async () => {
    const { createMirror, bytes, describe } = globalThis.stage;
    globalThis.mirror = createMirror();
    globalThis.mirror.apply(await bytes("0.first"));
    return describe(document.getElementById("page"));
  });
  const placed = await page.evaluate(async () => {
    document.documentElement.className = "canvas";
    globalThis.mirror.place(await globalThis.stage.bytes("0.places"));
    const main = document.getElementById("main");
    const origin = main.getBoundingClientRect();
    const shown = [...main.querySelectorAll("*")].filter((element) => element.checkVisibility());
    const boxes = shown
      .filter((element) => element.hasAttribute("data-placed"))
      .map((element) => [element, element.getBoundingClientRect()]);
    const lines = [...main.querySelectorAll(".line")].filter((line) => line.checkVisibility());
    return {
      height: origin.height,
      pageHeight: document.documentElement.scrollHeight,
      boxes: boxes.length,
      wrong: boxes
        .filter(([, { x, width, height }]) => {
          return Math.abs(x - origin.x - 20) > 0.1 || Math.abs(width - 300) > 0.1 || Math.abs(height - 30) > 0.1;
        })
        .map(([element]) => element.outerHTML.slice(0, 120)),
      lines: lines.length,
      wrongLines: lines
        .filter((line) => {
          const box = line.getBoundingClientRect();
          const around = line.closest("[data-placed]").getBoundingClientRect();
          return Math.abs(box.x - around.x - 4) > 0.1 || Math.abs(box.y - around.y - 2) > 0.1;
        })
        .map((line) => line.parentElement.outerHTML.slice(0, 120)),
      seen: shown
        .filter((element) => {
          if (element.matches(".input, .input option, .count, .file, .visually-hidden, .choice")) return false;
          const style = getComputedStyle(element);
          const nothing = ["rgba(0, 0, 0, 0)", "transparent"];
          return !nothing.includes(style.color) || !nothing.includes(style.backgroundColor);
        })
        .map((element) => element.outerHTML.slice(0, 120)),
      exit: getComputedStyle(document.getElementById("exit")).visibility,
      input: getComputedStyle(document.getElementById("code")).color,
    };
  });
  assert.ok(placed.boxes > 40 && placed.lines > 40, "most of the document was placed");
  assert.deepEqual(placed.wrong, []);
  assert.deepEqual(placed.wrongLines, []);
  assert.deepEqual(placed.seen, [], "nothing in main is painted twice");
  assert.ok(placed.height > 1500 && placed.pageHeight > placed.height, "the page scrolls at true height");
  assert.equal(placed.exit, "visible");
  assert.notEqual(placed.input, "rgba(0, 0, 0, 0)", "what takes typing is seen");

  // The names that assistive technology meets are the words, whole.
  await page.getByRole("heading", { name: "Your choices", exact: true }).waitFor();
  await page.getByRole("group", { name: "The NHS" }).waitFor();
  await page.getByRole("textbox", { name: "Your code" }).waitFor();
  await page.getByRole("link", { name: "Change what the NHS may share" }).waitFor();

  // A new text goes where its lines are; selection lands on words.
  const selected = await page.evaluate(() => {
    const line = document.querySelector("h1 .line");
    getSelection().selectAllChildren(line);
    return [getSelection().toString(), getComputedStyle(line).whiteSpace];
  });
  assert.deepEqual(selected, ["Sent", "pre"]);

  const after = await page.evaluate(() => {
    document.documentElement.className = "simple";
    globalThis.mirror.unplace();
    return globalThis.stage.describe(document.getElementById("page"));
  });
  assert.deepEqual(after, before);
});

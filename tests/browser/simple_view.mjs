// Simple view is a finished page: no violation that axe finds, nothing cut off when narrow or large, its own reasons
// to show itself, and a way to print all of it.

import assert from "node:assert/strict";
import { onStage } from "./mirror/stage.mjs";

await onStage(async (stage) => {
  const violations = async (page) =>
    page.evaluate(async () => {
      await import("/modules/axe-core/axe.min.js");
      // Two page headings stand in the document of every kind, on purpose, with one id; no screen does that.
      document.querySelector(".panel-title")?.removeAttribute("id");
      const found = await globalThis.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return found.violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 160))]);
    });
  const isCut = (page) =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll("#page *")]
        .filter((element) => element.checkVisibility() && !element.closest(".visually-hidden, .skip-link"))
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => element.outerHTML.slice(0, 120));
    });

  for (const colorScheme of ["light", "dark"]) {
    const page = await stage.open("/pages/0.html", { colorScheme });
    assert.deepEqual(await violations(page), [], colorScheme);
  }
  for (const [name, options] of Object.entries({
    contrast: { contrast: "more" },
    forced: { forcedColors: "active" },
    desk: { viewport: { width: 1280, height: 800 } },
  })) {
    const page = await stage.open("/pages/0.html", options);
    assert.deepEqual(await violations(page), [], name);
    assert.deepEqual(await isCut(page), [], name);
  }

  const narrow = await stage.open("/pages/0.html", { viewport: { width: 320, height: 640 } });
  assert.deepEqual(await isCut(narrow), []);
  assert.equal(await narrow.evaluate(() => document.documentElement.scrollWidth), 320);
  await narrow.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.equal(await narrow.evaluate(() => document.documentElement.scrollWidth), 320, "text of 200%");

  // Targets are 44 px high, but for links inside of text.
  const phone = await stage.open("/pages/0.html");
  const small = await phone.evaluate(() =>
    [...document.querySelectorAll("button, .input, .option-label, summary, .back-link, .exit, .footer a")]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(small, []);
  const primary = await phone.getByRole("button", { name: "Continue" }).boundingBox();
  assert.ok(primary.height >= 56 && primary.width >= 300, "the primary button is large on a phone");

  // The header stays in reach and never covers what has the focus.
  const covered = await phone.evaluate(async () => {
    const header = document.querySelector(".header");
    const found = [];
    for (const element of [...document.querySelectorAll("main a, main button, main input")].reverse()) {
      if (!element.checkVisibility()) continue;
      element.focus();
      const box = element.getBoundingClientRect();
      if (box.top < header.getBoundingClientRect().bottom && box.bottom > 0) found.push(element.outerHTML.slice(0, 99));
    }
    return [found, Math.round(header.getBoundingClientRect().top)];
  });
  assert.deepEqual(covered, [[], 0]);

  // Reasons to show itself.
  const view = await phone.evaluate(async () => {
    const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const changes = [];
    const view = globalThis.stage.createView({ onChange: (simple) => changes.push(simple) });
    const seen = [document.documentElement.className];
    const note = async () => {
      await next();
      seen.push(document.documentElement.className.split(" ").sort().join(" ") + " " + view.reasons().join());
    };
    view.ready();
    await note();
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    for (const rule of ["letter-spacing: 0.12em", "word-spacing: 0.16em", "line-height: 1.5"]) {
      sheet.replaceSync(`* { ${rule} !important }`);
      await note();
      sheet.replaceSync("");
      await note();
    }
    sheet.replaceSync("p { margin-bottom: 2em !important }");
    await note();
    sheet.replaceSync("");
    await note();
    document.documentElement.classList.add("translated-ltr");
    await note();
    document.documentElement.classList.remove("translated-ltr");
    document.documentElement.dataset.language = "en";
    document.documentElement.lang = "fr";
    await note();
    document.documentElement.lang = "en";
    view.set("asked", true);
    view.set("lost", true);
    view.set("asked", false);
    await note();
    view.set("lost", false);
    await note();
    view.end();
    return { seen, changes };
  });
  const canvas = "canvas ";
  assert.deepEqual(view.seen, [
    "simple", canvas,
    "simple text-spacing", canvas, "simple text-spacing", canvas, "simple text-spacing", canvas,
    "simple text-spacing", canvas,
    "simple translated-ltr translated", "simple translated", "simple lost", canvas,
  ]);
  assert.equal(view.changes.length, 11);

  // On paper: the words that only print, no way out, no buttons.
  await phone.emulateMedia({ media: "print" });
  assert.ok(await phone.getByText("Printed on a date").isVisible());
  assert.equal(await phone.locator("#exit").isVisible(), false);
  assert.equal(await phone.getByRole("button", { name: "Continue" }).isVisible(), false);
});

// The gallery: every component in each of its states, its dialogs too, without a violation that either checker finds and
// without scrolling sideways on the narrowest phone; painted, and as Simple view in light, dark, more contrast and forced
// colours, where the checkers see the colours too. A component that is added is walked to.

import assert from "node:assert/strict";
import { findFaintText, findViolations } from "./lib/checkers.mjs";
import { engineNamesForLong } from "./lib/engines/engines.mjs";
import { findSideways, until } from "./lib/person.mjs";
import { inEachEngine } from "./lib/visits.mjs";

const fewestComponents = 35;

// These run in the page.
const findAddresses = () =>
  [...new Set([...document.querySelectorAll('main a[href^="/gallery/"]')].map((link) => link.getAttribute("href")))];
const isAt = (address) => location.pathname === address && document.querySelector(".page") !== null;
// At rest: painted, and the colours have arrived where they were going.
async function rest() {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
  await Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished));
}
const openDialog = () => {
  const opener = document.querySelector('main [data-action^="dialog:"]');
  opener?.click();
  return opener !== null;
};

async function follow(person, address) {
  await person.fact((href) => document.querySelector(`a[href="${href}"]`).click(), address);
  await until(person.page, () => person.fact(isAt, address), address);
}

const findWrong = async ({ page, fact }) => [...(await findViolations(page)), ...(await fact(findSideways))];

// Goes to every component's page; hands back what `find` found, by address.
async function walk({ visit, address }, { isSimple, prefers = {}, find = findWrong }) {
  const person = await visit(`${address}/gallery`, { width: 320, height: 720, prefers });
  const found = {};
  const look = async (place) => {
    await person.fact(rest);
    assert.equal(await person.isSimple(), isSimple, `${place} is ${isSimple ? "in Simple view" : "painted"}`);
    const wrong = await find(person);
    if (wrong.length > 0) found[place] = wrong;
  };
  await look("/gallery");
  const components = await person.fact(findAddresses);
  assert.ok(components.length >= fewestComponents, `${components.length} components`);
  let dialogs = 0;
  for (const place of components) {
    await follow(person, place);
    await look(place);
    if (await person.fact(openDialog)) {
      await until(person.page, () => person.fact(() => document.querySelector("dialog[open]") !== null), "the dialog");
      await look(`${place}, open`);
      dialogs += 1;
    }
    await follow(person, "/gallery");
  }
  assert.equal(dialogs, 2);
  await person.page.close();
  return found;
}

async function check(visits, how) {
  const found = await walk(visits, how);
  assert.deepEqual(found, {}, `${visits.engine.name}, ${JSON.stringify(how)}: ${JSON.stringify(found, null, 1)}`);
}

await inEachEngine((visits) => check(visits, { isSimple: false }), { engines: engineNamesForLong });
await inEachEngine(
  async (visits) => {
    await check(visits, { isSimple: true });
    // What a device prefers can be set in one engine alone.
    if (visits.engine.name !== "chromium") return;
    const likes = [{ colorScheme: "dark" }, { contrast: "more" }, { colorScheme: "dark", contrast: "more" }];
    const find = ({ page }) => findFaintText(page);
    await Promise.all(likes.map((prefers) => check(visits, { isSimple: true, prefers, find })));
  },
  { engines: engineNamesForLong, like: { webgl: false } },
);
await inEachEngine((visits) => check(visits, { isSimple: true }), {
  engines: engineNamesForLong.filter((name) => name !== "webkit"),
  like: { forcedColors: true },
});

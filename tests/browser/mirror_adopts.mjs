// The client takes over the server's page: what the person did to it meanwhile stays, and nothing is built anew.

import assert from "node:assert/strict";
import { onStage } from "./mirror/stage.mjs";

await onStage(async (stage) => {
  const page = await stage.open("/pages/0.html");
  await page.getByLabel("Your code").fill("ABCD");
  await page.getByLabel("No", { exact: true }).check();
  await page.locator("summary").click(); // was open: now closed
  await page.getByLabel("Anything else?").fill("Mine");
  await page.evaluate(() => scrollTo(0, 700));

  const found = await page.evaluate(async () => {
    const { createMirror, bytes, tellEarlierInput } = globalThis.stage;
    const before = [...document.querySelectorAll("#page *")];
    const scroll = scrollY;
    const focused = document.activeElement.id;
    const mutations = new MutationObserver(() => {});
    mutations.observe(document.body, { childList: true, characterData: true, subtree: true });
    globalThis.mirror = createMirror();
    globalThis.mirror.apply(await bytes("0.first"));
    const touched = mutations.takeRecords().length;
    const told = [];
    tellEarlierInput(document, (message) => told.push(message));
    return {
      touched,
      same: [...document.querySelectorAll("#page *")].every((element, i) => element === before[i]),
      scrolled: scrollY - scroll,
      focused: [focused, document.activeElement.id],
      code: document.getElementById("code").value,
      note: document.getElementById("note").value,
      no: document.getElementById("nhs-2").checked,
      open: document.getElementById("more").open,
      told: told.map(({ type, path, name, value, checked }) => ({ type, path, name, value, checked })),
    };
  });
  assert.equal(found.touched, 0, "nothing was taken out, put in or rewritten");
  assert.ok(found.same);
  assert.equal(found.scrolled, 0);
  assert.deepEqual(found.focused, ["note", "note"]);
  assert.equal(found.code, "ABCD");
  assert.equal(found.note, "Mine");
  assert.ok(found.no);
  assert.equal(found.open, false);
  const of = (name) => found.told.filter((message) => message.name === name);
  assert.deepEqual(of("code").map((message) => message.value), ["ABCD"]);
  assert.ok(of("nhs").some((message) => message.value === "no" && message.checked));
  assert.equal(found.told.find((message) => message.type === "toggle").checked, false);

  // A change above the field that has the focus leaves focus, caret and text alone.
  await page.getByLabel("Your code").focus();
  await page.keyboard.press("ArrowLeft");
  const kept = await page.evaluate(async () => {
    const field = document.activeElement;
    globalThis.mirror.apply(await globalThis.stage.bytes("1.change"));
    return [document.activeElement === field, field.selectionStart, field.value, document.title];
  });
  assert.deepEqual(kept, [true, 3, "ABCD", "Error: Choices"]);

  // A page that is not quite the client's: only what differs is made anew.
  const other = await stage.open("/pages/0.html");
  const rebuilt = await other.evaluate(async () => {
    const { createMirror, bytes, describe, served } = globalThis.stage;
    const list = document.querySelector("dl");
    list.replaceWith(document.createElement("table"));
    document.querySelector(".warning").append("stray");
    document.querySelector(".panel").remove();
    const header = document.querySelector("header");
    createMirror().apply(await bytes("0.first"));
    const page = document.getElementById("page");
    return {
      kept: document.querySelector("header") === header,
      now: describe(page),
      wanted: describe((await served("0.html")).getElementById("page")),
    };
  });
  assert.ok(rebuilt.kept);
  assert.deepEqual(rebuilt.now, rebuilt.wanted);
});

// What a person does comes out as messages, once each, and is left to the browser where nobody wants it.

import assert from "node:assert/strict";
import { onStage } from "./mirror/stage.mjs";

await onStage(async (stage) => {
  const page = await stage.open("/pages/0.html");
  await page.evaluate(() => {
    globalThis.told = [];
    globalThis.stage.listen(document, (message) => {
      if (message.type !== "focus") globalThis.told.push(message);
      return true;
    });
  });
  const told = async () => page.evaluate(() => globalThis.told.splice(0));
  const short = (messages) => messages.map(({ type, name, value, action }) => [type, name, value, action]);

  await page.getByLabel("No", { exact: true }).check();
  assert.deepEqual(short(await told()), [["change", "nhs", "no", ""]]);

  await page.getByRole("button", { name: "Say no to all" }).click();
  assert.deepEqual(short(await told()), [["click", "", "", "refuse-all"]]);

  // The rest of a double click is for nobody: what it was meant for may have gone.
  await page.getByRole("button", { name: "Say no to all" }).dblclick();
  assert.deepEqual(short(await told()), [["click", "", "", "refuse-all"]]);
  await page.getByRole("button", { name: "Continue" }).dblclick();
  assert.deepEqual(short(await told()), [["submit", "", "", "send"]]);

  await page.getByLabel("Your code").pressSequentially("X");
  assert.deepEqual(short(await told()), [["input", "code", "X7K2Q", ""]]);

  await page.locator("summary").click();
  await page.waitForFunction(() => globalThis.told.length > 0);
  const [toggle] = await told();
  assert.equal(toggle.type, "toggle");
  assert.equal(toggle.id, "more");
  assert.equal(toggle.checked, false);

  await page.getByRole("button", { name: "Continue" }).click();
  const [submit, ...rest] = await told();
  assert.deepEqual(rest, []);
  assert.equal(submit.type, "submit");
  assert.equal(submit.action, "send");
  assert.ok(submit.fields.some(([name, value]) => name === "nhs" && value === "no"));

  await page.getByRole("link", { name: "the notice", exact: true }).click();
  const [read] = await told();
  assert.equal(read.href, "/read");
  assert.match(read.path, /^main\//);
  assert.equal(page.url(), stage.address + "/pages/0.html", "a link that was taken over goes nowhere");

  // The error summary's link leads to the field, without an entry in the history.
  const entries = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "Choose yes or no" }).click();
  assert.deepEqual(await told(), []);
  assert.equal(await page.evaluate(() => document.activeElement.id), "nhs");
  assert.equal(await page.evaluate(() => history.length), entries);
  assert.ok(await page.getByText("The NHS", { exact: true }).isVisible());

  // The keyboard alone: Enter in a field submits, Space chooses.
  await page.getByLabel("Your code").press("Enter");
  assert.equal((await told())[0].type, "submit");
  await page.getByLabel("Post").focus();
  await page.keyboard.press("Space");
  assert.deepEqual(short(await told()), [["change", "ways", "post", ""]]);
});

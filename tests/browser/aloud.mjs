// Reading aloud: offered where there is a voice, begun by its button alone, by a voice of the device and no other, each text
// of the screen once and in order; stopped by the same button, and by leaving the screen.

import assert from "node:assert/strict";
import { openPortal, press, screen, withPortal } from "./lib/portal.mjs";

// Speech as a browser has it, but for the sound: what is said is written down, and each text ends when the test says so.
function standIn(local) {
  const said = [];
  let now = null;
  const voices = [{ lang: "en-GB", localService: false, name: "far" }];
  if (local) voices.push({ lang: "en-GB", localService: true, name: "near" });
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const synthesis = {
    getVoices: () => voices,
    speak(words) {
      said.push([words.text, words.voice.name]);
      now = words;
    },
    cancel: () => (now = null),
    addEventListener() {},
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis });
  globalThis.speech = { said, end: () => now?.onend(), isSpeaking: () => now !== null };
}

async function askForButton(page) {
  await page.getByRole("radio", { name: "Yes, show me the button" }).check();
  await press(page, "Save");
  await page.getByRole("button", { name: "Read this page to me" }).waitFor();
}

await withPortal(async ({ address, newPhone }) => {
  const phone = await newPhone();
  await phone.addInitScript(standIn, true);
  const page = await openPortal(phone, `${address}/settings`);
  await askForButton(page);
  await page.getByRole("link", { name: "What ‘Exit this page’ does" }).click();
  await screen(page, "What ‘Exit this page’ does");
  assert.deepEqual(await page.evaluate(() => speech.said), [], "nothing is read before it is asked for");

  await press(page, "Read this page to me");
  await page.getByRole("button", { name: "Stop reading" }).waitFor();
  const wanted = await page.locator("main :is(h1, h2, li)").allTextContents();
  for (let i = 0; i < wanted.length; ++i) {
    await page.waitForFunction((count) => speech.said.length === count, i + 1);
    await page.evaluate(() => speech.end());
  }
  await page.getByRole("button", { name: "Read this page to me" }).waitFor();
  assert.deepEqual(await page.evaluate(() => speech.said), wanted.map((text) => [text.trim(), "near"]));

  await press(page, "Read this page to me");
  await page.waitForFunction(() => speech.isSpeaking());
  await press(page, "Stop reading");
  await page.waitForFunction(() => !speech.isSpeaking());
  await press(page, "Read this page to me");
  await page.waitForFunction(() => speech.isSpeaking());
  await page.getByRole("link", { name: "Get help" }).click();
  await screen(page, /./);
  await page.waitForFunction(() => !speech.isSpeaking());

  // A voice that is somewhere else would be told what is on the screen: it is not used.
  const without = await newPhone();
  await without.addInitScript(standIn, false);
  const other = await openPortal(without, `${address}/settings`);
  await askForButton(other);
  await press(other, "Read this page to me");
  await other.getByText("has no voice of its own").first().waitFor();
  assert.deepEqual(await other.evaluate(() => speech.said), []);
});

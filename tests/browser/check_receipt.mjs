// Checking a receipt in the browser: a good one is proved step by step; one altered byte, another council's receipt and
// a file that is none each get their own clear answer, and nothing is sent to anybody.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { answerEverything, comeIn, keepReceipt, openPortal, ready, screen, signAndSend, withPortal } from "./lib/portal.mjs";

const steps = 5;

async function choose(page, name, buffer) {
  await page.getByLabel("Receipt file").setInputFiles({ name, mimeType: "application/json", buffer });
}

async function expectAnswer(page, heading) {
  await page.getByRole("heading", { name: heading }).waitFor();
  // Said to those who do not see it, too.
  await page.locator("[aria-live]").filter({ hasText: heading }).first().waitFor({ state: "attached" });
}

// One letter of the signature, of what was said, and of the proof.
function alterations(good) {
  const text = good.toString("utf8");
  const change = (at) => {
    const bytes = Buffer.from(good);
    bytes[at] = bytes[at] === 0x41 ? 0x42 : 0x41;
    return bytes;
  };
  return {
    signature: change(text.lastIndexOf('"proofValue":"z') + 20),
    words: change(text.indexOf("agreed") + 1),
    proof: change(text.lastIndexOf("\\n") - 30),
  };
}

await withPortal(async ({ invitations, newPhone, folder, address }) => {
  const page = await openPortal(await newPhone(), invitations[0]);
  await comeIn(page);
  await answerEverything(page);
  await signAndSend(page);
  const good = readFileSync(await keepReceipt(page, folder));

  // Somebody without a key, on a phone of their own: a receipt needs no sign-in to be checked.
  const checker = await openPortal(await newPhone(), `${address}/check`);
  const sent = [];
  checker.on("request", (request) => sent.push(request.url()));

  await choose(checker, "receipt.json", good);
  await expectAnswer(checker, "This receipt is good");
  assert.equal(await checker.getByText("Right", { exact: true }).count(), steps);
  await checker.getByText("Yes to the NHS: Joining up information").first().waitFor();

  for (const [part, bytes] of Object.entries(alterations(good))) {
    assert.equal(bytes.length, good.length);
    assert.notDeepEqual(bytes, good, part);
    await choose(checker, "receipt.json", bytes);
    await checker.getByRole("heading", { name: "This receipt is good" }).waitFor({ state: "detached" });
    await checker.getByRole("heading", { name: /does not check out|not a receipt we can read/ }).waitFor();
  }
  await choose(checker, "receipt.json", alterations(good).signature);
  await expectAnswer(checker, "This receipt does not check out");
  assert.equal(await checker.getByText("Wrong", { exact: true }).count(), 1);
  await checker.getByText("The mark does not fit what is written.").first().waitFor();

  for (const unreadable of [Buffer.from("Dear Sir"), Buffer.from([0, 255, 7]), good.subarray(0, good.length / 2)]) {
    await choose(checker, "letter.json", unreadable);
    await expectAnswer(checker, "This is not a receipt we can read");
    await checker.getByText("File: letter.json").first().waitFor();
    assert.equal(await checker.getByText("What was checked").count(), 0);
  }
  await choose(checker, "receipt.json", good);
  await expectAnswer(checker, "This receipt is good");
  assert.deepEqual(sent, [], "a receipt was checked without asking anybody");

  await checker.goto(`${address}/check`);
  await ready(checker);
  await screen(checker, "Check a receipt");
});

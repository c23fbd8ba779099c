// A shared phone that is to keep nothing: the browser asks before a receipt or an answer is lost, never on Exit this page;
// and a page that was loaded again says what became of the visit. An invitation outlives a reload until it is used.

import assert from "node:assert/strict";
import { answerEverything, openPortal, press, ready, screen, signAndSend, withPortal } from "./lib/portal.mjs";

// Loads the page again; says whether the browser asked first. The answer is yes.
async function loadAgain(page) {
  let asked = false;
  const answer = async (dialog) => {
    asked = dialog.type() === "beforeunload";
    await dialog.accept();
  };
  page.on("dialog", answer);
  await page.reload();
  page.off("dialog", answer);
  await ready(page);
  return asked;
}

const stored = (page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

async function keepNothing(page) {
  await page.getByRole("radio", { name: /I want nothing kept here/ }).check();
  await press(page, "Continue");
  await screen(page, /safely get in touch/);
  await page.getByRole("checkbox", { name: /Do not get in touch/ }).check();
  await press(page, "Save and continue");
  await screen(page, /find out if we can help/);
}

await withPortal(async ({ invitations, newPhone }) => {
  const phone = await newPhone();
  await phone.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Elsewhere</h1>" }));
  const page = await openPortal(phone, invitations[0]);
  assert.equal(await loadAgain(page), false);
  // The second half of a double click is for nothing that took the first one's place.
  await page.getByRole("button", { name: "Start now" }).dblclick();
  await screen(page, /Does anyone else use/);
  assert.equal(await page.getByRole("heading", { name: "There is a problem" }).count(), 0);
  assert.equal(await loadAgain(page), false);
  await screen(page, /Does anyone else use/);
  await keepNothing(page);
  assert.equal((await stored(page)).includes(new URL(invitations[0]).hash.slice(1)), false, "a used code is forgotten");

  await answerEverything(page);
  await signAndSend(page);
  assert.equal(await loadAgain(page), true);
  assert.equal(new URL(page.url()).pathname, "/");
  await page.getByRole("heading", { name: "Your visit here is over" }).waitFor();
  await page.getByText(/recovery code, or with a new code/).first().waitFor();
  await page.close();

  const another = await openPortal(phone, invitations[1]);
  await press(another, "Start now");
  await keepNothing(another);
  await answerEverything(another, "No");
  let asked = false;
  another.on("dialog", (dialog) => {
    asked = true;
    return dialog.accept();
  });
  await another.getByRole("link", { name: /^Exit this page/ }).click();
  await screen(another, "Elsewhere");
  assert.equal(asked, false, "leaving is never asked about");
});

// Pressed before the client has come: seen to be pressed, and carried out when it has.
await withPortal(async ({ invitations, newPhone }) => {
  const page = await (await newPhone()).newPage();
  let go = null;
  const held = new Promise((resolve) => {
    go = resolve;
  });
  await page.route("**/sayso.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(invitations[0], { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/words/en.json") || name.includes("words")));
  await page.getByRole("button", { name: "Start now" }).click();
  await page.locator("button[aria-busy=true]").waitFor();
  await page.getByText("We are getting your page ready").first().waitFor();
  go();
  await screen(page, /Does anyone else use/);
});

// Without any script the first page says what choosing needs, and leads to other ways.
await withPortal(
  async ({ address, newPhone }) => {
    const page = await (await newPhone()).newPage();
    for (const path of ["/", "/code"]) {
      await page.goto(address + path);
      await page.getByText(/To choose here, your browser must run our program/).first().waitFor();
      await page.getByRole("link", { name: "Ways to choose without this page" }).click();
      await page.getByRole("heading", { level: 1, name: "Get help" }).waitFor();
    }
  },
  { javaScriptEnabled: false },
);

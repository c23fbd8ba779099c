// A request from beginning to end, over the canvas and in Simple view: asked, taken up, asked back, answered; and a no.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { comeIn, openPortal, press, ready, screen, withPortal } from "./lib/portal.mjs";
import { runVerb } from "./lib/server.mjs";

const send = async (page, kind, text) => {
  await page.getByRole("radio", { name: kind }).check();
  if (text) await page.getByRole("textbox", { name: "What do you want to say?" }).fill(text);
  await press(page, "Send it");
  await screen(page, "We have what you asked for");
};

await withPortal(async ({ invitations, newPhone, folder, address, complaints }) => {
  const data = join(folder, "data");
  const team = (part, number, ...words) => runVerb("requests", data, part, "--request", String(number), ...words);
  const say = (text) => {
    const file = join(folder, "text.txt");
    writeFileSync(file, text);
    return ["--text", file];
  };
  const open = async (page, path, name) => {
    await page.goto(`${address}${path}`);
    await ready(page);
    await screen(page, name);
  };

  let number = 0;
  for (const [at, simple] of [[0, false], [1, true]]) {
    const page = await openPortal(await newPhone(), invitations[at]);
    await comeIn(page);
    if (simple) await page.getByRole("link", { name: "Simple view" }).click();
    await open(page, "/home", "Your choices");
    await page.getByRole("link", { name: "Ask us for something" }).click();
    await screen(page, "What do you want to ask us for?");
    // By when is said before anything is sent.
    assert.match(await page.locator("main").innerText(), /We must answer by \d+ \w+ \d{4}/);
    await send(page, "Put something right", "My address is old.");
    await page.goto(`${address}/requests`);
    await screen(page, "What you asked us for");
    await page.getByRole("link", { name: "Put something right" }).click();
    await screen(page, "Put something right");
    const path = new URL(page.url()).pathname;

    number += 1;
    await team("take", number);
    await team("ask", number, ...say("Which one is right?"));
    await open(page, path, "Put something right");
    await page.getByText("Which one is right?").first().waitFor();
    await page.getByRole("textbox", { name: "Your message" }).fill("4 Mill Lane");
    await press(page, "Send my message");
    await page.getByText("We have your message.").first().waitFor();
    await page.getByText("4 Mill Lane").first().waitFor();
    await team("answer", number, ...say("It says 4 Mill Lane now."), "--by", "r1");
    await open(page, path, "Put something right");
    await page.getByText("It says 4 Mill Lane now.").first().waitFor();

    // A no takes two of the team, and says who can be told that it is wrong.
    await open(page, "/requests/new", "What do you want to ask us for?");
    await send(page, "Delete something");
    number += 1;
    await team("refuse", number, ...say("The law has us keep it."), "--by", "r1");
    await open(page, "/requests", "What you asked us for");
    assert.equal(await page.getByText("We said no").count(), 0);
    await team("confirm", number, "--by", "r2");
    await open(page, "/requests", "What you asked us for");
    await page.getByRole("link", { name: "Delete something" }).click();
    await page.getByText("The law has us keep it.").first().waitFor();
    await page.getByText("Information Commissioner").first().waitFor();

    // Nobody's number and somebody else's are one page.
    await open(page, "/requests/999", /not find|nothing/i);
  }
  // The browser's own word for a page that is not there.
  assert.ok(complaints.every((one) => one.includes("404")), complaints.join());
}, { expectComplaints: true });

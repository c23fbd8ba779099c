// Exit this page: by the link and by Shift three times, with nothing else loaded, and blank for whoever goes back.

import assert from "node:assert/strict";
import { onStage } from "./mirror/stage.mjs";

await onStage(async (stage) => {
  const neutral = "https://www.example.org/";
  const start = async () => {
    const page = await stage.open("/empty");
    await page.goto(stage.address + "/pages/0.html");
    stage.beacons.length = 0;
    return page;
  };
  const beaconArrives = async (page) => {
    for (let tries = 0; tries < 50 && stage.beacons.length === 0; ++tries) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    assert.deepEqual(stage.beacons, ["/api/exit"]);
  };

  const clicked = await start();
  await clicked.locator("#exit").click();
  await clicked.waitForURL(neutral);
  await beaconArrives(clicked);

  // Back leads to the page before, never to this one: its entry was replaced.
  await clicked.goBack();
  assert.equal(clicked.url(), stage.address + "/empty");

  const pressed = await start();
  for (let i = 0; i < 3; ++i) await pressed.keyboard.press("Shift");
  await pressed.waitForURL(neutral);
  await beaconArrives(pressed);

  // Shift as part of typing is no wish to leave.
  const typing = await start();
  await typing.getByLabel("Your code").pressSequentially("ABCdEF");
  for (const key of ["Shift", "Shift", "a", "Shift", "Shift"]) await typing.keyboard.press(key);
  assert.equal(typing.url(), stage.address + "/pages/0.html");
  assert.deepEqual(stage.beacons, []);

  // Two pages deep: going back to the earlier one after leaving shows nothing of it.
  const deep = await start();
  await deep.goto(stage.address + "/pages/1.html");
  await deep.locator("#exit").click();
  await deep.waitForURL(neutral);
  await deep.goBack({ waitUntil: "commit" }).catch(() => {});
  await deep.waitForURL(neutral);

  // On purpose, the address works as ever.
  await deep.goto(stage.address + "/pages/0.html");
  assert.ok(await deep.getByRole("heading", { name: "Your choices" }).isVisible());

  // The cover comes at once, before the browser has done anything about the next site. Written down by the page itself:
  // nobody can ask it any more.
  const watched = await start();
  await watched.evaluate(() => {
    const look = () => {
      const root = getComputedStyle(document.documentElement);
      const seen = ["covered", getComputedStyle(document.body).display, root.backgroundColor, document.title.trim()];
      sessionStorage.setItem("seen", seen.join(" "));
    };
    new MutationObserver(look).observe(document.body, { attributeFilter: ["style"] });
  });
  await watched.locator("#exit").click();
  await watched.waitForURL(neutral);
  await watched.goto(stage.address + "/empty");
  assert.equal(await watched.evaluate(() => sessionStorage.getItem("seen")), "covered none rgb(255, 255, 255) ");

  // Without script it is a link.
  const plain = await stage.open("/pages/0.html", { javaScriptEnabled: false }).catch(() => null);
  if (plain) {
    await plain.locator("#exit").click();
    await plain.waitForURL(neutral);
  }
});

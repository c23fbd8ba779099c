// The council publishes another version of its notice: home says so, what is new or different is marked with what stood
// there before, the changed question is asked again, and what was said before counts until then.

import assert from "node:assert/strict";
import { comeIn, answerEverything, openPortal, press, screen, signAndSend, withPortal } from "./lib/portal.mjs";
import { nextNotice, publishNext } from "./lib/publish.mjs";

await withPortal(async ({ invitations, newPhone, folder, council, address }) => {
  const phone = await newPhone();
  const page = await openPortal(phone, invitations[0]);
  await comeIn(page);
  await answerEverything(page);
  await signAndSend(page);
  await page.close();

  await council.restart({ webRoot: publishNext(folder) });

  const later = await openPortal(phone, address);
  await screen(later, "Your choices");
  await later.getByText("Something has changed").first().waitFor();
  assert.ok((await later.getByText("You said yes").count()) >= 10, "what was said before still counts");
  await later.getByRole("link", { name: "See what is new" }).click();
  await screen(later, "What has changed");
  await later.getByText(nextNotice.question).waitFor({ state: "attached" });
  await later.getByText(nextNotice.rule).waitFor({ state: "attached" });
  assert.equal(await later.getByText("Changed", { exact: true }).count(), 2, "two things are different, and only they are marked");
  await later.getByText("There is 1 question to look at again.").first().waitFor();
  await later.locator("summary", { hasText: "What it said before" }).first().click();
  await later.getByText("May the NHS give us information about you?").first().waitFor();

  await press(later, "Go to the questions");
  await screen(later, /join up information/); // the first page with a changed question, not the first page
  const changed = later.getByRole("group", { name: nextNotice.question });
  await later.getByText("This has changed since you last chose.").first().waitFor();
  assert.equal(await changed.getByRole("radio", { checked: true }).count(), 0, "what has changed is asked afresh");
  const schools = later.getByRole("group", { name: /schools/i });
  assert.equal(await schools.getByRole("radio", { name: "Yes", checked: true }).count(), 1, "what has not stands as it was answered");
  await changed.getByRole("radio", { name: "No" }).check();
  await answerEverything(later, "No");
  await signAndSend(later);
  await later.getByRole("link", { name: "Go to your home page" }).click();
  await screen(later, "Your choices");
  await later.getByText("You said no").first().waitFor();
  assert.equal(await later.getByText("Something has changed").count(), 0);

  // Each answer keeps the words that it was given to.
  await later.getByRole("link", { name: /^See more.*NHS/ }).first().click();
  await later.getByText("Under version 2 of the notice").first().waitFor();
  await later.getByText("Under version 1 of the notice").first().waitFor();
  await later.getByRole("link", { name: "See what the notice said then" }).last().click();
  await later.getByText("This is an older version.").first().waitFor();
});

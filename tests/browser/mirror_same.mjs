// The page that the server writes and the page that the client makes are the same page.

import assert from "node:assert/strict";
import { onStage } from "./mirror/stage.mjs";

await onStage(async (stage) => {
  const page = await stage.open("/empty");
  for (let number = 0; number < 24; ++number) {
    const { made, changed, served, title, wanted } = await page.evaluate(async (n) => {
      const { createMirror, bytes, describe, served } = globalThis.stage;
      const sent = await served(n + ".html");
      document.getElementById("page")?.remove();
      const fresh = createMirror();
      fresh.apply(await bytes(n + ".first"));
      const made = describe(document.getElementById("page"));
      document.getElementById("page").remove();
      // The same page by way of all that came before it.
      if (n === 0) globalThis.long = createMirror();
      else document.body.append(globalThis.kept);
      globalThis.long.apply(await bytes(n + ".change"));
      globalThis.kept = document.getElementById("page");
      return {
        made,
        changed: describe(globalThis.kept),
        served: describe(sent.getElementById("page")),
        title: document.title,
        wanted: sent.title,
      };
    }, number);
    assert.deepEqual(made, served, `document ${number}, made from nothing`);
    assert.deepEqual(changed, served, `document ${number}, changed from the one before`);
    assert.equal(title, wanted);
  }
});

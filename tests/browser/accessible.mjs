// No violation that axe-core or accessibility-checker-engine finds on any screen, painted and in Simple view.

import assert from "node:assert/strict";
import { findViolations } from "./lib/checkers.mjs";
import { engineNamesForLong } from "./lib/engines/engines.mjs";
import { takeTour, withoutPainting } from "./lib/tour.mjs";
import { inEachEngine } from "./lib/visits.mjs";

// The tour submits wrong PINs and cuts its own connection, which browsers report.
const expectComplaints = true;

for (const [view, prepare] of [["painted", async () => {}], ["simple", withoutPainting]]) {
  await inEachEngine(
    async (visits) => {
      const found = {};
      await takeTour(
        visits,
        async (name, { page, isSimple }) => {
          assert.equal(await isSimple(), view === "simple", `${name} is ${view}`);
          const violations = await findViolations(page);
          if (violations.length > 0) found[name] = violations;
        },
        { prepare },
      );
      assert.deepEqual(found, {}, `${visits.engine.name}, ${view}`);
    },
    { expectComplaints, engines: engineNamesForLong },
  );
}

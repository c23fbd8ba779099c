// A council and one engine: what the stories of all three engines are told with.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineNames, launch } from "./engines/engines.mjs";
import { personAt } from "./person.mjs";
import { publishNext } from "./publish.mjs";
import { runVerb, startServer, stopServer } from "./server.mjs";
import { makeCertificate } from "./tls.mjs";

// Runs `story({ engine, address, invitations, people, folder, visit, republish, team })`; `visit(address, { width, height, ratio, … })` hands back a person at
// that page, once the client is ready; after `republish()` the council asks under another version of its notice; `team(verb,
// …words)` is what the team does on a command line meanwhile. `like` is what engines.mjs takes.
export async function withVisits(name, story, { like = {}, expectComplaints = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "sayso-visit-"));
  const engine = await launch(name, like);
  let server = null;
  const complaints = [];
  try {
    const more = engine.needsTls ? makeCertificate(folder) : [];
    server = await startServer({ data: join(folder, "data"), more });
    const visit = async (address, { width = 390, height = 844, ratio = 1, ...more } = {}) => {
      const page = await engine.newPage({ width, height, ratio, ...more });
      const person = personAt(page);
      await page.goto(address);
      await person.ready();
      complaints.push(page.complaints);
      return person;
    };
    const republish = async () => {
      await stopServer(server);
      const again = { data: join(folder, "data"), port: server.port, webRoot: publishNext(folder), demo: false, more };
      server = await startServer(again);
    };
    const team = (verb, ...words) => runVerb(verb, join(folder, "data"), ...words);
    const { address, invitations, people } = server;
    await story({ engine, visit, republish, team, folder, address, invitations, people });
    if (!expectComplaints) assert.deepEqual(complaints.flat(), []);
  } finally {
    await engine.end();
    if (server) await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

// The same story in each engine, or in those that can tell it. A failure names its engine.
export async function inEachEngine(story, { engines = engineNames, ...options } = {}) {
  for (const name of engines.filter((one) => engineNames.includes(one))) {
    await withVisits(name, story, options).catch((problem) => {
      throw new Error(`in ${name}: ${problem.message}`, { cause: problem });
    });
  }
}

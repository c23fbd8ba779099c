// The drill: a backup while people write, more writing, the machine dies, and the backup is put back without a fork. What a
// backup cannot bring back is refused until a copy of the log brings it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import canonicalize from "canonicalize";
import { program, verifyReceipt } from "../browser/lib/server.mjs";
import { withCouncil } from "./lib/council.mjs";

const sizeOf = (checkpoint) => Number(checkpoint.split("\n")[1]);
const publicCheckpoint = async (council) => (await council.ask({ path: "/log/checkpoint" })).text;

// Submits, and answers when the public checkpoint covers it.
async function writeAndPublish(council, { device, cookie }) {
  const receipt = await council.submit(cookie, device.consent(await council.me(cookie)));
  const index = Number(/^index (\d+)$/m.exec(receipt.proof)[1]);
  while (sizeOf(await publicCheckpoint(council)) <= index) await pause(50);
  return receipt;
}

function makeDrill(council) {
  const at = (name) => join(council.folder, name);
  const sayso = (verb, ...words) => {
    const place = ["--config", council.config, "--data", council.data];
    const ended = spawnSync(program, [...verb.split(" "), ...place, ...words], { encoding: "utf8" });
    return { code: ended.status, said: ended.stdout + ended.stderr };
  };
  return {
    at,
    done(...what) {
      const { code, said } = sayso(...what);
      assert.equal(code, 0, said);
      return said;
    },
    refused(why, ...what) {
      const { code, said } = sayso(...what);
      assert.equal(code, 1, said);
      assert.match(said, why);
    },
    unclear: (...what) => assert.equal(sayso(...what).code, 2),
    keep: (name, text) => writeFileSync(at(name), text),
    // The data folder as it was, out of the way of a restore.
    moveAside(name) {
      renameSync(council.data, at(name));
    },
  };
}

async function backUpWhileServing(council, drill, person) {
  const early = await writeAndPublish(council, person);
  assert.match(drill.done("backup", "--to", drill.at("first.backup")), /\d+ entries/);
  // Given after the verb's own words, as somebody would type it.
  const verified = spawnSync(program, ["backup", "--config", council.config, "verify", drill.at("first.backup")], { encoding: "utf8" });
  assert.match(verified.stdout, /in order/, verified.stderr);
  assert.equal(statSync(drill.at("first.backup")).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(council.folder).filter((name) => /\.(copy|part)$/.test(name)), []);
  drill.done("log copy", "--to", drill.at("copy"));
  cpSync(drill.at("copy"), drill.at("copy-early"), { recursive: true });
  return early;
}

// Whatever names what was seen since, the backup is refused, and nothing is there that could be served.
function refuseBackupThatIsBehind(council, drill) {
  const restore = ["restore", drill.at("first.backup")];
  drill.unclear(...restore);
  for (const seen of ["copy", "shown.checkpoint", "late.json", "lost"]) {
    drill.refused(/REFUSED: the backup's log has \d+ entries, and \d+ entries were seen/, ...restore, "--against", drill.at(seen));
    assert(!existsSync(join(council.data, "sayso.sqlite")));
  }
  drill.refused(/Look for a newer backup/, ...restore, "--against", drill.at("shown.checkpoint"), "--complete");
  drill.refused(/was made with another backup key/, ...restore, "--against", drill.at("copy"), "--backup-key", drill.at("other.key"));
  drill.refused(/by another key/, ...restore, "--against", drill.at("foreign.checkpoint"));
  // What a restore that was cut off leaves is no obstacle to the next.
  mkdirSync(join(council.data, "restoring"));
  writeFileSync(join(council.data, "restoring", "half"), "");
}

async function complete(council, drill, person, receipts) {
  const seen = ["--against", drill.at("copy"), "--against", drill.at("shown.checkpoint")];
  assert.match(drill.done("restore", drill.at("first.backup"), ...seen, "--complete"), /are back in the log/);
  drill.refused(/into an empty folder only/, "restore", drill.at("first.backup"), ...seen);
  assert.match(drill.done("log fsck"), /everything is in order/);
  await council.start();
  assert(sizeOf(await publicCheckpoint(council)) >= sizeOf(readFileSync(drill.at("shown.checkpoint"), "utf8")));
  const cookie = await council.signIn(person.device);
  assert.equal((await council.me(cookie)).entries.length, 1, "the first record is there, the second is lost to the council");
  for (const [name, receipt] of Object.entries(receipts)) {
    drill.keep(name, canonicalize(receipt));
    await verifyReceipt(council.address, drill.at(name));
  }
  await writeAndPublish(council, { device: person.device, cookie });
  // Whoever followed the log before follows it still.
  drill.done("log copy", "--to", drill.at("copy"));
  assert.match(drill.done("log fsck"), /everything is in order/);
}

// Nothing was shown since the backup: it is enough by itself, and the witness of it may be any.
async function restoreNewest(council, drill) {
  drill.done("backup", "--to", drill.at("second.backup"));
  await council.kill();
  drill.moveAside("lost-again");
  drill.done("restore", drill.at("second.backup"), "--against", drill.at("copy"), "--against", drill.at("copy-early"));
  assert.match(drill.done("log fsck"), /everything is in order/);
  drill.moveAside("restored");
}

// Somebody keeps quiet about what was shown, and serves the old backup: everybody who saw more can tell.
async function tellFork(council, drill, person) {
  drill.done("restore", drill.at("first.backup"), "--against", drill.at("copy-early"), "--complete");
  await council.start();
  await writeAndPublish(council, { device: person.device, cookie: await council.signIn(person.device) });
  drill.refused(/keep the copy/, "log copy", "--to", drill.at("copy"));
  drill.done("backup", "--to", drill.at("forked.backup"));
  await council.stop();
  drill.moveAside("forked");
  drill.refused(/[oO]ne of (the two|them) is a fork/, "restore", drill.at("forked.backup"), "--against", drill.at("copy"), "--complete");
}

const settings = (folder) => `publish-seconds = 1\ncover-seconds = 1\nkeys = ${folder}/keys\nbackup-key = ${folder}/backup.key\n`;

await withCouncil(async (council) => {
  const drill = makeDrill(council);
  for (const name of ["backup.key", "other.key"])
    writeFileSync(drill.at(name), randomBytes(32).toString("hex"), { mode: 0o600 });
  const person = await council.enrol(council.codes[0]);
  const early = await backUpWhileServing(council, drill, person);
  const late = await writeAndPublish(council, person);
  drill.done("log copy", "--to", drill.at("copy"));
  const shown = await publicCheckpoint(council);
  drill.keep("shown.checkpoint", shown);
  drill.keep("foreign.checkpoint", shown.replace(/— \S+ \S+/, "— another/log AAAAAAAA"));
  drill.keep("late.json", canonicalize(late));
  await council.kill();
  drill.moveAside("lost");
  refuseBackupThatIsBehind(council, drill);
  await complete(council, drill, person, { "early.json": early, "late.json": late });
  await restoreNewest(council, drill);
  await tellFork(council, drill, person);
}, { settings });

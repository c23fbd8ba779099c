// A demo council on a free port, in a folder of its own, for hostile programs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtWebRoot, program, startServer, stopServer } from "../../browser/lib/server.mjs";
import { ask } from "./ask.mjs";
import { makeDevice } from "./device.mjs";
import { oneTimeCode } from "./one_time_code.mjs";
import { makeOrganisation } from "./signed.mjs";

// What a program's environment has to say for its clock to be off by so many days.
export const inDays = (days) => ({
  LD_PRELOAD: "/usr/$LIB/faketime/libfaketimeMT.so.1",
  FAKETIME: `${days < 0 ? "" : "+"}${days}d`,
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
});
export const yesterday = inDays(-1);

// Runs `story(council)`; the server and its data are gone afterwards. The public checkpoint stands still meanwhile, unless
// `settings(folder)` says otherwise.
export async function withCouncil(story, { environment, settings = () => "publish-seconds = 86400\n" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "sayso-whole-"));
  const config = join(folder, "sayso.conf");
  writeFileSync(config, settings(folder));
  const council = makeCouncil(folder, config);
  try {
    await council.start(environment);
    await story(council);
  } finally {
    await council.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeCouncil(folder, config) {
  const data = join(folder, "data");
  let server;
  let staffAdded = 0;
  const council = {
    folder,
    data,
    config,
    async start(environment = {}, { demo = true } = {}) {
      server = await startServer({ data, port: server?.port ?? 0, more: ["--config", config], environment, demo });
    },
    stop: async () => server && stopServer(server),
    kill: async () => stopServer(server, "SIGKILL"),
    get address() { return server.address; },
    get port() { return server.port; },
    get processId() { return server.child.pid; },
    // Of those of the family who have no device, in the order of the demo: Robin, Sam, Jordan (15).
    get codes() { return server.invitations.map((invitation) => invitation.split("#")[1]); },
    ask: (what) => ask(server.address, what),
    invite(...words) {
      const said = execFileSync(program, ["invite", "--config", config, "--data", data, "--www", builtWebRoot, ...words], { encoding: "utf8" });
      return { person: /^person: (.*)$/m.exec(said)[1], code: /#(.*)$/m.exec(said)?.[1] };
    },
    // A machine whose key is registered for this organisation of the notice.
    organisation(id) {
      const machine = makeOrganisation();
      const words = ["organisation", "add", "--config", config, "--data", data, "--www", builtWebRoot, "--id", id, "--key", machine.key];
      execFileSync(program, words);
      const { host } = new URL(server.address);
      return { ...machine, sign: (...what) => machine.sign(host, ...what) };
    },
    // What `sayso staff` says; a password goes in by standard input.
    staff(part, words, input) {
      const more = input === undefined ? [] : ["--password-stdin"];
      const all = ["staff", part, "--config", config, "--data", data, "--www", builtWebRoot, ...words, ...more];
      return execFileSync(program, all, { encoding: "utf8", input });
    },
    // A new account of the team's with this role. Each signs in once: a code is taken once.
    addStaff(role) {
      const user = `${role}-${staffAdded += 1}`;
      const password = "seven small boats";
      const said = council.staff("add", ["--user", user, "--role", role], password);
      return { user, role, password, secret: /^secret: (.*)$/m.exec(said)[1] };
    },
    async signInStaff({ user, password, secret }, from) {
      const body = { user, password, code: oneTimeCode(secret) };
      const answer = await council.ask({ method: "POST", path: "/api/staff/sign-in", body, from });
      assert.equal(answer.status, 201, answer.text);
      return answer.session;
    },
    // Somebody whose device has just taken up this invitation.
    async enrol(code) {
      const device = makeDevice();
      const body = { code, record: device.enrolment() };
      const answer = await council.ask({ method: "POST", path: "/api/enrolments", body });
      assert.equal(answer.status, 201, answer.text);
      return { device, cookie: answer.session, me: answer.json.me, code, enrolment: body };
    },
    async challenge(key) {
      return (await council.ask({ method: "POST", path: "/api/challenges", body: { key } })).json;
    },
    async signIn(device) {
      const body = device.signIn(await council.challenge(device.key));
      const answer = await council.ask({ method: "POST", path: "/api/sessions", body });
      assert.equal(answer.status, 201, answer.text);
      return answer.session;
    },
    async me(cookie) {
      return (await council.ask({ path: "/api/me", cookie })).json;
    },
    // Accepted, or the test ends here.
    async submit(cookie, body) {
      const answer = await council.ask({ method: "POST", path: "/api/records", cookie, body });
      assert.equal(answer.status, 201, answer.text);
      return answer.json.receipt;
    },
  };
  return council;
}

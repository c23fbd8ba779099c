// A demo council on a free port: started, stopped and started again on the same data at the same address.

import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

export const program = process.env.SAYSO_PROGRAM ?? "build/release/sayso";
export const builtWebRoot = process.env.SAYSO_WEB_ROOT ?? "build/wasm/www";

const run = promisify(execFile);

// `more` is added to the command line, `environment` to ours. With `demo`, whoever of the family has no device gets a new
// invitation, in place of the one before.
export async function startServer({ data, port = 0, webRoot = builtWebRoot, demo = true, more = [], environment = {} }) {
  const options = ["--port", String(port), "--data", data, "--www", webRoot, ...(demo ? ["--demo"] : []), ...more];
  const child = spawn(program, ["serve", ...options], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, ...environment },
  });
  const invitations = [];
  const people = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("person: ")) people.push(line.slice("person: ".length));
    if (line.startsWith("invitation: ")) invitations.push(line.slice("invitation: ".length));
    if (!line.startsWith("serving: ")) continue;
    const address = line.slice("serving: ".length);
    return { child, invitations, people, address, port: Number(new URL(address).port) };
  }
  throw new Error("the server ended before it served");
}

export async function stopServer({ child }, signal = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

// What the team does from a command line, on the data of a running server.
export const runVerb = (verb, data, ...words) => run(program, [verb, "--data", data, "--www", builtWebRoot, ...words]);

// The verdict of `sayso verify` on a receipt, by the key that the server shows.
export async function verifyReceipt(address, file) {
  const key = await (await fetch(`${address}/log/key`)).text();
  return run(program, ["verify", file, "--key", key.trim()]);
}

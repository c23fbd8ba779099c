// The gate's decisions per second and how long one takes: a council of its own, people who said yes, and an organisation that
// asks about them over kept connections, each asking again when it is answered. Every answer is looked at. JSON on standard output.
//
// node tests/bench/gate.mjs [--people N] [--seconds N] [--connections A,B,…]

import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { withCouncil } from "../whole/lib/council.mjs";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "40" },
    seconds: { type: "string", default: "10" },
    connections: { type: "string", default: "1,8,64" },
  },
});
const [people, seconds] = [Number(values.people), Number(values.seconds)];

// Somebody who said yes to the schools.
async function sayYes(council, number) {
  const { person, code } = council.invite("--name", `Person ${number}`, "--born", "1990-02-03");
  const { device, cookie, me } = await council.enrol(code);
  const choice = {
    "dpv:hasPurpose": "join-up", "dpv:hasEntity": "schools", "dpv:hasConsentStatus": "dpv:ConsentGiven",
    "dpv:hasLegalBasis": "dpv:ExplicitlyExpressedConsent",
  };
  await council.submit(cookie, device.consent(me, { "dpv:hasProcess": [choice] }));
  return person;
}

function send(agent, { port }, { method, path, body, headers }) {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request({
      host: "127.0.0.1", port, method, path, agent,
      headers: { ...headers, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) },
    }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() });
    });
    asked.on("error", reject);
    asked.end(text);
  });
}

const rank = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function level(council, organisation, ids, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { host, port } = new URL(council.address);
  const taken = [];
  const entries = new Set();
  const began = performance.now();
  const until = began + seconds * 1000;
  const worker = async (number) => {
    for (let at = number; performance.now() < until; at += connections) {
      const body = { person: ids[at % ids.length], purpose: "join-up", information: ["school-attendance"] };
      const signed = organisation.sign("POST", "/api/uses", body);
      signed.headers.Host = host;
      const start = performance.now();
      const answer = await send(agent, { port }, signed);
      taken.push(performance.now() - start);
      assert.equal(answer.status, 201, answer.text);
      const { use } = JSON.parse(answer.text);
      assert.ok(!entries.has(use.entry), "no two uses have one place in the log");
      entries.add(use.entry);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, number) => worker(number)));
  const passed = (performance.now() - began) / 1000;
  agent.destroy();
  taken.sort((a, b) => a - b);
  const round = (value) => Math.round(value * 10) / 10;
  return {
    connections, decisions: taken.length, per_second: Math.round(taken.length / passed),
    p50_ms: round(rank(taken, 0.5)), p99_ms: round(rank(taken, 0.99)), longest_ms: round(taken.at(-1)),
  };
}

await withCouncil(async (council) => {
  const ids = [];
  for (let number = 0; number < people; ++number) ids.push(await sayYes(council, number));
  const organisation = council.organisation("schools");
  const levels = [];
  for (const connections of values.connections.split(",").map(Number)) levels.push(await level(council, organisation, ids, connections));
  console.log(JSON.stringify({ cores: availableParallelism(), people, seconds, levels }, null, 2));
});

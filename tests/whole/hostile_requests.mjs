// Requests that two programs could read differently, that plant lines in an answer, that swell, that trickle. Each is refused
// once, the connection closed, and what was hidden behind it never read as a request.

import assert from "node:assert/strict";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { withCouncil } from "./lib/council.mjs";
import { newSecret } from "./lib/device.mjs";
import { send, statuses } from "./lib/wire.mjs";

const hidden = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
const json = "Content-Type: application/json\r\nSayso-Client: 1\r\n";

// What stands between the first line and the body, and which statuses it may get.
function doubtful(host) {
  const post = (fields, body = "") => `POST /api/challenges HTTP/1.1\r\nHost: ${host}\r\n${json}${fields}\r\n${body}`;
  const get = (line, fields = `Host: ${host}\r\n`) => `${line}\r\n${fields}\r\n`;
  return {
    "two lengths": post("Content-Length: 0\r\nContent-Length: 44\r\n", hidden),
    "two lengths alike": post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"),
    "lengths in a list": post("Content-Length: 2, 2\r\n", "{}"),
    "a length with a sign": post("Content-Length: +2\r\n", "{}"),
    "a length below nothing": post("Content-Length: -1\r\n", hidden),
    "a length in hexadecimal": post("Content-Length: 0x2\r\n", "{}"),
    "a length with a zero before it": post("Content-Length: 02\r\n", "{}"),
    "a length past 64 bits": post("Content-Length: 18446744073709551618\r\n", "{}"),
    "a blank before the colon": post("Content-Length : 2\r\n", "{}"),
    "a length on a folded line": post("Content-Length:\r\n 2\r\n", "{}"),
    "chunked": post("Transfer-Encoding: chunked\r\n", `0\r\n\r\n${hidden}`),
    "chunked and a length": post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", `0\r\n\r\n${hidden}`),
    "a length and chunked": post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", `0\r\n\r\n${hidden}`),
    "chunked, misspelt": post("Transfer-Encoding: xchunked\r\n", hidden),
    "chunked after a tab": post("Transfer-Encoding:\tchunked\r\n", hidden),
    "chunked after a vertical tab": post("Transfer-Encoding: \x0bchunked\r\n", hidden),
    "identity": post("Transfer-Encoding: identity\r\nContent-Length: 2\r\n", "{}"),
    "a folded field": post("X: a\r\n Transfer-Encoding: chunked\r\n", hidden),
    "bare line feeds": `POST /api/challenges HTTP/1.1\nHost: ${host}\nContent-Length: 2\n\n{}`,
    "one bare line feed": post(`X: a\nContent-Length: 2\r\n`, "{}"),
    "a bare carriage return": post("X: a\rContent-Length: 2\r\n", "{}"),
    "a zero byte": post("X: a\0b\r\n"),
    "a byte past ASCII": post("X: \xff\r\n"),
    "a body with GET": get("GET /healthz HTTP/1.1", `Host: ${host}\r\nContent-Length: ${hidden.length}\r\n`) + hidden,
    "an absolute address": get(`GET http://${host}/healthz HTTP/1.1`),
    "an absolute address of elsewhere": get("GET http://elsewhere.example/healthz HTTP/1.1"),
    "an authority": get(`CONNECT ${host} HTTP/1.1`),
    "a star": get("OPTIONS * HTTP/1.1"),
    "two hosts": get("GET /healthz HTTP/1.1", `Host: ${host}\r\nHost: elsewhere.example\r\n`),
    "no host": get("GET /healthz HTTP/1.1", ""),
    "another host": get("GET /api/me HTTP/1.1", "Host: elsewhere.example\r\nConnection: close\r\n"),
    "a host with a path": get("GET /api/me HTTP/1.1", `Host: ${host}/x\r\nConnection: close\r\n`),
    "a host with a name before it": get("GET /api/me HTTP/1.1", `Host: a@${host}\r\nConnection: close\r\n`),
    "two blanks": get("GET  /healthz HTTP/1.1"),
    "a line of HTTP/0.9": "GET /healthz\r\n\r\n",
    "HTTP/2 by prior knowledge": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "an expectation": post("Expect: 200-maybe\r\nContent-Length: 2\r\n", "{}"),
    "a long address": get(`GET /${"a".repeat(5000)} HTTP/1.1`),
    "many fields": get("GET /healthz HTTP/1.1", `Host: ${host}\r\n${"X: y\r\n".repeat(500)}`),
    "a long field": get("GET /healthz HTTP/1.1", `Host: ${host}\r\nX: ${"y".repeat(20_000)}\r\n`),
    "a body past the limit": post("Content-Length: 10485760\r\n", "x".repeat(100_000)),
  };
}

async function smuggling(council) {
  const host = `localhost:${council.port}`;
  const cases = Object.entries(doubtful(host));
  for (const [what, bytes] of cases) {
    // Cut in two as well: a parser must not depend on how the bytes arrive.
    for (const parts of [bytes, [bytes.slice(0, 30), bytes.slice(30)]]) {
      const received = await send(council.port, parts).catch((error) => assert.fail(`${what}: ${error.message}`));
      const got = statuses(received);
      assert.equal(got.length, 1, `${what}: one answer, not ${got}`);
      assert.ok((got[0] >= 400 && got[0] < 500) || got[0] === 501 || got[0] === 505, `${what}: refused, not ${got}`);
      assert.match(received, /^Content-Type: application\/problem\+json\r$/m, what);
      assert.ok(!received.includes("alive"), `${what}: what was hidden was not answered`);
    }
  }
  console.log(`refused once each: ${cases.length} doubtful requests, whole and cut in two`);
}

// Lines and markup in what the caller names must not come back as lines and markup.
async function injection(council) {
  const lines = "%0d%0aSet-Cookie:%20__Host-sayso=planted%0d%0a%0d%0a<script>x</script>";
  const paths = [`/${lines}`, `/home?${lines}`, `/notices/${lines}.json`, `/log/tile/${lines}`, `/at/${lines}/x.js`, `/api/${lines}`];
  for (const path of [...paths, "/%22%3E%3Cscript%3Ex%3C/script%3E", `/"><script>x</script>`, "/..%2f..%2fetc/passwd", "//elsewhere.example/%2e%2e"]) {
    const { status, headers, text } = await council.ask({ path });
    assert.ok(status === 404 || status === 400 || (status === 200 && path.startsWith("/home")), `${path}: ${status}`);
    assert.equal(headers["set-cookie"], undefined, path);
    assert.equal(headers.location, undefined, path);
    assert.ok(!text.includes("<script>x"), path);
    assert.ok(!text.includes("root:"), path);
  }
  // In a field's value the same bytes are refused, or kept to themselves.
  const answer = await send(council.port, `GET /api/me HTTP/1.1\r\nHost: localhost:${council.port}\r\nRequest-Id: planted\r\nConnection: close\r\n\r\n`);
  assert.ok(!answer.includes("planted"), "an answer has an id of its own");
}

// Ten megabytes in ten kilobytes: never unpacked.
async function compression(council) {
  const bomb = gzipSync(Buffer.alloc(10_000_000, " "));
  for (const coding of ["gzip", "br", "deflate", "zstd", "gzip, gzip"]) {
    const headers = { "Content-Encoding": coding };
    const answer = await council.ask({ method: "POST", path: "/api/challenges", body: bomb, headers });
    assert.equal(answer.status, 415, `${coding}: ${answer.text}`);
  }
  const swollen = "[".repeat(60_000);
  assert.equal((await council.ask({ method: "POST", path: "/api/challenges", body: swollen })).problem, "json");
}

// Two hundred that send half and then nothing more, until the server lets go of each; meanwhile everybody else is served.
async function trickling(council) {
  const head = `POST /api/challenges HTTP/1.1\r\nHost: localhost:${council.port}\r\n`;
  const starts = [head, `${head}${json}Content-Length: 20\r\n\r\n{`];
  const began = performance.now();
  let closed = 0;
  const slow = Array.from({ length: 200 }, (_, index) => new Promise((resolve, reject) => {
    const socket = connect(council.port, "127.0.0.1", () => socket.write(starts[index % 2]));
    socket.on("error", reject);
    socket.on("close", () => resolve((closed += 1)));
    socket.resume();
  }));
  const all = Promise.all(slow);
  let longest_ms = 0;
  for (let served = 0; served < 200; ++served) {
    const asked = performance.now();
    const answer = await council.ask({ path: "/healthz" });
    assert.equal(answer.status, 200);
    longest_ms = Math.max(longest_ms, performance.now() - asked);
  }
  const left = slow.length - closed;
  await all;
  console.log(`200 others were served beside ${left} that trickled, the longest in ${longest_ms.toFixed(0)} ms; ` +
    `the last of those was let go after ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

await withCouncil(async (council) => {
  const person = await council.enrol(council.codes[0]);
  await smuggling(council);
  await injection(council);
  await compression(council);
  await trickling(council);
  assert.equal((await council.ask({ path: "/api/me", cookie: person.cookie })).status, 200);
  assert.equal((await council.ask({ path: "/api/me", cookie: newSecret() })).status, 401);
});

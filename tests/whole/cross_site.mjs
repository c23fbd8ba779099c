// Another site's page, in the browser of somebody who is signed in; sessions planted, doubled, kept too long; cookies.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { withCouncil } from "./lib/council.mjs";
import { newSecret } from "./lib/device.mjs";

const description = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url)));
const calls = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { security = [] }]) =>
    ({ method: method.toUpperCase(), path, isSigned: security.some((one) => "signature" in one) })));
const writes = calls.filter(({ method }) => method !== "GET");

// What a page of elsewhere can make a browser send along with the cookie, were it not for SameSite.
const disguises = {
  "a form": { "Content-Type": "application/x-www-form-urlencoded", "Sayso-Client": undefined, Origin: "https://elsewhere.example" },
  "a form of files": { "Content-Type": "multipart/form-data; boundary=x", "Sayso-Client": undefined, Origin: "null" },
  "a form of text": { "Content-Type": "text/plain", "Sayso-Client": undefined, "Sec-Fetch-Site": "cross-site" },
  "a page of a sibling's": { "Sec-Fetch-Site": "same-site" },
  "a page of ours elsewhere": { Origin: "https://localhost" },
  "an origin that starts like ours": { Origin: "http://localhost.elsewhere.example" },
  "an origin of another port": { Origin: "http://localhost:1" },
  "an old browser's form": { "Content-Type": "application/json", "Sayso-Client": undefined },
  "another name for this machine": { Host: "rebound.example" },
};

async function disguised(council, { cookie }) {
  for (const { method, path, isSigned } of writes) {
    for (const [what, headers] of Object.entries(disguises)) {
      // A beacon can set no header, so leaving goes by Origin and Sec-Fetch-Site alone.
      if (path === "/api/exit" && what === "an old browser's form") continue;
      const answer = await council.ask({ method, path, cookie, body: {}, headers });
      const where = `${method} ${path} as ${what}: ${answer.text}`;
      // Where a browser says nothing of itself, an organisation's call is refused for want of a signature.
      const isSilent = what === "an old browser's form";
      assert.match(answer.problem ?? "", isSigned && isSilent ? /^signature$/ : /^(not-our-page|host)$/, where);
      assert.equal(answer.session, undefined, where);
      assert.equal(answer.headers["access-control-allow-origin"], undefined, where);
    }
  }
  console.log(`refused: ${writes.length} writing calls × ${Object.keys(disguises).length} disguises`);
}

async function otherKinds(council, { cookie }) {
  for (const { method, path } of writes.filter(({ path }) => path !== "/api/exit")) {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", "text/json", "", undefined]) {
      const answer = await council.ask({ method, path, cookie, body: {}, headers: { "Content-Type": type } });
      assert.equal(answer.status, 415, `${method} ${path} with ${type}: ${answer.text}`);
    }
  }
}

// Asked beforehand, as browsers do; or by a method that a link or a picture can cause.
async function otherMethods(council, { cookie }) {
  for (const { path } of writes) {
    const headers = { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "sayso-client" };
    const asked = await council.ask({ method: "OPTIONS", path, headers });
    assert.deepEqual(Object.keys(asked.headers).filter((name) => name.startsWith("access-control-")), [], `OPTIONS ${path}`);
    const forced = { "X-HTTP-Method-Override": "POST", "X-Method-Override": "PUT" };
    const got = await council.ask({ path, cookie, headers: forced });
    // What can be read there is read, by those who may, and nothing else happens.
    const read = calls.find((one) => one.method === "GET" && one.path === path);
    const expected = !read ? /^405$/ : read.isSigned ? /^401$/ : /^(200|403)$/;
    assert.match(String(got.status), expected, `GET ${path}`);
  }
  const read = await council.ask({ path: "/api/me", cookie, headers: { Origin: "https://elsewhere.example" } });
  assert.equal(read.problem, "not-our-page");
}

// A session that somebody else put into the browser is never taken up, and each one is new.
async function fixation(council, person) {
  const planted = newSecret();
  const proof = person.device.signIn(await council.challenge(person.device.key));
  const answer = await council.ask({ method: "POST", path: "/api/sessions", body: proof, cookie: planted });
  assert.equal(answer.status, 201);
  assert.notEqual(answer.session, planted);
  assert.equal((await council.ask({ path: "/api/me", cookie: planted })).status, 401);
  const sessions = new Set([person.cookie, answer.session, await council.signIn(person.device), await council.signIn(person.device)]);
  assert.equal(sessions.size, 4);
  for (const session of sessions) assert.match(session, /^[A-Za-z0-9_-]{43}$/, "256 bits, and nothing about the person");
}

async function doubled(council, { cookie }) {
  const me = (text) => council.ask({ path: "/api/me", headers: { Cookie: text } });
  assert.equal((await me(`other=1; __Host-sayso=${cookie}`)).status, 200);
  const doubtful = [
    `__Host-sayso=${newSecret()}; __Host-sayso=${cookie}`, `__Host-sayso=${cookie}; __Host-sayso=${newSecret()}`, `sayso=${cookie}`,
    `__host-sayso=${cookie}`, `__Host-sayso="${cookie}"`, `__Host-sayso=${cookie}x`, `__Host-sayso=${cookie.slice(0, -1)}`,
    `__Secure-sayso=${cookie}`, `__Host-sayso=${cookie}%00`,
  ];
  for (const text of doubtful) assert.equal((await me(text)).status, 401, text.replaceAll(cookie, "SESSION"));
}

async function cookies(council, person) {
  const proof = person.device.signIn(await council.challenge(person.device.key));
  const answer = await council.ask({ method: "POST", path: "/api/sessions", body: proof });
  const [given, ...more] = answer.headers["set-cookie"];
  assert.deepEqual(more, []);
  assert.deepEqual(given.split("; ").slice(1).sort(), ["HttpOnly", "Path=/", "SameSite=Strict", "Secure"]);
  const left = await council.ask({ method: "POST", path: "/api/exit", cookie: answer.session });
  assert.match(left.headers["set-cookie"][0], /^__Host-sayso=; Max-Age=0; /);
  assert.equal((await council.ask({ path: "/api/me", cookie: answer.session })).status, 401, "ended on the server too");
  for (const { path } of calls.filter(({ method, path }) => method === "GET" && !path.includes("{"))) {
    const { headers } = await council.ask({ path });
    assert.equal(headers["set-cookie"], undefined, `GET ${path} sets no cookie`);
  }
}

await withCouncil(async (council) => {
  const person = await council.enrol(council.codes[0]);
  await disguised(council, person);
  await otherKinds(council, person);
  await otherMethods(council, person);
  assert.equal((await council.ask({ path: "/api/me", cookie: person.cookie })).status, 200, "none of it ended the session");
  await fixation(council, person);
  await doubled(council, person);
  await cookies(council, person);
});

// One request to a server on this machine, with every header as the caller wants it, and its answer.

import { randomInt } from "node:crypto";
import { request as requestPlain } from "node:http";
import { request as requestOverTls } from "node:https";

// All of 127/8 is this machine. A caller of its own address each time keeps the guard against guessing out of what is not
// about guessing.
const anyLoopback = () => `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(1, 255)}`;

// `body` is sent as JSON unless it is text or bytes; `cookie` is a person's session, `staff` one of the team's; `headers` win over ours, and undefined drops one.
export function ask(address, { method = "GET", path, body, cookie, staff, headers = {}, from = anyLoopback() }) {
  const { port, host, protocol } = new URL(address);
  const request = protocol === "https:" ? requestOverTls : requestPlain;
  const raw = body === undefined || typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const sent = { Host: host, Connection: "close" };
  if (method !== "GET" && method !== "HEAD") {
    Object.assign(sent, { "Content-Type": "application/json", "Sayso-Client": "1", "Content-Length": Buffer.byteLength(raw ?? "") });
  }
  const cookies = [cookie && `__Host-sayso=${cookie}`, staff && `__Host-sayso-staff=${staff}`].filter(Boolean);
  if (cookies.length) sent.Cookie = cookies.join("; ");
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) delete sent[name];
    else sent[name] = value;
  }
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, method, path, headers: sent, localAddress: from, agent: false, timeout: 30_000 };
    // A certificate that was made for one run vouches for nobody, and is on this machine alone.
    Object.assign(options, { servername: "localhost", rejectUnauthorized: false });
    const asked = request(options, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve(readAnswer(response, Buffer.concat(parts)));
    });
    asked.on("timeout", () => asked.destroy(new Error(`no answer to ${method} ${path}`)));
    asked.on("error", reject);
    asked.end(raw);
  });
}

function readAnswer(response, bytes) {
  const isJson = /json/.test(response.headers["content-type"] ?? "");
  const [cookie = ""] = response.headers["set-cookie"] ?? [];
  return {
    status: response.statusCode,
    headers: response.headers,
    bytes,
    text: bytes.toString(),
    json: isJson ? JSON.parse(bytes) : undefined,
    session: /^__Host-sayso(?:-staff)?=([^;]+)/.exec(cookie)?.[1],
    problem: isJson ? JSON.parse(bytes).type?.replace("/problems/", "") : undefined,
  };
}

// An organisation's machine, written from docs/formats/signed-request.md alone: RFC 9421 with RFC 9530. Nothing of ours runs here.

import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { multikeyOf } from "./device.mjs";

export function makeOrganisation() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const key = multikeyOf(publicKey);
  return {
    key,
    // A request for ask(); `authority` is the server's host and port.
    sign(authority, method, path, body, { created = Math.floor(Date.now() / 1000), nonce = randomBytes(18).toString("base64url") } = {}) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const covered = ["@method", "@authority", "@path"];
      const values = { "@method": method, "@authority": authority, "@path": path };
      const headers = {};
      if (text !== undefined) {
        covered.push("content-digest");
        values["content-digest"] = `sha-256=:${createHash("sha256").update(text).digest("base64")}:`;
        headers["Content-Digest"] = values["content-digest"];
      }
      const parameters = `(${covered.map((name) => `"${name}"`).join(" ")});created=${created};keyid="${key}";nonce="${nonce}";tag="sayso"`;
      const base = [...covered.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${parameters}`].join("\n");
      headers["Signature-Input"] = `sig1=${parameters}`;
      headers.Signature = `sig1=:${sign(null, Buffer.from(base), privateKey).toString("base64")}:`;
      return { method, path, body, headers };
    },
  };
}

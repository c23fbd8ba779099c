// A person's device, written from docs/formats alone: it enrols, signs in, and signs records. Nothing of ours runs here.

import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import canonicalize from "canonicalize";

const context = ["https://w3id.org/security/data-integrity/v2", { dct: "http://purl.org/dc/terms/", dpv: "https://w3id.org/dpv#" }];
const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const crockford = "0123456789abcdefghjkmnpqrstvwxyz";
const sha256 = (data) => createHash("sha256").update(data).digest();

function base58btc(bytes) {
  let digits = "";
  for (let number = BigInt(`0x${bytes.toString("hex")}`); number > 0n; number /= 58n) digits = base58[Number(number % 58n)] + digits;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${"1".repeat(zeros)}${digits}`;
}

// Of a person or a record: 128 bits, two bits of padding at the end.
export function newId() {
  const bits = [...randomBytes(16)].map((byte) => byte.toString(2).padStart(8, "0")).join("") + "00";
  return bits.match(/.{5}/g).map((five) => crockford[parseInt(five, 2)]).join("");
}

export const newHash = () => randomBytes(32).toString("hex");
export const newSecret = () => randomBytes(32).toString("base64url");
export const hashOf = (secured) => sha256(canonicalize(secured)).toString("hex");
export const multikeyOf = (publicKey) => {
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  return base58btc(Buffer.concat([Buffer.of(0xed, 0x01), raw]));
};
const timeNow = () => new Date().toISOString().replace(/\.\d+/, "");

export function makeDevice() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const key = multikeyOf(publicKey);

  function secure(document, more = {}) {
    const options = {
      "@context": document["@context"], type: "DataIntegrityProof", cryptosuite: "eddsa-jcs-2022", created: timeNow(),
      verificationMethod: `did:key:${key}#${key}`, proofPurpose: "assertionMethod", ...more,
    };
    const signed = Buffer.concat([sha256(canonicalize(options)), sha256(canonicalize(document))]);
    return { ...document, proof: { ...options, proofValue: base58btc(sign(null, signed, privateKey)) } };
  }

  const head = (type, format) => ({ "@context": context, type, "dct:conformsTo": `sayso/${format}/v1` });

  // What consent and request records have in common; `more` replaces and adds.
  function common(me, more) {
    const { id, hash, language } = me.notice;
    const created = timeNow();
    const document = {
      "dct:identifier": newId(), "dpv:hasDataSubject": me.person.id,
      "dpv:isIndicatedBy": { "dct:identifier": me.person.id, role: "self" },
      "dpv:isIndicatedAtTime": created, "dpv:hasIndicationMethod": "home",
      "dpv:hasNotice": { "dct:identifier": id, version: me.noticeVersion ?? "1", "dct:language": language, hash },
      shown: newHash(), client: "0.1.0", nonce: randomBytes(16).toString("hex"),
      ...(me.head ? { previous: me.head } : {}), ...more,
    };
    return [document, { created: document["dpv:isIndicatedAtTime"] }];
  }

  return {
    key,
    secure,
    enrolment() {
      const created = timeNow();
      const record = { ...head("KeyEnrolment", "enrolment-record"), "dct:identifier": newId(), "dct:created": created, key };
      return secure({ ...record, nonce: randomBytes(16).toString("hex") }, { created });
    },
    signIn: ({ challenge, domain }, more = {}) =>
      secure(head("SignIn", "sign-in"), { proofPurpose: "authentication", challenge, domain, ...more }),
    consent(me, more = {}) {
      const [shared, proof] = common(me, more);
      const choice = {
        "dpv:hasPurpose": "join-up", "dpv:hasEntity": "nhs", "dpv:hasConsentStatus": "dpv:ConsentRefused",
        "dpv:hasLegalBasis": "dpv:ExplicitlyExpressedConsent",
      };
      return secure({
        ...head("dpv:ConsentRecord", "consent-record"), "dpv:hasProcess": [choice],
        "dpv:hasStorageCondition": { "dpv:hasDuration": "P5Y" }, "dpv:hasConsentControl": "/home", ...shared,
      }, proof);
    },
    request(me, more = {}) {
      const [shared, proof] = common(me, more);
      return secure({ ...head("dpv:RightExerciseRecord", "request-record"), kind: "see", ...shared }, proof);
    },
  };
}

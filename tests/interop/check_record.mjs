// One of our records, verified by others' code: the RFC 8785 form by npm's canonicalize, Ed25519 by @noble/ed25519, the
// rest by hand from the W3C Recommendation (Data Integrity EdDSA Cryptosuites v1.0, §3.3). Nothing of ours runs here.
//
//   node tests/interop/check_record.mjs [RECORD...]
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as ed25519 from '@noble/ed25519'
import canonicalize from 'canonicalize'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function decodeBase58btc(multibase) {
  assert.equal(multibase[0], 'z')
  let number = 0n
  for (const digit of multibase.slice(1)) {
    assert.ok(alphabet.includes(digit))
    number = number * 58n + BigInt(alphabet.indexOf(digit))
  }
  const zeros = multibase.slice(1).match(/^1*/)[0].length
  const hex = number === 0n ? '' : number.toString(16)
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 ? '0' + hex : hex, 'hex')])
}

const sha256 = text => createHash('sha256').update(text).digest()

export async function verifyRecord(secured) {
  const { proof, ...document } = secured
  const { proofValue, ...options } = proof
  const key = decodeBase58btc(proof.verificationMethod.split('#')[1])
  assert.deepEqual([...key.subarray(0, 2)], [0xed, 0x01])
  const signed = Buffer.concat([sha256(canonicalize(options)), sha256(canonicalize(document))])
  return ed25519.verifyAsync(decodeBase58btc(proofValue), signed, key.subarray(2))
}

const vectors = new URL('../vectors/', import.meta.url)
const given = process.argv.slice(2)
const names = given.length ? given : ['consent-record.json', 'request-record.json', 'sign-in.json']
for (const name of names) {
  const text = readFileSync(given.length ? name : new URL(name, vectors), 'utf8')
  const record = JSON.parse(text)
  assert.equal(canonicalize(record), text.trimEnd(), `${name} is in canonical form`)
  assert.equal(record.proof.type, 'DataIntegrityProof')
  assert.equal(record.proof.cryptosuite, 'eddsa-jcs-2022')
  assert.deepEqual(record.proof['@context'], record['@context'])
  assert.equal(await verifyRecord(record), true, `${name} verifies`)
  // A check that accepts everything would pass the line above too.
  for (const altered of [
    { ...record, 'dct:conformsTo': 'sayso/other/v1' },
    { ...record, proof: { ...record.proof, created: '2026-03-02T10:15:01Z' } },
    { ...record, proof: { ...record.proof, proofPurpose: 'capabilityInvocation' } },
  ]) assert.equal(await verifyRecord(altered), false, `${name}, altered, does not verify`)
  console.log(`${name}: verified with canonicalize and @noble/ed25519`)
}

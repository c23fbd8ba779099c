// A receipt, checked from the texts of C2SP (signed-note, tlog-checkpoint, tlog-proof), RFC 6962 and docs/formats alone,
// with Node's own cryptography and npm's canonicalize. Nothing of ours runs here.
//
//   node tests/interop/check_receipt.mjs [RECEIPT VKEY]
import assert from 'node:assert/strict'
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const base64 = text => Buffer.from(text, 'base64')

// name+id+base64(type, key)
function readVerifierKey(text) {
  const [name, id, key] = text.trim().split(/\+(.{8})\+/)
  const bytes = base64(key)
  assert.equal(bytes[0], 1)
  assert.equal(sha256(name, '\n', bytes).subarray(0, 4).toString('hex'), id)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

function verifyNote(note, verifier) {
  const gap = note.lastIndexOf('\n\n')
  const text = note.slice(0, gap + 1)
  const signed = note.slice(gap + 2).trimEnd().split('\n').some(line => {
    const [dash, name, signature] = line.split(' ')
    const bytes = base64(signature)
    return dash === '\u2014' && name === verifier.name && bytes.subarray(0, 4).toString('hex') === verifier.id &&
      verify(null, Buffer.from(text), verifier.key, bytes.subarray(4))
  })
  assert.ok(signed, 'the checkpoint is signed with the key of the log')
  return text
}

// RFC 9162 §2.1.3.2, over integers of any size.
function rootFrom(leafHash, index, size, hashes) {
  let [fn, sn, root] = [index, size - 1n, leafHash]
  for (const hash of hashes) {
    assert.notEqual(sn, 0n, 'no more hashes than needed')
    if (fn & 1n || fn === sn) {
      root = sha256(Buffer.of(1), hash, root)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else {
      root = sha256(Buffer.of(1), root, hash)
    }
    [fn, sn] = [fn >> 1n, sn >> 1n]
  }
  assert.equal(sn, 0n, 'no fewer hashes than needed')
  return root
}

function readProof(text) {
  const gap = text.indexOf('\n\n')
  const [header, extra, index, ...hashes] = text.slice(0, gap).split('\n')
  assert.equal(header, 'c2sp.org/tlog-proof@v1')
  assert.match(extra, /^extra /)
  assert.match(index, /^index (0|[1-9][0-9]*)$/)
  return { salt: base64(extra.slice(6)), index: BigInt(index.slice(6)), hashes: hashes.map(base64), note: text.slice(gap + 2) }
}

// The leaf of an entry, proved to be in the log. Answers with what the entry's receipt may refer to.
function checkOpening({ entry, proof: text }, verifier) {
  const proof = readProof(text)
  assert.equal(proof.salt.length, 32)
  const leaf = createHmac('sha256', proof.salt).update(canonicalize(entry)).digest()
  const leafHash = sha256(Buffer.of(0), leaf)
  const [origin, size, root] = verifyNote(proof.note, verifier).split('\n')
  assert.equal(origin, verifier.name)
  assert.deepEqual(rootFrom(leafHash, proof.index, BigInt(size), proof.hashes), base64(root), 'the leaf is in the tree')
  return { index: Number(proof.index), leaf_hash: leafHash.toString('hex'), note: proof.note }
}

function checkReceipt(receipt, verifier) {
  assert.equal(receipt.format, 'sayso/receipt/v1')
  const { note } = checkOpening(receipt, verifier)
  const { note: same, ...reference } = checkOpening(receipt.enrolment, verifier)
  assert.equal(note, same, 'both proofs are under one checkpoint')
  assert.deepEqual(receipt.entry.enrolment, reference, 'the entry refers to this enrolment')
  const method = receipt.entry.record.proof.verificationMethod
  assert.equal(method.split('#')[1], receipt.enrolment.entry.record.key)
  assert.equal(receipt.enrolment.entry.person, receipt.entry.record['dpv:isIndicatedBy']['dct:identifier'])
}

const vectors = new URL('../vectors/', import.meta.url)
const [receiptPath = new URL('receipt.json', vectors), keyPath = new URL('log.vkey', vectors)] = process.argv.slice(2)
const text = readFileSync(receiptPath, 'utf8')
const verifier = readVerifierKey(readFileSync(keyPath, 'utf8'))
checkReceipt(JSON.parse(text), verifier)
console.log('the receipt holds, by C2SP and RFC 6962 alone')

// The same check must fail where something is altered.
for (const alter of [
  receipt => { receipt.entry.server_time = '2030-01-01T00:00:00Z' },
  receipt => { receipt.entry.record.client = '9.9.9' },
  receipt => { receipt.enrolment.entry.assurance = 'confirmed' },
  receipt => { receipt.proof = receipt.proof.replace('\nindex ', '\nindex 1') },
  receipt => { receipt.proof = receipt.proof.replace(/\n[0-9]+\n(?=[A-Za-z0-9+/=]{44}\n\n\u2014)/, '\n6\n') },
]) {
  const altered = JSON.parse(text)
  alter(altered)
  assert.notDeepEqual(altered, JSON.parse(text))
  assert.throws(() => checkReceipt(altered, verifier), assert.AssertionError)
}
console.log('and five altered ones do not')

// Follows a running log as a stranger would, from the texts of C2SP (tlog-tiles, tlog-checkpoint, signed-note,
// tlog-cosignature, tlog-witness) and RFC 9162 alone, with Node's own cryptography. Nothing of ours runs on this side.
//
//   node tests/interop/follow_log.mjs                    with a council and a witness of its own ($SAYSO_PROGRAM, $SAYSO_WEB_ROOT)
//   node tests/interop/follow_log.mjs URL VKEY [WITNESS-VKEY]
import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const leafHash = entry => sha256(Buffer.of(0), entry)
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right)

// name+id+base64(type, key); type 1 signs logs, type 4 cosigns.
function readKey(text, type) {
  const [, name, id, rest] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim())
  const bytes = Buffer.from(rest, 'base64')
  assert.equal(bytes[0], type)
  assert.equal(sha256(name, '\n', bytes).subarray(0, 4).toString('hex'), id)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

function readNote(note) {
  const gap = note.lastIndexOf('\n\n')
  const lines = note.slice(gap + 2).split('\n')
  assert.equal(lines.pop(), '')
  return {
    text: note.slice(0, gap + 1),
    signatures: lines.map(line => {
      const [, name, base64] = /^\u2014 ([^ ]+) (.+)$/.exec(line)
      const bytes = Buffer.from(base64, 'base64')
      return { name, id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) }
    }),
  }
}

const signaturesBy = (note, { name, id }) => note.signatures.filter(line => line.name === name && line.id === id)

function readCheckpoint(text, logKey) {
  const note = readNote(text)
  const own = signaturesBy(note, logKey)
  assert.ok(own.length > 0 && own.every(line => verify(null, Buffer.from(note.text), logKey.key, line.bytes)), 'the log signed it')
  const [origin, size, root] = note.text.split('\n')
  assert.equal(origin, logKey.name)
  return { note, size: Number(size), root: Buffer.from(root, 'base64') }
}

// When the witness saw it, in seconds since 1970.
function readCosignature(note, key) {
  const [line] = signaturesBy(note, key)
  assert.ok(line, 'the witness cosigned')
  assert.equal(line.bytes.length, 72)
  const time = line.bytes.readBigUInt64BE(0)
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${note.text}`)
  assert.ok(verify(null, message, key.key, line.bytes.subarray(8)), 'the cosignature holds')
  return Number(time)
}

const tilePath = index => {
  const groups = []
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(String(rest % 1000).padStart(3, '0'))
  return groups.map((group, i) => i < groups.length - 1 ? `x${group}` : group).join('/')
}

async function fetchBytes(url) {
  const answer = await fetch(url)
  assert.equal(answer.status, 200, url)
  assert.equal(answer.headers.get('content-type'), 'application/octet-stream')
  return Buffer.from(await answer.arrayBuffer())
}

// Every leaf hash of a log of this size, each checked against its entry.
async function fetchLeaves(prefix, size) {
  const leaves = []
  for (let index = 0; index * 256 < size; ++index) {
    const width = Math.min(256, size - index * 256)
    const place = tilePath(index) + (width < 256 ? `.p/${width}` : '')
    const [hashes, bundle] = await Promise.all([fetchBytes(`${prefix}/tile/0/${place}`), fetchBytes(`${prefix}/tile/entries/${place}`)])
    assert.equal(hashes.length, 32 * width)
    let at = 0
    for (let i = 0; i < width; ++i) {
      const length = bundle.readUInt16BE(at)
      assert.deepEqual(leafHash(bundle.subarray(at + 2, at + 2 + length)), hashes.subarray(32 * i, 32 * i + 32))
      at += 2 + length
      leaves.push(hashes.subarray(32 * i, 32 * i + 32))
    }
    assert.equal(at, bundle.length)
  }
  return leaves
}

// RFC 9162 §2.1.1, word for word.
function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0]
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

// RFC 9162 §2.1.4.2, for first < second.
function checkConsistency(first, second, proof) {
  const path = [...proof]
  if ((first.size & (first.size - 1)) === 0) path.unshift(first.root)
  let [fn, sn] = [first.size - 1, second.size - 1]
  while (fn & 1) [fn, sn] = [fn >> 1, sn >> 1]
  let [fr, sr] = [path[0], path[0]]
  for (const hash of path.slice(1)) {
    assert.notEqual(sn, 0)
    if ((fn & 1) || fn === sn) {
      [fr, sr] = [nodeHash(hash, fr), nodeHash(hash, sr)]
      while (!(fn & 1) && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1]
    } else {
      sr = nodeHash(sr, hash)
    }
    [fn, sn] = [fn >> 1, sn >> 1]
  }
  assert.equal(sn, 0)
  assert.deepEqual([fr, sr], [first.root, second.root])
}

async function fetchCheckpoint(prefix, logKey, isGood) {
  for (;;) {
    const answer = await fetch(`${prefix}/checkpoint`)
    if (answer.status === 200) {
      const checkpoint = readCheckpoint(await answer.text(), logKey)
      if (isGood(checkpoint)) return checkpoint
    }
  }
}

async function follow(prefix, logKey, witnessKey) {
  const first = await fetchCheckpoint(prefix, logKey, () => true)
  const isCosigned = ({ note }) => !witnessKey || signaturesBy(note, witnessKey).length > 0
  const second = await fetchCheckpoint(prefix, logKey, found => found.size > first.size && isCosigned(found))
  const leaves = await fetchLeaves(prefix, second.size)
  assert.deepEqual(rootOf(leaves), second.root, 'the entries have the root that was signed')
  assert.deepEqual(rootOf(leaves.slice(0, first.size)), first.root, 'and began as they did before')
  const proof = await (await fetch(`${prefix}/consistency/${first.size}/${second.size}`)).text()
  const hashes = proof.trimEnd().split('\n').filter(Boolean).map(line => Buffer.from(line, 'base64'))
  checkConsistency(first, second, hashes)
  assert.throws(() => checkConsistency({ ...first, root: second.root }, second, hashes))
  console.log(`entries ${first.size} to ${second.size}: roots, consistency and signatures hold`)
  if (witnessKey) console.log(`cosigned by ${witnessKey.name} at ${new Date(1000 * readCosignature(second.note, witnessKey)).toISOString()}`)
  return second
}

const started = []
async function start(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  started.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('serving: ')) return { child, url: line.slice(9) }
  }
  throw new Error(`${program} ${args[0]} ended before it served`)
}

async function stop({ child }) {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function playBoth(program, www) {
  const folder = mkdtempSync(join(tmpdir(), 'sayso-follow-'))
  try {
    const serve = ['serve', '--demo', '--data', join(folder, 'data'), '--www', www, '--port', '0']
    const once = await start(program, serve)
    const logVkey = (await (await fetch(`${once.url}/log/key`)).text()).trim()
    await stop(once)
    const state = join(folder, 'witness')
    const made = spawnSync(program, ['witness', 'new-key', '--state', state, '--name', 'witness.example/w1'], { encoding: 'utf8' })
    assert.equal(made.status, 0, made.stderr)
    const witnessVkey = made.stdout.trim()
    const witness = await start(program, ['witness', 'serve', '--state', state, '--log', logVkey, '--port', '0'])
    const policy = join(folder, 'policy')
    writeFileSync(policy, `log ${logVkey}\nwitness W ${witnessVkey} ${witness.url}/\nquorum W\n`)
    const config = join(folder, 'sayso.conf')
    // A witness is asked once a second: a checkpoint has to stand for longer than that to be cosigned.
    writeFileSync(config, `publish-seconds = 3\ncover-seconds = 1\nwitnesses = ${policy}\n`)
    const council = await start(program, [...serve, '--config', config])
    const logKey = readKey(logVkey, 1)
    const last = await follow(`${council.url}/log`, logKey, readKey(witnessVkey, 4))
    await stop(council)
    // As tlog-witness says: who does not know what was cosigned is told.
    const note = `${last.note.text}\n\u2014 ${logKey.name} ${Buffer.concat([Buffer.from(logKey.id, 'hex'), signaturesBy(last.note, logKey)[0].bytes]).toString('base64')}\n`
    const told = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body: `old 0\n\n${note}` })
    assert.equal(told.status, 409)
    assert.equal(told.headers.get('content-type'), 'text/x.tlog.size')
    assert.match(await told.text(), /^[1-9][0-9]*\n$/)
    const refused = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body: `old 0\n\n${note.replace(/\n[0-9]+\n/, '\n9999999\n')}` })
    assert.equal(refused.status, 403)
    await stop(witness)
  } finally {
    for (const child of started) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

const [url, logVkey, witnessVkey] = process.argv.slice(2)
if (url) {
  await follow(url, readKey(logVkey, 1), witnessVkey && readKey(witnessVkey, 4))
} else {
  const { SAYSO_PROGRAM: program, SAYSO_WEB_ROOT: www } = process.env
  if (!program || !www || !existsSync(program)) process.exit(77)
  await playBoth(program, www)
}

// What the device keeps: one sealed text, in IndexedDB.
//
// It is sealed by an AES-GCM key that WebCrypto holds and will not export, so a copy of the database alone is
// worth nothing. With a PIN it is first sealed by a share that the server releases for the PIN (five tries), so the
// device alone is worth nothing either. Slots without a PIN: one at the most. Slots with a PIN: as many as there are
// people, told apart only by which share opens them.

const DATABASE = "sayso";
const STORE = "kept";
const PIN_ROUNDS = 210000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function toBase64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64url(text) {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(plain), (c) => c.charCodeAt(0));
}

function asPromise(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function openDatabase() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return asPromise(request);
}

// Resolves once the browser says that the transaction is on its disk.
async function change(work) {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
    work(transaction.objectStore(STORE));
    await done;
  } finally {
    database.close();
  }
}

async function readAll() {
  const database = await openDatabase();
  try {
    const store = database.transaction(STORE, "readonly").objectStore(STORE);
    const [keys, values] = await Promise.all([asPromise(store.getAllKeys()), asPromise(store.getAll())]);
    return keys.map((key, i) => ({ key, value: values[i] }));
  } finally {
    database.close();
  }
}

async function seal(key, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes));
  return { iv, text };
}

async function unseal(key, sealed) {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, key, sealed.text));
}

async function keyFromShare(share) {
  const material = await crypto.subtle.importKey("raw", fromBase64url(share), "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: encoder.encode("sayso vault v1") };
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

// "none" | "open" with text | "locked" | "unavailable"; others: there are slots that this visit cannot open.
export async function look() {
  try {
    const slots = await readAll();
    const open = slots.find((slot) => slot.value.pin === false);
    const others = slots.some((slot) => slot.value.pin === true);
    if (open) {
      const text = decoder.decode(await unseal(open.value.key, open.value.sealed));
      return { found: "open", text, slot: open.key, others };
    }
    return { found: others ? "locked" : "none", text: "", slot: null, others };
  } catch {
    return { found: "unavailable", text: "", slot: null, others: false };
  }
}

// A device has one random id; it salts the PIN, and the server counts the tries by it.
async function deviceId() {
  const database = await openDatabase();
  let id;
  try {
    id = await asPromise(database.transaction(STORE, "readonly").objectStore(STORE).get("device"));
  } finally {
    database.close();
  }
  if (id) return id.bytes;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  await change((store) => store.put({ bytes }, "device"));
  return bytes;
}

// PBKDF2 only slows a thief of the server's store; against guessing on the device stand the server's five tries.
export async function derivePin(pin) {
  const device = await deviceId();
  const material = await crypto.subtle.importKey("raw", encoder.encode(pin), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: device, iterations: PIN_ROUNDS };
  const verifier = new Uint8Array(await crypto.subtle.deriveBits(how, material, 256));
  return { device: toBase64url(device), verifier: toBase64url(verifier) };
}

export async function save(slot, text, share) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  let bytes = encoder.encode(text);
  if (share) {
    const inner = await seal(await keyFromShare(share), bytes);
    bytes = new Uint8Array(inner.iv.length + inner.text.length);
    bytes.set(inner.iv);
    bytes.set(inner.text, inner.iv.length);
  }
  const name = slot ?? toBase64url(crypto.getRandomValues(new Uint8Array(16)));
  const sealed = await seal(key, bytes);
  await change((store) => store.put({ pin: Boolean(share), key, sealed }, name));
  return name;
}

// The slot that this share opens, or null.
export async function unlock(share) {
  const shareKey = await keyFromShare(share);
  for (const { key: slot, value } of await readAll()) {
    if (value.pin !== true) continue;
    try {
      const bytes = await unseal(value.key, value.sealed);
      const text = await unseal(shareKey, { iv: bytes.subarray(0, 12), text: bytes.subarray(12) });
      return { slot, text: decoder.decode(text) };
    } catch {
      // Somebody else's.
    }
  }
  return null;
}

export async function erase(slot) {
  if (slot === null) return;
  await change((store) => store.delete(slot));
}

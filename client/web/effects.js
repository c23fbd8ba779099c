// Carries out what the core asks for. One function per effect; an answer goes back as an action.

import { remember } from "./tab.js";
import * as vault from "./vault.js";

// A call without an answer for so long has none; the core asks again.
const patience_ms = 30000;
// What was signed is kept before it is sent, but a browser whose storage hangs must not keep it from being sent.
const patienceWithStorage_ms = 3000;
const mostAnswer = 8 * 1024 * 1024;

const passed = (time_ms) => new Promise((resolve) => setTimeout(resolve, time_ms));

async function ask(method, path, body) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience_ms);
  try {
    const answer = await fetch(path, {
      method,
      body: body === "" ? undefined : body,
      headers: { "Content-Type": "application/json", "Sayso-Client": "1" },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: abort.signal,
    });
    const text = await answer.text();
    // The core takes no text with a NUL in it, nor one without end: nothing that our server says is either.
    return { status: answer.status, body: text.length > mostAnswer || text.includes("\0") ? "" : text };
  } catch {
    return { status: 0, body: "" };
  } finally {
    clearTimeout(timer);
  }
}

// `post(action)` hands an action to the core. `shell` knows how to show Simple view and to print.
export function makeEffects(post, shell, found) {
  // The slot that this visit opened or made: only that one is ever written or erased.
  let slot = found.slot;
  let timer = 0;
  let alarm = 0;
  const ring = () => post({ type: "alarm-rang" });
  // A phone that sleeps stops its timers: what was due meanwhile is done as soon as it is looked at again.
  const ringInSight = () => alarm && !document.hidden && ring();
  document.addEventListener("visibilitychange", ringInSight);
  addEventListener("pageshow", ringInSight);
  // What happens to the storage happens in order, so that an older text never overwrites a newer one.
  let saving = Promise.resolve();
  const inOrder = (work) => {
    unsaved = null;
    saving = saving.then(work).catch(() => {});
  };
  // Of texts that follow each other while the storage is busy, the newest is kept.
  let unsaved = null;
  function saveSoon(effect) {
    if (unsaved) {
      unsaved.effect = effect;
      return;
    }
    const mine = { effect };
    inOrder(() => {
      if (unsaved === mine) unsaved = null;
      return save(mine.effect);
    });
    unsaved = mine;
  }
  // The words are the browser's own, and the same for every page that asks.
  const askFirst = (event) => event.preventDefault();
  // Exit this page (exit.js) leaves without a question.
  addEventListener("sayso-leave", () => removeEventListener("beforeunload", askFirst));

  async function save({ text, share }) {
    try {
      slot = await vault.save(slot, text, share);
      post({ type: "vault-saved", saved: true });
    } catch {
      post({ type: "vault-saved", saved: false });
    }
  }

  return {
    async call({ ticket, method, path, body }) {
      await Promise.race([saving, passed(patienceWithStorage_ms)]);
      post({ type: "answered", ticket, ...(await ask(method, path, body)) });
    },
    go({ address, replace }) {
      if (replace) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    },
    async derivePin({ pin }) {
      const derived = await vault.derivePin(pin).catch(() => ({ device: "", verifier: "" }));
      post({ type: "pin-derived", ...derived });
    },
    save: saveSoon,
    rememberInTab({ code, visit }) {
      remember(code, visit);
    },
    askBeforeLeaving({ on }) {
      if (on) addEventListener("beforeunload", askFirst);
      else removeEventListener("beforeunload", askFirst);
    },
    async open({ share }) {
      const opened = await vault.unlock(share).catch(() => null);
      if (opened) {
        inOrder(() => {
          slot = opened.slot;
        });
      }
      post({ type: "vault-opened", opened: opened !== null, text: opened ? opened.text : "" });
    },
    erase() {
      inOrder(async () => {
        await vault.erase(slot);
        slot = null;
      });
    },
    close() {
      inOrder(() => {
        slot = null;
      });
    },
    download({ file_name, media_type, text }) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: media_type }));
      link.download = file_name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
    reload() {
      location.replace("/");
    },
    print() {
      shell.print();
    },
    wake({ after_ms }) {
      clearTimeout(timer);
      timer = setTimeout(() => post({ type: "woke" }), after_ms);
    },
    alarm({ after_ms }) {
      clearTimeout(alarm);
      alarm = setTimeout(ring, after_ms);
    },
    keepSettings({ text, lasting }) {
      shell.keepSettings(text, lasting);
    },
    speak() {
      shell.reader.speak();
    },
    stopSpeaking() {
      shell.reader.stop();
    },
  };
}

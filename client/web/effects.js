// Carries out what the core asks for. One function per effect; an answer goes back as an action.

import * as vault from "./vault.js";

// `post(action)` hands an action to the core. `shell` knows how to show Simple view and to print.
export function makeEffects(post, shell, found) {
  // The slot that this visit opened or made: only that one is ever written or erased.
  let slot = found.slot;
  let timer = 0;
  // Saves happen one after the other, so that an older text never overwrites a newer one.
  let saving = Promise.resolve();

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
      try {
        const answer = await fetch(path, {
          method,
          body: body === "" ? undefined : body,
          headers: { "Content-Type": "application/json", "Sayso-Client": "1" },
          credentials: "same-origin",
          cache: "no-store",
          redirect: "error",
          referrerPolicy: "no-referrer",
        });
        post({ type: "answered", ticket, status: answer.status, body: await answer.text() });
      } catch {
        post({ type: "answered", ticket, status: 0, body: "" });
      }
    },
    go({ address, replace }) {
      if (replace) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    },
    async derivePin({ pin }) {
      post({ type: "pin-derived", ...(await vault.derivePin(pin)) });
    },
    save(effect) {
      saving = saving.then(() => save(effect));
    },
    async open({ share }) {
      const opened = await vault.unlock(share).catch(() => null);
      if (opened) slot = opened.slot;
      post({ type: "vault-opened", opened: opened !== null, text: opened ? opened.text : "" });
    },
    erase() {
      const gone = slot;
      slot = null;
      saving = saving.then(() => vault.erase(gone)).catch(() => {});
    },
    download({ file_name, media_type, text }) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: media_type }));
      link.download = file_name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
    print() {
      shell.print();
    },
    wake({ after_ms }) {
      clearTimeout(timer);
      timer = setTimeout(() => post({ type: "woke" }), after_ms);
    },
    simpleView({ on }) {
      shell.setSimpleView(on);
    },
  };
}

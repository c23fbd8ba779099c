// What this tab knows after its page was loaded again, until it is closed: the invitation's code as long as that can be
// used, and that a visit which keeps nothing is open. In the tab's own storage, not in its history: Exit this page
// (exit.js) wipes it, and no Back button leads to it.

const key = "sayso-tab";

// A private window may refuse to be asked: the tab then remembers nothing.
function withStore(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

export function remember(code, visit) {
  withStore((store) => {
    if (code || visit) store.setItem(key, JSON.stringify({ code, visit }));
    else store.removeItem(key);
  });
}

export function recall() {
  const text = withStore((store) => store.getItem(key));
  try {
    const { code, visit } = JSON.parse(text ?? "{}");
    return { code: typeof code === "string" ? code : "", visit: visit === true };
  } catch {
    return { code: "", visit: false };
  }
}

// From what a person did on the page (events.js) to what the core takes as an action; null where it is the browser's
// own business. What needs waiting for, such as a file, is posted later.

const receiptBytesAtMost = 1024 * 1024;

function readFile(file, post) {
  if (file.size > receiptBytesAtMost) {
    post({ type: "file-read", name: file.name, text: "", large: true });
    return;
  }
  // A text with a NUL in it is no receipt, and nothing that the core would take.
  file.text().then((text) => {
    post({ type: "file-read", name: file.name, text: text.includes("\0") ? " " : text, large: false });
  });
}

function clicked({ action, href }) {
  if (action) return { type: "pressed", action };
  if (href && href[0] === "/") return { type: "navigated", address: href };
  return null;
}

// Options of a group of checkboxes are fields of their own: "<group>:<option>".
function changed({ name, value, checked, files }, post) {
  if (files) {
    if (files.length > 0) readFile(files[0], post);
    return null;
  }
  const box = document.querySelector(`input[type="checkbox"][name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  if (!box) return checked ? { type: "changed", name, value } : null;
  return { type: "changed", name: `${name}:${value}`, value: checked ? "yes" : "" };
}

export function toAction(message, post) {
  switch (message.type) {
    case "click":
      return clicked(message);
    case "submit":
      return { type: "pressed", action: message.action };
    case "change":
      return changed(message, post);
    case "input":
      return { type: "changed", name: message.name, value: message.value };
    case "toggle":
      return message.id ? { type: "toggled", id: message.id, open: message.checked } : null;
    default:
      return null;
  }
}

// What a person does on the page, as one kind of message. The page is the one source of activation: the
// canvas below is told nothing about pointers or keys.
//
// Each message has: type ("click" | "change" | "input" | "submit" | "toggle" | "focus"), path (of the
// node), id, name, action, value, checked; "click" on a link has href; "submit" has fields, [name, value]
// pairs; "change" on a file input has files; "focus" has visible, and an empty path when focus left.

import { turnedEarly } from "./elements.js";

export function pathOf(element) {
  const keys = [];
  for (let at = element; at && at.id !== "page"; at = at.parentElement) {
    const key = at.dataset?.key;
    if (key && key[0] !== ".") keys.unshift(key);
  }
  return keys.join("/");
}

function describe(type, element, more) {
  return {
    type,
    path: pathOf(element),
    id: element.id,
    name: element.name ?? "",
    action: element.dataset.action ?? "",
    value: element.value ?? "",
    checked: element.checked ?? false,
    ...more,
  };
}

// `onEvent(message)` says true where the client took it over; what it leaves goes the browser's own way.
// Hands back what stops the listening.
export function listen(root, onEvent) {
  const stop = new AbortController();
  const on = (type, handle) =>
    root.addEventListener(type, handle, { capture: true, signal: stop.signal });

  // A press is for the screen that it began on: the rest of a double click is for nothing that took its place.
  let last = { x: 0, y: 0 };
  function isSamePress({ detail, clientX, clientY }) {
    const near = Math.hypot(clientX - last.x, clientY - last.y) < 16;
    last = { x: clientX, y: clientY };
    return detail > 1 && near;
  }

  on("click", (event) => {
    const again = isSamePress(event);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const target = event.target.closest?.("a[href], button");
    if (!target || !plain || event.altKey || event.defaultPrevented) return;
    if (target.id === "exit" || target.dataset.exit !== undefined) return;
    if (again) return event.preventDefault();
    if (target.localName === "a") clickLink(event, target);
    else if (target.dataset.action && onEvent(describe("click", target))) event.preventDefault();
  });

  function clickLink(event, link) {
    const address = link.getAttribute("href");
    if (!link.dataset.action && address.length > 1 && address[0] === "#") {
      if (goTo(address.slice(1))) event.preventDefault();
      return;
    }
    const here = link.origin === location.origin;
    const href = here ? link.pathname + link.search + link.hash : link.href;
    if (!here && !link.dataset.action) return;
    if (link.hasAttribute("download") && !link.dataset.action) return;
    if (onEvent(describe("click", link, { href }))) event.preventDefault();
  }

  on("submit", (event) => {
    const form = event.target;
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    // A form may have a field called "name" or "id", which would hide its own.
    const message = {
      ...describe("submit", form, { fields, name: "", value: "" }),
      id: form.getAttribute("id") ?? "",
      action: form.getAttribute("data-action") ?? "",
    };
    if (onEvent(message)) event.preventDefault();
  });

  on("change", ({ target }) => {
    if (target.type === "file") onEvent(describe("change", target, { files: [...target.files] }));
    else if (target.type === "radio" || target.type === "checkbox") onEvent(describe("change", target));
  });

  on("input", ({ target }) => {
    if (!["radio", "checkbox", "file"].includes(target.type)) onEvent(describe("input", target));
  });

  on("toggle", ({ target }) => {
    if (target.localName === "details") onEvent(describe("toggle", target, { checked: target.open }));
  });

  on("focusin", ({ target }) => {
    if (target instanceof Element) onEvent(describe("focus", target, { visible: target.matches(":focus-visible") }));
  });

  on("focusout", (event) => {
    if (!event.relatedTarget) onEvent({ type: "focus", path: "", visible: false });
  });

  return () => stop.abort();
}

// Goes to a place on this page without an entry in the browser's history: to a field with its question
// and message in sight, to anything else at its start.
export function goTo(id) {
  const target = document.getElementById(id);
  if (!target) return false;
  const focusable = target.tabIndex >= 0 || target.hasAttribute("tabindex");
  if (!focusable) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  (target.closest(".field") ?? target).scrollIntoView({ block: "start" });
  return true;
}

// What was typed, chosen or opened before anybody listened: told as if it happened now.
export function tellEarlierInput(root, onEvent) {
  for (const field of root.querySelectorAll("input, textarea")) {
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.checked !== field.defaultChecked) onEvent(describe("change", field));
    } else if (field.type !== "file" && field.value !== field.defaultValue) {
      onEvent(describe("input", field));
    }
  }
  for (const details of root.querySelectorAll("details")) {
    if (turnedEarly.has(details)) onEvent(describe("toggle", details, { checked: details.open }));
  }
}

// The page's end of the mirror: carries out the buffers of client/mirror on real elements.
//
// In canvas mode place() lays elements over their painted likenesses. In Simple view nothing is placed:
// call unplace() on the way there, and have the core send every placement again on the way back.

import { adopt, build, create, insert, setAttribute, setText, unsetAttribute } from "./elements.js";
import { Reader } from "./wire.js";

const version = 1;
const op = {
  create: 1,
  remove: 2,
  move: 3,
  text: 4,
  set: 5,
  unset: 6,
  title: 7,
  language: 8,
  focus: 9,
};
const timeToHear = 1500; // ms
const record = { box: 1, lines: 2, noBox: 3, noLines: 4 };

export function createMirror() {
  const elements = new Map(); // by handle
  const boxed = new Set();
  const lined = new Set();
  let focusWanted = "";

  const isPainted = () => document.documentElement.classList.contains("canvas");
  const made = (handle, element) => elements.set(handle, element);

  // --- Changes of content ---

  function apply(bytes) {
    const reader = new Reader(bytes);
    if (reader.byte() !== version) throw new Error("mirror: unknown version of operations");
    const active = document.activeElement;
    if (elements.size === 0) begin(reader);
    else while (!reader.done) change(reader);
    // Moving an element in the document takes the focus from it.
    if (active !== document.activeElement && active?.isConnected && active !== document.body) {
      active.focus({ preventScroll: true });
    }
    if (!focusWanted) return;
    // Over the canvas the target is put in its place first.
    if (isPainted()) requestAnimationFrame(settleFocus);
    else settleFocus();
  }

  // The first buffer says how the whole page is; the server may have sent that page already.
  function begin(reader) {
    const plans = new Map();
    let root = null;
    while (!reader.done) {
      const code = reader.byte();
      if (common(code, reader)) continue;
      const handle = reader.number();
      if (code === op.create) {
        const parent = reader.number();
        reader.number();
        const plan = { handle, tag: reader.string(), key: reader.string(), text: "" };
        plan.attributes = new Map();
        plan.children = [];
        plans.set(handle, plan);
        if (parent) plans.get(parent).children.push(plan);
        else root = plan;
      } else if (code === op.set) {
        const name = reader.string();
        plans.get(handle).attributes.set(name, reader.string());
      } else if (code === op.text) {
        plans.get(handle).text = reader.string();
      } else {
        throw new Error("mirror: not in a first buffer: " + code);
      }
    }
    const sent = document.getElementById("page");
    if (sent && sent.localName === root.tag) {
      adopt(sent, root, made);
      // Who has begun to read or to type is not to be moved away.
      if (scrollY > 0 || document.activeElement !== document.body) focusWanted = "";
    } else {
      document.body.prepend(build(root, made));
    }
  }

  function common(code, reader) {
    if (code === op.title) document.title = reader.string();
    else if (code === op.focus) focusWanted = reader.string();
    else if (code === op.language) {
      const page = document.documentElement;
      // Said twice, so that a translator who changes one of them is noticed (view.js).
      page.dataset.language = reader.string();
      setAttribute(page, "lang", page.dataset.language);
      setAttribute(page, "dir", reader.string());
    } else return false;
    return true;
  }

  function change(reader) {
    const code = reader.byte();
    if (common(code, reader)) return;
    const handle = reader.number();
    const element = elements.get(handle);
    if (code === op.create) {
      const parent = elements.get(reader.number()) ?? document.body;
      const after = elements.get(reader.number());
      const fresh = create(reader.string(), reader.string());
      elements.set(handle, fresh);
      insert(fresh, parent, after);
    } else if (code === op.remove) {
      forget(handle, element);
    } else if (code === op.move) {
      const parent = elements.get(reader.number()) ?? document.body;
      insert(element, parent, elements.get(reader.number()));
    } else if (code === op.text) {
      lined.delete(element);
      setText(element, reader.string());
    } else if (code === op.set) {
      const name = reader.string();
      setAttribute(element, name, reader.string());
    } else if (code === op.unset) {
      unsetAttribute(element, reader.string());
    } else {
      throw new Error("mirror: unknown operation " + code);
    }
  }

  function forget(handle, element) {
    elements.delete(handle);
    // Handles below it are never named again; drop them so that the map does not keep their elements.
    for (const [other, below] of elements) {
      if (element.contains(below)) elements.delete(other);
    }
    for (const set of [boxed, lined]) {
      for (const below of set) if (element.contains(below)) set.delete(below);
    }
    const active = document.activeElement;
    if (element.contains(active) && !active.closest("dialog")) leave(element, active);
    else element.remove();
  }

  // What has the focus goes last, well after the focus has gone on: a screen reader that hears first that it is gone
  // looks for a place by itself, and then says nothing of the one that it is brought to. Nobody meets it meanwhile.
  function leave(element, active) {
    for (let at = active; at !== element; at = at.parentElement) {
      for (const other of [...at.parentElement.childNodes]) if (other !== at) other.remove();
    }
    for (const one of [element, ...element.querySelectorAll("*")])
      for (const name of ["id", "name", "data-key", "data-action"]) one.removeAttribute(name);
    element.classList.add("leaving");
    active.tabIndex = -1; // Keeps the focus, and Tab does not lead back to it.
    // A heading may be spoken only now; a control does nothing any more.
    if (!/^H\d$/.test(active.tagName)) {
      queueMicrotask(() => {
        active.textContent = "";
        active.setAttribute("aria-label", "…");
      });
    }
    setTimeout(() => element.remove(), timeToHear);
  }

  // --- Focus ---

  function focus(id) {
    focusWanted = id;
    settleFocus();
  }

  function settleFocus() {
    if (!focusWanted) return;
    const target = document.getElementById(focusWanted);
    focusWanted = "";
    if (!target) return;
    if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: "start" });
  }

  // --- Places ---

  function place(bytes) {
    if (!isPainted()) return;
    const reader = new Reader(bytes);
    if (reader.byte() !== version) throw new Error("mirror: unknown version of placements");
    document.getElementById("main").style.height = reader.float() + "px";
    while (!reader.done) {
      const code = reader.byte();
      const element = elements.get(reader.number());
      if (code === record.box) placeBox(element, reader.rect());
      else if (code === record.lines) placeLines(element, reader);
      else if (code === record.noBox) clearBox(element);
      else if (code === record.noLines) clearLines(element);
      else throw new Error("mirror: unknown record " + code);
    }
    settleFocus();
  }

  // A record may name an element that has gone meanwhile: it is read and passed over.
  function placeBox(element, { x, y, width, height }) {
    if (!element) return;
    boxed.add(element);
    element.setAttribute("data-placed", "");
    moveTo(element, x, y);
    element.style.width = width + "px";
    element.style.height = height + "px";
  }

  function moveTo(element, x, y) {
    element.style.left = x + "px";
    element.style.top = y + "px";
  }

  // Lines that are there already are kept and changed, so that a selection survives.
  function placeLines(element, reader) {
    const count = reader.number();
    const text = element?.textContent ?? "";
    if (element && element.firstChild && !element.firstElementChild) element.textContent = "";
    let at = 0;
    for (let i = 0; i < count; ++i) {
      const units = reader.number();
      const { x, y, width, height } = reader.rect();
      if (!element) continue;
      const line = element.children[i] ?? element.appendChild(newLine());
      const words = text.slice(at, at + units);
      const inLine = line.firstChild.firstChild;
      if (inLine.data !== words) inLine.data = words;
      moveTo(line, x, y);
      line.style.width = width + "px";
      line.style.height = line.style.lineHeight = height + "px";
      at += units;
    }
    if (!element) return;
    while (element.children.length > count) element.lastElementChild.remove();
    lined.add(element);
  }

  function newLine() {
    const line = document.createElement("span");
    line.className = "line";
    // To assistive technology a text is one, however it is broken: what has a place of its own would be a part of its own.
    line.setAttribute("role", "presentation");
    // Checkers take the text of such a part for none at all, unless it stands one element deeper.
    line.append(document.createElement("span"));
    line.firstChild.append("");
    return line;
  }

  function clearBox(element) {
    if (!boxed.delete(element)) return;
    element.removeAttribute("data-placed");
    clearStyle(element);
  }

  function clearStyle(element) {
    for (const side of ["left", "top", "width", "height"]) element.style[side] = "";
    if (!element.getAttribute("style")) element.removeAttribute("style");
  }

  function clearLines(element) {
    if (lined.delete(element)) element.textContent = element.textContent;
  }

  function unplace() {
    for (const element of [...boxed]) clearBox(element);
    for (const element of [...lined]) clearLines(element);
    const main = document.getElementById("main");
    if (main) clearStyle(main);
  }

  return { apply, place, focus, unplace };
}

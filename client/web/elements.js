// Makes, changes and adopts the page's elements. What an element is like is decided in shared/document:
// here is nothing about any kind of node.

const svg = "http://www.w3.org/2000/svg";

// What a person changes by using the page, before or after the client has arrived.
const personal = new Set(["value", "checked", "open"]);
// What the client itself adds while the canvas shows.
const ours = new Set(["data-key", "data-placed", "style"]);

export function create(tag, key) {
  const element =
    tag === "svg" || tag === "path"
      ? document.createElementNS(svg, tag)
      : document.createElement(tag);
  element.setAttribute("data-key", key);
  return element;
}

export function setText(element, text) {
  if (element.localName === "textarea") {
    if (element.defaultValue !== text) element.defaultValue = text;
    if (element.value !== text) element.value = text;
  } else if (element.textContent !== text || element.firstElementChild) {
    element.textContent = text;
  }
}

export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (element.localName !== "input") return;
  if (name === "value" && element.value !== value) element.value = value;
  if (name === "checked") element.checked = true;
}

export function unsetAttribute(element, name) {
  element.removeAttribute(name);
  if (element.localName !== "input") return;
  if (name === "value") element.value = "";
  if (name === "checked") element.checked = false;
}

export function insert(element, parent, after) {
  const next = after ? after.nextSibling : parent.firstChild;
  if (element.parentNode === parent && (element === next || element.nextSibling === next)) return;
  parent.insertBefore(element, next);
}

// A plan is what the first buffer says of one element: {handle, tag, key, attributes, text, children}.
// Both of these call `made(handle, element)` for each element.
export function build(plan, made) {
  const element = create(plan.tag, plan.key);
  for (const [name, value] of plan.attributes) setAttribute(element, name, value);
  if (plan.text) setText(element, plan.text);
  for (const child of plan.children) element.appendChild(build(child, made));
  made(plan.handle, element);
  return element;
}

function isTouched(field) {
  if (field.type === "radio" || field.type === "checkbox") {
    return field.checked !== field.defaultChecked;
  }
  return field.defaultValue !== undefined && field.value !== field.defaultValue;
}

// Sections that the person had opened or closed before the client came.
export const turnedEarly = new WeakSet();

// Takes over what the server sent. What fits stays as it is, with what the person typed, chose or opened
// in it; what does not is built again, and only that.
export function adopt(element, plan, made) {
  made(plan.handle, element);
  for (const { name } of [...element.attributes]) {
    if (!plan.attributes.has(name) && !personal.has(name) && !ours.has(name)) {
      element.removeAttribute(name);
    }
  }
  if (element.localName === "details" && element.open !== plan.attributes.has("open")) turnedEarly.add(element);
  const untouched = !isTouched(element);
  for (const [name, value] of plan.attributes) {
    if (!personal.has(name) || (untouched && name !== "open")) setAttribute(element, name, value);
  }
  if (!plan.children.length) {
    if (untouched) setText(element, plan.text);
    return;
  }
  const there = new Map();
  for (const node of [...element.childNodes]) {
    const key = node.dataset?.key;
    const wanted = plan.children.find((child) => child.key === key);
    if (wanted && wanted.tag === node.localName && !there.has(key)) there.set(key, node);
    else node.remove();
  }
  let previous = null;
  for (const child of plan.children) {
    const kept = there.get(child.key);
    if (kept) adopt(kept, child, made);
    const now = kept ?? build(child, made);
    insert(now, element, previous);
    previous = now;
  }
}

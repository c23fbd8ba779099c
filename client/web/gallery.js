// Starts the gallery of components: the same mirror, stage and views as the portal's, around a core of its own.

import { createStage, watchSize } from "./canvas.js";
import { watchCounts } from "./count.js";
import { watchDialogs } from "./dialog.js";
import { goTo, listen, pathOf } from "./events.js";
import createGallery from "./gallery-core.js";
import { createMirror } from "./mirror.js";
import { watchTabs } from "./tabs.js";
import { createView } from "./view.js";

const beside = (name) => new URL(name, import.meta.url).href;
const page = document.documentElement;

async function fetchBytes(address) {
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function makeCore(module) {
  const put = (bytes) => module.HEAPU8.set(bytes, module._gallery_buffer(bytes.length));
  const withText = (text, use) => {
    const bytes = new TextEncoder().encode(text);
    put(bytes);
    return use(bytes.length);
  };
  return {
    words: (bytes) => (put(bytes), module._gallery_words(bytes.length) === 1),
    go: (address) => withText(address, (size) => module._gallery_go(size)),
    press: (action) => withText(action, (size) => module._gallery_press(size)),
    toggle: (id, open) => withText(id, (size) => module._gallery_toggle(size, open ? 1 : 0)),
    font: (bold, bytes) => (put(bytes), module._gallery_font(bold ? 1 : 0, bytes.length) === 1),
    startPainter: () => module._gallery_painter() === 1,
    size: ({ width, scale }) => module._gallery_size(width, scale),
    scheme: (number) => module._gallery_scheme(number),
    painted: (on) => module._gallery_painted(on ? 1 : 0),
    paint: ({ top, width, height, ratio }) => module._gallery_paint(top, width, height, ratio),
    attention: (focused, hovered) => withText(`${focused}\n${hovered}\n\n`, (size) => module._gallery_attention(size)),
  };
}

// As on the device, unless the switch says otherwise.
function schemeNumber() {
  const chosen = page.dataset.colours;
  const dark = chosen ? chosen.endsWith("dark") : matchMedia("(prefers-color-scheme: dark)").matches;
  const contrast = chosen ? chosen.startsWith("contrast") : matchMedia("(prefers-contrast: more)").matches;
  return (contrast ? 2 : 0) + (dark ? 1 : 0);
}

function setColours(core, name) {
  if (name === "system") delete page.dataset.colours;
  else page.dataset.colours = name;
  core.scheme(schemeNumber());
}

function addCanvas() {
  const canvas = document.createElement("canvas");
  canvas.id = "canvas";
  canvas.setAttribute("aria-hidden", "true");
  document.body.append(canvas);
  return canvas;
}

// Without WebGL the gallery is Simple view, as the portal is.
async function addPainter(core, view) {
  try {
    const [regular, bold] = await Promise.all([
      fetchBytes(beside("fonts/latin-400.ttf")),
      fetchBytes(beside("fonts/latin-700.ttf")),
    ]);
    view.set("no-webgl", !(core.font(false, regular) && core.font(true, bold) && core.startPainter()));
  } catch {
    view.set("no-webgl", true);
  }
}

function watchAttention(core) {
  const now = { focused: "", hovered: "" };
  const tell = () => core.attention(now.focused, now.hovered);
  document.body.addEventListener("pointerover", ({ target }) => {
    const control = target.closest?.("a, button, label, summary");
    now.hovered = control ? pathOf(control) : "";
    tell();
  });
  return ({ path, visible }) => {
    now.focused = visible ? path : "";
    tell();
  };
}

function go(core, address) {
  history.pushState(null, "", address);
  core.go(address);
  scrollTo(0, 0);
  goTo("page-heading");
}

async function start() {
  const mirror = createMirror();
  const decoder = new TextDecoder();
  const host = {
    text: (bytes) => decoder.decode(bytes),
    apply: (bytes) => mirror.apply(bytes),
    place: (bytes) => mirror.place(bytes),
    focus: (id) => mirror.focus(id),
  };
  const [module, words] = await Promise.all([createGallery({ host }), fetchBytes(beside("gallery/en.json"))]);
  const core = makeCore(module);
  if (!core.words(words)) throw new Error("the words cannot be read");
  const stage = createStage({
    canvas: addCanvas(),
    main: document.getElementById("main"),
    paint: core.paint,
    onLost: () => view.set("lost", true),
    onRestored: () => view.set("lost", !core.startPainter()),
  });
  host.laidOut = (height) => stage.resize(height);
  host.outdated = () => stage.repaint();
  const view = createView({
    before(simple) {
      if (!simple) return;
      core.painted(false);
      mirror.unplace();
    },
    onChange(simple) {
      stage.show(!simple);
      if (!simple) core.painted(true);
    },
  });
  await addPainter(core, view);
  core.go(location.pathname);
  const attend = watchAttention(core);
  listen(document, (message) => {
    if (message.type === "focus") attend(message);
    if (message.type === "toggle" && message.id) core.toggle(message.id, message.checked);
    if (message.type === "submit") return true;
    if (message.type !== "click") return false;
    if (message.action?.startsWith("colours:")) setColours(core, message.action.slice("colours:".length));
    else if (message.action) core.press(message.action);
    else if (message.href?.startsWith("/gallery")) go(core, message.href);
    else return false;
    return true;
  });
  for (const watch of [watchDialogs, watchTabs, watchCounts]) watch(document.body);
  addEventListener("popstate", () => core.go(location.pathname));
  watchSize(core.size);
  core.scheme(schemeNumber());
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"])
    matchMedia(query).addEventListener("change", () => core.scheme(schemeNumber()));
  view.ready();
  page.dataset.portal = "ready";
}

start();

// Starts the portal on the page that the server sent: fetches the core and what it reads, hands the page over to it,
// and keeps the page working as it is when something cannot be had.

import { canSpeak, createReader } from "./aloud.js";
import { createAttention } from "./attention.js";
import { createStage, watchSize } from "./canvas.js";
import { watchDialogs } from "./dialog.js";
import { forget, onEarlyPress, pressAgain } from "./early.js";
import { makeEffects } from "./effects.js";
import { listen, tellEarlierInput } from "./events.js";
import { counted, createLoading, sayThatItCannotRun } from "./loading.js";
import { createMirror } from "./mirror.js";
import createSayso from "./sayso.js";
import { recall, remember } from "./tab.js";
import * as vault from "./vault.js";
import { createView } from "./view.js";
import { toAction } from "./actions.js";

const given = { notice: 0, words: 1, holidays: 2, logKey: 3, version: 4 };
const schemes = { light: 0, dark: 1, contrast: 2, contrastDark: 3 };

const fact = (name) => document.querySelector(`meta[name="sayso-${name}"]`)?.content ?? "";
const beside = (name) => new URL(name, import.meta.url).href;

async function fetchBytes(address) {
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

// The invitation's code, taken out of the address at once: it must not stay in the browser's history. The tab knows it
// until it is used, so that a page which is loaded again still has it.
function takeCode() {
  const code = decodeURIComponent(location.hash.slice(1));
  const isCode = /^[0-9A-Za-z][0-9A-Za-z -]{10,24}$/.test(code) && !document.getElementById(code);
  if (!isCode) return recall().code;
  history.replaceState(null, "", location.pathname);
  remember(code, recall().visit);
  return code;
}

// The person's own choice, else what the device is set to.
function scheme() {
  const { colours } = document.documentElement.dataset;
  if (colours === "contrast-dark") return schemes.contrastDark;
  if (colours in schemes) return schemes[colours];
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  if (matchMedia("(prefers-contrast: more)").matches) return dark ? schemes.contrastDark : schemes.contrast;
  return dark ? schemes.dark : schemes.light;
}

function watchScheme(onChange) {
  const tell = () => onChange(scheme());
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"])
    matchMedia(query).addEventListener("change", tell);
  tell();
}

const isSimpleAsked = () => document.documentElement.dataset.view === "simple";

// Decoration to everybody but the eye: the page above it says all that it shows.
function addCanvas() {
  const canvas = document.createElement("canvas");
  canvas.id = "canvas";
  canvas.setAttribute("aria-hidden", "true");
  document.body.append(canvas);
  return canvas;
}

function makeCore(module) {
  const encoder = new TextEncoder();
  const put = (bytes) => module.HEAPU8.set(bytes, module._sayso_buffer(bytes.length));
  const withText = (text, use) => {
    const bytes = encoder.encode(text);
    put(bytes);
    return use(bytes.length);
  };
  return {
    give: (what, bytes) => (put(bytes), module._sayso_give(what, bytes.length)),
    giveText: (what, text) => withText(text, (size) => module._sayso_give(what, size)),
    begin: () => module._sayso_begin() === 1,
    take: (action) => withText(JSON.stringify(action), (size) => module._sayso_take(size) === 1),
    font: (bold, bytes) => (put(bytes), module._sayso_font(bold ? 1 : 0, bytes.length) === 1),
    startPainter: () => module._sayso_painter() === 1,
    canPaint: () => module._sayso_can_paint() === 1,
    size: (width, scale) => module._sayso_size(width, scale),
    scheme: (number) => module._sayso_scheme(number),
    painted: (on) => module._sayso_painted(on ? 1 : 0),
    paint: ({ top, width, height, ratio }) => module._sayso_paint(top, width, height, ratio),
    attention: (focused, hovered, pressed) =>
      withText(`${focused}\n${hovered}\n${pressed}\n`, (size) => module._sayso_attention(size)),
    move: (share) => module._sayso_move(share),
    drawCalls: () => module._sayso_draw_calls(),
  };
}

function moment() {
  const entropy = crypto.getRandomValues(new Uint8Array(64));
  return {
    now: Math.floor(Date.now() / 1000),
    entropy: Array.from(entropy, (byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}

// Lets the page answer a finger between two pieces of work.
const pause = () => new Promise((resolve) => setTimeout(resolve));

// Words for what is shown before the core can say anything; null until they have come.
let words = null;

async function fetchWords() {
  const bytes = await fetchBytes(fact("words"));
  ({ words } = JSON.parse(new TextDecoder().decode(bytes)));
  return bytes;
}

// Compiled while it comes.
async function fetchCore(imports, loading) {
  const answer = await fetch(beside("sayso.wasm"), { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`sayso.wasm: ${answer.status}`);
  const module = await WebAssembly.compileStreaming(counted(answer, loading.received));
  await pause();
  const instance = await WebAssembly.instantiate(module, imports);
  await pause();
  return { instance, module };
}

// Emscripten asks for an instance by a callback, and has no way of its own to hear that there is none.
function makeModule(host, loading) {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports, take) => {
      fetchCore(imports, loading).then(({ instance, module }) => take(instance, module), reject);
      return {};
    };
    createSayso({ host, instantiateWasm }).then(resolve, reject);
  });
}

async function loadCore(host, loading) {
  const [notice, text, holidays] = await Promise.all([
    fetchBytes(fact("notice")),
    fetchWords(),
    fetchBytes(fact("holidays")),
  ]);
  const module = await makeModule(host, loading);
  const core = makeCore(module);
  await pause();
  core.give(given.notice, notice);
  await pause();
  core.give(given.words, text);
  await pause();
  core.give(given.holidays, holidays);
  core.giveText(given.logKey, fact("log-key"));
  core.giveText(given.version, fact("version"));
  if (!core.begin()) throw new Error("the notice or the words cannot be read");
  return core;
}

async function addPainter(core, view) {
  try {
    const [regular, bold] = await Promise.all([
      fetchBytes(beside("fonts/latin-400.ttf")),
      fetchBytes(beside("fonts/latin-700.ttf")),
    ]);
    const ready = core.font(false, regular) && core.font(true, bold);
    await pause();
    view.set("no-webgl", !(ready && core.startPainter()));
    await pause();
  } catch {
    view.set("no-webgl", true);
  }
}

async function boot(code, loading) {
  const found = await vault.look();
  const mirror = createMirror();
  const decoder = new TextDecoder();
  const host = { text: (bytes) => decoder.decode(bytes) };
  const core = await loadCore(host, loading);

  const post = (action) => {
    if (!core.take({ ...action, ...moment() })) throw new Error(`not an action: ${action.type}`);
    view.set("not-painted", !core.canPaint());
  };
  const stage = createStage({
    canvas: addCanvas(),
    main: document.getElementById("main"),
    paint: (picture) => core.paint(picture),
    onLost: () => view.set("lost", true),
    onRestored: () => view.set("lost", !core.startPainter()),
  });
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
  const shell = {
    print: () => window.print(),
    keepSettings(text, lasting) {
      saysoSettings.apply(text);
      saysoSettings.keep(text, lasting);
      core.scheme(scheme());
      view.set("asked", isSimpleAsked());
    },
    reader: createReader((possible) => post({ type: "spoken", possible })),
  };
  const effects = makeEffects(post, shell, found);
  // Effects are carried out after the action that asked for them is done with.
  host.run = (list) => queueMicrotask(() => list.forEach(({ type, ...effect }) => effects[type](effect)));
  host.apply = (bytes) => mirror.apply(bytes);
  host.place = (bytes) => mirror.place(bytes);
  // A new screen, and what is wrong with one, begin at the top.
  host.focus = (id) => {
    if (id === "page-heading" || id === "error-summary") scrollTo(0, 0);
    mirror.focus(id);
  };
  host.laidOut = (height) => stage.resize(height);
  host.outdated = () => stage.repaint();

  view.set("asked", isSimpleAsked());
  await addPainter(core, view);
  post({
    type: "started",
    address: location.pathname,
    code,
    vault: found.found,
    text: found.text,
    others: found.others,
    visited: recall().visit,
    online: navigator.onLine,
    settings: saysoSettings.text(),
    can_speak: canSpeak(),
  });
  await pause();

  const attention = createAttention({
    tell: (focused, hovered) => core.attention(focused, hovered, ""),
    move: (share) => core.move(share),
  });
  const onEvent = (message) => {
    if (message.type === "focus") attention.focus(message);
    const action = toAction(message, post);
    if (action) post(action);
    return action !== null;
  };
  watchSize(({ width, scale }) => core.size(width, scale));
  watchScheme((number) => core.scheme(number));
  // Not on an element: everything inside of that would be told to be clickable.
  listen(document, onEvent);
  tellEarlierInput(document.body, onEvent);
  watchDialogs(document.body);
  addEventListener("popstate", () => post({ type: "moved", address: location.pathname }));
  addEventListener("online", () => post({ type: "online", online: true }));
  addEventListener("offline", () => post({ type: "online", online: false }));
  await pause();
  view.ready();
  document.documentElement.dataset.portal = "ready";
  pressAgain();
  // For the browser's tests: how much was painted.
  globalThis.saysoDrawCalls = core.drawCalls;
}

// What can be read comes first: on a slow line the core would take its share of the way. A page that nobody looks at is
// never painted, so there is an end to the waiting.
const longestWait = 2000;

function painted() {
  if (!PerformanceObserver.supportedEntryTypes?.includes("paint")) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => (observer.disconnect(), resolve()));
    observer.observe({ type: "paint", buffered: true });
    setTimeout(resolve, document.visibilityState === "hidden" ? 0 : longestWait);
  });
}

async function start() {
  const code = takeCode();
  const loading = createLoading(() => words, Number(fact("core-bytes")));
  onEarlyPress(loading.showNow);
  try {
    await painted();
    await boot(code, loading);
  } catch (problem) {
    console.error(problem);
    document.documentElement.dataset.portal = "failed";
    forget();
    if (!words) await fetchWords();
    sayThatItCannotRun(words, typeof WebAssembly === "object" && (() => location.reload()));
  } finally {
    loading.end();
  }
}

start();

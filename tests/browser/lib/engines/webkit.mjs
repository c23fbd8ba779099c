// WebKitGTK's MiniBrowser, by plain WebDriver over HTTP. It keeps `Secure` cookies on https alone, so the council that it
// visits speaks TLS.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { openScreen } from "./xvfb.mjs";

const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const keys = {
  Tab: "\uE004", Enter: "\uE007", Space: " ", Shift: "\uE008", Escape: "\uE00C", Backspace: "\uE003",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startDriver(display) {
  const port = await freePort();
  const child = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: "x11", WEBKIT_DISABLE_DMABUF_RENDERER: "1", NO_AT_BRIDGE: "1" },
    stdio: "ignore",
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const root = `http://127.0.0.1:${port}`;
  // It says nothing when it listens: asked until it answers.
  for (let tries = 0; ; ++tries) {
    const answers = await fetch(`${root}/status`).then((answer) => answer.ok, () => false);
    if (answers) break;
    if (tries > 2000) throw new Error("WebKitWebDriver does not answer");
    await new Promise(setImmediate);
  }
  const end = async () => {
    process.kill(-child.pid, "SIGTERM");
    await ended;
  };
  return { root, end };
}

async function ask(method, address, body) {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

function findBrowser(arch) {
  return `/usr/lib/${arch}/webkit2gtk-4.1/MiniBrowser`;
}

async function openSession(root, { webgl }) {
  const arch = { x64: "x86_64-linux-gnu", arm64: "aarch64-linux-gnu" }[process.arch];
  const args = ["--automation", ...(webgl ? [] : ["--enable-webgl=false"])];
  const capabilities = {
    alwaysMatch: {
      acceptInsecureCerts: true,
      "webkitgtk:browserOptions": { binary: findBrowser(arch), args },
    },
  };
  const { sessionId } = await ask("POST", `${root}/session`, { capabilities });
  return `${root}/session/${sessionId}`;
}

// What the page throws, and what it writes to the console as an error, as other drivers report it.
function keepComplaints() {
  globalThis.complaints = [];
  addEventListener("error", (event) => globalThis.complaints.push(event.message));
  addEventListener("unhandledrejection", (event) => globalThis.complaints.push(String(event.reason)));
}

function wrap(session, ratio, textPercent) {
  const execute = (work, given) =>
    ask("POST", `${session}/execute/async`, {
      script: `const done = arguments[1];
        Promise.resolve((${work})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args: [given ?? null],
    }).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  const act = (actions) => ask("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
  const stroke = (value) => [{ type: "keyDown", value }, { type: "keyUp", value }];
  const page = {
    async goto(address) {
      await ask("POST", `${session}/url`, { url: address });
      if (textPercent !== 100)
        await execute((percent) => (document.documentElement.style.fontSize = `${percent}%`), textPercent);
    },
    evaluate: execute,
    inject: (source) => ask("POST", `${session}/execute/sync`, { script: source, args: [] }),
    find: (work, given) => execute(work, given),
    // The driver does not wait for what it scrolled to.
    async click(element) {
      await execute((target) => {
        target.scrollIntoView({ block: "center" });
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
      }, element);
      await ask("POST", `${session}/element/${element[elementKey]}/click`, {});
    },
    press: (key) => act(stroke(keys[key] ?? key)),
    type: (text) => act([...text].flatMap(stroke)),
    // The window has a toolbar: asked for again by what that took. It is 447 px wide at the least.
    async resize(width, height) {
      let rect = { x: 0, y: 0, width, height };
      for (let tries = 0; tries < 4; ++tries) {
        await ask("POST", `${session}/window/rect`, rect);
        const seen = await execute(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done([innerWidth, innerHeight])))));
        const narrowest = rect.width < seen[0] && seen[0] > width;
        if ((seen[0] === width || narrowest) && seen[1] === height) return;
        rect = { ...rect, width: Math.max(1, rect.width + width - seen[0]), height: Math.max(1, rect.height + height - seen[1]) };
      }
    },
    shot: async () => Buffer.from(await ask("GET", `${session}/screenshot`), "base64"),
    close: () => ask("DELETE", session),
    complaints: [],
  };
  return page;
}

export async function launchWebkit(like) {
  const screen = await openScreen();
  const driver = await startDriver(screen.display);
  return {
    name: "webkit",
    needsTls: true,
    // One page at a time: a session of this driver is a browser of its own.
    async newPage({ width, height, ratio }) {
      const page = wrap(await openSession(driver.root, like), ratio, like.textPercent);
      await page.resize(width, height);
      return page;
    },
    async end() {
      await driver.end();
      await screen.end();
    },
  };
}

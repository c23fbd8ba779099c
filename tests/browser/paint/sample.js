// The page around the sample: fonts, size, the words and fields that stand over the canvas.
import { createStage, watchSize } from "./canvas.js";
import createSample from "./paint_sample.js";

const asked = new URLSearchParams(location.search);
const main = document.getElementById("main");
const canvas = document.getElementById("canvas");
const wasm = await createSample();
const call = (name, result, ...kinds) => wasm.cwrap("sample_" + name, result, kinds);

async function addFont(bold, address) {
  wasm.taken = new Uint8Array(await (await fetch(address)).arrayBuffer());
  call("font", "number", "number", "number")(bold, wasm.taken.length);
}
await addFont(0, "fonts/latin-400.ttf");
await addFont(1, "fonts/latin-700.ttf");
if (!call("start", "number")()) throw new Error("no WebGL 2");

const paint = call("paint", "number", "number", "number", "number", "number");
const layout = call("layout", "number", "string", "number", "number");
call("look", null, "number", "string", "string")(
  Number(asked.get("scheme") ?? 0),
  asked.get("focused") ?? "",
  asked.get("hovered") ?? "",
);
document.body.classList.toggle("dark", asked.get("scheme") === "1");
main.classList.toggle("compare", asked.has("compare"));

const stage = createStage({
  canvas,
  main,
  paint: ({ top, width, height, ratio }) => paint(top, width, height, ratio),
  onLost: () => (document.documentElement.dataset.lost = "yes"),
  onRestored() {
    if (!call("start", "number")()) return;
    delete document.documentElement.dataset.lost;
    stage.repaint();
  },
});

const control = "4";
function overlay() {
  main.replaceChildren();
  for (const record of call("placements", "string")().split("\n")) {
    const [path, part, box, size, weight, ...lines] = record.split("\t");
    if (part === control && /\/(code|note)$/.test(path)) {
      const field = document.createElement(path.endsWith("note") ? "textarea" : "input");
      put(field, box, 19, 400);
      if (path.endsWith("code")) field.value = "7K2Q-93MF-TX0B";
      main.append(field);
    }
    for (const line of lines) {
      const bar = line.indexOf("|");
      const words = document.createElement("span");
      words.textContent = line.slice(bar + 1);
      put(words, line.slice(0, bar), size, weight);
      main.append(words);
    }
  }
}
function put(element, box, size, weight) {
  const [x, y, width, height] = box.trim().split(" ").map(Number);
  Object.assign(element.style, {
    left: x + "px",
    top: y + "px",
    width: width + "px",
    height: height + "px",
    lineHeight: height + "px",
    fontSize: size + "px",
    fontWeight: weight,
  });
}

watchSize(({ width, scale }) => {
  const height = layout(asked.get("show") ?? "read", width, Number(asked.get("scale") ?? scale));
  main.style.height = height + "px";
  stage.resize(height);
  overlay();
});
stage.show(true);
await document.fonts.ready;
requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = "yes")));
globalThis.drawCalls = call("draw_calls", "number");

// What was really painted: the shapes handed to WebGL in the newest picture, read on their way there. The layout, which both
// painter and mirror get their places from, is not asked: a fault in it, or after it, would go unnoticed.

import { scrollThrough } from "./person.mjs";

// Runs in the page before anything else. A vertex is 20 bytes: place (two floats, pixels), texel, colour.
export function watchPainter() {
  const stride = 20;
  const { prototype } = WebGL2RenderingContext;
  const { bufferData, clear } = prototype;
  let lists = [];
  prototype.clear = function (...given) {
    lists = [];
    return clear.apply(this, given);
  };
  prototype.bufferData = function (target, data, usage, at = 0, length = 0) {
    if (data instanceof Uint8Array || ArrayBuffer.isView(data)) {
      const from = data.byteOffset + at * data.BYTES_PER_ELEMENT;
      const size = length ? length * data.BYTES_PER_ELEMENT : data.byteLength;
      const copy = data.buffer.slice(from, from + size);
      if (target === prototype.ARRAY_BUFFER) lists.push({ vertices: copy });
      if (target === prototype.ELEMENT_ARRAY_BUFFER) lists.at(-1).indices = new Uint16Array(copy);
    }
    return bufferData.apply(this, length ? [target, data, usage, at, length] : [target, data, usage]);
  };

  // Vertices that triangles join are one shape.
  function shapesOf({ vertices, indices }, place) {
    const floats = new Float32Array(vertices);
    const count = vertices.byteLength / stride;
    const leader = Array.from({ length: count }, (_, i) => i);
    const lead = (i) => {
      while (leader[i] !== i) i = leader[i] = leader[leader[i]];
      return i;
    };
    for (let i = 0; i < indices.length; i += 3) {
      const first = lead(indices[i]);
      leader[lead(indices[i + 1])] = first;
      leader[lead(indices[i + 2])] = first;
    }
    const boxes = new Map();
    for (const index of new Set(indices)) {
      const [x, y] = place(floats[index * 5], floats[index * 5 + 1]);
      const box = boxes.get(lead(index)) ?? { left: x, right: x, top: y, bottom: y };
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      boxes.set(lead(index), box);
    }
    return [...boxes.values()];
  }

  // Every shape's bounds, in CSS px of the window.
  globalThis.paintedShapes = () => {
    const canvas = document.getElementById("canvas");
    const { left, top, width } = canvas.getBoundingClientRect();
    const scale = width / canvas.width;
    return lists.filter((list) => list.indices).flatMap((list) => shapesOf(list, (x, y) => [left + x * scale, top + y * scale]));
  };
}

// Runs in the page: for each mirrored control in sight, how far its edges are from those of the shape that is painted
// nearest to it. A link's likeness is its underline: its ends are compared, and that it lies within the line.
export function compareControls() {
  const shapes = globalThis.paintedShapes();
  // With large text the header scrolls away.
  const header = Math.max(0, document.querySelector("header").getBoundingClientRect().bottom);
  const inSight = (box) => box.width > 0 && box.top >= header && box.bottom <= innerHeight;
  const off = (box, shape) =>
    Math.max(Math.abs(box.left - shape.left), Math.abs(box.right - shape.right),
      Math.abs(box.top - shape.top), Math.abs(box.bottom - shape.bottom));
  // An underline is thin, and within its line.
  const isUnder = (box, { top, bottom }) => bottom - top < (box.bottom - box.top) / 4 && top > box.top && bottom < box.bottom + 2;
  const offLine = (box, shape) =>
    isUnder(box, shape) ? Math.max(Math.abs(box.left - shape.left), Math.abs(box.right - shape.right)) : Infinity;
  const nearest = (box, compare) => shapes.reduce((least, shape) => Math.min(least, compare(box, shape)), Infinity);
  const compared = [];
  const compare = (element, box, how) => {
    if (inSight(box)) compared.push({ what: element.textContent.trim() || element.id, by: nearest(box, how) });
  };
  for (const control of document.querySelectorAll("#main :is(button, input.choice)[data-placed]"))
    compare(control, control.getBoundingClientRect(), off);
  for (const link of document.querySelectorAll("#main a")) {
    for (const line of link.querySelectorAll(".line")) {
      // A line ends with the blank that it was broken at, which is not underlined.
      const range = document.createRange();
      const text = line.firstChild.firstChild;
      range.setStart(text, 0);
      range.setEnd(text, text.data.trimEnd().length);
      const [across, down] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
      compare(link, new DOMRect(across.left, down.top, across.width, down.height), offLine);
    }
  }
  return compared;
}

// A picture may be some frames late: letters of a new size have to be drawn first. What is not painted by then is not
// painted.
const mostFrames = 60;
const nextFrame = () => new Promise((done) => requestAnimationFrame(() => done(true)));

async function compareSight(person) {
  for (let frame = 0; ; ++frame) {
    const controls = await person.fact(compareControls);
    if (frame === mostFrames || controls.every(({ by }) => Number.isFinite(by))) return controls;
    await person.fact(nextFrame);
  }
}

// All of a screen, from top to bottom: each control that was in sight on the way. The worst comes first.
export async function compareScreen(person) {
  const seen = [];
  await scrollThrough(person, async () => seen.push(...(await compareSight(person))));
  return seen.sort((a, b) => b.by - a.by);
}

// Colours as the screen shows them: what no checker of a page can see on a canvas.

import pngjs from "pngjs";

export function readPicture(png) {
  return pngjs.PNG.sync.read(png);
}

function luminance([red, green, blue]) {
  const linear = (byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

// WCAG 2.2, contrast ratio: 1 to 21.
export function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

// How often each colour is there inside of a box, which is in CSS px: [[colour, pixels]], the most frequent first.
export function coloursIn(picture, ratio, { left, top, right, bottom }) {
  const counts = new Map();
  const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value * ratio)));
  for (let y = clamp(top, picture.height); y < clamp(bottom, picture.height); ++y) {
    for (let x = clamp(left, picture.width); x < clamp(right, picture.width); ++x) {
      const at = (y * picture.width + x) * 4;
      const colour = (picture.data[at] << 16) | (picture.data[at + 1] << 8) | picture.data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const split = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  return [...counts].sort((a, b) => b[1] - a[1]).map(([colour, pixels]) => [split(colour), pixels]);
}

// The ratio between a box's ground, its most frequent colour, and what stands out most from it. Edges of letters are
// mixtures of both, so the strongest is what their strokes are filled with.
export function contrastIn(picture, ratio, box) {
  const [[ground] = [[255, 255, 255]], ...others] = coloursIn(picture, ratio, box);
  return others.reduce((most, [colour]) => Math.max(most, contrast(colour, ground)), 1);
}

// The area, in CSS px², of what is this colour or next to it.
export function areaOf(picture, ratio, box, wanted) {
  const near = (colour) => colour.every((part, i) => Math.abs(part - wanted[i]) <= 6);
  const pixels = coloursIn(picture, ratio, box).reduce((sum, [colour, count]) => sum + (near(colour) ? count : 0), 0);
  return pixels / ratio ** 2;
}

// Where a person is on the page, told to whoever paints: the focus as the browser shows it, and the row of a figure that a
// pointer or a finger is on. What then moves does so once, and only where motion is welcome.

import { pathOf } from "./events.js";

const moving_ms = 700;
const rows = "figure[data-figure] tr";

function motionIsWelcome() {
  const { motion } = document.documentElement.dataset;
  return motion !== "less" && !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// `tell(focused, hovered)` with paths, empty for none; `move(share)` with how far it has come, 0 to 1.
export function createAttention({ tell, move }) {
  let focused = "";
  let hovered = "";
  let frame = 0;

  function start() {
    cancelAnimationFrame(frame);
    if (!motionIsWelcome()) return move(1);
    const begun = performance.now();
    const step = (now) => {
      const share = Math.min(1, Math.max(0, now - begun) / moving_ms);
      move(share);
      if (share < 1) frame = requestAnimationFrame(step);
    };
    step(begun);
  }

  function set(nextFocused, nextHovered, inRow) {
    if (nextFocused === focused && nextHovered === hovered) return;
    focused = nextFocused;
    hovered = nextHovered;
    tell(focused, hovered);
    if (inRow) start();
  }

  const rowOf = (target) => target.closest?.(rows) ?? null;

  function point({ target }) {
    const row = rowOf(target);
    set(focused, row ? pathOf(row) : "", row !== null);
  }
  // A finger has no place until it touches; what it touched stays forward until it touches something else.
  addEventListener("pointerover", (event) => event.pointerType !== "touch" && point(event), { passive: true });
  addEventListener("pointerdown", point, { passive: true });

  return {
    focus({ path, visible }) {
      const at = visible ? path : "";
      set(at, at ? "" : hovered, at !== "" && rowOf(document.activeElement) !== null);
    },
  };
}

// Keeps the canvas where main is in sight, and asks for a new picture when one is needed: never otherwise.
//
// The canvas is part of the page: it stands absolutely in the document and scrolls with it, so painted and
// native parts cannot part company. It shows a band of main, what is in sight and half a screen more above
// and below; when scrolling comes near the band's end, it is moved and painted anew in the same frame.

const overscan = 0.5; // of the height in sight, on each side
const nearEnd = 0.15; // of it: what may be left before the band is moved
const mostPixels = 4096; // of a side; old phones take no larger canvas
const coarser = 1.2; // pinched in by so much, the picture is painted finer

// `paint({ top, width, height, ratio })` paints main from `top` on, at once: all in CSS px of main, `ratio` in
// canvas pixels for each. `onLost` and `onRestored`: WebGL went away and came back.
export function createStage({ canvas, main, paint, onLost = () => {}, onRestored = () => {} }) {
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  let band = null; // what the canvas shows now
  let frame = 0;
  let height = 0; // of main, as laid out
  let hidden = true;

  canvas.style.position = "absolute";
  canvas.style.inset = "auto";
  canvas.style.left = "0";
  canvas.style.display = "none";

  // What a person sees of main: pinched in, that is less than the window.
  function sight() {
    const view = globalThis.visualViewport;
    const scale = view ? Math.max(1, view.scale) : 1;
    const top = -main.getBoundingClientRect().top + (scale > 1 ? view.offsetTop : 0);
    return { top, height: scale > 1 ? view.height : innerHeight, scale };
  }

  function ratioFor(scale, width) {
    return Math.min(devicePixelRatio * scale, mostPixels / width);
  }

  // Edges stand on whole pixels of the screen, or all text would be blurred.
  function bandFor({ top, height: seen, scale }) {
    const width = document.documentElement.clientWidth;
    const ratio = ratioFor(scale, width);
    const start = main.getBoundingClientRect().top + scrollY;
    const most = Math.min(seen * (1 + 2 * overscan), mostPixels / ratio, height);
    const wanted = Math.min(Math.max(0, top - (most - seen) / 2), Math.max(0, height - most));
    const snapped = Math.round((start + wanted) * devicePixelRatio) / devicePixelRatio;
    return {
      top: snapped - start,
      offset: snapped,
      width: Math.floor(width * ratio) / ratio,
      height: Math.max(1, Math.floor(most * ratio)) / ratio,
      ratio,
      scale,
    };
  }

  function isEnough() {
    if (!band) return false;
    const { top, height: seen, scale } = sight();
    const slack = seen * nearEnd;
    const above = Math.max(0, top - slack);
    const below = Math.min(height, top + seen + slack);
    const fine = scale <= band.scale * coarser && scale * coarser >= band.scale;
    return fine && band.top <= above + 1 && band.top + band.height >= below - 1;
  }

  function draw() {
    frame = 0;
    if (hidden || height <= 0) return;
    band = bandFor(sight());
    canvas.style.width = band.width + "px";
    canvas.style.height = band.height + "px";
    canvas.style.top = band.offset + "px";
    paint({ top: band.top, width: band.width, height: band.height, ratio: band.ratio });
  }

  // Paints in the next frame, once, however often it is asked.
  function repaint() {
    if (!hidden && !frame) frame = requestAnimationFrame(draw);
  }

  function follow() {
    if (!isEnough()) repaint();
  }

  addEventListener("scroll", follow, options);
  globalThis.visualViewport?.addEventListener("resize", follow, options);
  globalThis.visualViewport?.addEventListener("scroll", follow, options);
  canvas.addEventListener(
    "webglcontextlost",
    (event) => {
      event.preventDefault(); // says that we can deal with its coming back
      onLost();
    },
    { signal: stop.signal },
  );
  canvas.addEventListener("webglcontextrestored", () => onRestored(), options);

  return {
    repaint,
    // Paints now, in this frame: together with what the caller just changed on the page.
    paintNow() {
      cancelAnimationFrame(frame);
      draw();
    },
    // Main's height changed.
    resize(mainHeight) {
      height = mainHeight;
      repaint();
    },
    // Hidden, nothing is painted: Simple view.
    show(visible) {
      hidden = !visible;
      canvas.style.display = visible ? "block" : "none";
      if (visible) repaint();
    },
    end() {
      stop.abort();
      cancelAnimationFrame(frame);
    },
  };
}

// Calls back when the window's width, its pixel ratio or the text size have changed, and right away:
// `onChange({ width, scale })`, width in CSS px, scale = root font size ÷ 16.
export function watchSize(onChange) {
  const stop = new AbortController();
  let last = "";

  function tell() {
    const root = document.documentElement;
    const now = { width: root.clientWidth, scale: parseFloat(getComputedStyle(root).fontSize) / 16 };
    const key = [now.width, now.scale, devicePixelRatio].join();
    if (key === last) return;
    last = key;
    onChange(now);
  }

  // A list of media matches one ratio only, so it is made anew after each change.
  function watchRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      "change",
      () => {
        tell();
        watchRatio();
      },
      { once: true, signal: stop.signal },
    );
  }

  // A probe as wide as one root font size, and as the window: it grows with either.
  const probe = document.createElement("div");
  probe.style.cssText = "position:absolute;visibility:hidden;pointer-events:none;top:0;width:1rem;height:0";
  probe.setAttribute("aria-hidden", "true");
  document.body.append(probe);
  const observer = new ResizeObserver(tell);
  observer.observe(probe);
  observer.observe(document.documentElement);
  addEventListener("resize", tell, { signal: stop.signal });
  watchRatio();
  tell();
  return () => {
    stop.abort();
    observer.disconnect();
    probe.remove();
  };
}

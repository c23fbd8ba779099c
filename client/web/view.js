// Canvas or Simple view: shows the page itself, in normal flow, whenever that serves the person better.
//
// Any one reason is enough; the canvas comes back when none is left. Print and a person's own text spacing
// are watched for here; the platform adds "no-webgl", "lost" and "asked".

const classes = { true: "simple", false: "canvas" };

// `onChange(simple)` is called after the class on <html> changed; `before(simple)` right before.
export function createView({ before = () => {}, onChange = () => {} } = {}) {
  const page = document.documentElement;
  const reasons = new Set(["waiting"]); // until the painter has its first picture ready
  const probe = addProbe();
  const stop = new AbortController();

  function set(reason, holds) {
    if (holds) reasons.add(reason);
    else reasons.delete(reason);
    const simple = reasons.size > 0;
    if (page.classList.contains("simple") === simple) return;
    before(simple);
    page.classList.remove(classes[!simple]);
    page.classList.add(classes[simple]);
    onChange(simple);
  }

  function watchMedia(query, reason) {
    const media = matchMedia(query);
    media.addEventListener("change", () => set(reason, media.matches), { signal: stop.signal });
    set(reason, media.matches);
  }

  watchMedia("(forced-colors: active)", "forced-colors");
  watchMedia("print", "print");
  addEventListener("beforeprint", () => set("print", true), { signal: stop.signal });
  addEventListener("afterprint", () => set("print", false), { signal: stop.signal });

  const spacing = new ResizeObserver(() => set("text-spacing", isSpaced(probe)));
  spacing.observe(probe);
  set("text-spacing", isSpaced(probe));

  const translation = new MutationObserver(() => set("translated", isTranslated(page)));
  translation.observe(page, { attributeFilter: ["class", "lang", "_msttexthash"] });
  set("translated", isTranslated(page));

  return {
    set,
    ready: () => set("waiting", false),
    isSimple: () => reasons.size > 0,
    reasons: () => [...reasons],
    end() {
      stop.abort();
      spacing.disconnect();
      translation.disconnect();
      probe.remove();
    },
  };
}

// Two short paragraphs whose size gives away a change of the space between letters, words, lines or
// paragraphs. The marks are for measuring only, and nobody meets them.
function addProbe() {
  const probe = document.createElement("div");
  probe.className = "spacing-probe";
  probe.setAttribute("aria-hidden", "true");
  for (let i = 0; i < 2; ++i) {
    const paragraph = document.createElement("p");
    paragraph.textContent = "·· ··";
    probe.append(paragraph);
  }
  document.body.append(probe);
  return probe;
}

function isSpaced(probe) {
  const [first, second] = probe.children;
  const style = getComputedStyle(first);
  const size = parseFloat(style.fontSize);
  const gap = second.getBoundingClientRect().top - first.getBoundingClientRect().bottom;
  return (
    (style.letterSpacing !== "normal" && parseFloat(style.letterSpacing) !== 0) ||
    parseFloat(style.wordSpacing) !== 0 ||
    Math.abs(first.getBoundingClientRect().height - size) > 0.5 ||
    Math.abs(gap) > 0.5
  );
}

// What the translators of Chrome, Edge, Firefox and others leave on the page.
function isTranslated(page) {
  const { language } = page.dataset; // as the core set it
  return (
    (language !== undefined && page.lang !== language) ||
    page.classList.contains("translated-ltr") ||
    page.classList.contains("translated-rtl") ||
    page.hasAttribute("_msttexthash")
  );
}

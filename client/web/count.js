// How many characters are left, beside what is being typed. Nothing is cut short. Said aloud once typing pauses: a
// count at every letter would drown what is typed.

const pauseMs = 1000;

export function watchCounts(root) {
  const stop = new AbortController();
  let pause = 0;
  root.addEventListener(
    "input",
    ({ target }) => {
      const around = target.closest?.(".counted");
      if (!around) return;
      const left = Number(around.dataset.most) - [...target.value].length;
      const words = (left >= 0 ? around.dataset.left : around.dataset.over).replace("{n}", Math.abs(left));
      const count = around.querySelector(".count");
      count.textContent = words;
      count.classList.toggle("over", left < 0);
      clearTimeout(pause);
      pause = setTimeout(() => {
        const polite = root.querySelector('[aria-live="polite"]');
        if (polite) polite.textContent = words;
      }, pauseMs);
    },
    { signal: stop.signal },
  );
  return () => stop.abort();
}

// The keys that the role of a tab promises: arrows, Home and End go from tab to tab and show what is there.

export function watchTabs(root) {
  const stop = new AbortController();
  root.addEventListener(
    "keydown",
    (event) => {
      const tab = event.target.closest?.('[role="tab"]');
      if (!tab || event.ctrlKey || event.altKey || event.metaKey) return;
      const tabs = [...tab.closest('[role="tablist"]').querySelectorAll('[role="tab"]')];
      const step = getComputedStyle(tab).direction === "rtl" ? -1 : 1;
      const at = tabs.indexOf(tab);
      const to = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs[(to + tabs.length) % tabs.length];
      next.focus();
      next.click();
    },
    { signal: stop.signal },
  );
  return () => stop.abort();
}

// Native dialogs: modal as soon as they are on the page. Escape presses what cancels, and focus goes back to where
// it was.

export function watchDialogs(root) {
  let before = null;

  const open = (dialog) => {
    before = document.activeElement;
    dialog.addEventListener("cancel", (event) => {
      const { cancel } = dialog.dataset;
      if (!cancel) return;
      event.preventDefault();
      dialog.querySelector(`[data-action="${CSS.escape(cancel)}"]`)?.click();
    });
    dialog.showModal();
  };

  const look = () => {
    const dialog = root.querySelector("dialog.dialog");
    if (dialog && !dialog.open) open(dialog);
    if (!dialog && before) {
      // Unless what closed it led somewhere else.
      if (before.isConnected && document.activeElement === document.body) before.focus({ preventScroll: true });
      before = null;
    }
  };

  const watching = new MutationObserver(look);
  watching.observe(root, { childList: true, subtree: true });
  look();
  return () => watching.disconnect();
}

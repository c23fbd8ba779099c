// What is pressed before the client is ready is not lost: it is seen to be pressed at once, and carried out when it can
// be. Needs nothing else, so that it is there long before the rest.

const page = document.documentElement;
let pressed = null;
let onPress = () => {};

function remember(event) {
  if (event.defaultPrevented || page.dataset.portal) return;
  const clicked = event.type === "click" ? event.target.closest?.("[data-action]:not(form)") : event.target;
  if (!clicked?.dataset.action) return;
  event.preventDefault();
  forget();
  pressed = event.submitter ?? clicked;
  pressed.setAttribute("aria-busy", "true");
  onPress();
}

export function forget() {
  pressed?.removeAttribute("aria-busy");
  pressed = null;
}

// `tell` is called for a press that came already, and for each until the client is ready.
export function onEarlyPress(tell) {
  onPress = tell;
  if (pressed) tell();
}

// Presses it once more, for whoever listens by now.
export function pressAgain() {
  const control = pressed;
  forget();
  removeEventListener("click", remember, true);
  removeEventListener("submit", remember, true);
  if (control?.isConnected) control.click();
}

addEventListener("click", remember, true);
addEventListener("submit", remember, true);

// Exit this page: leaves at once, by the link or by Shift three times. Loaded before anything else and
// needs nothing else. Without it the link is still a link.
(function () {
  "use strict";
  var left = "sayso-left";
  var presses = 0;
  var lastPress = 0;

  // Setting properties one by one is allowed by the content policy; a style attribute would not be.
  function cover() {
    var page = document.documentElement;
    page.style.setProperty("color-scheme", "light", "important");
    page.style.setProperty("background", "#ffffff", "important");
    (document.body || page).style.setProperty("display", "none", "important");
    document.title = "\u00a0";
  }

  function goAway() {
    var link = document.getElementById("exit");
    location.replace(link ? link.href : "about:blank");
  }

  function leave() {
    cover();
    try {
      // Nobody is to be asked whether to stay: effects.js hears this.
      window.dispatchEvent(new Event("sayso-leave"));
    } catch (old) {
      // A browser without such events has no client that would ask.
    }
    try {
      sessionStorage.removeItem("sayso-tab"); // tab.js
      sessionStorage.setItem(left, "1");
    } catch (refused) {
      // A browser that keeps nothing has nothing to remember either.
    }
    try {
      navigator.sendBeacon("/api/exit");
    } catch (missing) {
      // Leaving matters more than telling the server.
    }
    goAway();
  }

  function hasLeft() {
    try {
      return sessionStorage.getItem(left) === "1";
    } catch (refused) {
      return false;
    }
  }

  document.addEventListener(
    "click",
    function (event) {
      var at = event.target;
      while (at && at.id !== "exit" && !(at.hasAttribute && at.hasAttribute("data-exit"))) at = at.parentNode;
      if (!at) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    },
    true,
  );

  // Who hears the page hears how far the presses have come; there from the start, or it would not be spoken.
  var region = null;
  document.addEventListener("DOMContentLoaded", function () {
    region = document.createElement("div");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    document.body.appendChild(region);
  });

  function tell(name) {
    var link = document.getElementById("exit");
    if (region) region.textContent = (link && name && link.getAttribute(name)) || "";
  }

  // Three presses of Shift alone, each within five seconds of the one before.
  document.addEventListener(
    "keydown",
    function (event) {
      if (event.repeat) return;
      if (event.key !== "Shift") {
        presses = 0;
        tell("");
        return;
      }
      presses = event.timeStamp - lastPress > 5000 ? 1 : presses + 1;
      lastPress = event.timeStamp;
      if (presses === 3) leave();
      else tell(presses === 1 ? "data-once" : "data-twice");
    },
    true,
  );

  function cameBack() {
    var entry = performance.getEntriesByType ? performance.getEntriesByType("navigation")[0] : null;
    return Boolean(entry) && entry.type === "back_forward";
  }

  // Somebody pressed Back to see what was here: the page stays blank and leaves again. Opening the address
  // anew, on purpose, works as ever.
  window.addEventListener("pageshow", function (event) {
    if (!hasLeft()) return;
    if (event.persisted || cameBack()) {
      cover();
      goAway();
    }
  });
  if (hasLeft()) {
    if (cameBack()) {
      cover();
    } else {
      sessionStorage.removeItem(left);
    }
  }
})();

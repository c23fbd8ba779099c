// A person's own settings: shown from the first paint on, so this is loaded before the page, and needs nothing else.
// One short text, "text=150 colours=dark", becomes data-text="150" … on <html>; the styles do the rest.
(function () {
  "use strict";
  var key = "sayso-settings";
  var names = ["text", "colours", "motion", "view", "aloud"];
  var shown = "";

  // A browser that keeps nothing has nothing to tell; a private window may refuse to be asked.
  function withStore(name, use) {
    try {
      return use(window[name]);
    } catch (refused) {
      return null;
    }
  }

  function read(store) {
    return store.getItem(key);
  }

  function apply(text) {
    var data = document.documentElement.dataset;
    shown = text;
    names.forEach(function (name) {
      delete data[name];
    });
    text.split(" ").forEach(function (pair) {
      var parts = /^([a-z]+)=([a-z0-9-]{1,16})$/.exec(pair);
      if (parts && names.indexOf(parts[1]) >= 0) data[parts[1]] = parts[2];
    });
  }

  // What does not last stands for this visit alone, and takes the place of what was kept.
  function keep(text, lasting) {
    var here = lasting ? "localStorage" : "sessionStorage";
    var gone = lasting ? "sessionStorage" : "localStorage";
    withStore(gone, function (store) {
      store.removeItem(key);
    });
    withStore(here, function (store) {
      if (text) store.setItem(key, text);
      else store.removeItem(key);
    });
  }

  globalThis.saysoSettings = {
    text: function () {
      return shown;
    },
    apply: apply,
    keep: keep,
  };
  apply(withStore("sessionStorage", read) || withStore("localStorage", read) || "");
})();

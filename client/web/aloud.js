// Reads the screen aloud, when a person asks for it: by a voice of the device's own, as what is on a screen must not be
// sent to anybody for its sound.

const blocks = "h1, h2, h3, p, li, dt, dd, caption, th, td, legend, label, summary, button, figcaption";
const patienceWithVoices_ms = 2000;

export const canSpeak = () => "speechSynthesis" in globalThis && "SpeechSynthesisUtterance" in globalThis;

// Some browsers list their voices only after they were asked.
function voices() {
  const there = speechSynthesis.getVoices();
  if (there.length > 0) return Promise.resolve(there);
  return new Promise((resolve) => {
    const done = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, patienceWithVoices_ms);
  });
}

// What can be seen in main, piece by piece and each word once: the innermost blocks, and links that stand alone.
export function textsOf(main) {
  const texts = [];
  for (const element of main.querySelectorAll(`${blocks}, a`)) {
    if (element.localName === "a" ? element.closest(blocks) : element.querySelector(blocks)) continue;
    if (!element.checkVisibility() || element.dataset.action === "aloud") continue;
    const text = element.textContent.replace(/\s+/g, " ").trim();
    if (text) texts.push(text);
  }
  return texts;
}

// `ended(possible)` is called once for each start that was not stopped.
export function createReader(ended) {
  let turn = 0;

  async function speak() {
    const mine = ++turn;
    const { lang } = document.documentElement;
    const spoken = lang.split("-")[0];
    const voice = (await voices()).find((one) => one.localService && one.lang.split(/[-_]/)[0] === spoken);
    if (mine !== turn) return;
    if (!voice) return ended(false);
    const queue = textsOf(document.getElementById("main"));
    const next = () => {
      if (mine !== turn) return;
      if (queue.length === 0) return ended(true);
      const words = new SpeechSynthesisUtterance(queue.shift());
      words.voice = voice;
      words.lang = lang;
      words.onend = words.onerror = next;
      speechSynthesis.speak(words);
    };
    next();
  }

  function stop() {
    ++turn;
    if (canSpeak()) speechSynthesis.cancel();
  }

  addEventListener("pagehide", stop);
  return { speak, stop };
}

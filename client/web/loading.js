// What is shown while the core is on its way: how much of it has come, from the first second on, in a band of its own
// at the lower edge, so that nothing on the page moves. When it cannot come: why, and what to do.

const patience = 1000; // ms before waiting is shown at all
const long = 20000; // ms before it is called long

// Words are asked for by key and may come late; nothing is shown without them.
export function createLoading(words, total) {
  let band = null;
  let progress = null;
  let message = null;
  let amount = null;
  let ended = false;
  let received = 0;
  const timers = [setTimeout(show, patience), setTimeout(() => say("loading.slow"), long)];

  function show() {
    if (band || ended) return;
    const text = words();
    if (!text) {
      timers.push(setTimeout(show, patience / 4));
      return;
    }
    progress = document.createElement("progress");
    progress.max = 100;
    message = document.createElement("p");
    message.setAttribute("role", "status");
    const label = document.createElement("span");
    label.id = "loading-title";
    progress.setAttribute("aria-labelledby", label.id);
    label.textContent = text["loading.title"];
    amount = document.createElement("span");
    amount.className = "amount";
    band = document.createElement("div");
    band.id = "loading";
    band.append(message, label, progress, amount);
    document.body.append(band);
    say("loading.message");
    tell();
  }

  function say(key) {
    if (message) message.textContent = words()[key];
  }

  function tell() {
    if (!band || total <= 0) return;
    const percent = Math.min(100, Math.floor((100 * received) / total));
    progress.value = percent;
    amount.textContent = words()["loading.progress"].replace("{percent}", percent);
  }

  return {
    received(bytes) {
      received += bytes;
      tell();
    },
    // Somebody waits for an answer to a press.
    showNow: show,
    end() {
      ended = true;
      timers.forEach(clearTimeout);
      timers.length = 0;
      band?.remove();
      band = null;
    },
  };
}

// The answer of `fetch` once more, with its bytes counted as they come.
export function counted(answer, onBytes) {
  const reader = answer.body.getReader();
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      onBytes(value.length);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } });
}

// Nothing can be chosen here, but everything can be read: says so, with the way to people who can help. `again`: what
// to try where another try may help.
export function sayThatItCannotRun(words, again) {
  const banner = document.createElement("div");
  banner.className = "banner stack";
  banner.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = words[again ? "loading.failed" : "problem.wasm"];
  banner.append(text);
  if (again) banner.append(makeButton(words["loading.again"], again));
  const link = document.createElement("a");
  link.className = "link";
  link.href = "/help";
  link.textContent = words["opening.help"];
  const line = document.createElement("p");
  line.append(link);
  banner.append(line);
  document.getElementById("main").prepend(banner);
}

function makeButton(label, onPress) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button secondary";
  button.textContent = label;
  button.addEventListener("click", onPress);
  return button;
}

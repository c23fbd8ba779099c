// What a person does on a page, by role and name, in any engine: looks, chooses, types, presses.

const patience_ms = 60_000;

// Runs in the page. Elements that nobody meets are left out; names are what labels, legends and texts say.
function findByRole({ role, name, exact }) {
  const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const kinds = {
    heading: "h1, h2, h3",
    button: "button, summary",
    link: "a[href]",
    radio: "input[type=radio]",
    checkbox: "input[type=checkbox]",
    textbox: "input:not([type=radio], [type=checkbox], [type=file]), textarea",
    group: "fieldset",
  };
  const named = (element) => {
    if (element.localName === "fieldset") return tidy(element.querySelector("legend")?.textContent);
    return tidy(element.labels?.[0]?.textContent ?? element.textContent);
  };
  const wanted = exact ? (text) => text === name : (text) => text.includes(name);
  return (
    [...document.querySelectorAll(kinds[role])].find(
      (element) => !element.closest("[hidden], [aria-hidden=true]") && wanted(named(element)),
    ) ?? null
  );
}

// Asks the page again after each of its frames, until `look` answers with something.
export async function until(page, look, told) {
  const deadline = Date.now() + patience_ms;
  let last = "";
  while (Date.now() < deadline) {
    const found = await look().catch((problem) => ((last = problem.message), null));
    if (found) return found;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(true)))).catch(() => {});
  }
  const here = await page.evaluate(() => `${location.pathname}: ${document.querySelector("h1")?.textContent}`).catch(() => "?");
  throw new Error(`${told} did not come; the page is ${here} ${last}`);
}

export function personAt(page) {
  const find = (role, name, exact = false) => page.find(findByRole, { role, name, exact });
  const see = (role, name, exact) => until(page, () => find(role, name, exact), `${role} "${name}"`);
  const click = async (role, name, exact) => page.click(await see(role, name, exact));
  const fact = (work, given) => page.evaluate(work, given);
  return {
    page,
    find,
    see,
    fact,
    ready: () => until(page, () => fact(() => document.documentElement.dataset.portal === "ready"), "the client"),
    press: (name) => click("button", name),
    follow: (name) => click("link", name),
    choose: async (name) => {
      const role = (await find("radio", name)) ? "radio" : "checkbox";
      await click(role, name);
    },
    async write(label, words) {
      const field = await see("textbox", label);
      await page.click(field);
      await page.evaluate(() => document.activeElement.select());
      await page.type(words);
    },
    read: (words) =>
      until(page, () => fact((text) => document.body.textContent.replace(/\s+/g, " ").includes(text), words), `"${words}"`),
    address: () => fact(() => location.pathname),
    isSimple: () => fact(() => document.documentElement.classList.contains("simple")),
    async moved(from) {
      await until(page, async () => (await fact(() => location.pathname)) !== from, `a way on from ${from}`);
    },
  };
}

// --- The main job, step by step ---

export async function comeIn(person) {
  await person.press("Start now");
  await person.choose("No, only I use it");
  await person.press("Continue");
  await person.see("heading", "safely get in touch");
  await person.choose("Ring me");
  await person.press("Save and continue");
  await person.see("heading", "find out if we can help");
}

// Says `answer` ("yes" or "no") to every question from where the page is, up to the answers' check. `look` is called on
// each page that this leads to.
export async function answerEverything(person, answer = "yes", look = async () => {}) {
  for (;;) {
    const here = await person.address();
    if (here.endsWith("/choices/check")) return;
    const count = await person.fact(
      (value) => document.querySelectorAll(`input[type=radio][value=${value}]`).length, answer);
    for (let number = 0; number < count; ++number) {
      const radio = await person.page.find(
        ({ value, at }) => document.querySelectorAll(`input[type=radio][value=${value}]`)[at],
        { value: answer, at: number });
      await person.page.click(radio);
    }
    await person.press("Continue");
    await person.moved(here);
    await look();
  }
}

export async function signAndSend(person) {
  await person.press("Sign and send");
  await person.see("heading", "Your choices are in");
}

export async function withdrawFirst(person) {
  await person.follow("Take back your yes");
  await person.see("heading", "Take back your yes to");
  await person.press("Take back my yes");
  await person.see("heading", "You have taken back your yes");
}

// From the invitation to home again, with one yes taken back; `look(where)` is called on every screen on the way.
export async function wholeJob(person, look = async () => {}) {
  await look("start");
  await person.press("Start now");
  await person.see("heading", "Does anyone else use");
  await look("device");
  await person.choose("No, only I use it");
  await person.press("Continue");
  await person.see("heading", "safely get in touch");
  await look("contact");
  await person.choose("Ring me");
  await person.press("Save and continue");
  await person.see("heading", "find out if we can help");
  await look("question 1");
  await person.press("Continue");
  await person.see("heading", "join up information");
  await look("question 2");
  await person.press("Continue");
  await person.see("heading", "There is a problem");
  await look("question 2, unanswered");
  await answerEverything(person);
  await person.see("heading", "Check your answers");
  await look("check");
  await signAndSend(person);
  await look("done");
  await person.follow("Go to your home page");
  await person.see("heading", "Your choices");
  await look("home");
  await person.follow("Take back your yes");
  await person.see("heading", "Take back your yes to");
  await look("withdraw");
  await person.press("Take back my yes");
  await person.see("heading", "You have taken back your yes");
}

// --- What holds on every screen ---

// What reaches past the page's right edge, and whether the page scrolls sideways; both empty when all is well.
export function findSideways() {
  const width = document.documentElement.clientWidth;
  const meets = (element) => element.checkVisibility?.() ?? element.getClientRects().length > 0;
  const past = [...document.querySelectorAll("#page *")]
    .filter((element) => meets(element) && !element.closest(".visually-hidden, .skip-link, [data-scrolls]"))
    // A painted line has its width; the blank that it was broken at is past it, and nothing to see.
    .filter((element) => !element.matches(".line > span"))
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => element.outerHTML.slice(0, 160));
  if (document.documentElement.scrollWidth > width) past.push(`page: ${document.documentElement.scrollWidth} > ${width}`);
  return past;
}

// Words that are cut off or lie over other words, in Simple view, where text flows by itself.
export function findCutWords() {
  const clips = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
  return [...document.querySelectorAll("#page *")]
    .filter((element) => clips(getComputedStyle(element)) && !element.closest(".visually-hidden, .skip-link"))
    .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    .map((element) => element.outerHTML.slice(0, 160));
}

// Calls `look()` at every half a window's height from the top of the page to its end, and goes back to the top.
export async function scrollThrough(person, look) {
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
  for (let at = 0; ; ) {
    await person.fact((y) => scrollTo(0, y), at);
    await person.fact(frames);
    await look();
    const { height, end } = await person.fact(() => ({
      height: innerHeight,
      end: scrollY + innerHeight >= document.documentElement.scrollHeight - 1,
    }));
    if (end) break;
    // What is cut by an edge of one look stands whole in the next.
    at += Math.floor(height * 0.7);
  }
  await person.fact(() => scrollTo(0, 0));
  await person.fact(frames);
}

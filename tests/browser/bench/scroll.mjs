// How long the main thread works for each frame while a page is scrolled on and on, the processor four times slower. Work is
// the processor time of the thread's own tasks, which a busy machine lengthens least; a frame ends when the page is
// handed on to be shown.

import { frames, trace } from "./chromium.mjs";

const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"];
const slower = 4;
const speed_px_s = 1600;
const most_px = 8000;

function mainThreads(events) {
  return new Set(
    events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`),
  );
}

// One entry a frame: the thread's work from the frame before to this one, in ms.
function workByFrame(events) {
  const threads = mainThreads(events);
  const onMain = events.filter(({ pid, tid }) => threads.has(`${pid} ${tid}`)).sort((a, b) => a.ts - b.ts);
  // Of several pages' threads the one that made the frames.
  const made = onMain.filter(({ name }) => name === "Commit");
  const framesOf = (pid) => made.filter((one) => one.pid === pid).map(({ ts }) => ts);
  const [busiest] = [...new Set(made.map(({ pid }) => pid))].sort((a, b) => framesOf(b).length - framesOf(a).length);
  const ends = framesOf(busiest);
  const work = ends.map(() => 0);
  for (const { name, pid, ts, tdur = 0 } of onMain) {
    if (name !== "RunTask" || pid !== busiest) continue;
    // The task that a frame ends in, and those since the one before.
    const at = ends.findIndex((end) => end >= ts);
    if (at >= 0) work[at] += tdur / 1000;
  }
  return work;
}

const rounded = (number) => Number(number.toFixed(2));

export async function measureScroll(page, session) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  if (height < 200) return null;
  await frames(page, 10);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const events = await trace(session, categories, () =>
    session.send("Input.synthesizeScrollGesture", {
      x: 195, y: 640, yDistance: -Math.min(height, most_px), speed: speed_px_s, gestureSourceType: "mouse",
    }));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const scrolled = await page.evaluate(() => scrollY);
  if (scrolled < 200) throw new Error("nothing was scrolled");
  await page.evaluate(() => scrollTo(0, 0));
  await frames(page);
  const work = workByFrame(events).sort((a, b) => a - b);
  if (work.length === 0) throw new Error("no frame was made while scrolling");
  const at = (share) => rounded(work[Math.min(work.length - 1, Math.floor(work.length * share))]);
  const mean = rounded(work.reduce((sum, one) => sum + one, 0) / work.length);
  return { scrolled_px: Math.round(scrolled), frames: work.length, mean_ms: mean, median_ms: at(0.5), p95_ms: at(0.95), most_ms: at(1) };
}

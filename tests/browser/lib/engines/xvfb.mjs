// A screen for browsers that paint with WebGL on a screen only.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

// { display, end() }: the display's number is the first free one, so that several can run at once.
export async function openScreen() {
  const options = ["-displayfd", "3", "-screen", "0", "3200x2400x24", "-nolisten", "tcp"];
  const child = spawn("Xvfb", options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  for await (const number of createInterface({ input: child.stdio[3] })) {
    return {
      display: `:${number.trim()}`,
      end: () =>
        new Promise((resolve) => {
          child.once("exit", resolve);
          child.kill();
        }),
    };
  }
  throw new Error("Xvfb did not start");
}

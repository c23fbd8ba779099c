// The next version of the notice, as a council would publish it: one question and one promise read differently.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtWebRoot } from "./server.mjs";

export const nextNotice = {
  question: "May the NHS tell us about your health, and nothing else?",
  rule: "We tell you within a day if something goes wrong.",
};

// A copy of the web root in `folder`, with that version in it.
export function publishNext(folder) {
  const webRoot = join(folder, "www");
  cpSync(builtWebRoot, webRoot, { recursive: true });
  const notices = join(webRoot, "notices/turnaround-plus");
  const notice = JSON.parse(readFileSync(join(notices, "1.en.json"), "utf8"));
  notice.version = 2;
  const joinUp = notice.purposes.find((purpose) => purpose.id === "join-up");
  joinUp.questions.find((question) => question.organisation === "nhs").text.you = nextNotice.question;
  notice.promises.list.at(-1).plain = nextNotice.rule;
  writeFileSync(join(notices, "2.en.json"), JSON.stringify(notice, null, 2));
  return webRoot;
}

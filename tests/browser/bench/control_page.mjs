// The control page: the same notice, word for word, as a public service would put it on GOV.UK Frontend. It is made here, for
// one run, into the folder that the server serves, and is no part of the portal.

import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const compressed = new Set([".html", ".css", ".js"]);
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

// Compressed as hard as the portal's own files are.
function write(folder, name, content) {
  const bytes = Buffer.from(content);
  const file = join(folder, name);
  writeFileSync(file, bytes);
  if (!compressed.has(extname(name))) return;
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

function blockHtml(block) {
  if (block.heading) return `<h2 class="govuk-heading-l">${escape(block.heading)}</h2>`;
  if (block.paragraph) return `<p class="govuk-body">${escape(block.paragraph)}</p>`;
  const items = block.bullets.map((one) => `<li>${escape(typeof one === "string" ? one : one.wording)}</li>`);
  return `<ul class="govuk-list govuk-list--bullet">${items.join("")}</ul>`;
}

function questionHtml(question, number) {
  const name = `q${number}`;
  const radios = question.answers.map(
    ({ label }, at) => `<div class="govuk-radios__item">
<input class="govuk-radios__input" id="${name}-${at}" name="${name}" type="radio" value="${at}">
<label class="govuk-label govuk-radios__label" for="${name}-${at}">${escape(label)}</label></div>`,
  );
  return `<div class="govuk-form-group"><fieldset class="govuk-fieldset">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${escape(question.text.you)}</legend>
<div class="govuk-radios" data-module="govuk-radios">${radios.join("")}</div></fieldset></div>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">More about
this</span></summary><div class="govuk-details__text">${escape(question.if_yes.you)}</div></details>`;
}

function pageHtml(notice) {
  const words = notice.sections.flatMap((section) => section.wording).map(blockHtml);
  const questions = notice.purposes.flatMap((purpose) => purpose.questions).filter((one) => one.answers.length === 2);
  return `<!DOCTYPE html>
<html lang="en" class="govuk-template"><head><meta charset="utf-8">
<title>${escape(notice.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="description" content="What a council asks other organisations about families, and why.">
<link rel="icon" href="/icons/icon.svg">
<link rel="stylesheet" href="govuk-frontend.min.css"></head>
<body class="govuk-template__body"><script src="enable.js"></script>
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header class="govuk-template__header"><div class="govuk-width-container"><p class="govuk-body">${escape(notice.council.name)}</p></div></header>
<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${escape(notice.title)}</h1>
${words.join("\n")}
<form action="/control/index.html" method="get" novalidate>
${questions.map(questionHtml).join("\n")}
<button type="submit" class="govuk-button" data-module="govuk-button">Continue</button></form>
</div></div></main></div>
<footer class="govuk-footer"><div class="govuk-width-container"><p>${escape(notice.council.name)}</p></div></footer>
<script type="module" src="start.js"></script></body></html>
`;
}

// A copy of the web root in `folder`, with the page at /control/index.html. `modules` holds the package of GOV.UK Frontend.
export function addControlPage(builtWebRoot, folder, modules) {
  const webRoot = join(folder, "www");
  cpSync(builtWebRoot, webRoot, { recursive: true });
  const notice = JSON.parse(readFileSync(join(webRoot, "notices/turnaround-plus/1.en.json"), "utf8"));
  const control = join(webRoot, "control");
  const frontend = join(modules, "govuk-frontend/dist/govuk");
  mkdirSync(control);
  cpSync(join(frontend, "assets"), join(webRoot, "assets"), { recursive: true });
  write(control, "index.html", pageHtml(notice));
  // As its documentation asks for: supported browsers are marked before anything is shown.
  write(control, "enable.js", 'document.body.classList.add("js-enabled", "govuk-frontend-supported");\n');
  write(control, "start.js", 'import { initAll } from "./govuk-frontend.min.js";\ninitAll();\n');
  for (const name of ["govuk-frontend.min.css", "govuk-frontend.min.js"])
    write(control, name, readFileSync(join(frontend, name)));
  return webRoot;
}

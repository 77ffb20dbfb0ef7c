// Turns this folder into one HTML page in two halves, between which a report's data belong, and writes them as C++.
//
// Usage: node build.mjs <page.cpp>
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const [target] = process.argv.slice(2);
if (!target) throw new Error("usage: node build.mjs <page.cpp>");

/** What esbuild makes of an entry point, as one text. */
async function bundle(entry) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    charset: "ascii",
    legalComments: "inline",
    write: false,
  });
  const text = result.outputFiles[0].text;
  if (/<\/(script|style)/i.test(text)) throw new Error(`${entry}: would end its own element`);
  return text;
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const script = await bundle("main.js");
const style = await bundle("style.css");
// Nothing runs and nothing is styled but what stands here, and nothing is fetched at all.
const policy =
  `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; ` +
  "base-uri 'none'; form-action 'none'";

const before = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>CrackTrader report</title>
<style>${style}</style>
</head>
<body>
<main id="page"><noscript>This report draws itself with the script inside it: allow scripts to see it.</noscript></main>
<script type="application/json" id="data">`;
const after = `</script>
<script>${script}</script>
</body>
</html>
`;

/** A raw string literal. Compilers limit the length of one, not of neighbours. */
function literal(text) {
  const pieces = text.match(/[^]{1,15000}/g);
  return pieces.map((piece) => `R"=page=(${piece})=page="`).join("\n");
}

mkdirSync(dirname(target), { recursive: true });
writeFileSync(
  target,
  `#include "ct/report/page.hpp"

namespace ct::report {

std::string_view page_before_data() {
    return ${literal(before)};
}

std::string_view page_after_data() {
    return ${literal(after)};
}

}  // namespace ct::report
`,
);

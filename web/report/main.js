/** Draws the page that the data in the file ask for. */
import { readColumns } from "./columns.js";
import { comparePage } from "./compare_page.js";
import { warning } from "./dom.js";
import { chartPage, runPage } from "./run_page.js";

const pages = { run: runPage, chart: chartPage, compare: comparePage };

async function drawPage() {
  const data = JSON.parse(document.getElementById("data").textContent);
  await readColumns(data.columns);
  const parts = pages[data.page](data);
  document.getElementById("page").replaceChildren(...parts.filter((part) => part));
  document.documentElement.dataset.readyMs = Math.round(performance.now());
}

if ("DecompressionStream" in window) {
  drawPage();
} else {
  const words = "This browser cannot unpack the report: it needs one of 2023 or later.";
  document.getElementById("page").replaceChildren(warning(words));
}

/** Draws the page that the data in the file ask for. */
import { comparePage } from "./compare_page.js";
import { chartPage, runPage } from "./run_page.js";

const pages = { run: runPage, chart: chartPage, compare: comparePage };
const data = JSON.parse(document.getElementById("data").textContent);
const parts = pages[data.page](data);
document.getElementById("page").replaceChildren(...parts.filter((part) => part));
document.documentElement.dataset.readyMs = Math.round(performance.now());

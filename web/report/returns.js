/** How returns spread: by month, by day, and where equity was under water. */
import { unpack } from "./columns.js";
import { grid, h, panel, s } from "./dom.js";
import { day, number, percent } from "./numbers.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MOST_BARS = 41;

function heatCell(value, strongest, kind = "") {
  if (value === undefined) return h("td", { class: `heat none ${kind}` });
  const cell = h("td", { class: `heat ${value >= 0 ? "gain" : "loss"} ${kind}`, title: percent(value) }, number(value * 100, 1));
  cell.style.setProperty("--share", `${Math.round(Math.min(Math.abs(value) / strongest, 1) * 85)}%`);
  return cell;
}

export function monthsSection({ months, years }) {
  if (months.length === 0) return null;
  const byYear = new Map(years.map(([year, total]) => [year, { total, cells: [] }]));
  for (const [year, month, value] of months) byYear.get(year).cells[month - 1] = value ?? undefined;
  const strongest = Math.max(...months.map(([, , value]) => Math.abs(value ?? 0)), 0.001);
  const row = ([year, { total, cells }]) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, year),
      ...MONTHS.map((_, i) => heatCell(cells[i], strongest)),
      heatCell(total ?? undefined, strongest, "total"),
    );
  const head = ["", ...MONTHS, "Year"].map((name) => h("th", { scope: "col" }, name));
  const table = h("table", { class: "heatmap" }, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...[...byYear].map(row)));
  return panel("Monthly returns", { aside: "in %" }, h("div", { class: "scroll" }, table));
}

/** Bars of equal width around zero, and how many returns fell into each. */
function binned(returns) {
  const widest = Math.max(...returns.map(Math.abs), 1e-6);
  const rough = (2 * widest) / MOST_BARS;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const width = [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= rough);
  const side = Math.max(Math.ceil(widest / width), 4);
  const counts = new Array(2 * side).fill(0);
  for (const value of returns) ++counts[Math.min(Math.floor(value / width) + side, 2 * side - 1)];
  return { width, side, counts };
}

export function distributionSection({ returns }) {
  const values = Array.from(unpack(returns)).filter(Number.isFinite);
  if (values.length < 2) return panel("Daily returns", {}, h("p", { class: "empty" }, "Less than two days."));
  const { width, side, counts } = binned(values);
  const most = Math.max(...counts);
  const [wide, high, foot] = [640, 200, 24];
  const step = wide / counts.length;
  const bars = counts.map((count, i) => {
    const height = (count / most) * (high - 10);
    const range = `${percent((i - side) * width)} to ${percent((i - side + 1) * width)}: ${count} days`;
    const place = { x: i * step + 0.75, y: high - height, width: step - 1.5, height };
    return s("rect", { class: i >= side ? "gain" : "loss", ...place }, s("title", {}, range));
  });
  const every = Math.ceil(side / 3);
  const labels = [];
  for (let i = -Math.floor(side / every) * every; i <= side; i += every) {
    const anchor = i === -side ? "start" : i === side ? "end" : "middle";
    labels.push(s("text", { x: (i + side) * step, y: high + 17, "text-anchor": anchor }, percent(i * width, width < 0.001 ? 2 : 1)));
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const image = s(
    "svg",
    { viewBox: `0 0 ${wide} ${high + foot}`, class: "bars", role: "img", "aria-label": "Distribution of daily returns" },
    s("line", { class: "axis", x1: 0, x2: wide, y1: high, y2: high }),
    ...bars,
    ...labels,
  );
  return panel("Daily returns", { aside: `${number(values.length, 0)} days, mean ${percent(mean, 3)}` }, image);
}

export function underwaterSection({ underwater }) {
  if (underwater.length === 0) return panel("Under water", {}, h("p", { class: "empty" }, "Never below its peak."));
  const rows = underwater.map(([peakMs, troughMs, backMs, depth, days]) => [
    day(peakMs),
    day(troughMs),
    backMs === null ? h("em", {}, "not yet") : day(backMs),
    percent(-depth),
    number(days, days < 10 ? 1 : 0),
  ]);
  return panel("Under water", { aside: "the deepest falls from a peak" }, grid(["Peak", "Deepest", "Recovered", "Depth", "Days"], rows, [0, 1, 2]));
}

/** Several runs side by side. */
import { LineSeries } from "lightweight-charts";
import { addSeries, belowZero, makeChart, points } from "./chart_base.js";
import { unpack } from "./columns.js";
import { h, panel, warning } from "./dom.js";
import { footer, header } from "./frame.js";
import { number } from "./numbers.js";

/** The runs in the colours of the lines, with their values where the pointer is. */
function follow(chart, legend, runs, series, format) {
  const say = (point) => {
    const spans = runs.map((run, i) => {
      const value = point?.seriesData?.get(series[i])?.value;
      return h("span", { class: `line-${(i % 8) + 1}` }, run.name, h("b", {}, value === undefined ? "" : ` ${format(value)}`));
    });
    legend.replaceChildren(...spans);
  };
  say(null);
  chart.subscribeCrosshairMove(say);
}

function lines(title, aside, runs, field, priceFormat, more = {}) {
  const { chart, box, legend } = makeChart("equity", title, { daily: true });
  const series = runs.map((run, i) =>
    addSeries(chart, LineSeries, { lineWidth: 1.5, priceFormat, ...more }, ({ lines: colours }) => ({ color: colours[i % 8] })),
  );
  series.forEach((line, i) => line.setData(points(unpack(runs[i].time_ms), unpack(runs[i][field]))));
  follow(chart, legend, runs, series, priceFormat.formatter);
  return panel(title, { aside }, legend, box);
}

function metricsSection({ runs, metrics }) {
  const row = ({ label, group, values, best }) =>
    values === undefined
      ? h("tr", {}, h("th", { class: "group text", colspan: runs.length + 1 }, group))
      : h(
          "tr",
          {},
          h("th", { scope: "row", class: "text" }, label),
          ...values.map((value, i) => h("td", { class: best.includes(i) ? "best" : "" }, value)),
        );
  const head = runs.map((run, i) => h("th", { scope: "col", class: `line-${(i % 8) + 1}` }, run.name));
  return panel(
    "Metrics",
    { aside: "bold and marked: the best of the row", kind: "compare" },
    h("div", { class: "scroll" }, h("table", { class: "rows" }, h("thead", {}, h("tr", {}, h("th"), ...head)), h("tbody", {}, ...metrics.map(row)))),
  );
}

function runsSection({ runs }) {
  const fields = [["Strategy", "strategy"], ["Symbols", "symbols"], ["Range", "range"], ["Parameters", "parameters"], ["Settings", "settings"], ["Result hash", "result_hash"], ["Input hash", "input_hash"], ["Version", "version"]];
  const row = ([label, field]) => h("tr", {}, h("th", { scope: "row", class: "text" }, label), ...runs.map((run) => h("td", { class: "text wrap" }, run[field])));
  const head = runs.map((run) => h("th", { scope: "col", class: "text" }, run.name));
  return panel(
    "Runs",
    { kind: "compare" },
    h("div", { class: "scroll" }, h("table", { class: "rows" }, h("thead", {}, h("tr", {}, h("th"), ...head)), h("tbody", {}, ...fields.map(row)))),
  );
}

export function comparePage(data) {
  document.title = `${data.runs.length} runs - CrackTrader`;
  const index = { type: "custom", formatter: (value) => number(value, 1), minMove: 0.01 };
  const share = { type: "custom", formatter: (value) => `${number(value, 1)}%`, minMove: 0.01 };
  return [
    header("comparison", `${data.runs.length} runs`, "", data.range),
    ...data.warnings.map(warning),
    lines("Equity", "each run starts at 100", data.runs, "index", index),
    lines("Drawdown", "of daily equity", data.runs, "drawdown", share, { autoscaleInfoProvider: belowZero }),
    metricsSection(data),
    runsSection(data),
    footer("Times are UTC.", data.version),
  ];
}

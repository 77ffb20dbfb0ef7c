/** The report of one run. */
import { equitySection, rollingSection } from "./equity_chart.js";
import { facts, grid, h, panel, warning } from "./dom.js";
import { footer, header } from "./frame.js";
import { number, time } from "./numbers.js";
import { priceSection } from "./price_chart.js";
import { distributionSection, monthsSection, underwaterSection } from "./returns.js";
import { tradesSection } from "./trade_table.js";

function card({ label, value, note, tone }) {
  return h("div", { class: "card" }, h("p", { class: "label" }, label), h("p", { class: `value ${tone}` }, value), note && h("p", { class: "below" }, note));
}

/** The price charts: one at a time, because each is as large as a screen. Charts are made when they are first seen. */
function prices({ charts, charts_note: note }) {
  const made = new Map();
  const place = h("div");
  const show = (at) => {
    if (!made.has(at)) made.set(at, priceSection(charts[at]));
    place.replaceChildren(made.get(at).section);
    return made.get(at);
  };
  if (charts.length === 0) return { section: null, focus: () => {} };
  const tabs = charts.map((chart, i) =>
    h("button", { type: "button", role: "tab", "aria-selected": i === 0, onclick: () => select(i) }, `${chart.symbol} ${chart.timeframe}`),
  );
  const select = (at) => {
    tabs.forEach((tab, i) => tab.setAttribute("aria-selected", i === at));
    return show(at);
  };
  show(0);
  const focus = (trade) => {
    const at = charts.findIndex((chart) => chart.symbol === trade.symbol);
    if (at >= 0) select(at).focus(trade.entryMs, trade.exitMs);
  };
  const bar = charts.length > 1 ? h("div", { class: "tabs", role: "tablist" }, ...tabs) : null;
  return { section: h("div", {}, bar, place, note && h("p", { class: "note" }, note)), focus };
}

function dataSection({ series }) {
  const rows = series.map(([symbol, timeframe, bars, first, last, missing]) => [symbol, timeframe, number(bars, 0), time(first), time(last), number(missing, 0)]);
  return panel("Data", {}, grid(["Symbol", "Timeframe", "Bars", "First bar", "Last bar", "Missing bars"], rows, [0, 1]));
}

function riskSection({ risk }) {
  if (risk.rows.length === 0) return null;
  const rows = risk.rows.map(([ms, order, symbol, rule, action, sentence]) => [time(ms), number(order, 0), symbol, rule, action, sentence]);
  const table = grid(["Time", "Order", "Symbol", "Rule", "Action", "Why"], rows, [0, 2, 3, 4, 5]);
  return panel("Risk decisions", { aside: risk.summary, note: risk.note, kind: "risk" }, table);
}

export function runPage(data) {
  const { section, focus } = prices(data);
  document.title = `${data.strategy} on ${data.subtitle} - CrackTrader`;
  return [
    header("backtest report", data.strategy, data.subtitle, data.range),
    ...data.warnings.map(warning),
    h("section", { class: "cards" }, ...data.cards.map(card)),
    section,
    equitySection(data),
    h("div", { class: "columns" }, underwaterSection(data), rollingSection(data)),
    h("div", { class: "columns" }, monthsSection(data), distributionSection(data)),
    h("div", { class: "columns facts-columns" }, ...data.tables.map(({ title, rows }) => panel(title, {}, facts(rows)))),
    dataSection(data),
    riskSection(data),
    tradesSection(data, focus),
    footer(`Amounts are rounded and in ${data.asset} where no other asset is named; times are UTC.`, data.version),
  ];
}

/** Only the charts, for a notebook. */
export function chartPage(data) {
  document.body.classList.add("embedded");
  return [prices(data).section, equitySection(data), footer("Times are UTC.", data.version)];
}

/** Candles with the trades and the strategy's indicators. */
import { CandlestickSeries, LineSeries } from "lightweight-charts";
import { addSeries, amounts, makeChart, points, showAll } from "./chart_base.js";
import { h, panel } from "./dom.js";
import { number, unpack } from "./numbers.js";
import { onPalette } from "./theme.js";
import { TradeMarks } from "./trade_marks.js";

const MOST_PANES = 4; // below the candles

/** Adds the lines to the chart. Each knows its values for the line of words. */
function addLines(chart, data, timesMs) {
  let panes = 0;
  const paneOf = new Map();
  return data.lines.map((line, i) => {
    if (!line.on_price && !paneOf.has(line.group)) paneOf.set(line.group, Math.min(++panes, MOST_PANES));
    const values = unpack(line.values);
    const decimals = line.on_price ? data.decimals : Math.max(line.values.d - 3, 0); // about four digits
    const series = addSeries(
      chart,
      LineSeries,
      { lineWidth: 1.5, crosshairMarkerVisible: false, priceFormat: amounts(decimals) },
      ({ lines }) => ({ color: lines[i % lines.length] }),
      line.on_price ? 0 : paneOf.get(line.group),
    );
    series.setData(points(timesMs, values));
    return { label: line.label, values, colour: i % 8, decimals };
  });
}

/** The words above a chart: what the candle under the pointer was, or the last one. */
function readout(data, candles, lines) {
  return (at) => {
    const i = Math.min(Math.max(at, 0), candles.length - 1);
    const candle = candles[i];
    const change = candle.close / candle.open - 1;
    const price = (value) => number(value, data.decimals);
    const prices = [["O", candle.open], ["H", candle.high], ["L", candle.low], ["C", candle.close]];
    return [
      ...prices.map(([name, value]) => h("span", {}, `${name} `, h("b", {}, price(value)))),
      h("span", { class: change >= 0 ? "up" : "down" }, `${change >= 0 ? "+" : ""}${number(change * 100, 2)}%`),
      ...lines.map(({ label, values, colour, decimals }) =>
        h("span", { class: `line-${colour + 1}` }, `${label} `, h("b", {}, number(values[i], decimals))),
      ),
    ];
  };
}

function legend(data, marks) {
  const has = (text, letter) => text.includes(letter);
  const entries = [
    [has(data.marks.sides, "l"), "\u25B2", "long", "long entry"],
    [has(data.marks.sides, "s"), "\u25BC", "short", "short entry"],
    [has(data.marks.kinds, "w"), "\u25CF", "up", "exit with profit"],
    [has(data.marks.kinds, "l"), "\u25A0", "down", "exit with loss"],
    [has(data.stops.kinds, "s"), "\u2504", "down", "stop"],
    [has(data.stops.kinds, "t"), "\u2504", "up", "target"],
  ].filter(([there]) => there);
  if (entries.length === 0) return h("span", {}, "no trades");
  const toggle = h("input", { type: "checkbox", checked: true, onchange: () => marks.set({ visible: toggle.checked }) });
  return h(
    "div",
    { class: "legend" },
    h("label", {}, toggle, "trades"),
    ...entries.map(([, sign, style, text]) => h("span", {}, h("i", { class: style }, sign), text)),
  );
}

/** The section of one series. `focus(from_ms, to_ms)` of what it returns shows that time. */
export function priceSection(data) {
  const timesMs = unpack(data.time_ms);
  const columns = ["open", "high", "low", "close"].map((name) => unpack(data[name]));
  const candles = Array.from(timesMs, (ms, i) => ({
    time: ms / 1000,
    open: columns[0][i],
    high: columns[1][i],
    low: columns[2][i],
    close: columns[3][i],
  }));
  const { chart, box, legend: words, fitted } = makeChart("price", `Candles of ${data.symbol} with the trades of the run`, {
    daily: data.shown.endsWith("d") || data.shown.endsWith("w") || data.shown.endsWith("M"),
  });
  const series = addSeries(chart, CandlestickSeries, { priceFormat: amounts(data.decimals) }, ({ up, down }) => ({
    upColor: up, borderUpColor: up, wickUpColor: up, downColor: down, borderDownColor: down, wickDownColor: down,
  }));
  series.setData(candles);
  const lines = addLines(chart, data, timesMs);
  const panes = chart.panes();
  panes.forEach((pane, i) => pane.setStretchFactor(i === 0 ? 4 : 1));
  box.classList.add(`panes-${panes.length}`);
  const marks = new TradeMarks(data, timesMs, {});
  series.attachPrimitive(marks);
  onPalette((colours) => marks.set({ colours }));

  const say = readout(data, candles, lines);
  words.replaceChildren(...say(candles.length - 1));
  chart.subscribeCrosshairMove(({ logical }) => words.replaceChildren(...say(logical ?? candles.length - 1)));
  const all = h("button", { type: "button", onclick: () => showAll(chart) }, "Whole run");
  const section = panel(
    `${data.symbol} ${data.shown}`,
    { aside: h("div", { class: "tools" }, legend(data, marks), all), note: data.note, kind: "price-panel" },
    words,
    box,
  );
  const focus = (fromMs, toMs) => {
    const at = (ms) => timesMs.findLastIndex((candle) => candle <= ms);
    const from = at(fromMs);
    const to = Number.isFinite(toMs) ? at(toMs) : candles.length - 1;
    const room = Math.max(20, to - from);
    fitted.then(() => chart.timeScale().setVisibleLogicalRange({ from: from - room, to: to + room }));
    section.scrollIntoView({ block: "start", behavior: "smooth" });
  };
  return { section, focus };
}

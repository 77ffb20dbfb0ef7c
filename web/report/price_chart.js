/** Candles with the trades and the strategy's indicators. */
import { CandlestickSeries } from "lightweight-charts";
import { makeLevels } from "./candle_levels.js";
import { CandleView } from "./candle_view.js";
import { addSeries, amounts, logSwitch, makeChart } from "./chart_base.js";
import { h, panel } from "./dom.js";
import { IndicatorLines } from "./indicator_lines.js";
import { number } from "./numbers.js";
import { onPalette } from "./theme.js";
import { TradeMarks } from "./trade_marks.js";

/** The words above a chart: how long its candles are, and what the one under the pointer was, or the last one. */
function readout(data, level, at, lines) {
  const [open, high, low, close] = [level.open[at], level.high[at], level.low[at], level.close[at]];
  const change = close / open - 1;
  const prices = [["O", open], ["H", high], ["L", low], ["C", close]];
  return [
    h("span", {}, "candles of ", h("b", {}, level.name)),
    ...prices.map(([name, value]) => h("span", {}, `${name} `, h("b", {}, number(value, data.decimals)))),
    h("span", { class: change >= 0 ? "up" : "down" }, `${change >= 0 ? "+" : ""}${number(change * 100, 2)}%`),
    ...lines.values(level.end[at] - 1).map(({ label, value, colour, decimals }) =>
      h("span", { class: `line-${colour + 1}` }, `${label} `, h("b", {}, number(value, decimals))),
    ),
  ];
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
    h("label", { class: "switch" }, toggle, "trades"),
    ...entries.map(([, sign, style, text]) => h("span", {}, h("i", { class: style }, sign), text)),
  );
}

function candlesOf(level, begin, end) {
  const candles = [];
  for (let i = begin; i < end; ++i) {
    candles.push({ time: level.timesMs[i] / 1000, open: level.open[i], high: level.high[i], low: level.low[i], close: level.close[i] });
  }
  return candles;
}

/** The section of one series. `focus(from_ms, to_ms)` of what it returns shows that time. */
export function priceSection(data) {
  const levels = makeLevels(data);
  const description = `Candles of ${data.symbol} with the trades of the run`;
  const { chart, box, legend: words, fitted } = makeChart("price", description, { fit: () => view.showAll() });
  const series = addSeries(chart, CandlestickSeries, { priceFormat: amounts(data.decimals) }, ({ up, down }) => ({
    upColor: up, borderUpColor: up, wickUpColor: up, downColor: down, borderDownColor: down, wickDownColor: down,
  }));
  const lines = new IndicatorLines(chart, data);
  const panes = chart.panes();
  panes.forEach((pane, i) => pane.setStretchFactor(i === 0 ? 4 : 1));
  box.classList.add(`panes-${panes.length}`);
  const marks = new TradeMarks(data);
  series.attachPrimitive(marks);
  onPalette((colours) => marks.set({ colours }));

  const view = new CandleView(chart, box, levels, (level, begin, end) => {
    series.setData(candlesOf(level, begin, end));
    lines.fill(level, begin, end);
    marks.place(level, begin, end, data.shown_ms);
    chart.applyOptions({ timeScale: { timeVisible: !/[dwM]$/.test(level.name) } });
    box.dataset.candles = level.name;
    say(null);
  });
  const say = (place) => {
    const { level, begin, end } = view.held;
    const at = place === null ? level.timesMs.length - 1 : Math.min(Math.max(begin + place, begin), end - 1);
    words.replaceChildren(...readout(data, level, at, lines));
  };
  chart.subscribeCrosshairMove(({ logical }) => view.held && say(logical ?? null));
  const all = h("button", { type: "button", onclick: () => view.showAll() }, "Whole run");
  const section = panel(
    `${data.symbol} ${data.timeframe}`,
    { aside: h("div", { class: "tools" }, legend(data, marks), logSwitch(series), all), note: data.note, kind: "price-panel" },
    words,
    box,
  );
  const focus = (fromMs, toMs) => {
    const { timesMs, stepMs } = levels.level(0);
    const endMs = Number.isFinite(toMs) ? toMs : timesMs[timesMs.length - 1];
    const roomMs = Math.max(20 * stepMs, endMs - fromMs);
    fitted.then(() => view.show(fromMs - roomMs, endMs + roomMs));
    section.scrollIntoView({ block: "start", behavior: "smooth" });
  };
  return { section, focus };
}

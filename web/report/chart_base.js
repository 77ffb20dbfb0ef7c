/** What all charts of the report share. Times of the library are seconds. */
import { createChart, CrosshairMode, LineStyle, PriceScaleMode } from "lightweight-charts";
import { h } from "./dom.js";
import { day, number, time } from "./numbers.js";
import { inLight, onPalette } from "./theme.js";

const charts = [];
const FONT_SIZE = 12;
/** Of a chart over the whole width of a page. */
const PRINT_WIDTH = 680;
const PRINT_FONT_SIZE = 9;

/** A chart in a box of its own, with a line of words above it. `daily`: its times are days; `fit` shows all of it. */
export function makeChart(kind, description, { daily = false, fit = showAll } = {}) {
  const legend = h("div", { class: "readout", "aria-hidden": true });
  const box = h("div", { class: `chart ${kind}`, role: "img", "aria-label": description });
  const chart = createChart(box, {
    autoSize: true,
    layout: { attributionLogo: false, background: { color: "transparent" }, fontSize: FONT_SIZE, fontFamily: "system-ui, sans-serif" },
    rightPriceScale: { borderVisible: false, minimumWidth: 64 },
    timeScale: { borderVisible: false, minBarSpacing: 0.01, timeVisible: !daily, secondsVisible: false, rightOffset: 1 },
    crosshair: { mode: CrosshairMode.Normal },
    handleScroll: { vertTouchDrag: false },
    kineticScroll: { touch: false, mouse: false },
    localization: { locale: "en-US", timeFormatter: (seconds) => (daily ? day : time)(seconds * 1000) },
  });
  onPalette((colours) =>
    chart.applyOptions({
      layout: { textColor: colours.muted, panes: { separatorColor: colours.grid, separatorHoverColor: colours.grid } },
      grid: { vertLines: { color: colours.grid }, horzLines: { color: colours.grid } },
      crosshair: {
        vertLine: { color: colours.muted, labelBackgroundColor: colours.muted },
        horzLine: { color: colours.muted, labelBackgroundColor: colours.muted },
      },
    }),
  );
  charts.push({ chart, box });
  return { chart, box, legend, fitted: fitOnceShown(chart, box, fit) };
}

/** The whole run, with room for the label of the first time. The library moves in its next frame. */
function showAll(chart) {
  const scale = chart.timeScale();
  scale.fitContent();
  return new Promise((done) =>
    requestAnimationFrame(() => {
      const range = scale.getVisibleLogicalRange();
      if (range) scale.setVisibleLogicalRange({ from: range.from - (range.to - range.from) * 0.025, to: range.to });
      done();
    }),
  );
}

/** A chart is made before it stands on the page: it shows the whole run as soon as it has a width. */
function fitOnceShown(chart, box, fit) {
  return new Promise((done) => {
    const observer = new ResizeObserver(() => {
      if (box.clientWidth === 0) return;
      observer.disconnect();
      requestAnimationFrame(() => Promise.resolve(fit(chart)).then(done));
    });
    observer.observe(box);
  });
}

/** Adds a series whose colours follow the page's. `colours(palette)` are its options. */
export function addSeries(chart, kind, options, colours, pane = 0) {
  const series = chart.addSeries(kind, { priceLineVisible: false, lastValueVisible: false, ...options }, pane);
  onPalette((palette) => series.applyOptions(colours(palette)));
  return series;
}

/** Makes the axis of a series logarithmic, and linear again. */
export function logSwitch(series) {
  const mode = () => (toggle.checked ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal);
  const toggle = h("input", { type: "checkbox", onchange: () => series.priceScale().applyOptions({ mode: mode() }) });
  return h("label", { class: "switch" }, toggle, "log scale");
}

/** A dashed line straight across a chart. */
export function dashedAt(series, price) {
  const line = series.createPriceLine({ price, lineStyle: LineStyle.Dashed, lineWidth: 1, axisLabelVisible: false });
  onPalette(({ muted }) => line.applyOptions({ color: muted }));
}

/** An autoscaleInfoProvider: the range of the values that are seen, changed. */
export function ranging(change) {
  return (original) => {
    const found = original();
    return found && { ...found, priceRange: change(found.priceRange) };
  };
}

/** Keeps zero at the top of a chart of drawdowns in percent, and a flat one from filling it with nothing. */
export const belowZero = ranging(({ minValue }) => ({ minValue: Math.min(minValue, -1), maxValue: 0 }));

/** How a value axis writes amounts. */
export function amounts(decimals) {
  return { type: "custom", formatter: (value) => number(value, decimals), minMove: 10 ** -decimals };
}

/** Points for the library: ascending times in seconds, without what is no number. */
export function points(timesMs, values) {
  const list = [];
  let last = -Infinity;
  for (let i = 0; i < timesMs.length; ++i) {
    const seconds = timesMs[i] / 1000;
    if (!(seconds > last) || !Number.isFinite(values[i])) continue;
    list.push({ time: seconds, value: values[i] });
    last = seconds;
  }
  return list;
}

/** Canvases keep the size they were drawn at: what goes on paper is a picture that the page scales, its letters of a size for that. */
addEventListener("beforeprint", () =>
  inLight(() => {
    for (const { chart, box } of charts) {
      if (!box.isConnected || box.clientWidth === 0) continue;
      chart.applyOptions({ layout: { fontSize: Math.max(FONT_SIZE, (PRINT_FONT_SIZE * box.clientWidth) / PRINT_WIDTH) } });
      const picture = chart.takeScreenshot(true);
      picture.className = "paper";
      box.append(picture);
      chart.applyOptions({ layout: { fontSize: FONT_SIZE } });
    }
  }),
);
addEventListener("afterprint", () => document.querySelectorAll(".chart > .paper").forEach((picture) => picture.remove()));

/** Equity against buy and hold, the drawdown below it, and the rolling Sharpe ratio. */
import { AreaSeries, LineSeries } from "lightweight-charts";
import { addSeries, amounts, belowZero, dashedAt, logSwitch, makeChart, points } from "./chart_base.js";
import { unpack } from "./columns.js";
import { h, panel } from "./dom.js";
import { number } from "./numbers.js";

const share = { type: "custom", formatter: (value) => `${number(value, 1)}%`, minMove: 0.01 };

export function equitySection({ equity, asset, decimals }) {
  const { chart, box, legend } = makeChart("equity", "Equity and drawdown over time");
  const amount = { type: "custom", formatter: (value) => number(value, Math.abs(value) >= 1000 ? 0 : decimals), minMove: 10 ** -decimals };
  const timesMs = unpack(equity.time_ms);
  const values = unpack(equity.value);
  const own = addSeries(chart, AreaSeries, { lineWidth: 1.5, priceFormat: amount }, ({ accent, accentFill }) => ({
    lineColor: accent, topColor: accentFill, bottomColor: accentFill,
  }));
  own.setData(points(timesMs, values));
  dashedAt(own, equity.start);
  let hold = null;
  if (equity.hold.n > 0) {
    hold = addSeries(chart, LineSeries, { lineWidth: 1.5, priceFormat: amount, crosshairMarkerVisible: false }, (colours) => ({ color: colours.hold }));
    hold.setData(points(unpack(equity.hold_ms), unpack(equity.hold)));
  }
  const fall = addSeries(chart, AreaSeries, { lineWidth: 1, priceFormat: share, invertFilledArea: true, autoscaleInfoProvider: belowZero }, ({ down, downFill }) => ({
    lineColor: down, topColor: downFill, bottomColor: downFill,
  }), 1);
  fall.setData(points(timesMs, unpack(equity.drawdown)));
  fall.priceScale().applyOptions({ scaleMargins: { top: 0.04, bottom: 0.1 } });
  chart.panes()[0].setStretchFactor(2);
  chart.panes()[1].setStretchFactor(1);

  const say = (point) => {
    const at = (series) => point?.seriesData?.get(series)?.value;
    const text = (series, format) => (at(series) === undefined ? "" : ` ${format(at(series))}`);
    legend.replaceChildren(
      h("span", { class: "accent" }, "strategy", h("b", {}, text(own, amount.formatter))),
      hold ? h("span", { class: "hold" }, "buy and hold", h("b", {}, text(hold, amount.formatter))) : "",
      h("span", { class: "down" }, "drawdown", h("b", {}, text(fall, share.formatter))),
      h("span", {}, "dashed: initial value"),
    );
  };
  say(null);
  chart.subscribeCrosshairMove(say);
  return panel("Equity and drawdown", { aside: h("div", { class: "tools" }, asset, logSwitch(own)), note: equity.note }, legend, box);
}

export function rollingSection({ rolling }) {
  const title = `Sharpe ratio over ${rolling.window} days`;
  if (rolling.value.n === 0) {
    return panel(title, {}, h("p", { class: "empty" }, `The run is shorter than ${rolling.window} days.`));
  }
  const { chart, box } = makeChart("small", title, { daily: true });
  const line = addSeries(chart, LineSeries, { lineWidth: 1.5, priceFormat: amounts(2) }, ({ accent }) => ({ color: accent }));
  line.setData(points(unpack(rolling.time_ms), unpack(rolling.value)));
  dashedAt(line, 0);
  return panel(title, { aside: "annual, of daily returns" }, box);
}

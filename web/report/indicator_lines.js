/** The lines of indicators: over the candles, or in panes below them. */
import { LineSeries } from "lightweight-charts";
import { countUpTo } from "./candle_levels.js";
import { addSeries, amounts, dashedAt, ranging } from "./chart_base.js";
import { unpack } from "./columns.js";

const MOST_PANES = 4; // below the candles

/** Numbers that the strategy compares a line with. Below the candles the axis reaches to those nearby. */
function drawLevels(series, { levels, on_price }) {
  for (const level of levels) dashedAt(series, level);
  if (on_price || levels.length === 0) return;
  const autoscaleInfoProvider = ranging(({ minValue, maxValue }) => {
    const room = maxValue - minValue;
    const near = levels.filter((level) => level >= minValue - room && level <= maxValue + room);
    return { minValue: Math.min(minValue, ...near), maxValue: Math.max(maxValue, ...near) };
  });
  series.applyOptions({ autoscaleInfoProvider });
}

export class IndicatorLines {
  constructor(chart, data) {
    this.at = unpack(data.lines_at); // at which of the finest candles there are values
    const panes = new Map();
    this.lines = data.lines.map((line, i) => {
      if (!line.on_price && !panes.has(line.group)) panes.set(line.group, Math.min(panes.size + 1, MOST_PANES));
      const decimals = line.on_price ? data.decimals : Math.max(line.values.d - 1, 0); // about four digits
      const series = addSeries(
        chart,
        LineSeries,
        { lineWidth: 1.5, crosshairMarkerVisible: false, priceFormat: amounts(decimals) },
        ({ lines }) => ({ color: lines[i % lines.length] }),
        line.on_price ? 0 : panes.get(line.group),
      );
      drawLevels(series, line);
      const step = line.on_price ? data.step : 1;
      const values = unpack(line.values).map((value) => value * step);
      return { label: line.label, series, values, colour: i % 8, decimals };
    });
  }

  /** Gives the library what there is at the candles of a level from one place to another: the last value in each. */
  fill(level, begin, end) {
    if (this.lines.length === 0) return;
    const points = this.lines.map(() => []);
    let next = countUpTo(this.at, (begin === 0 ? 0 : level.end[begin - 1]) - 1);
    for (let i = begin; i < end; ++i) {
      const first = next;
      while (next < this.at.length && this.at[next] < level.end[i]) ++next;
      if (next === first) continue;
      this.lines.forEach(({ values }, k) => {
        const value = values[next - 1];
        if (Number.isFinite(value)) points[k].push({ time: level.timesMs[i] / 1000, value });
      });
    }
    this.lines.forEach(({ series }, k) => series.setData(points[k]));
  }

  /** What the lines were at one of the finest candles. */
  values(candle) {
    const row = countUpTo(this.at, candle) - 1;
    return this.lines.map(({ label, values, colour, decimals }) => ({ label, value: values[row], colour, decimals }));
  }
}

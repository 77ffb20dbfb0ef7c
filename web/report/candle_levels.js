/** The candles of a chart, and longer ones made of them. Times are milliseconds. */
import { unpack } from "./columns.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST_MONDAY = 4 * DAY;
const LONGER = [
  ["3m", 3 * MINUTE], ["5m", 5 * MINUTE], ["15m", 15 * MINUTE], ["30m", 30 * MINUTE], ["1h", HOUR], ["2h", 2 * HOUR],
  ["4h", 4 * HOUR], ["6h", 6 * HOUR], ["8h", 8 * HOUR], ["12h", 12 * HOUR], ["1d", DAY], ["3d", 3 * DAY], ["1w", 7 * DAY],
];

/** How many of the ascending numbers are at most that. */
export function countUpTo(numbers, most) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where a time lies among the candles of a level from one place to another: at the first of them it begins with 0. Before
 * them and behind them time goes on. `laterMs` is added to it inside its candle.
 */
export function placeAmong({ timesMs, stepMs }, begin, end, ms, laterMs = 0) {
  const at = Math.min(Math.max(countUpTo(timesMs, ms) - 1, begin), end - 1);
  const share = (ms - timesMs[at] + laterMs) / stepMs;
  const outside = ms < timesMs[begin] || at === end - 1;
  return at - begin + (outside ? share : Math.min(share, 1));
}

/** The candles as the file holds them; `end` is the place behind the last of them that a candle is made of. */
function finest({ candles, step, decimals, shown, shown_ms: stepMs }) {
  const timesMs = unpack(candles.time_ms);
  const [gap, body, above, below] = [candles.gap, candles.body, candles.above, candles.below].map(unpack);
  const count = timesMs.length;
  const [open, high, low, close] = Array.from({ length: 4 }, () => new Float64Array(count));
  const scale = 10 ** decimals;
  let last = 0;
  for (let i = 0; i < count; ++i) {
    const first = last + gap[i];
    last = first + body[i];
    open[i] = (first * step) / scale;
    close[i] = (last * step) / scale;
    high[i] = ((Math.max(first, last) + above[i]) * step) / scale;
    low[i] = ((Math.min(first, last) - below[i]) * step) / scale;
  }
  return { name: shown, stepMs, timesMs, open, high, low, close, end: Uint32Array.from(timesMs, (_, i) => i + 1) };
}

function longer(fine, name, stepMs) {
  const origin = name === "1w" ? FIRST_MONDAY : 0;
  const level = { name, stepMs, timesMs: [], open: [], high: [], low: [], close: [], end: [] };
  let at = -1;
  for (let i = 0; i < fine.timesMs.length; ++i) {
    const openMs = Math.floor((fine.timesMs[i] - origin) / stepMs) * stepMs + origin;
    if (level.timesMs[at] !== openMs) {
      at = level.timesMs.push(openMs) - 1;
      level.open.push(fine.open[i]);
      level.high.push(fine.high[i]);
      level.low.push(fine.low[i]);
    } else {
      level.high[at] = Math.max(level.high[at], fine.high[i]);
      level.low[at] = Math.min(level.low[at], fine.low[i]);
    }
    level.close[at] = fine.close[i];
    level.end[at] = i + 1;
  }
  return level;
}

/** Gives the levels of a chart from the finest to the longest, each made when it is asked for. */
export function makeLevels(chart) {
  const fine = finest(chart);
  const made = LONGER.filter(([, stepMs]) => stepMs > chart.shown_ms && stepMs % chart.shown_ms === 0).map(
    ([name, stepMs]) => ({ name, stepMs, level: null }),
  );
  return {
    count: made.length + 1,
    level(i) {
      if (i === 0) return fine;
      const one = made[i - 1];
      return (one.level ??= longer(fine, one.name, one.stepMs));
    },
    /** About how many candles a level has between two times. */
    candles(i, fromMs, toMs) {
      const within = countUpTo(fine.timesMs, toMs) - countUpTo(fine.timesMs, fromMs);
      return i === 0 ? within : (within * chart.shown_ms) / made[i - 1].stepMs;
    },
  };
}

/** Draws the trades and stops on the candles: entries, exits, what joins them, and the levels that orders waited at. */
import { placeAmong } from "./candle_levels.js";
import { unpack } from "./columns.js";

const MANY = 400; // of more trades in view, entries and exits are not joined
const LARGEST = 5.5;
const SMALLEST = 2.5;

function tradesOf(marks) {
  const [entryMs, exitMs, entries, exits] = [marks.entry_ms, marks.exit_ms, marks.entry_price, marks.exit_price].map(unpack);
  return [...marks.kinds].map((kind, i) => ({
    fromMs: entryMs[i],
    toMs: kind === "o" ? Infinity : exitMs[i],
    entry: entries[i],
    exit: exits[i],
    long: marks.sides[i] === "l",
    won: kind === "w",
  }));
}

function stopsOf(stops) {
  const [fromMs, toMs, prices] = [stops.from_ms, stops.to_ms, stops.price].map(unpack);
  let stop = false;
  return [...stops.kinds].map((kind, i) => {
    const moved = kind === "+";
    if (!moved) stop = kind === "s";
    const nextMs = stops.kinds[i + 1] === "+" ? fromMs[i + 1] : toMs[i];
    const endMs = Number.isNaN(nextMs) ? Infinity : nextMs;
    return { fromMs: fromMs[i], toMs: endMs, price: prices[i], before: moved ? prices[i - 1] : prices[i], stop };
  });
}

export class TradeMarks {
  constructor({ marks, stops }) {
    this.all = { trades: tradesOf(marks), stops: stopsOf(stops) };
    this.colours = {};
    this.visible = true;
    this.trades = [];
    this.stops = [];
  }

  /**
   * Finds the places of what lies among the candles that the library holds, on whose scale whole numbers are the middles of
   * candles. What happened in one of the finest candles, of `finestMs`, lies in the middle of it.
   */
  place(level, begin, end, finestMs) {
    const placeOf = (ms) => placeAmong(level, begin, end, ms, finestMs / 2) - 0.5;
    const firstMs = level.timesMs[begin];
    const lastMs = level.timesMs[end - 1] + level.stepMs;
    const among = ({ fromMs, toMs }) => fromMs < lastMs && toMs >= firstMs;
    const placed = (mark) => ({ ...mark, from: placeOf(mark.fromMs), to: mark.toMs === Infinity ? Infinity : placeOf(mark.toMs) });
    const shortest = finestMs / level.stepMs / 2;
    this.trades = this.all.trades.filter(among).map(placed);
    this.stops = this.all.stops.filter(among).map((stop) => {
      const mark = placed(stop);
      return { ...mark, to: Math.max(mark.to, mark.from + shortest) };
    });
    this.requestUpdate?.();
  }

  attached({ chart, series, requestUpdate }) {
    this.chart = chart;
    this.series = series;
    this.requestUpdate = requestUpdate;
  }

  paneViews() {
    return [{ zOrder: () => "top", renderer: () => ({ draw: (target) => this.draw(target) }) }];
  }

  set(changes) {
    Object.assign(this, changes);
    this.requestUpdate?.();
  }

  draw(target) {
    const range = this.chart.timeScale().getVisibleLogicalRange();
    if (!range || !this.visible) return;
    const inView = ({ from, to }) => from <= range.to + 1 && to >= range.from - 1;
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      const view = { context, x: this.across(), y: (price) => this.series.priceToCoordinate(price) };
      for (const stop of this.stops.filter(inView)) this.drawStop(view, stop, range.to + 1);
      const trades = this.trades.filter(inView);
      const size = Math.max(SMALLEST, Math.min(LARGEST, (mediaSize.width / trades.length) * 0.8));
      if (trades.length <= MANY) for (const trade of trades) this.drawWay(view, trade);
      for (const trade of trades) this.drawEntry(view, trade, size);
      for (const trade of trades) if (trade.to !== Infinity) this.drawExit(view, trade, size * 0.7);
    });
  }

  /** Turns a place on the scale, which may lie between candles, into pixels: the library knows only whole ones. */
  across() {
    const scale = this.chart.timeScale();
    const zero = scale.logicalToCoordinate(0);
    const step = (scale.logicalToCoordinate(1000) - zero) / 1000;
    return (at) => zero + at * step;
  }

  /** A level, from where it came. */
  drawStop({ context, x, y }, { from, to, price, before, stop }, most) {
    context.beginPath();
    context.setLineDash([3, 3]);
    context.lineWidth = 1;
    context.strokeStyle = stop ? this.colours.down : this.colours.up;
    context.moveTo(x(from), y(before));
    context.lineTo(x(from), y(price));
    context.lineTo(x(Math.min(to, most)), y(price));
    context.stroke();
    context.setLineDash([]);
  }

  drawWay({ context, x, y }, trade) {
    if (trade.to === Infinity) return;
    context.beginPath();
    context.lineWidth = 1;
    context.globalAlpha = 0.55;
    context.strokeStyle = trade.won ? this.colours.up : this.colours.down;
    context.moveTo(x(trade.from), y(trade.entry));
    context.lineTo(x(trade.to), y(trade.exit));
    context.stroke();
    context.globalAlpha = 1;
  }

  /** A triangle whose tip touches the price and points where the trade hopes to go. */
  drawEntry({ context, x, y }, trade, size) {
    const left = x(trade.from);
    const top = y(trade.entry);
    const down = trade.long ? 1 : -1;
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(left - size, top + down * size * 1.8);
    context.lineTo(left + size, top + down * size * 1.8);
    context.closePath();
    this.paint(context, trade.long ? this.colours.long : this.colours.short);
  }

  /** A disc for a profit, a square for a loss: told apart without colours. */
  drawExit({ context, x, y }, trade, size) {
    const left = x(trade.to);
    const top = y(trade.exit);
    context.beginPath();
    if (trade.won) context.arc(left, top, size, 0, 2 * Math.PI);
    else context.rect(left - size, top - size, 2 * size, 2 * size);
    this.paint(context, trade.won ? this.colours.up : this.colours.down);
  }

  paint(context, colour) {
    context.fillStyle = colour;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = this.colours.panel;
    context.stroke();
  }
}

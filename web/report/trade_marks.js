/** Draws the trades and stops on the candles: entries, exits, what joins them, and the levels that orders waited at. */
import { unpack } from "./numbers.js";

const MANY = 400; // of more trades in view, entries and exits are not joined
const LARGEST = 5.5;
const SMALLEST = 2.5;

/** Where times lie on the scale of the candles: whole numbers are their middles. */
function placer(candleMs) {
  return (ms) => {
    let low = 0;
    let high = candleMs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (candleMs[middle] <= ms) low = middle + 1;
      else high = middle;
    }
    const at = Math.max(low - 1, 0);
    if (candleMs[at] === ms || at + 1 >= candleMs.length) return at;
    const share = (ms - candleMs[at]) / (candleMs[at + 1] - candleMs[at]);
    return at + Math.min(Math.max(share, 0), 1) - 0.5;
  };
}

export class TradeMarks {
  constructor({ marks, stops }, candleMs, colours) {
    const place = placer(candleMs);
    this.colours = colours;
    this.visible = true;
    const enteredMs = unpack(marks.entry_ms);
    const exitedMs = unpack(marks.exit_ms);
    const entries = unpack(marks.entry_price);
    const exits = unpack(marks.exit_price);
    this.trades = [...marks.kinds].map((kind, i) => ({
      from: place(enteredMs[i]),
      to: kind.toLowerCase() === "o" || !Number.isFinite(exitedMs[i]) ? Infinity : place(exitedMs[i]),
      entry: entries[i],
      exit: exits[i],
      long: marks.sides[i] === "l",
      won: kind === "w",
    }));
    const fromMs = unpack(stops.from_ms);
    const toMs = unpack(stops.to_ms);
    const prices = unpack(stops.price);
    this.stops = [...stops.kinds].map((kind, i) => ({
      from: place(fromMs[i]),
      to: Math.max(place(toMs[i]), place(fromMs[i]) + 0.5),
      price: prices[i],
      stop: kind === "s",
    }));
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
    const inView = ({ from, to }) => from <= range.to + 1 && Math.min(to, 1e9) >= range.from - 1;
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      const view = { context, x: this.across(), y: (price) => this.series.priceToCoordinate(price) };
      for (const stop of this.stops.filter(inView)) this.drawStop(view, stop);
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

  drawStop({ context, x, y }, { from, to, price, stop }) {
    context.beginPath();
    context.setLineDash([3, 3]);
    context.lineWidth = 1;
    context.strokeStyle = stop ? this.colours.down : this.colours.up;
    context.moveTo(x(from), y(price));
    context.lineTo(x(to), y(price));
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

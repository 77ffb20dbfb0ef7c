/**
 * What of a chart's candles the library holds: of the level that suits the zoom, all candles or those in and around
 * what is seen. A range that the reader moves is followed by other candles at the same times.
 */
import { countUpTo, placeAmong } from "./candle_levels.js";

const FEW = 3000; // a level of so many candles is held whole

export class CandleView {
  /** `fill(level, begin, end)` gives the library the candles of a level from one place to another. */
  constructor(chart, box, levels, fill) {
    this.chart = chart;
    this.levels = levels;
    this.fill = fill;
    this.held = null; // {level, at, begin, end}
    this.dragging = false;
    this.waiting = false; // for a frame in which the library has done what it was told
    this.frame = 0;
    chart.timeScale().subscribeVisibleLogicalRangeChange(() => this.follow());
    box.addEventListener("pointerdown", () => (this.dragging = true));
    for (const name of ["pointerup", "pointercancel"]) {
      addEventListener(name, () => {
        this.dragging = false;
        this.follow();
      });
    }
  }

  get level() {
    return this.held.level;
  }

  /** The time at a place of the library's scale, on which whole numbers are the middles of the candles it holds. */
  timeAt(place) {
    const { level, begin, end } = this.held;
    const at = Math.min(Math.max(Math.floor(place), 0), end - begin - 1);
    return level.timesMs[begin + at] + (place - at) * level.stepMs;
  }

  placeOf(ms) {
    const { level, begin, end } = this.held;
    return placeAmong(level, begin, end, ms);
  }

  /** A drag measures from where it began: nothing is changed under it. */
  follow() {
    if (this.waiting || this.dragging || !this.held) return;
    this.inFrames(1, () => {
      const range = this.chart.timeScale().getVisibleLogicalRange();
      if (!range || this.dragging) return;
      const [fromMs, toMs] = [this.timeAt(range.from), this.timeAt(range.to)];
      if (this.held.at !== this.levelFor(fromMs, toMs) || !this.covers(fromMs, toMs)) this.show(fromMs, toMs);
    });
  }

  /** Shows what lies between two times. The library moves in its next frame; until then its range is of old. */
  show(fromMs, toMs) {
    this.hold(this.levelFor(fromMs, toMs), fromMs, toMs);
    this.chart.timeScale().setVisibleLogicalRange({ from: this.placeOf(fromMs), to: this.placeOf(toMs) });
    this.inFrames(2, () => this.follow());
  }

  /** Does one thing in some frames, and nothing that was to be done before. */
  inFrames(count, act) {
    cancelAnimationFrame(this.frame);
    this.waiting = count > 0;
    if (!this.waiting) return act();
    this.frame = requestAnimationFrame(() => this.inFrames(count - 1, act));
  }

  /** The finest level at which the candles are no narrower than a pixel. */
  levelFor(fromMs, toMs) {
    const width = this.chart.timeScale().width();
    let at = 0;
    while (at + 1 < this.levels.count && this.levels.candles(at, fromMs, toMs) > width) ++at;
    return at;
  }

  covers(fromMs, toMs) {
    const { level, begin, end } = this.held;
    const room = (toMs - fromMs) / 2;
    const left = begin === 0 || level.timesMs[begin] <= fromMs - room;
    const right = end === level.timesMs.length || level.timesMs[end - 1] >= toMs + room;
    return left && right;
  }

  hold(at, fromMs, toMs) {
    const level = this.levels.level(at);
    const count = level.timesMs.length;
    let [begin, end] = [0, count];
    if (count > FEW) {
      const room = 2 * (toMs - fromMs);
      begin = Math.min(Math.max(countUpTo(level.timesMs, fromMs - room) - 1, 0), count - 1);
      end = Math.max(countUpTo(level.timesMs, toMs + room), begin + 1);
    }
    this.held = { level, at, begin, end };
    this.fill(level, begin, end);
  }

  /** The whole run, with room for the label of the first time. */
  showAll() {
    const { timesMs, stepMs } = this.levels.level(0);
    const lastMs = timesMs[timesMs.length - 1];
    const lengthMs = Math.max(lastMs - timesMs[0], stepMs);
    this.show(timesMs[0] - lengthMs * 0.025, lastMs + stepMs);
  }
}

/** Numbers as the file holds them, and as people read them. */

export const NONE = "\u2013";

const formats = new Map();

/** "1,234.50"; an en dash where there is no number. */
export function number(value, decimals) {
  if (!Number.isFinite(value)) return NONE;
  if (!formats.has(decimals)) {
    formats.set(
      decimals,
      new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    );
  }
  const text = formats.get(decimals).format(value);
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text;
}

/** A fraction as "12.34%". */
export function percent(fraction, decimals = 2) {
  return Number.isFinite(fraction) ? `${number(fraction * 100, decimals)}%` : NONE;
}

/** "2024-01-31 12:00", of milliseconds since 1970 in UTC; seconds only where there are any. */
export function time(ms) {
  if (!Number.isFinite(ms)) return NONE;
  const text = new Date(ms).toISOString().replace("T", " ");
  return ms % 60000 === 0 ? text.slice(0, 16) : text.slice(0, 19);
}

export function day(ms) {
  return time(ms).slice(0, 10);
}

/** How long something took: "3 h", "12.5 d". */
export function duration(ms) {
  if (!Number.isFinite(ms)) return NONE;
  const hours = ms / 3.6e6;
  if (hours < 1) return `${number(ms / 6e4, 0)} min`;
  return hours < 48 ? `${number(hours, hours < 10 ? 1 : 0)} h` : `${number(hours / 24, 1)} d`;
}

export function tone(value) {
  return value > 0 ? "up" : value < 0 ? "down" : "";
}

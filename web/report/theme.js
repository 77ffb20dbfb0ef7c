/** Light and dark: as the system says until the reader chooses. Charts are told, because canvases know no style. */

const listeners = [];
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
let chosen = null;

const NAMES = ["panel", "text", "muted", "grid", "accent", "accent-fill", "hold", "up", "down", "down-fill", "long", "short"];

/** The colours of the style sheet, by the names that they have there; those of lines as a list. */
function palette() {
  const style = getComputedStyle(root);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const named = Object.fromEntries(NAMES.map((name) => [name.replace("-f", "F"), colour(name)]));
  return { ...named, lines: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => colour(`line-${i}`)) };
}

/** Calls `listener(palette)` now and whenever the colours change. */
export function onPalette(listener) {
  listeners.push(listener);
  listener(palette());
}

export function isDark() {
  return root.dataset.theme === "dark";
}

/** Draws on white, whatever is on the screen. */
export function inLight(draw) {
  apply("light");
  draw();
  apply();
}

function apply(theme = chosen ?? (system.matches ? "dark" : "light")) {
  root.dataset.theme = theme;
  const colours = palette();
  for (const listener of listeners) listener(colours);
}

/** "light" or "dark". */
export function setTheme(theme) {
  chosen = theme;
  apply();
}

system.addEventListener("change", () => apply());
apply();

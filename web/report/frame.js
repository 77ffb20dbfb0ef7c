/** What stands around every page: its head and its foot. */
import { h } from "./dom.js";
import { isDark, onPalette, setTheme } from "./theme.js";

function themeButton() {
  const button = h("button", { type: "button", class: "theme", onclick: () => setTheme(isDark() ? "light" : "dark") });
  onPalette(() => {
    button.textContent = isDark() ? "\u2600 Light" : "\u263E Dark";
  });
  return button;
}

export function header(kind, title, subtitle, line) {
  return h(
    "header",
    {},
    h("div", { class: "brand" }, h("span", {}, h("b", {}, "CrackTrader"), ` ${kind}`), themeButton()),
    h("h1", {}, title, " ", h("small", {}, subtitle)),
    h("p", { class: "range" }, line),
  );
}

export function footer(words, version) {
  const maker = h("a", { href: "https://www.tradingview.com/", rel: "noopener noreferrer" }, "TradingView");
  return h(
    "footer",
    {},
    h("p", {}, `${words} Made by CrackTrader ${version}.`),
    h("p", {}, "Charts: ", maker, " Lightweight Charts\u2122, Copyright \u00A9 TradingView, Inc., Apache License 2.0."),
  );
}

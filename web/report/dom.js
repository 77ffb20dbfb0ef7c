/** Elements are made by these functions alone: what stands in a report's data is only ever text. */

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** `h("td", { class: "up" }, "1.25")`; an attribute that begins with "on" is a listener. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for a shape of an SVG image. */
export function s(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** A part of the page with a heading, words beside it, and a note below. */
export function panel(title, { aside = "", note = "", kind = "" } = {}, ...children) {
  return h(
    "section",
    { class: `panel ${kind}` },
    h("div", { class: "title" }, h("h2", {}, title), aside && h("div", { class: "aside" }, aside)),
    ...children,
    note && h("p", { class: "note" }, note),
  );
}

/** A sentence, and below it the lines that it is about as they were written. */
export function warning(text) {
  const [sentence, ...lines] = text.split("\n");
  return h("div", { class: "warning" }, h("p", {}, sentence), lines.length > 0 ? h("pre", {}, lines.join("\n")) : null);
}

/** Rows of a name and a value; a row without a value is a heading. */
export function facts(rows) {
  const row = ([name, value]) =>
    value === undefined
      ? h("tr", {}, h("th", { class: "group", colspan: 2 }, name))
      : h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value));
  return h("table", { class: "facts" }, h("tbody", {}, ...rows.map(row)));
}

/** A table with headings. `cell` makes what stands in a cell; columns that are not numbers are named in `texts`. */
export function grid(headings, rows, texts = []) {
  const style = (column) => (texts.includes(column) ? "text" : "");
  return h(
    "div",
    { class: "scroll" },
    h(
      "table",
      { class: "rows" },
      h("thead", {}, h("tr", {}, ...headings.map((name, i) => h("th", { class: style(i), scope: "col" }, name)))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell, i) => h("td", { class: style(i) }, cell))))),
    ),
  );
}

/** The table of trades: sorted by any column, filtered, a page at a time. */
import { unpack } from "./columns.js";
import { h, panel } from "./dom.js";
import { duration, number, percent, time, tone } from "./numbers.js";

const PAGE = 50;
const PAPER = 1000; // rows at most on paper, which cannot be turned

/** Columns: heading, value to sort by, text, and how a cell looks. */
function columnsOf(data) {
  const money = (trade, value) => number(value, trade.quote ? data.amount_decimals : data.decimals) + (trade.quote ? ` ${trade.quote}` : "");
  return [
    { name: "#", value: (trade) => trade.number, text: (trade) => number(trade.number, 0) },
    { name: "Symbol", value: (trade) => trade.symbol, text: (trade) => trade.symbol, kind: "text" },
    { name: "Side", value: (trade) => trade.side, text: (trade) => trade.side, kind: "text", style: (trade) => trade.side },
    { name: "Entry", value: (trade) => trade.entryMs, text: (trade) => time(trade.entryMs), kind: "text" },
    { name: "Exit", value: (trade) => trade.exitMs, text: (trade) => (trade.open ? "open" : time(trade.exitMs)), kind: "text" },
    { name: "Closed by", value: (trade) => trade.exitType, text: (trade) => trade.exitType, kind: "text" },
    { name: "Held", value: (trade) => trade.exitMs - trade.entryMs, text: (trade) => (trade.open ? "" : duration(trade.exitMs - trade.entryMs)) },
    { name: "Quantity", value: (trade) => trade.quantity, text: (trade) => quantities.format(trade.quantity) },
    { name: "Entry price", value: (trade) => trade.entry, text: (trade) => number(trade.entry, trade.decimals) },
    { name: "Exit price", value: (trade) => trade.exit, text: (trade) => number(trade.exit, trade.decimals) },
    { name: "Fees", value: (trade) => trade.fees, text: (trade) => money(trade, trade.fees) },
    { name: "Profit", value: (trade) => trade.pnl, text: (trade) => money(trade, trade.pnl), style: (trade) => tone(trade.pnl) },
    { name: "Return", value: (trade) => trade.share, text: (trade) => percent(trade.share), style: (trade) => tone(trade.pnl) },
  ];
}

const quantities = new Intl.NumberFormat("en-US", { maximumFractionDigits: 8, useGrouping: false });

/** The rows of the table out of the columns of the file. */
function readTrades({ trades, instruments, asset }) {
  const names = ["instrument", "entry_ms", "exit_ms", "exit_type", "quantity", "entry_price", "exit_price", "fees", "pnl", "share"];
  const [places, entryMs, exitMs, exitTypes, quantity, entry, exit, fees, pnl, share] = names.map((name) => unpack(trades[name]));
  return [...trades.sides].map((side, i) => {
    const { symbol, decimals, quote } = instruments[places[i]];
    const open = Number.isNaN(exitMs[i]);
    return {
      number: trades.first + i, symbol, side: side === "l" ? "long" : "short", entryMs: entryMs[i],
      exitMs: open ? Infinity : exitMs[i], open, exitType: open ? "" : trades.exit_types[exitTypes[i]].replaceAll("_", " "),
      quantity: quantity[i], entry: entry[i], exit: exit[i], fees: fees[i], pnl: pnl[i], share: share[i], decimals,
      quote: quote === asset ? "" : quote,
    };
  });
}

const RESULTS = { all: () => true, winners: (trade) => trade.pnl > 0, losers: (trade) => trade.pnl < 0, open: (trade) => trade.open };

function choice(name, options, changed) {
  return h("select", { "aria-label": name, onchange: changed }, ...options.map((option) => h("option", { value: option }, option)));
}

/** `show(trade)` is called for a row that is clicked. */
export function tradesSection(data, show) {
  if (data.trades.sides === "") return panel("Trades", {}, h("p", { class: "empty" }, "The strategy made no trade."));
  const trades = readTrades(data);
  const columns = columnsOf(data);
  const state = { column: 0, down: false, page: 0, paper: false, shown: null };
  const update = () => {
    state.page = 0;
    fill();
  };
  const words = h("input", { type: "search", placeholder: "Filter", "aria-label": "Filter trades", oninput: update });
  const side = choice("Side", ["both sides", "long", "short"], update);
  const result = choice("Result", Object.keys(RESULTS), update);
  const body = h("tbody");
  const shown = h("span");
  const back = h("button", { type: "button", onclick: () => turn(-1) }, "\u2039 Back");
  const on = h("button", { type: "button", onclick: () => turn(1) }, "Next \u203A");
  const heads = columns.map(({ name, kind }, i) =>
    h("th", { class: kind, scope: "col" }, h("button", { type: "button", onclick: () => sort(i) }, name)),
  );

  function sort(column) {
    state.down = column === state.column ? !state.down : false;
    state.column = column;
    update();
  }
  function turn(pages) {
    state.page += pages;
    fill();
  }
  function chosen() {
    const text = words.value.trim().toLowerCase();
    const hasText = (trade) => columns.some((column) => column.text(trade).toLowerCase().includes(text));
    const list = trades.filter(
      (trade) => (side.selectedIndex === 0 || trade.side === side.value) && RESULTS[result.value](trade) && (!text || hasText(trade)),
    );
    const { value } = columns[state.column];
    const order = (a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.number - b.number);
    list.sort((a, b) => (state.down ? order(b, a) : order(a, b)));
    return list;
  }
  function row(trade) {
    const cells = columns.map(({ text, kind = "", style }) => h("td", { class: `${kind} ${style?.(trade) ?? ""}` }, text(trade)));
    const select = () => {
      state.shown = trade;
      fill();
      show(trade);
    };
    return h("tr", { onclick: select, class: trade === state.shown ? "shown" : false }, ...cells);
  }
  function fill() {
    const list = chosen();
    const most = state.paper ? PAPER : PAGE;
    const first = state.paper ? 0 : state.page * PAGE;
    const rows = list.slice(first, first + most);
    body.replaceChildren(...rows.map(row));
    shown.textContent = list.length === 0 ? "no such trade" : `${number(first + 1, 0)} to ${number(first + rows.length, 0)} of ${number(list.length, 0)}`;
    back.disabled = first === 0;
    on.disabled = first + most >= list.length;
    heads.forEach((head, i) => head.setAttribute("aria-sort", i !== state.column ? "none" : state.down ? "descending" : "ascending"));
  }
  fill();
  for (const [event, paper] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      state.paper = paper;
      fill();
    });
  }
  return panel(
    "Trades",
    { aside: "click a row to see it on the chart", note: data.trades.note, kind: "trades" },
    h("div", { class: "controls" }, words, side, result, h("span", { class: "pager" }, shown, back, on)),
    h("div", { class: "scroll" }, h("table", { class: "rows" }, h("thead", {}, h("tr", {}, ...heads)), body)),
  );
}

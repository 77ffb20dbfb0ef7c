#pragma once

#include <string_view>

namespace ct::analyzers {

/// The style sheet of the HTML report: system fonts, light and dark, narrow and wide, print.
inline constexpr std::string_view kReportStyle = R"css(
:root {
  --page: #f4f6f8; --panel: #ffffff; --text: #17212b; --muted: #5c6a78; --line: #e2e7ec; --grid: #e9edf1;
  --accent: #2458d3; --up: #0b7f56; --down: #c62f3b; --short: #a3560a; --warn: #fff5dc; --warn-line: #e0b23c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1218; --panel: #151c24; --text: #e4eaf0; --muted: #93a1af; --line: #27313c; --grid: #222b35;
    --accent: #7aa7ff; --up: #40c993; --down: #ff7680; --short: #f0a352; --warn: #2c2512; --warn-line: #a98424;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
}
main { max-width: 1240px; margin: 0 auto; padding: 28px 24px 40px; }
p, h1, h2 { margin: 0; }
.brand { font-weight: 700; font-size: 13px; letter-spacing: .02em; color: var(--accent); }
.brand span { color: var(--muted); font-weight: 400; }
h1 { font-size: 28px; line-height: 1.25; letter-spacing: -.01em; overflow-wrap: anywhere; }
h1 small { font-size: 18px; font-weight: 500; color: var(--muted); letter-spacing: 0; }
h2 { font-size: 16px; line-height: 1.4; }
h2 small { font-size: 13px; font-weight: 400; color: var(--muted); }
.range, .aside, .note, footer { color: var(--muted); font-size: 13px; }
.warning {
  margin-top: 18px; padding: 10px 14px; background: var(--warn); border: 1px solid var(--warn-line); border-radius: 8px;
  font-size: 14px;
}
.cards { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 12px; margin: 20px 0 16px; }
.card, .panel { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; }
.card { padding: 12px 14px; min-width: 0; }
.card .label, .card .below { color: var(--muted); font-size: 12.5px; line-height: 1.4; }
.card .value { font-size: 21px; font-weight: 650; line-height: 1.4; letter-spacing: -.01em; white-space: nowrap; }
.up { color: var(--up); }
.down { color: var(--down); }
.panel { padding: 16px 18px; margin: 0 0 16px; min-width: 0; }
.title { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 20px; }
.note { margin-top: 8px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: 5px; font-size: 13px; color: var(--muted); }
.legend svg { width: 14px; height: 12px; overflow: visible; }
.definitions { position: absolute; width: 0; height: 0; }
.chart { display: block; width: calc(100% - 70px); height: 300px; margin: 16px 0 26px; overflow: visible; }
.chart.equity { height: 230px; }
.chart.drawdown { height: 150px; }
.chart text { fill: var(--muted); font-size: 12px; }
.chart .date { text-anchor: middle; }
.chart .left { text-anchor: start; }
.grid { stroke: var(--grid); stroke-width: 1; shape-rendering: crispEdges; }
.reference { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 4 4; }
.line {
  fill: none; stroke: var(--accent); stroke-width: 1.4; stroke-linejoin: round; vector-effect: non-scaling-stroke;
}
.equity .area { fill: var(--accent); fill-opacity: .1; }
.drawdown .line { stroke: var(--down); }
.drawdown .area { fill: var(--down); fill-opacity: .16; }
.price .line { stroke: var(--muted); stroke-width: 1.2; }
.long use { fill: var(--accent); }
.short use { fill: var(--short); }
.profit use { fill: none; stroke: var(--up); stroke-width: 2; }
.loss use { fill: none; stroke: var(--down); stroke-width: 2; }
use[href$="-small"] { stroke-width: 1.2; }
td.long { color: var(--accent); }
td.short { color: var(--short); }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 16px; align-items: stretch; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
th { font-weight: 400; color: var(--muted); text-align: left; }
.facts table { margin-top: 8px; }
.facts th, .facts td { padding: 5px 0; border-top: 1px solid var(--line); vertical-align: top; }
.facts tr:first-child th, .facts tr:first-child td { border-top: 0; }
.facts th { padding-right: 16px; }
.facts td { text-align: right; overflow-wrap: anywhere; }
.facts .group { padding-top: 16px; color: var(--text); font-weight: 600; }
.scroll { overflow: auto; margin-top: 10px; }
.tall { max-height: 640px; }
.rows th, .rows td { padding: 5px 0 5px 18px; text-align: right; white-space: nowrap; border-top: 1px solid var(--line); }
.rows th { position: sticky; top: 0; background: var(--panel); border-top: 0; box-shadow: inset 0 -1px var(--line); }
.rows tbody tr:first-child td { border-top: 0; }
.rows tbody tr:hover td { background: var(--page); }
.rows th:first-child, .rows td:first-child { padding-left: 2px; text-align: left; color: var(--muted); }
.rows th:last-child, .rows td:last-child { padding-right: 8px; }
.trades :is(th, td):nth-child(n+2):nth-child(-n+5), .data :is(th, td):nth-child(-n+2) { text-align: left; }
footer { margin-top: 20px; text-align: center; }
@media (max-width: 1100px) { .cards { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
@media screen and (max-width: 760px) {
  main { padding: 20px 12px 32px; }
  h1 { font-size: 23px; }
  h1 small { display: block; font-size: 16px; }
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
  .card:first-child { grid-column: 1 / -1; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .panel { padding: 14px 12px; }
  .chart { height: 250px; width: calc(100% - 58px); }
  .chart.equity { height: 200px; }
  .chart.drawdown { height: 130px; }
  .second { display: none; }
}
@media print {
  :root {
    --page: #fff; --panel: #fff; --text: #000; --muted: #444; --line: #ccc; --grid: #e4e4e4;
    --accent: #1d4fc4; --up: #0b7f56; --down: #c62f3b; --short: #a3560a; --warn: #fff; --warn-line: #888;
  }
  body { font-size: 11px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  .panel, .card { border-color: #ccc; }
  .cards, .facts, .panel:has(.chart) { break-inside: avoid; }
  .tall { max-height: none; }
  .scroll { overflow: visible; }
  .rows { font-size: 9px; }
  .rows th { position: static; }
  .rows th, .rows td { padding-left: 8px; }
  tr { break-inside: avoid; }
}
)css";

}  // namespace ct::analyzers

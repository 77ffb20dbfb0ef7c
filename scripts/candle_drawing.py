"""Candles, orders and fills as SVG: panels side by side on a card of their own, so that they read on light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

PANEL_WIDTH, HEIGHT = 230, 250
TOP, BOTTOM = 62, 200  # of the prices
BODY, WIDE_BODY = 30, 100
NAMES = 84  # left free beside candles for the names of orders
STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2933; }
  .title { font-weight: 600; font-size: 13px; }
  .quiet { fill: #52606d; }
  .card { fill: #ffffff; stroke: #cbd2d9; }
  .wick { stroke: #52606d; stroke-width: 1.5; }
  .up { fill: #e3f5ec; stroke: #1b7f5c; stroke-width: 1.5; }
  .down { fill: #d64545; stroke: #a61b1b; stroke-width: 1.5; }
  .order { stroke: #2563c9; stroke-width: 1.5; stroke-dasharray: 5 4; }
  .ordered { fill: #2563c9; }
  .path { fill: none; stroke: #7b8794; stroke-width: 2; stroke-linejoin: round; }
  .fill { fill: #f0a020; stroke: #8d5a00; stroke-width: 1.5; }
"""
Candle = tuple[float, float, float, float]
"""Open, high, low, close."""


@dataclass(frozen=True)
class Fill:
    candle: int
    price: float
    text: str
    place: float = 0
    """Across the candle: -1 at its open, 0 inside, 1 at its close."""


@dataclass(frozen=True)
class Panel:
    title: str
    caption: str
    candles: Sequence[Candle]
    orders: Sequence[tuple[float, str]] = ()
    """Prices that orders wait at, with their names."""
    fills: Sequence[Fill] = ()
    notes: Sequence[str] = ()
    """Below each candle."""
    path: Sequence[float] = ()
    """The prices that the last candle goes through, from its open to its close."""


def svg(text: str, panels: Sequence[Panel]) -> str:
    """A picture; `text` is what it shows, for those who do not see it."""
    width = PANEL_WIDTH * len(panels)
    body = "".join(drawn(panel, PANEL_WIDTH * at) for at, panel in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}" '
        f'role="img">\n<title>{escape(text)}</title>\n<style>{STYLE}</style>\n'
        f'<rect class="card" x="0.5" y="0.5" width="{width - 1}" height="{HEIGHT - 1}" rx="8"/>\n{body}</svg>\n'
    )


def drawn(panel: Panel, left: float) -> str:
    prices = [price for candle in panel.candles for price in candle] + [price for price, _ in panel.orders]
    low, high = min(prices), max(prices)
    named = any(name for _, name in panel.orders)
    step = (PANEL_WIDTH - 28 - (NAMES if named else 0)) / len(panel.candles)
    width = WIDE_BODY if len(panel.candles) == 1 else BODY

    def x(candle: int, place: float = 0) -> float:
        return left + 14 + step * (candle + 0.5) + place * width / 2

    def y(price: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * (price - low) / (high - low), 1)

    parts = [label(left + 14, 24, panel.title, "title"), label(left + 14, 42, panel.caption, "quiet")]
    for at, (first, highest, lowest, last) in enumerate(panel.candles):
        body = f'x="{x(at, -1)}" y="{y(max(first, last))}" width="{width}" height="{abs(y(first) - y(last)):.1f}"'
        parts.append(line("wick", x(at), y(highest), x(at), y(lowest)))
        parts.append(f'<rect class="{"up" if last >= first else "down"}" {body}/>')
    for price, name in panel.orders:
        parts.append(line("order", left + 14, y(price), left + PANEL_WIDTH - 14, y(price)))
        parts.append(label(left + PANEL_WIDTH - 14, y(price) - 5, name, "ordered", "end"))
    if panel.path:
        at, places = len(panel.candles) - 1, len(panel.path) - 1
        points = [f"{x(at, -1 + 2 * turn / places):.1f},{y(price)}" for turn, price in enumerate(panel.path)]
        parts.append(f'<polyline class="path" points="{" ".join(points)}"/>')
    for fill in panel.fills:
        here = x(fill.candle, fill.place)
        parts.append(f'<circle class="fill" cx="{here:.1f}" cy="{y(fill.price)}" r="5"/>')
        parts.append(label(here - 9, y(fill.price) - 8, fill.text, anchor="end"))
    for at, note in enumerate(panel.notes):
        parts.append(label(x(at), HEIGHT - 20, note, "quiet", "middle"))
    return "\n".join(parts) + "\n"


def label(x: float, y: float, text: str, style: str = "", anchor: str = "start") -> str:
    style = f' class="{style}"' if style else ""
    return f'<text{style} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def line(style: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{style}" x1="{x1:.1f}" y1="{y1}" x2="{x2:.1f}" y2="{y2}"/>'

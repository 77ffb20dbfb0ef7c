"""The pictures of docs/fills.md: the candles and fills are those of the examples that the page runs."""

from __future__ import annotations

from candle_drawing import Fill, Panel, svg

FIRST = (100, 103, 99, 102)
BEFORE = ("made here", "")


def pictures() -> dict[str, str]:
    """Texts of SVG by file name."""
    return {
        "next-open.svg": svg("A market order made at a close fills at the next open", next_open()),
        "limit.svg": svg("When a resting buy limit fills: touched, traded through, or passed by the open", limit()),
        "stop.svg": svg("A stop inside a bar fills at its price, a stop that the open has passed at the open", stop()),
        "path.svg": svg("The two ways that a price can take through a bar", path()),
        "stop-and-target.svg": svg("A bar that reaches both stop and target", stop_and_target()),
        "participation.svg": svg("A large order fills over several bars", participation()),
        "slippage.svg": svg("A buy pays more, a sell gets less than the open", slippage()),
    }


def next_open() -> list[Panel]:
    second = (102.5, 105, 101.5, 104)
    return [
        Panel("Market", "at the next open", [FIRST, second], fills=[Fill(1, 102.5, "102.5", -1)], notes=BEFORE),
        Panel(
            "cheat_on_close",
            "at the close that the strategy sees",
            [FIRST, second],
            fills=[Fill(0, 102, "102", 1)],
            notes=BEFORE,
        ),
        Panel(
            "latency_bars=1",
            "a bar later",
            [FIRST, second, (104.5, 106, 103.5, 105)],
            fills=[Fill(2, 104.5, "104.5", -1)],
            notes=("made here", "on its way", ""),
        ),
    ]


def limit() -> list[Panel]:
    order = [(100, "buy limit 100")]
    return [
        Panel(
            "Touched", "touch: 100, through: no fill", [FIRST, (102, 103, 100, 101)], order, [Fill(1, 100, "")], BEFORE
        ),
        Panel(
            "Traded through", "both: 100, as maker", [FIRST, (102, 103, 99.5, 101)], order, [Fill(1, 100, "")], BEFORE
        ),
        Panel(
            "Opens better", "both: 99, as taker", [FIRST, (99, 101, 98, 100)], order, [Fill(1, 99, "99", -1)], BEFORE
        ),
    ]


def stop() -> list[Panel]:
    order = [(98, "sell stop 98")]
    return [
        Panel("Reached inside", "at the stop, 98", [FIRST, (100, 101, 97, 99)], order, [Fill(1, 98, "")], BEFORE),
        Panel("Gap", "at the open, 96.5", [FIRST, (96.5, 97.5, 95, 97)], order, [Fill(1, 96.5, "96.5", -1)], BEFORE),
    ]


def path() -> list[Panel]:
    low_first, high_first = (100, 104, 98.5, 102), (100, 101.5, 96, 98)
    return [
        Panel("The low is nearer", "open, low, high, close", [low_first], path=(100, 98.5, 104, 102)),
        Panel("The high is nearer", "open, high, low, close", [high_first], path=(100, 101.5, 96, 98)),
    ]


def stop_and_target() -> list[Panel]:
    candles = [(101, 104.5, 96.5, 99)]
    orders = [(104, "target 104"), (97, "stop 97")]
    stop, target = [Fill(0, 97, "")], [Fill(0, 104, "", -1 / 3)]
    return [
        Panel('intrabar="range"', "nothing is known: the stop counts", candles, orders, stop),
        Panel('intrabar="path"', "the high is nearer: target", candles, orders, target, path=(101, 104.5, 96.5, 99)),
    ]


def participation() -> list[Panel]:
    candles = [FIRST, *[(100, 101, 99, 100.5)] * 3]
    fills = [Fill(at, 100, "", -1) for at in (1, 2, 3)]
    return [
        Panel("participation=0.1", "25 in bars of 100", candles, fills=fills, notes=("made here", "10", "10", "5")),
    ]


def slippage() -> list[Panel]:
    candle = (100, 101, 99, 100.25)
    return [
        Panel("Buy", "50 bps above the open", [candle], fills=[Fill(0, 100.5, "100.5", -1)]),
        Panel("Sell", "50 bps below the open", [candle], fills=[Fill(0, 99.5, "99.5", -1)]),
        Panel("Buy, limit 100.25", "never beyond the limit", [candle], [(100.25, "")], [Fill(0, 100.25, "100.25", -1)]),
    ]

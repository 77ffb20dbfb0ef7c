"""The scenarios of tests/scenarios through ct.backtest: the same lines as through C++, byte for byte."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import cracktrader as ct
import pytest

FOLDER = Path(__file__).parents[1] / "scenarios"
HOUR_MS = 3_600_000
START_MS = 1_704_067_200_000  # a midnight


def plain(number: float) -> str:
    """A number as text without exponent and trailing zeros."""
    text = format(Decimal(repr(float(number))).normalize(), "f")
    return "0" if text == "-0" else text


class Scenario:
    def __init__(self, path: Path) -> None:
        self.settings: dict[str, object] = {"commission": 0}
        self.bars: dict[str, list[float]] = {name: [] for name in ("time", "open", "high", "low", "close", "volume")}
        self.actions: list[list[list[str]]] = []
        head, _, self.expected = path.read_text().partition("expect\n")
        for line in head.splitlines():
            if line.startswith("#") or not line.strip():
                continue
            words = line.split()
            if words[0] == "set":
                self.settings[words[1]] = words[2] == "true" if words[2] in ("true", "false") else words[2]
            elif words[0] == "bar":
                prices = [float(word) for word in words[1:]]
                self.bars["time"].append(START_MS + len(self.actions) * HOUR_MS)
                for name, price in zip(("open", "high", "low", "close", "volume"), [*prices, 1000.0], strict=False):
                    self.bars[name].append(price)
                self.actions.append([])
            else:
                self.actions[-1].append(words)
        for fee in ("maker", "taker"):
            if fee in self.settings:
                self.settings.pop("commission", None)
                self.settings.setdefault("maker", 0)
                self.settings.setdefault("taker", 0)
        if "latency_bars" in self.settings:
            self.settings["latency_bars"] = int(str(self.settings["latency_bars"]))


class ScenarioStrategy:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.bar = 0
        self.names: dict[int, str] = {}
        self.lines: list[str] = []

    def say(self, order_id: int, what: str) -> None:
        bar = min(self.bar + 1, len(self.scenario.actions))
        self.lines.append(f"bar {bar}: {self.names.get(order_id, f'#{order_id}')} {what}")

    def on_order(self, ctx, order) -> None:
        before = self.statuses.get(order.id, "created")
        self.statuses[order.id] = order.status
        stays = before == order.status
        line = "stays" if stays else order.status
        if order.reason:
            line += f" {order.reason}"
        if order.reason == "replaced" or (stays and order.reason in ("oco", "parent")):
            line += f", size {plain(order.quantity)}"
        self.say(order.id, line)

    def on_fill(self, ctx, fill) -> None:
        self.say(
            fill.order_id, f"fill {plain(fill.quantity)} at {plain(fill.price)} {fill.liquidity}, fee {plain(fill.fee)}"
        )

    def on_start(self, ctx) -> None:
        self.statuses: dict[int, str] = {}

    def on_bar(self, ctx, bar) -> None:
        self.bar += 1
        for words in self.scenario.actions[self.bar - 1]:
            self.act(ctx, words[0], words[1:])

    def on_stop(self, ctx) -> None:
        self.lines += [f"cash {plain(ctx.cash)}", f"position {plain(ctx.position)}", f"equity {plain(ctx.equity)}"]

    def id_of(self, name: str) -> int:
        if name.startswith("#"):
            return int(name[1:])
        return next(order_id for order_id, known in self.names.items() if known == name)

    def act(self, ctx, verb: str, words: list[str]) -> None:
        options = dict(word.split("=") for word in words if "=" in word)
        plain_words = [word for word in words if "=" not in word]
        if verb in ("buy", "sell"):
            name = options.pop("id", None)
            for link in ("parent", "oco"):
                if link in options:
                    options[link] = self.id_of(options[link])
            if "expire" in options:
                options["expire"] = START_MS + int(options["expire"]) * HOUR_MS
            for flag in plain_words[1:]:
                options[flag] = True
            order_id = getattr(ctx, verb)(float(plain_words[0]), client_id=name, **options)
            if name:
                self.names[order_id] = name
        elif verb == "bracket":
            made = ctx.buy_bracket(float(plain_words[1]), **options)
            name = plain_words[0]
            self.names |= {made.entry: name, made.stop: f"{name}.stop", made.limit: f"{name}.limit"}
        elif verb == "replace":
            ctx.replace(self.id_of(plain_words[0]), **options)
        elif verb == "cancel":
            ctx.cancel(self.id_of(plain_words[0]))
        elif verb == "target":
            ctx.order_target_size(float(plain_words[0]))
        elif verb in ("target_value", "target_percent"):
            getattr(ctx, f"order_{verb}")(float(plain_words[0]))
        else:
            getattr(ctx, verb)()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_gives_the_expected_lines(path: Path) -> None:
    scenario = Scenario(path)
    strategy = ScenarioStrategy(scenario)
    bars = ct.to_bars(scenario.bars, timeframe="1h", price_decimals=2)
    ct.backtest(bars, strategy, **scenario.settings)
    assert "".join(f"{line}\n" for line in strategy.lines) == scenario.expected


def test_there_are_scenarios() -> None:
    assert len(list(FOLDER.glob("*.txt"))) >= 20

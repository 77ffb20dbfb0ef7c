"""The pages of docs/indicators: one for each group of indicators, and their index."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any

from cracktrader_fast import _core, _doc

Info = dict[str, Any]
NOTE = "<!-- Written by scripts/generate_indicators.py from the registry: change that, then run it again. -->\n\n"
WIDTH = 120
TITLES = {
    "cycle": "Cycles",
    "math": "Arithmetic",
    "overlap": "Averages",
    "pattern": "Candle patterns",
    "price": "Prices of a bar",
    "statistic": "Statistics",
}


def pages(infos: Sequence[Info]) -> dict[str, str]:
    """Texts by file name."""
    groups: dict[str, list[Info]] = {}
    for info in infos:
        groups.setdefault(info["group"], []).append(info)
    texts = {f"{group}.md": group_page(group, members) for group, members in sorted(groups.items())}
    texts["README.md"] = index_page(groups, infos)
    return texts


def title(group: str) -> str:
    return TITLES.get(group, group.capitalize())


def index_page(groups: dict[str, list[Info]], infos: Sequence[Info]) -> str:
    lines = [
        f"{NOTE}# All {len(infos)} indicators",
        "",
        "[How to use them](../indicators.md) says what they have in common.",
        "",
        " · ".join(f"[{title(group)}]({group}.md) ({len(members)})" for group, members in sorted(groups.items())),
        "",
        *table(
            ("name", "group", "what it is", "also called"),
            [
                (
                    f"[{info['name']}]({info['group']}.md#{info['name']})",
                    info["group"],
                    cell(info["text"]),
                    ", ".join(info["aliases"]),
                )
                for info in infos
            ],
        ),
    ]
    return "\n".join(lines) + "\n"


def group_page(group: str, infos: Sequence[Info]) -> str:
    lines = [
        f"{NOTE}# {title(group)}",
        "",
        "[All indicators](README.md) · [How to use them](../indicators.md)",
        "",
        *setup(infos),
        " · ".join(f"[{info['name']}](#{info['name']})" for info in infos),
        "",
    ]
    for info in infos:
        lines += section(info)
    return "\n".join(lines).rstrip() + "\n"


def setup(infos: Sequence[Info]) -> list[str]:
    """What the examples of a page need to run in the tests; readers do not see it."""
    columns = ("open", "high", "low", "close", "volume")
    others = sorted({name for info in infos for name in info["inputs"]} - {*columns})
    return [
        "<!-- setup",
        "import cracktrader as ct",
        "import cracktrader_fast",
        "",
        'bars = ct.read_bars("candles.csv.gz")',
        f"{', '.join(columns)} = {', '.join(f'bars.{name}' for name in columns)}",
        *(f"{name} = bars.close + bars.volume" for name in others),
        "-->",
        "",
    ]


def section(info: Info) -> list[str]:
    lines = [
        f"## {info['name']}",
        "",
        info["text"],
        "",
        "```python",
        *example(info),
        "```",
        "",
        f"- Inputs: {', '.join(info['inputs'])}. Lines: {', '.join(info['lines'])}"
        + (", whole numbers." if info["whole_lines"] else "."),
        f"- {_doc.start_of(info)} {_doc.missing(info)}",
        f"- Source: {info['source']}.",
    ]
    if info["aliases"]:
        lines.insert(
            lines.index("```", 5) + 2, f"- Also called {', '.join(f'`{alias}`' for alias in info['aliases'])}."
        )
    if info["parameters"]:
        rows = [(p["name"], default_text(info, p), cell(_doc.bounds(p))) for p in info["parameters"]]
        lines += ["", *table(("parameter", "default", "values"), rows)]
    return [*lines, ""]


def example(info: Info) -> list[str]:
    """A call with all defaults, laid out as ruff does."""
    values = [(p["name"], _doc.default_of(p)) for p in info["parameters"]]
    texts = [f'{name}="{value}"' if isinstance(value, str) else f"{name}={value!r}" for name, value in values]
    arguments = [*info["inputs"], *texts]
    call = f"{', '.join(info['lines'])} = cracktrader_fast.{info['name']}("
    inside = ", ".join(arguments)
    if len(call) + len(inside) < WIDTH:
        return [f"{call}{inside})"]
    if len(inside) + 4 <= WIDTH:
        return [call, f"    {inside}", ")"]
    return [call, *(f"    {argument}," for argument in arguments), ")"]


def default_text(info: Info, parameter: dict[str, Any]) -> str:
    """The default, and that of the function where it is another one."""
    default = _doc.default_of(parameter)
    own = inspect.signature(_core.indicator(info["name"])).parameters[parameter["name"]].default
    return f"`{default}`" if own == default else f"`{default}` (cracktrader_fast.{info['name']}: `{own}`)"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows)]


def cell(text: str) -> str:
    return text.replace("|", "\\|")

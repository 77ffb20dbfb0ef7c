"""Writes src/ct/risk/binance_spot_table.cpp: the bundled Binance spot instruments.

Usage: generate_markets.py SYMBOL_PROPERTIES_CSV [--check]
SYMBOL_PROPERTIES_CSV (or .csv.gz) is the symbol properties database of QuantConnect Lean, Apache-2.0: see
src/ct/risk/LICENSE-QuantConnect_Lean.txt. --check writes nothing and exits 1 when the table is stale.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from textwrap import wrap

TABLE = Path(__file__).resolve().parents[1] / "src/ct/risk/binance_spot_table.cpp"
WIDTH = 118

HEAD = """\
// Written by scripts/generate_markets.py from the symbol properties of QuantConnect Lean (Copyright QuantConnect
// Corporation, Apache License 2.0: LICENSE-QuantConnect_Lean.txt beside this file), changed: Binance spot, grouped.

#include "ct/risk/bundled_markets.hpp"

#include <string_view>

namespace ct::risk {

std::string_view binance_spot_table() {
    return R"(
"""
TAIL = """)";
}

}  // namespace ct::risk
"""


def table(rows: Iterable[dict[str, str]]) -> str:
    """A line "quote tick lot minimum-notional" for each group of equals, then the bases, indented."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in rows:
        if (row["market"], row["type"]) != ("binance", "crypto"):
            continue
        symbol, quote = row["symbol"], row["quote_currency"]
        if not symbol.endswith(quote):
            raise SystemExit(f"{symbol} does not end with its quote {quote}")
        key = (quote, row["minimum_price_variation"], row["lot_size"], row["minimum_order_size"])
        groups[key].append(symbol.removesuffix(quote))
    lines = []
    for key, bases in sorted(groups.items()):
        lines.append(" ".join(key))
        lines += wrap(" ".join(sorted(bases)), WIDTH, initial_indent=" ", subsequent_indent=" ", break_long_words=False)
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    opener = gzip.open if arguments[0].endswith(".gz") else open
    with opener(arguments[0], "rt", encoding="utf-8", newline="") as file:
        text = HEAD + table(csv.DictReader(file)) + TAIL
    if "--check" not in arguments:
        TABLE.write_text(text, encoding="utf-8")
    elif TABLE.read_text(encoding="utf-8") != text:
        print(f"{TABLE.name} is stale: run scripts/generate_markets.py")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

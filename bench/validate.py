"""validate_order from Python: nanoseconds a call, and orders a second of validate_orders.

Usage: python bench/validate.py
"""

from __future__ import annotations

from decimal import Decimal

import cracktrader_fast as fast
import numpy as np
from interleaved import seconds_a_call

ORDERS = 1_000_000
BTC = "BTC/USDT"


def main() -> None:
    check = fast.validate_order
    market = fast.market(BTC, last=50_000, bid=49_999.99, ask=50_000.01)
    account = {"cash": 1_000_000, "position": 2, "open_orders": 3}
    exact = Decimal("50000.01")
    calls = {
        "an empty call": lambda: None,
        "floats, bundled table": lambda: check(BTC, 0.1, 50_000.01, "limit"),
        "floats, a market, a side": lambda: check(BTC, 0.1, 50_000.01, "limit", side="sell", market=market),
        "floats, a market, an account": lambda: check(BTC, 0.1, 49_000.01, "limit", market=market, account=account),
        "text": lambda: check(BTC, "0.1", "50000.01", "limit"),
        "Decimal": lambda: check(BTC, 0.1, exact, "limit"),
        "refused: a tick too fine": lambda: check(BTC, 0.1, 50_000.001, "limit"),
        "round_order": lambda: fast.round_order(BTC, 0.1234567, 50_000.019, "limit"),
    }
    for name, seconds in seconds_a_call(calls, turns=15, turn_seconds=0.02).items():
        print(f"{name:<30} {seconds * 1e9:7.0f} ns")

    random = np.random.default_rng(1)
    sizes = np.round(random.random(ORDERS) + 0.001, 5)
    prices = np.round(random.random(ORDERS) * 50_000 + 10_000, 2)
    rough = random.random(ORDERS) * 50_000 + 10_000
    arrays = {
        "arrays, orders that pass": lambda: fast.validate_orders(BTC, sizes, prices, "limit"),
        "arrays, a market, an account": lambda: fast.validate_orders(
            BTC, sizes, prices, "limit", market=market, account=account
        ),
        "arrays, prices off the tick": lambda: fast.validate_orders(BTC, sizes, rough, "limit"),
    }
    for name, seconds in seconds_a_call(arrays, turns=15).items():
        print(f"{name:<30} {ORDERS / seconds / 1e6:7.1f} M orders/s")


if __name__ == "__main__":
    main()

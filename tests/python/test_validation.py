"""validate_order, validate_orders, round_order, and the tables of markets behind them."""

from __future__ import annotations

import gc
import gzip
import json
import math
import sys
from decimal import Decimal
from pathlib import Path

import cracktrader_fast as fast
import numpy as np
import pytest
from conftest import shared_file
from hypothesis import given, settings
from hypothesis import strategies as st

BTC = "BTC/USDT"


@pytest.fixture(autouse=True)
def bundled_table():
    yield
    fast.load_markets(None)


def check(size=1, price=50_000, order_type="limit", symbol=BTC, **rest):
    return fast.validate_order(symbol, size, price, order_type, **rest)


def test_an_order_that_is_ok_says_so() -> None:
    result = check(0.1, 50_000.01)
    assert result
    assert (result.ok, result.reason, result.code, result.field, result.message) == (True, "", 0, "", "")
    assert (result.limit, result.nearest) == (None, None)
    assert repr(result) == "<validation: ok>"


def test_what_the_bundled_table_lacks_is_named() -> None:
    off = check().filters_off
    assert {"max_price", "min_quantity", "max_orders", "cash", "trigger_side"} <= set(off)
    assert not {"tick_size", "lot_size", "min_notional"} & set(off)
    known = fast.market(BTC, last=50_000)
    assert "trigger_side" not in check(market=known).filters_off
    assert "cash" not in check(account={"cash": 1e9}).filters_off


@pytest.mark.parametrize(
    ("size", "price", "reason", "field", "limit", "nearest"),
    [
        (0.1, 50_000.004, "tick_size", "price", 0.01, 50_000.0),
        (0.1, 50_000.006, "tick_size", "price", 0.01, 50_000.01),
        (0.1 + 0.2, 50_000, "lot_size", "size", 0.00001, 0.3),
        (1e-8, 50_000, "lot_size", "size", 0.00001, 0.0001),
        (0.00009, 50_000, "min_notional", "size", 5.0, 0.0001),
        ("0.3000000000000000000000000001", 50_000, "lot_size", "size", "0.00001", "0.3"),
        (Decimal("0.300001"), 50_000, "lot_size", "size", Decimal("0.00001"), Decimal("0.3")),
        (1, "50000.019", "tick_size", "price", "0.01", "50000.02"),
    ],
)
def test_a_reason_names_field_limit_and_nearest_value(size, price, reason, field, limit, nearest) -> None:
    result = check(size, price)
    assert not result
    assert (result.reason, result.field, result.limit, result.nearest) == (reason, field, limit, nearest)
    assert type(result.nearest) is type(nearest)
    assert fast.reasons()[result.code] == reason
    assert field in result.message


@pytest.mark.parametrize("size", [0.3, "0.3", "3e-1", Decimal("0.30"), 1, np.float64(0.3), "00.3"])
def test_numbers_are_exact_in_any_type(size) -> None:
    assert check(size)


@pytest.mark.parametrize(
    "bad", [math.nan, math.inf, -math.inf, 0, -1, 0.0, -0.1, "0", "-1", Decimal("NaN"), Decimal("-Infinity")]
)
def test_what_is_not_positive_is_a_reason(bad) -> None:
    assert (check(size=bad).reason, check(size=bad).field) == ("invalid_quantity", "size")
    assert (check(price=bad).reason, check(price=bad).field) == ("invalid_price", "price")
    stop = check(price=None, order_type="stop", stop_price=bad)
    assert (stop.reason, stop.field) == ("invalid_price", "stop_price")
    for result in (check(size=bad), check(price=bad), stop):
        assert result.nearest is None
        assert "-0.0" not in result.message


def test_what_is_too_large_is_a_reason() -> None:
    for huge in (1e300, 10**300, sys.float_info.max, 2**63, "1e300", Decimal("1e300"), "1e999", "9" * 99):
        assert check(size=huge).reason == "max_quantity"
        assert check(price=huge).reason == "max_price"
    assert check(check(size=1e300).nearest, check(price=1e300).nearest).reason == "max_notional"


def test_what_is_too_fine_is_a_reason() -> None:
    for tiny in (1e-300, 5e-324, "1e-300", Decimal("1e-400")):
        assert check(size=tiny).reason == "lot_size"
        assert check(price=tiny).reason in ("tick_size", "min_price")


@pytest.mark.parametrize(
    "arguments",
    [
        {"size": "abc"},
        {"size": ""},
        {"size": "1e"},
        {"size": None},
        {"size": True},
        {"size": object()},
        {"size": [1]},
        {"price": "1,5"},
        {"price": b"1"},
        {"order_type": "limt"},
        {"order_type": None},
        {"order_type": 1},
        {"side": "long"},
        {"side": "BUY"},
        {"time_in_force": "gtx"},
        {"symbol": 5},
        {"market": "BTC/USDT"},
        {"market": {"tick": 1}},
        {"market": {"tick_size": "x"}},
        {"market": {"tick_size": -1}},
        {"market": {"last": -1}},
        {"market": {"tick_size": 1, "last": 1.5}},
        {"account": 5},
        {"account": {"csh": 5}},
        {"account": {"cash": "x"}},
        {"account": {"position": math.nan}},
        {"account": {"open_orders": -1}},
        {"account": {"open_orders": 1.5}},
        {"account": {1: 1}},
        {"account": {"cash": None}},
        {"account": {"free": -1}},
        {"account": {"open_buys": "-1"}},
        {"account": {"open_orders": True}},
        {"market": {"bid": 101, "ask": 100}},
        {"market": {10**5000: 1}},
        {"symbol": None},
    ],
)
def test_what_is_no_such_argument_is_a_typed_error(arguments) -> None:
    with pytest.raises((fast.InvalidArgument, fast.InvalidData)) as raised:
        check(**arguments)
    assert str(raised.value)


@pytest.mark.parametrize("name", ["cash", "free", "position", "open_buys", "open_orders", "fee"])
def test_numbers_of_the_account_that_are_none_say_where(name) -> None:
    for bad in (10**40, -(10**40), 10**5000, Decimal("NaN"), Decimal("sNaN"), Decimal("1e400"), 1e300):
        with pytest.raises((fast.InvalidArgument, fast.Overflow)) as raised:
            check(account={name: bad})
        assert f"account: {name}" in str(raised.value) or "thousands of digits" in str(raised.value)
        assert len(str(raised.value)) < 200


def test_a_book_that_is_crossed_is_refused() -> None:
    for crossed in (lambda: fast.market(BTC, bid=101, ask=100), lambda: fast.market(BTC, bid=101).at(ask=100)):
        with pytest.raises(fast.InvalidArgument, match="bid 101 of BTC/USDT is above its ask 100"):
            crossed()
    assert fast.market(BTC, bid=100, ask=100).bid == 100.0


@pytest.mark.parametrize("bad", [5, None, b"BTC/USDT", ["BTC/USDT"]])
def test_a_market_is_named_by_text(bad) -> None:
    with pytest.raises(fast.InvalidArgument, match=r"symbol is a .*, expected text"):
        fast.market(bad)
    with pytest.raises(fast.InvalidArgument, match=r"exchange is a .*, expected text"):
        fast.load_markets("markets.json", exchange=1.5)
    with pytest.raises(fast.InvalidArgument, match="filters is a str, expected a dict"):
        fast.market(BTC, "tick_size")
    with pytest.raises(fast.InvalidArgument, match="path is a int, expected a path"):
        fast.load_markets(5)


def test_more_digits_than_fit_are_an_overflow() -> None:
    for size in ("0." + "1" * 60, Decimal("0." + "1" * 60)):
        with pytest.raises(fast.Overflow):
            check(size=size)


def test_the_signature_is_kept() -> None:
    with pytest.raises(TypeError, match="at most 4 positional"):
        fast.validate_order(BTC, 1, 1, "limit", "sell")
    with pytest.raises(TypeError, match="missing required argument 'order_type'"):
        fast.validate_order(BTC, 1, 1)
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        check(sides="buy")
    for function in (fast.validate_order, fast.validate_orders, fast.round_order, fast.market, fast.load_markets):
        assert function.__doc__


def test_an_unknown_symbol_is_a_reason_with_the_nearest_name() -> None:
    result = check(symbol="BTC/USDX")
    assert (result.reason, result.field, result.nearest) == ("unknown_symbol", "symbol", "BTC/USD")
    assert "BTC/USDX" in result.message
    assert check(symbol="BTCUSDTT").nearest == "BTCUSDT"
    assert check(symbol="btc/usdt").nearest == BTC
    assert check(symbol="ethbtc").nearest == "ETHBTC"
    assert len(check(symbol="X" * 1_000_000).message) < 300
    with pytest.raises(fast.NotFound, match="nearest"):
        fast.round_order("BTC/USDX", 1, 1, "limit")
    with pytest.raises(fast.NotFound):
        fast.market("")


def test_both_names_of_a_market_are_known() -> None:
    assert check(symbol="BTCUSDT")
    assert check(symbol="BTC/USDT")
    market = fast.market("BTCUSDT")
    assert (market.symbol, market.venue_symbol) == ("BTC/USDT", "BTCUSDT")
    assert market.filters == {"tick_size": "0.01", "lot_size": "0.00001", "min_notional": "5"}
    assert "2026-11-22" in market.source


@pytest.mark.parametrize(
    ("order_type", "side", "good", "bad"),
    [
        ("stop", "buy", 50_000.01, 50_000),
        ("stop", "sell", 49_999.99, 50_000),
        ("take_profit", "buy", 49_999.99, 50_000),
        ("take_profit", "sell", 50_000.01, 50_000),
    ],
)
def test_a_trigger_waits_on_its_side(order_type, side, good, bad) -> None:
    market = fast.market(BTC, last=50_000)
    for kind, price in ((order_type, None), (order_type + "_limit", 50_000)):
        assert check(1, price, kind, side=side, stop_price=good, market=market)
        result = check(1, price, kind, side=side, stop_price=bad, market=market)
        assert (result.reason, result.nearest) == ("trigger_side", good)
    assert check(1, good, order_type, side=side, market=market)  # a stop without stop_price waits at its price
    assert check(1, bad, order_type, side=side, market=market).field == "stop_price"


def test_flags_that_contradict_are_a_reason() -> None:
    for arguments in (
        {"order_type": "market", "post_only": True},
        {"order_type": "stop", "post_only": True},
        {"time_in_force": "ioc", "post_only": True},
        {"time_in_force": "fok", "post_only": True},
        {"stop_price": 49_000},
        {"order_type": "market", "stop_price": 49_000},
        {"order_type": "stop", "stop_price": 49_000},
        {"order_type": "take_profit", "stop_price": 49_000},
    ):
        assert check(**arguments).reason == "contradiction"


def test_post_only_must_not_cross() -> None:
    market = fast.market(BTC).at(bid=49_999, ask=50_001)
    assert (market.bid, market.ask, market.last) == (49_999.0, 50_001.0, None)
    result = check(1, 50_001, post_only=True, market=market)
    assert (result.reason, result.limit, result.nearest) == ("post_only_would_cross", 50_001.0, 50_000.99)
    assert check(1, 50_000, post_only=True, market=market)
    assert check(1, 49_999, side="sell", post_only=True, market=market).nearest == 49_999.01


def test_the_account_is_asked_what_it_has() -> None:
    account = {"cash": "50050", "fee": "0.001", "free": 2, "position": 2, "open_orders": 3}
    assert check(1, 50_000, account=account)
    result = check(1.5, 50_000, account=account)
    assert (result.reason, result.limit, result.nearest) == ("insufficient_cash", 50_050.0, 1.0)
    assert check(2.5, side="sell", account=account).reason == "insufficient_position"
    assert check(2.5, side="sell", reduce_only=True, account={"position": 2}).nearest == 2.0
    assert check(1, reduce_only=True, account={"position": 2}).reason == "reduce_only"
    assert check(1, reduce_only=True, account={"position": -2})
    assert check(market={"max_orders": 3}, account=account).reason == "max_orders"


def test_a_dict_is_a_market() -> None:
    market = {"tick_size": 0.5, "min_notional": "10", "min_notional_for_market": True, "last": 3}
    assert check(4, 2.5, market=market, symbol="X")
    assert check(4, 2.4, market=market, symbol="X/Y").reason == "tick_size"
    assert check(3, None, "market", market=market, symbol="X").nearest == 3.33333334
    made = fast.market("X/Y", {"tick_size": 0.5}, last=3)
    assert (made.filters, made.last, made.source) == ({"tick_size": "0.5"}, 3.0, "the call")
    with pytest.raises(fast.InvalidArgument, match="the market is that of X/Y"):
        check(market=made)


def test_a_dict_without_steps_holds_to_none() -> None:
    result = check("0.12345678", "1.00000001", market={}, symbol="X")
    assert result
    assert {"tick_size", "lot_size", "min_quantity", "max_price", "min_notional"} <= set(result.filters_off)
    assert check(0.5, 1.5, market={"min_notional": "0.75"}, symbol="X")
    assert check(0.5, 1.49, market={"min_notional": "0.75"}, symbol="X").reason == "min_notional"
    assert check(1, 1.25, market={"lot_size": 1}, symbol="X")
    assert check(1.5, 1.25, market={"lot_size": 1}, symbol="X").reason == "lot_size"
    assert fast.market("X", {}, last=1.23456789).last == 1.23456789


def test_a_symbol_of_the_exchange_is_a_market() -> None:
    symbol = {
        "symbol": "AB",
        "baseAsset": "A",
        "quoteAsset": "B",
        "filters": [
            {"filterType": "PRICE_FILTER", "tickSize": "0.10", "minPrice": "0.10", "maxPrice": "100.00"},
            {"filterType": "TRAILING_DELTA"},
        ],
    }
    assert check(1, 100.1, market=symbol, symbol="AB").reason == "max_price"
    assert fast.market("AB", symbol).unchecked == ("TRAILING_DELTA",)


def test_a_rounded_order_names_what_it_changed() -> None:
    rounded = fast.round_order(BTC, 0.123456, 50_000.019, "limit")
    assert (rounded.size, rounded.price, rounded.stop_price) == (0.12345, 50_000.01, None)
    assert rounded.changed == ("size", "price")
    assert rounded.validation
    assert fast.round_order(BTC, 0.1, 50_000.011, "limit", side="sell").price == 50_000.02
    assert fast.round_order(BTC, 0.1, 50_000, "limit").changed == ()
    stop = fast.round_order(BTC, "0.1", None, "stop", stop_price=Decimal("50000.011"))
    assert (stop.size, stop.stop_price, stop.changed) == ("0.1", Decimal("50000.02"), ("stop_price",))
    bad = fast.round_order(BTC, math.nan, 50_000, "limit")
    assert (bad.size, bad.validation.reason) == (None, "invalid_quantity")


@settings(max_examples=300, deadline=None)
@given(
    st.floats(1e-9, 1e9),
    st.floats(1e-6, 1e9),
    st.sampled_from(["limit", "stop", "stop_limit", "take_profit", "take_profit_limit"]),
    st.sampled_from(["buy", "sell"]),
)
def test_a_rounded_order_is_valid(size, price, order_type, side) -> None:
    kept = {"side": side, "market": fast.market(BTC, last=50_000)}
    stop = {"stop_price": price} if order_type.endswith("_limit") and order_type != "limit" else {}
    rounded = fast.round_order(BTC, size, price, order_type, **stop, **kept)
    assert rounded.validation, rounded
    if order_type != "limit":
        kept["stop_price"] = rounded.stop_price
    assert fast.validate_order(BTC, rounded.size, rounded.price, order_type, **kept)


@settings(max_examples=300, deadline=None)
@given(st.floats(1e-9, 1e9), st.floats(1e-6, 1e9))
def test_the_nearest_value_goes_back_in(size, price) -> None:
    for _ in range(3):
        result = check(size, price)
        if result:
            break
        assert result.nearest is not None
        size, price = (result.nearest, price) if result.field == "size" else (size, result.nearest)
    assert check(size, price)


def test_arrays_give_the_codes_of_single_orders() -> None:
    random = np.random.default_rng(6)
    sizes = np.concatenate(
        [random.random(500), random.integers(1, 10**6, 500) / 1e5, [0, -1, np.nan, np.inf, 1e300, 1e-300]]
    )
    prices = np.concatenate([random.integers(1, 10**7, 500) / 100, random.random(500) * 1e5, [1, 1, 1, 1, 1, 1]])
    swapped = np.concatenate([sizes, np.full(len(sizes), 7.0)]), np.concatenate([prices, sizes * 1e3])
    for order_type in ("limit", "market", "stop"):
        for side in ("buy", "sell"):
            arguments = {"side": side, "market": fast.market(BTC, last=50_000), "account": {"cash": 50_000, "free": 5}}
            codes = fast.validate_orders(BTC, *swapped, order_type, **arguments)
            assert codes.dtype == np.uint8
            singles = [
                check(size, price, order_type, **arguments).code
                for size, price in zip(*(column.tolist() for column in swapped), strict=True)
            ]
            assert codes.tolist() == singles
            assert len(set(singles)) > 3


def test_arrays_may_be_lists_and_numbers() -> None:
    assert fast.validate_orders(BTC, [1, 0.000001], 50_000, "limit").tolist() == [0, fast.reasons().index("lot_size")]
    assert fast.validate_orders(BTC, np.arange(1.0, 9.0)[::2], None, "market").tolist() == [0] * 4
    assert fast.validate_orders(BTC, [], [], "limit").tolist() == []
    stops = fast.validate_orders(BTC, [1, 1], 5e4, "stop_limit", stop_prices=[4.9e4, 0])
    assert stops.tolist() == [0, fast.reasons().index("invalid_price")]
    for sizes, prices in (([1, 2], [1]), (1, 1), ([[1.0]], 1), ([1], [[1.0]])):
        with pytest.raises(fast.InvalidArgument):
            fast.validate_orders(BTC, sizes, prices, "limit")
    for sizes in (["a"], [{}], [10**5000], [Decimal("sNaN")]):
        with pytest.raises(fast.InvalidArgument, match="sizes is no array of numbers: "):
            fast.validate_orders(BTC, sizes, 1, "limit")


def test_arrays_of_an_unknown_symbol_have_its_code() -> None:
    unknown = fast.reasons().index("unknown_symbol")
    assert fast.validate_orders("BTC/USDX", [1, math.nan], 1, "limit").tolist() == [unknown, unknown]


def test_a_loaded_table_replaces_the_bundled_one(tmp_path: Path) -> None:
    before = fast.market(BTC)
    path = tmp_path / "markets.json"
    path.write_text('{"symbols":[{"symbol":"AB","baseAsset":"A","quoteAsset":"B","filters":[]}]}')
    info = fast.load_markets(path)
    assert info == {"source": str(path), "markets": 1, "left_out": ()}
    assert check(symbol=BTC).reason == "unknown_symbol"
    assert check(symbol="A/B")
    gc.collect()
    assert check(0.1, 50_000.001, market=before).reason == "tick_size"  # it keeps its table
    path.write_text("{")
    with pytest.raises(fast.InvalidData):
        fast.load_markets(path)
    assert check(symbol="A/B")  # a table that cannot be read replaces nothing
    with pytest.raises(fast.NotFound):
        fast.load_markets(tmp_path / "none.json")
    assert fast.load_markets(None)["markets"] == 3651


def test_a_table_that_is_replaced_during_a_call_is_kept_until_its_end(tmp_path: Path) -> None:
    path = tmp_path / "markets.json"
    path.write_text('{"symbol":"AB","baseAsset":"A","quoteAsset":"B","filters":[]}')

    class Loads:
        def __str__(self) -> str:
            fast.load_markets(path)
            return "5"

    for _ in range(3):
        fast.load_markets(path)
        assert check(Loads(), 1, symbol="A/B")


def test_every_symbol_of_the_real_metadata_rounds_to_valid_orders() -> None:
    path = shared_file("data/exchange/binance_spot_exchangeInfo_20211012.json.gz")
    assert fast.load_markets(path)["markets"] == 1695
    assert "max_price" not in check().filters_off
    with gzip.open(path) as file:
        symbols = json.load(file)["symbols"]
    for entry in symbols:
        filters = {f["filterType"]: f for f in entry["filters"]}
        tick, most = (Decimal(filters["PRICE_FILTER"][name]) for name in ("tickSize", "maxPrice"))
        price = min(tick * 12_345, most)
        for side in ("buy", "sell"):
            rounded = fast.round_order(entry["symbol"], "1.23456789", price + tick / 3, "limit", side=side)
            assert rounded.validation, (entry["symbol"], rounded)
            assert Decimal(rounded.price) % tick == 0
            assert Decimal(rounded.size) % Decimal(filters["LOT_SIZE"]["stepSize"]) == 0
            assert Decimal(rounded.size) * rounded.price >= Decimal(filters["MIN_NOTIONAL"]["minNotional"])


def test_lean_s_table_of_another_exchange_is_read() -> None:
    path = shared_file("data/exchange/lean_symbol_properties_crypto.csv.gz")
    assert fast.load_markets(path, exchange="kraken")["markets"] == 1262
    with pytest.raises(fast.NotFound, match="nowhere"):
        fast.load_markets(path, exchange="nowhere")
    assert len(fast.load_markets(path, "coinbase")["left_out"]) == 7


def test_prices_of_a_market_by_no_known_name_are_refused() -> None:
    for name in ("lastt", "\udc80"):
        with pytest.raises(TypeError, match=r"market\(\) got an unexpected keyword argument"):
            fast.market("BTC/USDT", **{name: 1})
        with pytest.raises(TypeError, match=r"at\(\) got an unexpected keyword argument"):
            fast.market("BTC/USDT").at(**{name: 1})


@pytest.mark.parametrize("fee", [-1, -0.5, 1, 2])
def test_a_fee_that_is_no_share_is_refused(fee: float) -> None:
    with pytest.raises(fast.InvalidArgument, match="expected a share from 0 to less than 1"):
        fast.validate_order("BTC/USDT", 2, 50000, "limit", account={"cash": 1, "fee": fee})


@pytest.mark.parametrize("name", ["post_only", "reduce_only"])
@pytest.mark.parametrize("value", ["no", 1, None, []])
def test_flags_are_true_or_false(name: str, value: object) -> None:
    with pytest.raises(fast.InvalidArgument, match=f"{name} is a .*, expected True or False"):
        fast.validate_order("BTC/USDT", 1, 50000, "limit", **{name: value})

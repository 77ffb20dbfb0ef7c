#!/usr/bin/env bash
# Measures speed, side by side in one run on the same data, and prints one line a measurement. Nothing here is a test.
# Machines are noisy: compare the lines of one run with each other.
set -euo pipefail
cd "$(dirname "$0")/.."
bench=build/release/bench
python=.venv/bin/python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

field() { "$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"; }
heading() { printf '\n== %s\n' "$1"; }

heading "engine, native sma_cross, one core, data in memory (5 M bars): averages of 20 and 100, then 10 and 50, which cross twice as often"
"$bench/engine_bench" --fast 20 --slow 100
"$bench/engine_bench" --csv "$work/bars.csv" | tee "$work/engine.json"

heading "the command line on the same bars: the same result hash"
.venv/bin/cracktrader backtest --csv "$work/bars.csv" --strategy sma_cross --param size=0.001 --json "$work/cli.json" >/dev/null
[[ $(field "$work/cli.json" result_hash) == "$(field "$work/engine.json" result_hash)" ]] && echo "equal: $(field "$work/cli.json" result_hash)" ||
    { echo "result hashes differ" && exit 1; }
echo "seconds by stage: $(field "$work/cli.json" seconds)"

heading "50 symbols x 100,000 bars in one run"
"$bench/engine_bench" --rows 100000 --symbols 50 --repeats 5

heading "5 M one-minute candles: import from memory, streaming alone; the cache through the command line"
"$bench/cache_bench" "$work/cache"
cached=(.venv/bin/cracktrader backtest --data-dir "$work/cache" --exchange bench --symbol BTC/USDT --timeframe 1m
    --strategy sma_cross --param size=0.001)
"${cached[@]}" --json "$work/cached.json" >/dev/null
[[ $(field "$work/cached.json" result_hash) == "$(field "$work/engine.json" result_hash)" ]] && echo "the same result hash"

heading "the HTML report of these bars: on top of the run, and until Chromium has drawn it"
"$python" bench/report_page.py "$work/cache"

heading "bars out of trades and out of finer bars"
mkdir "$work/columns"
"$bench/bars_bench" --columns "$work/columns"

heading "the cache and the bar builder beside pandas 2.3.3, polars, DuckDB and back-trader-cpp"
peers=build/peers
if ! cmp -s requirements/peers.txt "$peers/installed.txt"; then
    "$python" -m venv --clear "$peers"
    "$peers/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: -c requirements/constraints.txt \
        -r requirements/peers.txt
    cp requirements/peers.txt "$peers/installed.txt"
fi
"$peers/bin/python" bench/data.py "$work"

heading "peers on the first million of the same bars"
head -n 1000001 "$work/bars.csv" >"$work/million.csv"
"$python" bench/peers.py "$work/million.csv"

heading "a Python class with on_bar"
"$python" bench/python_per_bar.py

heading "indicators from Python beside pandas 2.3.3, polars, TA-Lib 0.8.2 and talipp"
"$peers/bin/python" bench/indicators.py

heading "indicators in C++, ns an element"
"$bench/indicators_bench" --benchmark_min_time=0.2

heading "orders checked against the filters of their market: C++ and Python"
"$bench/validate_bench"
"$python" bench/validate.py

heading "start-up, milliseconds (median of 11)"
"$python" bench/startup.py

heading "backtrader's numbers by BacktraderBroker (ADR 2)"
"$python" bench/backtrader_broker/compare.py --time 3

#!/usr/bin/env bash
# Fuzzes the readers of outside bytes and the orders of a run (tests/fuzz), each for some seconds, and keeps what breaks them.
#
# Usage: scripts/fuzz.sh [seconds] [reader...]    (default: 20 seconds each of csv, json, foreign, month, manifest, markets, risk, config, orders, expressions)
# CT_FUZZ_SEED repeats a run: the seed of each is printed.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=20
[[ ! ${1:-} =~ ^[0-9]+$ ]] || { seconds=$1 && shift; }
readers=("$@")
[[ ${#readers[@]} -gt 0 ]] || readers=(csv json foreign month manifest markets risk config orders expressions)
seed=${CT_FUZZ_SEED:-$((RANDOM * 32768 + RANDOM + 1))}
build=build/fuzz
results=build/test-results
mkdir -p "$results"
rm -f "$results/fuzz.xml"

compiler=$(command -v clang++-16 || command -v clang++) || {
    echo "fuzz: no clang; scripts/setup.sh test installs it" >&2
    exit 1
}
cmake --preset fuzz -DCMAKE_CXX_COMPILER="$compiler" >build/configure.log 2>&1 || {
    cat build/configure.log
    exit 1
}
cmake --build --preset fuzz

# Seeds: small files of the formats as they are written today, beside those in tests/fuzz/corpus.
seeds=$build/seeds
cracktrader=$build/apps/cracktrader/cracktrader
series=(--exchange x --symbol A/B --timeframe 1m --data-dir "$seeds/data")
rm -rf "$seeds"
mkdir -p "$seeds"/{csv,json,foreign,month,manifest,markets,risk,config,orders,expressions}
"$cracktrader" data generate "${series[@]}" --rows 50 --start 2024-01-01 >/dev/null
for ending in csv parquet feather; do
    "$cracktrader" data export "${series[@]}" --output "$seeds/out.$ending" >/dev/null
done
cp tests/fixtures/csv/*.csv "$seeds/out.csv" "$seeds/csv"
cp tests/fuzz/corpus/json/* "$seeds/json"
cp tests/fuzz/corpus/markets/* "$seeds/markets"
cp tests/fuzz/corpus/risk/* "$seeds/risk"
cp tests/fuzz/corpus/config/* "$seeds/config"
cp tests/fuzz/corpus/expressions/* "$seeds/expressions"
cp "$seeds/out.parquet" "$seeds/out.feather" "$seeds/foreign"
folder=$seeds/data/x/spot/A_B/1m
cp "$folder/2024-01.parquet" "$seeds/month"
cp "$folder/manifest.json" "$seeds/manifest"

# Arrow asks for as much memory as a broken file says and takes a refusal for an answer.
export ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
status=0
cases=""
mkdir -p "$build/crashes" "$build/corpus"
for reader in "${readers[@]}"; do
    corpus=$build/corpus/$reader
    log=$build/$reader.log
    mkdir -p "$corpus"
    echo "fuzz: $reader for $seconds s, CT_FUZZ_SEED=$seed"
    verdict=""
    if ! "$build/tests/fuzz/ct_${reader}_fuzz" -seed="$seed" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=4096 -malloc_limit_mb=100000 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$build/crashes/$reader-" "$corpus" "$seeds/$reader" >"$log" 2>&1; then
        verdict="<failure message=\"see $log\"/>"
        status=1
        tail -n 40 "$log"
    fi
    grep -E "number_of_executed_units|new_units_added" "$log" | sed 's/^stat::/    /' || true
    cases+="<testcase classname=\"fuzz\" name=\"$reader\">$verdict</testcase>"
done
echo "<testsuite name=\"fuzz\">$cases</testsuite>" >"$results/fuzz.xml"
exit $status

#!/usr/bin/env bash
# Calls the functions and streams of all indicators from Python with random arguments, under the sanitizers.
#
# Usage: scripts/fuzz_indicators.sh [seconds]    (default: 25)
# CT_FUZZ_SEED repeats a run: its seed is printed.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-25}
seed=${CT_FUZZ_SEED:-$((RANDOM * 32768 + RANDOM + 1))}
build=build/asan
package=$build/python/package
results=build/test-results
mkdir -p "$results"
rm -f "$results/fuzz_indicators.xml"

cmake --preset asan >build/configure.log 2>&1 || {
    cat build/configure.log
    exit 1
}
cmake --build --preset asan --target ct_python_indicators
rm -rf "$package"
mkdir -p "$package"
cp -r python/cracktrader_fast "$package"
cp tests/fuzz/indicators/package.py "$package/cracktrader_fast/__init__.py"
cp "$build"/python/indicators/_core.*.so "$package/cracktrader_fast"

# Python itself is not instrumented: the sanitizers and what they watch exceptions with come first.
compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$build/CMakeCache.txt")
libraries=""
for library in libasan.so libubsan.so libstdc++.so; do
    libraries+="$(realpath "$("$compiler" -print-file-name="$library")") "
done
verdict=""
status=0
LD_PRELOAD=${libraries% } ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1 PYTHONMALLOC=malloc \
    PYTHONPATH=$package PYTHONFAULTHANDLER=1 .venv/bin/python tests/fuzz/indicators/fuzz.py "$seconds" "$seed" || {
    status=1
    verdict="<failure message=\"seed $seed\"/>"
}
echo "<testsuite name=\"fuzz_indicators\"><testcase classname=\"fuzz\" name=\"indicators\">$verdict</testcase></testsuite>" \
    >"$results/fuzz_indicators.xml"
exit $status

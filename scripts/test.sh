#!/usr/bin/env bash
# Runs test suites one after the other, all of them even if one fails, then prints the counts.
#
# Usage: scripts/test.sh <suite>...
#   release  C++ tests of the release build        clang   the golden result hashes under clang
#   wasm     the golden result hashes in WebAssembly, under Node
#   python   pytest with the packages in .venv     asan    C++ tests under the address and undefined-behaviour sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."

results=$PWD/build/test-results
mkdir -p "$results"

configure() {
    cmake --preset "$@" >"build/configure.log" 2>&1 || {
        cat build/configure.log
        return 1
    }
}

run_ctest() {
    ctest --preset "$1" --output-junit "$results/$1.xml"
}

suite_release() {
    configure release && cmake --build --preset release && run_ctest release
}

suite_clang() {
    local compiler
    compiler=$(command -v clang++-16 || command -v clang++) || return 1
    configure clang -DCMAKE_CXX_COMPILER="$compiler" && cmake --build --preset clang && run_ctest clang
}

suite_wasm() {
    export NODE_PATH=/usr/share/nodejs # where Debian keeps what its emcc needs
    configure wasm && cmake --build --preset wasm && run_ctest wasm
}

# Each program as one process: a thousand starts under the sanitizers take minutes.
suite_asan() {
    configure asan && cmake --build --preset asan || return 1
    export UBSAN_OPTIONS=print_stacktrace=1 CT_PROJECT_DIR=$PWD
    local programs
    programs=$(find build/asan -name 'ct_*_test' -type f -perm -u+x | sort)
    [[ -n $programs ]] || return 1
    mkdir "$results/asan"
    xargs -P 2 -I{} scripts/run_gtest.sh {} "$results/asan" <<<"$programs"
}

suite_python() {
    .venv/bin/python -m pytest -q --junitxml="$results/python.xml"
}

failed=()
for suite in "$@"; do
    echo "== tests: $suite"
    rm -rf "$results/$suite.xml" "${results:?}/$suite"
    "suite_$suite" || failed+=("$suite")
done

.venv/bin/python scripts/count_tests.py "$results" "$@" || true
[[ ${#failed[@]} -eq 0 ]] || {
    echo "failed: ${failed[*]}"
    exit 1
}

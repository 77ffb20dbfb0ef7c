#!/usr/bin/env bash
# Checks format (clang-format, ruff) and documentation (mkdocs) everywhere, and runs clang-tidy on the C++ files that
# differ from origin/main.
#
# Usage: scripts/lint.sh [--all|--fix]    --all: clang-tidy on every file    --fix: rewrite the format, no clang-tidy
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-}
bin=$PWD/.venv/bin

# Files git knows or would add, that still exist.
listed() { git ls-files -z --cached --others --exclude-standard -- "$@" | xargs -0 -r ls -d 2>/dev/null || true; }

mapfile -t cpp < <(listed '*.cpp' '*.hpp')

if [[ $mode == --fix ]]; then
    [[ ${#cpp[@]} -eq 0 ]] || "$bin/clang-format" -i "${cpp[@]}"
    "$bin/ruff" check --fix --exit-zero --quiet .
    "$bin/ruff" format --quiet .
    exit
fi

status=0
echo "lint: clang-format on ${#cpp[@]} files"
[[ ${#cpp[@]} -eq 0 ]] || "$bin/clang-format" --dry-run --Werror "${cpp[@]}" || status=1
echo "lint: ruff"
"$bin/ruff" check . || status=1
"$bin/ruff" format --check . || status=1
"$bin/python" scripts/check_layers.py || status=1
echo "lint: documentation"
NO_MKDOCS_2_WARNING=true "$bin/mkdocs" build --strict --quiet || status=1

if [[ $mode == --all ]]; then
    tidy=("${cpp[@]}")
else
    base=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [[ -z $base || $base == $(git rev-parse HEAD) ]]; then
        base=$(git rev-parse -q --verify HEAD~1 || git hash-object -t tree /dev/null)
    fi
    mapfile -t tidy < <(
        {
            git diff --name-only --diff-filter=d "$base" -- '*.cpp' '*.hpp'
            git ls-files --others --exclude-standard -- '*.cpp' '*.hpp'
        } | sort -u
    )
fi

if [[ ${#tidy[@]} -gt 0 ]]; then
    echo "lint: clang-tidy on ${#tidy[@]} files"
    mkdir -p build
    # clang-tidy reads the commands of the dev build, but for what only GCC understands. It would refuse a template of
    # rapidjson's document.h, which the reports read, if it looked into templates that nothing calls.
    cmake --preset dev >build/configure.log || status=1
    sed -i 's/ -mno-stv//; s/ -fno-tree-loop-distribute-patterns//
        /-c .*src\/ct\/report\//s/ -c / -fdelayed-template-parsing -Wno-delayed-template-parsing-in-cxx20 -c /' build/dev/compile_commands.json
    printf '%s\0' "${tidy[@]}" | xargs -0 -n 1 -P "$(nproc)" "$bin/clang-tidy" -p build/dev --quiet \
        --extra-arg="-I$PWD/tests" --extra-arg=-Wno-pragma-once-outside-header \
        --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations || status=1
fi
[[ $status -eq 0 ]] && echo "lint: clean"
exit $status

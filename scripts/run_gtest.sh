#!/usr/bin/env bash
# Runs a GoogleTest program as one process and leaves its results in a folder; one that dies leaves a failure.
#
# Usage: scripts/run_gtest.sh <program> <folder>
set -uo pipefail
program=$1
name=$(basename "$program")
results=$2/$name.xml

timeout 1200 "$program" --gtest_brief=1 --gtest_output="xml:$results" >"$2/$name.log" 2>&1 && exit 0
status=$?
[[ -e $results ]] ||
    echo "<testsuite><testcase name=\"$name\"><failure message=\"exit code $status\"/></testcase></testsuite>" >"$results"
echo "failed: $program"
tail -n 60 "$2/$name.log"
exit 1

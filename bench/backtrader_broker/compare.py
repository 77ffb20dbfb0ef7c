"""Builds trace.cpp, runs it and reference.py on the same bars, and compares the two traces bit for bit.

    compare.py                    the bundled hours of BTC/USDT: one instrument, with slippage, two instruments
    compare.py --all              also every file of ${CT_SHARED:-../shared}/data/ohlcv, alone and several in one run
    compare.py --mutate one-ulp   the same with one line of the broker broken: must end with `identical: no`
    compare.py --mutations        all of mutations.py, one by one: each must be noticed
    compare.py --time 5           also nanoseconds a bar of both, best of 5 runs
    compare.py --seed 7           other orders

Exits with 1 at any difference, and when a run had too few orders to prove anything. Needs g++ and, in the Python that
runs this, backtrader 1.9.78.123.
"""

import argparse
import gzip
import os
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mutations import MUTATIONS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUNDLED = ROOT / "examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz"
SHARED = Path(os.environ.get("CT_SHARED", ROOT.parent / "shared")) / "data/ohlcv"
TOGETHER = [
    ["binance-spot_BTCUSDT_4h_2024", "binance-spot_SOLUSDT_1h_2024"],
    ["binance-spot_SOLUSDT_1h_2024", "binance-spot_BTCUSDT_1h_2024", "binance-spot_ETHUSDT_1h_2024"],
    ["coinbase_ETH-USD_4h_20160518_20251028", "tradingview-index_BTCUSD_1d_20091005_20260306"],
]
FLAGS = ["-std=c++20", "-O2", "-ffp-contract=off"]
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion"]
FEE = ["--commission", "0.001"]
SLIPPAGE = [*FEE, "--slippage", "0.0005"]
LEAST_ORDERS = 200


@dataclass
class Scenario:
    name: str
    paths: list[Path]
    options: list[str]


def build(folder, sources, *flags):
    program = folder / "trace"
    compiler = os.environ.get("CXX", "g++")
    subprocess.run([compiler, *FLAGS, *flags, *sorted(sources.glob("*.cpp")), "-o", program], check=True)
    return program


def build_mutant(folder, name):
    old, new = MUTATIONS[name]
    sources = folder / name
    sources.mkdir()
    for source in [*HERE.glob("*.cpp"), *HERE.glob("*.hpp")]:
        text = source.read_text()
        if source.name == "backtrader_broker.cpp":
            if text.count(old) != 1:
                sys.exit(f"mutation {name}: expected its line once in {source.name}, found it {text.count(old)} times")
            text = text.replace(old, new)
        (sources / source.name).write_text(text)
    return build(sources, sources, "-w")


def unpacked(folder, source, name="", keep_every=1):
    """Writes the rows of `source` as plain text: all of them, or the first and every so many after it."""
    target = folder / (name or source.name.removesuffix(".gz"))
    with gzip.open(source, "rt") as file:
        header, *rows = file.readlines()
    target.write_text(header + "".join(rows[::keep_every]))
    return target


def scenarios(folder, everything):
    hours = unpacked(folder, BUNDLED)
    every_third = unpacked(folder, BUNDLED, "every-third-hour.csv", 3)
    yield Scenario("BTCUSDT 1h, bundled", [hours], FEE)
    yield Scenario("the same, slippage 0.05 %", [hours], SLIPPAGE)
    yield Scenario("the same, strict slippage", [hours], [*SLIPPAGE, "--strict-slippage"])
    yield Scenario("the same and every third hour", [hours, every_third], SLIPPAGE)
    if not everything:
        return
    files = {path.name.removesuffix(".csv.gz"): path for path in sorted(SHARED.glob("*.csv.gz"))}
    if not files:
        sys.exit(f"no files in {SHARED}; set CT_SHARED to the folder that holds data/ohlcv")
    plain = {name: unpacked(folder, path) for name, path in files.items()}
    for name, path in plain.items():
        yield Scenario(name, [path], FEE)
    for names in TOGETHER:
        short = " + ".join("_".join(name.split("_")[1:3]) for name in names)
        yield Scenario(short, [plain[name] for name in names], SLIPPAGE)


def run(command, scenario, seed, *more):
    words = [*command, *scenario.options, "--seed", str(seed), *more, *scenario.paths]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def run_reference(scenario, seed, *more):
    return run([sys.executable, "-B", HERE / "reference.py"], scenario, seed, *more)


def readable(line):
    words = line.split()
    return " ".join(repr(struct.unpack(">d", bytes.fromhex(w))[0]) if len(w) == 16 else w for w in words)


def count(trace):
    """Counts a trace's bars, orders by type, and how they ended."""
    counts, accepted, orders = Counter(), set(), {}
    for line in trace.splitlines():
        kind, _, *words = line.split()
        if kind == "B":
            counts["bars"] += 1
            continue
        order, status, order_type = words[:3]
        orders[order] = order_type
        if status == "Accepted":
            accepted.add(order)
        if status == "Margin":
            status = "margin at fill" if order in accepted else "margin at submit"
        counts[status.lower()] += 1
    counts.update(orders.values())
    counts["orders"] = len(orders)
    return counts


def differences(ours, theirs):
    ours, theirs = ours.splitlines(), theirs.splitlines()
    different = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    return len(different) + abs(len(ours) - len(theirs)), different[:1]


COLUMNS = ["bars", "orders", "market", "limit", "stop", "completed", "canceled", "partial"]
COLUMNS += ["margin at submit", "margin at fill"]


def compare(scenario, program, arguments):
    """Prints one row; returns the counts, and whether the traces are identical."""
    ours = run([program], scenario, arguments.seed)
    theirs = run_reference(scenario, arguments.seed)
    counts = count(theirs)
    number, first = differences(ours, theirs)
    row = "".join(f"{counts[column]:>{max(len(column), 6) + 2}}" for column in COLUMNS)
    if arguments.time:
        repeat = ["--time", str(arguments.time)]
        fast = float(run([program], scenario, arguments.seed, *repeat))
        slow = float(run_reference(scenario, arguments.seed, *repeat))
        row += f"{fast:>8.1f}{slow:>10.0f}{slow / fast:>8.0f}"
    print(f"{scenario.name:<44}{row}{number:>13}  {'yes' if number == 0 else 'no'}", flush=True)
    for a, b in first:
        print(f"    C++         {readable(a)}\n    backtrader  {readable(b)}")
    return counts, number == 0


def compare_all(folder, arguments):
    program = build_mutant(folder, arguments.mutate) if arguments.mutate else build(folder, HERE, *WARNINGS)
    heads = "".join(f"{column:>{max(len(column), 6) + 2}}" for column in COLUMNS)
    heads += "  C++ ns  their ns   ratio" if arguments.time else ""
    print(f"{'':<44}{heads}  differences  identical")
    total, identical = Counter(), True
    for scenario in scenarios(folder, arguments.all):
        counts, is_same = compare(scenario, program, arguments)
        identical = identical and is_same
        if not total and not proves_something(counts):
            print("too few orders of a kind in this run to prove anything")
            identical = False
        total.update(counts)
    print(f"{'total':<44}" + "".join(f"{total[column]:>{max(len(column), 6) + 2}}" for column in COLUMNS))
    print(f"identical: {'yes' if identical else 'no'}")
    return identical


def proves_something(counts):
    kinds = ["market", "limit", "stop", "margin at submit", "margin at fill"]
    return counts["orders"] >= LEAST_ORDERS and all(counts[kind] > 0 for kind in kinds)


def try_mutations(folder, arguments):
    """Prints for each mutation the first run that noticed it."""
    all_scenarios = list(scenarios(folder, False))
    theirs = [run_reference(scenario, arguments.seed) for scenario in all_scenarios]
    missed = 0
    for name in MUTATIONS:
        program = build_mutant(folder, name)
        verdict = "NOT NOTICED"
        for scenario, expected in zip(all_scenarios, theirs, strict=True):
            number, _ = differences(run([program], scenario, arguments.seed), expected)
            if number > 0:
                verdict = f"{number} lines differ in: {scenario.name}"
                break
        missed += verdict == "NOT NOTICED"
        print(f"{name:<28}{verdict}", flush=True)
    print(f"mutations noticed: {len(MUTATIONS) - missed} of {len(MUTATIONS)}")
    return missed == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--mutate", choices=MUTATIONS)
    parser.add_argument("--mutations", action="store_true")
    parser.add_argument("--time", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        passed = try_mutations(folder, arguments) if arguments.mutations else compare_all(folder, arguments)
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()

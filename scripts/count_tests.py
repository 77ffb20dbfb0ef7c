"""Prints how many tests of each suite passed, failed and were skipped, from the JUnit files in a folder.

Usage: count_tests.py [--line] <folder> <suite>...    (--line: only the sum, on one line)
A suite is a file <suite>.xml or a folder <suite> of such files, one for each of its programs. One without a file did
not get as far as its tests: that is one failure.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree


def count(path: Path) -> tuple[int, int, int]:
    """(passed, failed, skipped) of one file."""
    if not path.exists():
        return 0, 1, 0
    cases = list(ElementTree.parse(path).iter("testcase"))
    failed = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    return len(cases) - failed - skipped, failed, skipped


def count_suite(folder: Path, suite: str) -> tuple[int, int, int]:
    """Likewise of a suite."""
    files = sorted((folder / suite).glob("*.xml")) or [folder / f"{suite}.xml"]
    passed, failed, skipped = (sum(column) for column in zip(*map(count, files), strict=True))
    return passed, failed, skipped


def main(arguments: list[str]) -> int:
    line = arguments[:1] == ["--line"]
    folder, *suites = arguments[1:] if line else arguments
    counts = [count_suite(Path(folder), suite) for suite in suites]
    passed, failed, skipped = (sum(column) for column in zip(*counts, strict=True))
    if line:
        print(f"{passed} passed, {failed} failed, {skipped} skipped")
    else:
        print(f"{'suite':<10}{'passed':>8}{'failed':>8}{'skipped':>9}")
        for name, row in zip([*suites, "all"], [*counts, (passed, failed, skipped)], strict=True):
            print(f"{name:<10}{row[0]:>8}{row[1]:>8}{row[2]:>9}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The page of the command line, out of what every command says with --help."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

NOTE = (
    "<!-- Written by scripts/generate_reference.py from the commands' --help: change that, then run it again. -->\n\n"
)
INTRO = """# Command line

`cracktrader COMMAND --help` says what stands here. Commands print a table for people and, with `--json`, JSON for
programs. They exit with 0 when they have done their work, with 2 when an argument or the content of a file is wrong,
and with 1 when the system refused, a strategy failed or `verify` found something. An error is one sentence on standard
error.

<!-- setup
import gzip
import pathlib
import pickle
import cracktrader as ct

rows = [[1704067200000 + 60000 * at, 10, 12, 9, 11, 1] for at in range(44640)]
month = pathlib.Path("old-data/binance/spot/BTC_USDT/1m/2024-01.pkl")
month.parent.mkdir(parents=True)
month.write_bytes(pickle.dumps(rows))
ct.Cache("data").import_("candles.csv.gz", exchange="binance", symbol="BTC/USDT", timeframe="1h")
for name in ("a.json", "b.json"):
    pathlib.Path(name).write_text(ct.backtest(ct.read_bars("candles.csv.gz"), "sma_cross").to_json())
pathlib.Path("candles.csv.gz").unlink()
for name, opened in (("candles.csv", open), ("candles.csv.gz", gzip.open)):
    with opened(name, "wt") as file:
        file.write("time,open,high,low,close,volume\\n")
        file.writelines(",".join(map(str, row)) + "\\n" for row in rows)
pathlib.Path("run.toml").write_text("[data]\\ncsv = 'candles.csv'\\n[strategy]\\nname = 'sma_cross'\\n")
-->
"""
SECTION = re.compile(r"^(Positionals|Options|Subcommands|Example):$")
ROW = re.compile(
    r"""^\ \ (?P<names>-\S+|[\w-]+)
    (?: \ (?P<type>[A-Z]+(?:=[A-Z]+)?) )? (?: =(?P<default>\S+) )?
    (?P<more> \ \.\.\. )? (?P<needed> \ REQUIRED )?
    (?: \ Excludes:\ (?P<excludes>[\w-]+(?:\ --[\w-]+)*) )?
    \ + (?P<text>\S.*)$""",
    re.VERBOSE,
)


@dataclass
class Help:
    """What a command says with --help."""

    text: str
    usage: str
    sections: dict[str, list[re.Match[str]]] = field(default_factory=dict)
    example: str = ""


def page(program: Path) -> str:
    return NOTE + INTRO + "\n" + "\n".join(section(program, []))


def section(program: Path, command: list[str]) -> list[str]:
    """The command and those below it."""
    told = parsed(run(program, [*command, "--help"]))
    names = [row["names"] for row in told.sections.get("Subcommands", [])]
    title = " ".join(["cracktrader", *command])
    lines = [f"## {title}", "", f"{told.text.removesuffix('.')}.", "", f"`{told.usage}`", ""]
    if names:
        links = [link_row(command, row) for row in told.sections["Subcommands"]]
        lines += ["| command | what it does |", "|---|---|", *links, ""]
    options = [*told.sections.get("Positionals", []), *told.sections["Options"]]
    if command:
        options = [row for row in options if row["names"] != "-h,--help"]
    if not names or not command:
        lines += ["| option | value | without it | what it is |", "|---|---|---|---|", *map(option_row, options), ""]
    if not names:
        lines += ["```bash", *told.example.splitlines(), "```", ""]
    for name in names:
        lines += section(program, [*command, name])
    return lines


def parsed(text: str) -> Help:
    first, usage, *rest = re.sub(r"\n {20,}", "  ", text).splitlines()  # texts that begin in a line of their own
    told = Help(first, usage.removeprefix("Usage: "))
    name = ""
    for line in filter(None, rest):
        if heading := SECTION.match(line):
            name = heading[1]
        elif name == "Example":
            told.example += line.removeprefix("  ") + "\n"
        elif row := ROW.match(line):
            told.sections.setdefault(name, []).append(row)
        else:
            raise ValueError(f"'{line}' of the help is no option and no command")
    return told


def link_row(command: list[str], row: re.Match[str]) -> str:
    return f"| [{row['names']}](#{'-'.join(['cracktrader', *command, row['names']])}) | {cell(row['text'])} |"


def option_row(row: re.Match[str]) -> str:
    text, without = row["text"], "needed" if row["needed"] else f"`{row['default']}`" if row["default"] else ""
    if bracketed := re.fullmatch(r"(?P<before>.*) \[(?P<default>[^\[\]]+)\](?P<behind>.*)", text):
        text, without = bracketed["before"] + bracketed["behind"], bracketed["default"]
    excludes = (row["excludes"] or "").replace(" ", "`, `")
    value = [
        *([f"`{row['type']}`"] if row["type"] else []),
        *(["may be repeated"] if row["more"] else []),
        *([f"not with `{excludes}`"] if excludes else []),
    ]
    return f"| `{row['names'].replace(',', '`, `')}` | {', '.join(value)} | {cell(without)} | {cell(text)} |"


def cell(text: str) -> str:
    linked = re.sub(r"docs/(\w+)\.md", r"[\1](\1.md)", text)
    return linked.replace("|", "\\|")


def run(program: Path, arguments: list[str]) -> str:
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout

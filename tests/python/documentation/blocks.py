"""The blocks of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

BLOCK = re.compile(
    r"""
    ^ (?: <!--\ (?: not\ run:\ (?P<not_run>[^\n]+) | in\ (?P<callback>on_bar) )\ -->\n )?
    ```(?P<language>\w*) (?: \ title="(?P<title>[^"\n]+)" )? \n
    (?P<text>.*?)
    ^```$
    | ^ <!--\ setup\n (?P<setup>.*?) ^-->$
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
LANGUAGES = ("bash", "console", "cpp", "json", "pyi", "python", "text", "toml", "yaml")


@dataclass(frozen=True)
class Block:
    language: str
    text: str
    line: int
    """Of the page: where the text begins."""
    title: str = ""
    not_run: str = ""
    """The reason."""
    callback: str = ""
    output: str | None = None
    """What a python block prints, where the page says so."""


def blocks_of(page: str) -> list[Block]:
    """All blocks in their order, without those of text. A ValueError names the line of what is none."""
    matches = list(BLOCK.finditer(page))
    found = []
    for match, following in zip_longest(matches, matches[1:]):
        if match["setup"] is not None:
            found.append(Block("python", match["setup"], line_of(page, match.start("setup"))))
            continue
        line = line_of(page, match.start("text"))
        if match["language"] not in LANGUAGES:
            raise ValueError(f"line {line - 1}: a block of '{match['language']}', expected {', '.join(LANGUAGES)}")
        if match["language"] == "text":
            continue
        output = None
        if following and following["language"] == "text" and not page[match.end() : following.start()].strip():
            output = following["text"]
        marks = (match["title"] or "", match["not_run"] or "", match["callback"] or "")
        found.append(Block(match["language"], match["text"], line, *marks, output))
    left_over = BLOCK.sub(lambda match: "\n" * match[0].count("\n"), page)
    for what in ("```", "<!-- not run", "<!-- in ", "<!-- setup"):
        if what in left_over:
            raise ValueError(f"line {line_of(left_over, left_over.index(what))}: '{what}' that belongs to no block")
    return found


def line_of(page: str, position: int) -> int:
    return page.count("\n", 0, position) + 1

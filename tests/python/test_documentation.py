"""Every code block of the documentation runs, the site builds, and what is generated in it is up to date."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import cracktrader as ct
import cracktrader_fast as fast
import pytest
import yaml
from conftest import PROJECT
from documentation.blocks import Block, blocks_of
from documentation.page_run import PageRun, expect_output

PAGES = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").rglob("*.md"))]
NAMES = [str(page.relative_to(PROJECT)) for page in PAGES]
# Blocks that are not run, by page and reason: a new one is a decision.
NOT_RUN = {
    "README.md": ["builds and tests the project"],
    "CONTRIBUTING.md": ["builds and tests the project"],
    "docs/adr/0002-backtrader-broker.md": ["minutes of measuring, beside backtrader"],
    "docs/adr/0003-python-per-bar.md": ["builds a benchmark"],
    "docs/strategies.md": ["builds the project"],
    "docs/tutorial.md": ["builds the project"],
}
# What a browser would load by itself: scripts, pictures, style sheets, fonts.
LOADED = re.compile(r"""(?:\bsrc=["']?|@import\s|\burl\(["']?|<link\b[^>]*\bhref=["']?)(?:https?:)?//[^\s"')>]+""")


def blocks(page: str) -> list[Block]:
    try:
        return blocks_of((PROJECT / page).read_text(encoding="utf-8"))
    except ValueError as error:
        error.add_note(page)
        raise


@pytest.mark.parametrize("page", NAMES)
def test_the_blocks_of_a_page_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    run = PageRun(tmp_path, blocks(page))
    for block in run.blocks:
        try:
            run.run(block)
        except Exception as error:
            error.add_note(f"{page}:{block.line}")
            raise


def test_blocks_that_are_not_run_are_known() -> None:
    reasons = {page: [block.not_run for block in blocks(page) if block.not_run] for page in NAMES}
    assert {page: found for page, found in reasons.items() if found} == NOT_RUN


def run_page(text: str, folder: Path) -> None:
    run = PageRun(folder, blocks_of(text))
    for block in run.blocks:
        run.run(block)


@pytest.mark.parametrize(
    "text",
    [
        "```python\nassert 1 == 2\n```\n",
        "```python\nprint(1)\n```\n\n```text\n2\n```\n",
        "```console\n$ echo 1\n2\n```\n",
        "```console\n$ cracktrader strategies nothing\n```\n",
        "```console\n$ echo error: 1\nerror: 1\n```\n",
        "```console\necho 1\n```\n",
        "```bash\nfalse\ntrue\n```\n",
        "```cpp\nint nobody_has_this_line;\n```\n",
        "```json\n{1: 2}\n```\n",
        "```pyi\nf(x: int,, y)\n```\n",
        "```toml\na = \n```\n",
        "```yaml\na: [\n```\n",
        '```toml title="unused.toml"\na = 1\n```\n',
        '```python title="unused.py"\na = 1\n```\n',
    ],
)
def test_a_wrong_block_is_found(text: str, tmp_path: Path) -> None:
    with pytest.raises((AssertionError, ValueError, SyntaxError, yaml.YAMLError)):
        run_page(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n```\nno language\n```\n", "line 2: a block of ''"),
        ("```ruby\n1\n```\n", "line 1: a block of 'ruby'"),
        ("1.\n    ```python\n    1\n    ```\n", "line 2: '```'"),
        ("<!-- not run: why -->\n\n```bash\nfalse\n```\n", "line 1: '<!-- not run'"),
    ],
)
def test_what_is_no_block_is_an_error(text: str, line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        blocks_of(text)


def test_output_may_leave_out_parts() -> None:
    expect_output("first ... third\n...\nlast", "first second third  \nmore\nmore\nlast\n")
    with pytest.raises(AssertionError):
        expect_output("first ... third", "first second")


def test_options_are_read_from_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PROJECT / "scripts")
    from cli_page import option_row, parsed

    told = parsed(
        "Do it\nUsage: program [OPTIONS] [file]\n\nPositionals:\n  file=a.toml Excludes: --csv\n"
        f"{' ' * 30}Where to\n\nOptions:\n"
        "  -h,--help                   Print it\n"
        "  --csv PATH ... REQUIRED     Candles\n"
        "  --rate PAIR=RATE=2 Excludes: file --csv\n"
        f"{' ' * 30}A rate [1] of these\n"
        "  --group NAME Excludes: name Only this group\n\nExample:\n  program a\n      b\n"
    )
    assert (told.text, told.usage, told.example) == ("Do it", "program [OPTIONS] [file]", "program a\n    b\n")
    assert [option_row(row) for row in [*told.sections["Positionals"], *told.sections["Options"]]] == [
        "| `file` | not with `--csv` | `a.toml` | Where to |",
        "| `-h`, `--help` |  |  | Print it |",
        "| `--csv` | `PATH`, may be repeated | needed | Candles |",
        "| `--rate` | `PAIR=RATE`, not with `file`, `--csv` | 1 | A rate of these |",
        "| `--group` | `NAME`, not with `name` |  | Only this group |",
    ]
    with pytest.raises(ValueError, match="no option"):
        parsed("Do it\nUsage: program\n\nOptions:\n  --csv\n")


def test_docstrings_become_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PROJECT / "scripts")
    from docstring_pages import markdown

    doc = "Does it *well*.\n\nsize: how\nmuch.\nlimit, stop: prices (docs/orders.md).\n\n"
    doc += "    buy(1)\n\n    sell(1)\n\nRaises: X."
    assert markdown(doc, {"size", "limit", "stop"}, "<!-- mark -->") == [
        *("Does it \\*well\\*.", ""),
        *("- `size`: how", "  much.", "- `limit`, `stop`: prices ([orders](orders.md)).", ""),
        *("<!-- mark -->", "```python", "buy(1)", "", "sell(1)", "```", ""),
        *("Raises: X.", ""),
    ]


def test_links_of_the_site_lead_to_pages_and_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PROJECT / "scripts")
    from mkdocs.exceptions import PluginError
    from site_hooks import page_of, target_of

    assert page_of(target_of("index.md", "docs/data.md")) == "data.md"
    assert page_of(target_of("indicators/README.md", "../../README.md")) == "index.md"
    assert page_of(target_of("data.md", "../examples/cpp/indicators.cpp")) == "source/examples/cpp/indicators.cpp.md"
    with pytest.raises(PluginError, match=r"docs/data.md links to missing.md"):
        target_of("data.md", "missing.md")


def test_the_reference_is_up_to_date() -> None:
    script = PROJECT / "scripts" / "generate_reference.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "public",
    [
        *(ct.Bar, ct.Bars, ct.BarsView, ct.Context, ct.Line, ct.Order, ct.Fill, ct.Timer, ct.Bracket, ct.Result),
        *(ct.Cache, ct.Strategy, ct.TimeBars, ct.TickBars, fast.Market, fast.Validation, fast.RoundedOrder),
    ],
    ids=lambda public: public.__name__,
)
def test_the_python_page_has_every_member(public: type) -> None:
    of_tuples = {"count", "index", "n_fields", "n_sequence_fields", "n_unnamed_fields"}
    text = (PROJECT / "docs" / "python.md").read_text(encoding="utf-8")
    part = re.search(rf"^### {public.__name__}\n(.*?)^##", text + "\n##", re.MULTILINE | re.DOTALL)[1]
    whole = text[text.index(f"\n### {public.__name__}\n") :].split("\n### ", 2)[1]
    shown = {*re.findall(r"^- `(\w+)`: `", part, re.MULTILINE)}
    shown |= {*re.findall(rf"^#### {public.__name__}\.(\w+)$", whole, re.MULTILINE)}
    members = {name for name in dir(public) if not name.startswith("_")}
    if issubclass(public, tuple):
        members -= of_tuples
    assert shown >= members


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [Path(sys.executable).parent / "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


def test_the_site_has_every_page(site: Path) -> None:
    pages = {path.relative_to(PROJECT / "docs").with_suffix(".html") for path in (PROJECT / "docs").rglob("*.md")}
    pages = {page.with_name("index.html") if page.name == "README.html" else page for page in pages}
    home = {Path("index.html"), Path("changelog.html"), Path("contributing.html")}
    assert {path.relative_to(site) for path in site.rglob("*.html")} >= pages | home


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css")]
    assert len(files) > len(PAGES)
    found = {path.name: LOADED.findall(path.read_text(encoding="utf-8")) for path in files}
    assert {name: links for name, links in found.items() if links} == {}
    assert LOADED.findall('<script src="https://somewhere/a.js">') != []


def test_the_site_can_be_searched_as_a_folder_of_files(site: Path, browser) -> None:
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.fill("input.md-search__input", "trailing stop")
    found = page.wait_for_selector(".md-search-result__item a", state="attached", timeout=300_000)
    assert found.get_attribute("href").startswith(site.as_uri())
    page.close()
    assert [url for url in asked if not url.startswith(("file://", "data:", "about:", "blob:"))] == []

"""The HTML report as a reader sees it: real pages in headless Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import cracktrader as ct
import pytest
from conftest import BUNDLED, candles

sync_api = pytest.importorskip("playwright.sync_api")

PROGRAM = Path(sys.executable).parent / "cracktrader"
HOSTILE = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>\"'&"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DRAWN = """box => Array.from(box.querySelectorAll("canvas")).some(canvas => {
    if (canvas.width === 0 || canvas.height === 0) return false;
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i + 3] > 60) colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
    }
    return colours.size > 2;
})"""


class Bracketed:
    """Buys now and then with a stop and a target, and watches an oscillator."""

    def on_start(self, ctx):
        self.mean = ctx.indicator("sma", 20)
        self.strength = ctx.indicator("rsi", 14)
        self.count = 0

    def on_bar(self, ctx, bar):
        self.count += 1
        if self.count % 60 == 0 and ctx.position == 0:
            ctx.buy_bracket("50%", stop=bar.close * 0.97, limit=bar.close * 1.03)


class Idle:
    def on_bar(self, ctx, bar):
        pass


@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium")
        pytest.skip("no Chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def run(hourly):
    return ct.backtest(hourly, Bracketed)


@pytest.fixture
def show(browser):
    """Opens a page; at the end of the test nothing may have gone wrong or been asked for."""
    contexts, wrong, asked = [], [], []

    def open_page(path: Path, width: int = 1440, scheme: str = "light"):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        context.set_default_timeout(300_000)  # however busy the machine is
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready-ms]")
        page.wait_for_function("document.querySelectorAll('canvas').length > 0")
        page.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith(("file://", "data:", "about:"))] == []
    assert len(asked) == len(contexts), asked


@pytest.fixture(scope="module")
def page_path(run, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    run.report(path)
    return path


def column(page, heading: str) -> list[str]:
    """What the trade table shows below a heading."""
    return page.evaluate(
        """heading => {
            const heads = Array.from(document.querySelectorAll(".trades thead th"));
            const at = heads.findIndex(th => th.textContent === heading);
            return Array.from(document.querySelectorAll(".trades tbody tr"), row => row.cells[at].textContent);
        }""",
        heading,
    )


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_charts_draw_at_every_width(show, page_path, width, scheme):
    page = show(page_path, width, scheme)
    charts = page.query_selector_all(".chart")
    assert len(charts) == 3
    assert all(chart.evaluate(DRAWN) for chart in charts)
    assert page.evaluate("document.documentElement.scrollWidth") == width, "nothing makes the page scroll sideways"
    assert page.evaluate("document.querySelectorAll('.bars rect').length") > 5
    assert page.evaluate("document.querySelectorAll('.heat.gain, .heat.loss').length") > 5


def test_the_chart_shows_indicators_stops_and_targets(show, page_path):
    page = show(page_path)
    words = page.inner_text(".price-panel")
    for part in ["BTC/USDT", "sma(20)", "rsi(14", "long entry", "exit with profit", "exit with loss", "stop", "target"]:
        assert part.lower() in words.lower()
    data = json.loads(page.inner_text("#data") or page.evaluate("document.getElementById('data').textContent"))
    chart = data["charts"][0]
    assert [line["on_price"] for line in chart["lines"]] == [True, False]
    assert set(chart["stops"]["kinds"]) == {"s", "t"}


def test_the_trade_table_sorts_and_filters(show, page_path, run):
    page = show(page_path)
    rows = len(run.trades)
    assert rows > 20
    assert column(page, "#")[:2] == ["1", "2"]

    def profits() -> list[float]:
        return [float(text.replace(",", "")) for text in column(page, "Profit")]

    page.click(".trades th button:text-is('Profit')")
    assert profits() == sorted(profits())
    assert profits()[0] == pytest.approx(float(min(trade.pnl for trade in run.trades)), abs=0.006)
    page.click(".trades th button:text-is('Profit')")
    assert profits() == sorted(profits(), reverse=True)

    page.select_option(".trades select[aria-label=Result]", "losers")
    assert profits()
    assert all(profit < 0 for profit in profits())
    page.select_option(".trades select[aria-label=Result]", "all")
    page.fill(".trades input[type=search]", "2024-03-0")
    assert column(page, "Entry")
    entered, left = column(page, "Entry"), column(page, "Exit")
    assert all("2024-03-0" in a + b for a, b in zip(entered, left, strict=True))
    page.select_option(".trades select[aria-label=Side]", "short")
    assert column(page, "#") == []
    assert "no such trade" in page.inner_text(".trades .pager")


def test_trades_stand_where_they_happened(show, tmp_path):
    class Once:
        def on_start(self, ctx):
            self.bars = 0

        def on_bar(self, ctx, bar):
            self.bars += 1
            if self.bars == 6301:
                ctx.buy_bracket("50%", stop=1, limit=1000)
            if self.bars == 7001:
                ctx.close()

    minutes = candles([100 + i % 50 for i in range(10_000)], step_ms=60_000)
    ct.backtest(minutes, Once).report(tmp_path / "report.html")
    page = show(tmp_path / "report.html")
    assert "10,000 bars of 1m are drawn as 3,334 candles of 3m." in page.inner_text(".price-panel .note")
    pixels = """() => Array.from(document.querySelectorAll(".chart.price canvas"), canvas => {
        const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return { data: Array.from(data), width, height };
    }).reduce((a, b) => a.data.length > b.data.length ? a : b)"""
    marked = page.evaluate(pixels)
    page.click(".legend input")
    page.wait_for_timeout(200)
    plain = page.evaluate(pixels)
    width = marked["width"]
    changed = {i // 4 % width for i, (a, b) in enumerate(zip(marked["data"], plain["data"], strict=True)) if a != b}
    # The pane shows 2.5 % of the run before its first candle and one candle after its last.
    assert min(changed) / width == pytest.approx((0.63 + 0.025) / 1.026, abs=0.015)
    assert max(changed) / width == pytest.approx((0.70 + 0.025) / 1.026, abs=0.015)


def test_a_click_on_a_trade_moves_the_chart(show, page_path):
    page = show(page_path)
    shot = lambda: page.locator(".chart.price").screenshot()  # noqa: E731
    before = shot()
    page.click(".trades tbody tr")
    page.wait_for_timeout(700)
    assert shot() != before


def test_light_and_dark_can_be_switched(show, page_path):
    page = show(page_path, scheme="dark")

    def colour() -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    dark = colour()
    page.click("button.theme")
    assert colour() != dark
    page.click("button.theme")
    assert colour() == dark
    page.emulate_media(color_scheme="light")
    page.wait_for_timeout(100)
    assert colour() == dark, "the reader's choice stands"


def test_it_follows_the_system(show, page_path):
    page = show(page_path, scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("light => getComputedStyle(document.body).backgroundColor !== light", arg=light)


def test_hostile_texts_do_not_run(show, tmp_path):
    class Named:
        params = {"note": HOSTILE}  # noqa: RUF012

        def on_bar(self, ctx, bar):
            if ctx.position == 0:
                ctx.buy("50%")

    Named.__name__ = Named.__qualname__ = HOSTILE
    result = ct.backtest(candles([100 + i % 7 for i in range(60)]), Named)
    result.report(tmp_path / "report.html")
    page = show(tmp_path / "report.html")
    assert page.evaluate("window.hacked") is None
    assert page.query_selector("main img") is None
    assert HOSTILE in page.inner_text("main")


def test_the_policy_stops_what_is_not_the_reports_own(show, page_path, tmp_path):
    changed = tmp_path / "changed.html"
    changed.write_text(page_path.read_text().replace("</body>", "<script>window.hacked = 1</script></body>"))
    page = show(page_path)
    other = page.context.new_page()
    other.goto(changed.as_uri())
    other.wait_for_selector("html[data-ready-ms]")
    assert other.evaluate("window.hacked") is None


def test_a_run_without_trades_says_so(show, tmp_path):
    ct.backtest(candles([100.0 + i for i in range(30)]), Idle).report(tmp_path / "report.html")
    words = show(tmp_path / "report.html").inner_text("main")
    for part in ["The strategy made no trade.", "no trades", "Never below its peak.", "shorter than 30 days"]:
        assert part in words


def test_it_prints(show, page_path, tmp_path):
    page = show(page_path)
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    assert (tmp_path / "report.pdf").stat().st_size > 30_000


def test_plot_is_a_frame_of_its_own(show, run, tmp_path):
    plot = run.plot(height=500)
    assert str(plot).startswith("<!DOCTYPE html>")
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!DOCTYPE html><html data-ready-ms><canvas></canvas>{plot._repr_html_()}</html>")
    page = show(notebook)
    frame = page.frames[-1]
    frame.wait_for_selector(".chart canvas")
    page.wait_for_timeout(200)
    assert frame.query_selector(".chart.price").evaluate(DRAWN)
    assert frame.query_selector(".trades") is None
    assert page.evaluate("document.querySelector('iframe').clientHeight") == 500


def test_compare_makes_a_page_of_several_runs(show, tmp_path):
    files = []
    for fast in ["5", "10", "20"]:
        file = tmp_path / f"fast-{fast}.json"
        command = ["backtest", "--csv", BUNDLED, "--strategy", "sma_cross", "--param", f"fast={fast}"]
        subprocess.run([PROGRAM, *command, "--json", file], check=True, capture_output=True)
        files.append(file)
    report = tmp_path / "compare.html"
    done = subprocess.run([PROGRAM, "compare", *files, "--report", report], check=True, capture_output=True, text=True)
    assert "fast-10" in done.stdout
    page = show(report, 390)
    assert all(chart.evaluate(DRAWN) for chart in page.query_selector_all(".chart"))
    assert page.evaluate("document.querySelectorAll('td.best').length") > 10
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for part in ["fast-5", "fast-20", "Sharpe ratio", "fast 10, slow 50"]:
        assert part in page.inner_text("main")

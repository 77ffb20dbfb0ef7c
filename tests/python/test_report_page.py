"""The HTML report as a reader sees it: real pages in headless Chromium."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import zlib
from pathlib import Path

import cracktrader as ct
import numpy as np
import pytest
from conftest import BUNDLED, candles

PROGRAM = Path(sys.executable).parent / "cracktrader"
HOSTILE = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>\"'&"
DRAWN = """box => Array.from(box.querySelectorAll("canvas")).some(canvas => {
    if (canvas.width === 0 || canvas.height === 0) return false;
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set();
    for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i + 3] > 60) colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
    }
    return colours.size > 2;
})"""

# How many pixels of a chart are painted, and how many of these are light ones.
PAINTED = """(box, which) => {
    let pixels = 0, light = 0;
    for (const canvas of box.querySelectorAll(which)) {
        if (canvas.width === 0 || canvas.height === 0) continue;
        const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] < 20) continue;
            pixels += 1;
            if (data[i] + data[i + 1] + data[i + 2] > 600) light += 1;
        }
    }
    return {pixels, light: light / pixels};
}"""


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
    assert page.get_attribute(".chart.price", "data-candles") == "15m"
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


def year_of_minutes() -> dict:
    """A random walk with real bars' noise: prices with cents, wicks, a few hundred dollars a day."""
    noise = np.random.default_rng(7)
    count = 366 * 24 * 60
    close = np.round(60_000 + np.cumsum(noise.normal(0, 20, count)), 2)
    open_ = np.concatenate([close[:1], close[:-1]])
    return {
        "open_time": 1_704_067_200_000 + 60_000 * np.arange(count, dtype=np.int64),
        "open": open_,
        "high": np.round(np.maximum(open_, close) + noise.exponential(8, count), 2),
        "low": np.round(np.minimum(open_, close) - noise.exponential(8, count), 2),
        "close": close,
        "volume": np.ones(count),
    }


@pytest.fixture(scope="module")
def year_page(tmp_path_factory):
    """A report of a year of minutes, with indicators of expressions and trailing stops."""
    strategy = ct.ExpressionStrategy(
        entry="crossover(sma(close, fast), sma(close, 200)) and rsi(14) < 70",
        exit="crossunder(sma(close, fast), sma(close, 200))",
        trailing_stop="1%",
        size="50%",
        parameters={"fast": 50},
    )
    path = tmp_path_factory.mktemp("year") / "report.html"
    ct.backtest(year_of_minutes(), strategy).report(path)
    return path


ZOOM_IN = """async () => {
    const box = document.querySelector(".chart.price");
    const canvas = box.querySelector("td:nth-child(2) canvas:last-child");
    const { left, top, width } = canvas.getBoundingClientRect();
    const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (let i = 0; i < 120; ++i) {
        const place = { clientX: left + width / 2, clientY: top + 60, bubbles: true, cancelable: true };
        canvas.dispatchEvent(new WheelEvent("wheel", { deltaY: -100, ...place }));
        await frame();
    }
}"""
# Bodies of candles are drawn in the colours of gains and losses: how many separate columns of these there are.
BODIES = """() => {
    const style = getComputedStyle(document.documentElement);
    const colours = ["--up", "--down"].map(name => style.getPropertyValue(name).trim())
        .map(text => [1, 3, 5].map(at => parseInt(text.slice(at, at + 2), 16)));
    const canvas = document.querySelector(".chart.price td:nth-child(2) canvas");
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let bodies = 0;
    let before = false;
    for (let x = 0; x < width; ++x) {
        let found = false;
        for (let y = 0; y < height && !found; ++y) {
            const at = 4 * (y * width + x);
            found = colours.some(colour => colour.every((part, k) => data[at + k] === part));
        }
        if (found && !before) ++bodies;
        before = found;
    }
    return bodies;
}"""


@pytest.mark.parametrize("width", [1440, 390])
def test_a_year_of_minutes_zooms_to_the_minute(show, year_page, width):
    assert year_page.stat().st_size < 3_000_000
    page = show(year_page, width)
    box = page.locator(".chart.price")
    shown = [box.get_attribute("data-candles")]
    assert shown[0] == {1440: "8h", 390: "3d"}[width]
    page.uncheck(".legend input")
    page.evaluate(ZOOM_IN)
    shown.append(box.get_attribute("data-candles"))
    assert shown[1] == "1m"
    assert "candles of 1m" in page.inner_text(".price-panel .readout")
    bodies = page.evaluate(BODIES)
    assert 3 < bodies < 120, "candles stand apart from each other"
    page.click("button:text-is('Whole run')")
    page.wait_for_function("shown => document.querySelector('.chart.price').dataset.candles === shown", arg=shown[0])
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_drag_goes_on_past_the_candles_that_were_held(show, year_page):
    page = show(year_page)
    page.evaluate(ZOOM_IN)
    words = lambda: page.inner_text(".price-panel .readout")  # noqa: E731
    place = page.locator(".chart.price").bounding_box()
    seen = set()
    for _ in range(8):
        page.mouse.move(place["x"] + 100, place["y"] + 60)
        page.mouse.down()
        page.mouse.move(place["x"] + place["width"] - 120, place["y"] + 60, steps=4)
        page.mouse.up()
        page.wait_for_timeout(150)
        seen.add(words())
    assert len(seen) == 8, "each drag shows earlier minutes"
    assert page.get_attribute(".chart.price", "data-candles") == "1m"
    assert page.evaluate(BODIES) > 3


def test_it_shows_the_indicators_of_expressions_and_trailing_stops(show, year_page):
    page = show(year_page)
    words = page.inner_text(".price-panel .readout")
    for label in ["sma(close, 50)", "sma(close, 200)", "rsi(14)"]:
        assert label in words
    assert page.locator(".chart.price.panes-2").count() == 1, "the oscillator has a pane of its own"
    chart = json.loads(page.evaluate("document.getElementById('data').textContent"))["charts"][0]
    assert [line["on_price"] for line in chart["lines"]] == [True, True, False]
    assert [line["levels"] for line in chart["lines"]] == [[], [], [70]]
    assert chart["stops"]["kinds"].count("+") > chart["stops"]["kinds"].count("s") > 0


def test_what_the_page_unpacks_is_what_the_run_had(show, run, page_path, hourly):
    page = show(page_path)
    data = json.loads(page.evaluate("document.getElementById('data').textContent"))
    packed = zlib.decompress(base64.b64decode(data["columns"]), -15)

    def column(place: dict) -> np.ndarray:
        size = place["n"] * place["w"]
        planes = np.frombuffer(packed, np.uint8, size, place["at"]).reshape(place["w"], place["n"]).astype(np.int64)
        codes = sum(plane << (8 * k) for k, plane in enumerate(planes))
        values = np.where(codes % 2 == 1, (codes - 1) // 2, -(codes // 2))
        for _ in range(place["o"]):
            values = np.cumsum(values)
        return values

    chart = data["charts"][0]
    assert (chart["shown"], chart["step"], chart["decimals"]) == ("1h", 1, 2)
    gap, body, above, below = (column(chart["candles"][name]) for name in ["gap", "body", "above", "below"])
    close = np.cumsum(gap + body)
    np.testing.assert_allclose(close / 100, hourly.close, atol=1e-9)
    np.testing.assert_allclose((close - body) / 100, hourly.open, atol=1e-9)
    np.testing.assert_allclose((np.maximum(close, close - body) + above) / 100, hourly.high, atol=1e-9)
    np.testing.assert_allclose((np.minimum(close, close - body) - below) / 100, hourly.low, atol=1e-9)
    entries = column(data["trades"]["entry_price"])
    assert len(entries) == len(run.trades)


def test_a_click_on_a_trade_moves_the_chart(show, page_path):
    page = show(page_path)
    shot = lambda: page.locator(".chart.price").screenshot()  # noqa: E731
    before = shot()
    page.click(".trades tbody tr")
    page.wait_for_timeout(700)
    assert shot() != before


@pytest.mark.parametrize("chart", ["price", "equity"])
def test_the_axis_can_be_logarithmic(show, page_path, chart):
    page = show(page_path)

    def shot() -> bytes:
        page.wait_for_timeout(100)
        return page.locator(f".chart.{chart}").screenshot()

    toggle = page.locator(f".panel:has(.chart.{chart}) .switch", has_text="log scale")
    linear = shot()
    toggle.click()
    assert shot() != linear
    toggle.click()
    assert shot() == linear


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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_prints(show, page_path, tmp_path, theme):
    page = show(page_path, scheme=theme)
    on_screen = [chart.evaluate(PAINTED, "canvas") for chart in page.query_selector_all(".chart")]
    rows = page.locator(".trades tbody tr").count()
    total = int(page.inner_text(".pager span").split()[-1])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    charts = page.query_selector_all(".chart")
    for chart, painted in zip(charts, on_screen, strict=True):
        assert chart.query_selector(".paper").is_visible()
        assert chart.query_selector(":scope > :not(.paper)").is_hidden()
        on_paper = chart.evaluate(PAINTED, ".paper")
        assert on_paper["pixels"] > 0.7 * painted["pixels"]
        assert on_paper["light"] < 0.5, "dark ink, whatever is on the screen"
    assert rows < page.locator(".trades tbody tr").count() == total
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_timeout(100)
    assert page.query_selector(".paper") is None
    assert page.locator(".trades tbody tr").count() == rows
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    again = [chart.evaluate(PAINTED, "canvas") for chart in page.query_selector_all(".chart")]
    for before, after in zip(on_screen, again, strict=True):
        assert after["pixels"] == pytest.approx(before["pixels"], rel=0.2)


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

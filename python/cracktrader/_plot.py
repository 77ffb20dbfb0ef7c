"""Charts in a notebook."""

from __future__ import annotations


class Plot:
    """A page of charts that a notebook shows in a frame of its own; str() of it is the page.

    The frame may run the page's script and nothing else: it reaches neither the notebook nor the network.
    """

    __slots__ = ("_height", "_page")

    def __init__(self, page: str, height: int) -> None:
        self._page = page
        self._height = height

    def _repr_html_(self) -> str:
        import html

        return (
            f'<iframe srcdoc="{html.escape(self._page)}" sandbox="allow-scripts" title="CrackTrader charts" '
            f'style="width: 100%; height: {int(self._height)}px; border: 0"></iframe>'
        )

    def __str__(self) -> str:
        return self._page

    def __repr__(self) -> str:
        return f"<Plot of {len(self._page):,} bytes; a notebook shows it>"

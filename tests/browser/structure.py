"""What axe-core does not ask of a page: how it is built, what its charts say, and larger text."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

HERE: Final = Path(__file__).parent
_BUILT: Final = (HERE / "structure.js").read_text(encoding="utf-8")
_CUT: Final = (HERE / "cut_off.js").read_text(encoding="utf-8")

_CHART: Final = '[data-testid="stVegaLiteChart"]'
_MESSAGE: Final = re.compile(r"\d.* .* |.* .* .*\d")
"""More than a title: some words, and a figure among them."""

# The distances that WCAG 1.4.12 names; a sheet of the page's own is under no policy.
_SPACE: Final = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
_UNSPACE: Final = "() => { document.adoptedStyleSheets.pop(); }"
_FOLLOWS: Final = "(size) => getComputedStyle(document.documentElement).fontSize === size"

USUAL, LARGE = 16, 32
"""Pixels: the size of text that a browser begins with, and 200 % of it."""


def built_wrong(page: Page) -> list[str]:
    """Headings, landmarks, charts and the title that are not as they should be, each in a few words."""
    found: list[str] = page.evaluate(_BUILT)
    return found + _charts_unheard(page)


def cut_off(page: Page) -> list[str]:
    """Text that is cut off when it is spaced out (WCAG 1.4.12) and twice as large (1.4.4), both at once."""
    with _spaced_out(page), _large(page):
        return [f"large and spaced: {one}" for one in page.evaluate(_CUT)]


@contextmanager
def _spaced_out(page: Page) -> Iterator[None]:
    page.evaluate(_SPACE)
    yield
    page.evaluate(_UNSPACE)


@contextmanager
def _large(page: Page) -> Iterator[None]:
    """The size that a person sets in the browser; the page follows in a moment, or never if it is fixed."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": LARGE, "fixed": LARGE}})
    page.wait_for_function(_FOLLOWS, arg=f"{LARGE}px", polling=50)
    yield
    session.send("Page.setFontSizes", {"fontSizes": {"standard": USUAL, "fixed": USUAL}})
    session.detach()


def _charts_unheard(page: Page) -> list[str]:
    """Charts of which the browser tells a screen reader nothing, or no more than a title."""
    shown = page.locator(_CHART).filter(visible=True).count()
    if not shown:
        return []
    session = page.context.new_cdp_session(page)
    whole = session.send("DOM.getDocument")["root"]["nodeId"]
    asked = {"nodeId": whole, "role": "graphics-document"}
    nodes: list[dict[str, Any]] = session.send("Accessibility.queryAXTree", asked)["nodes"]
    session.detach()
    heard = [node["name"]["value"] for node in nodes if not node["ignored"]]
    missing = [f"{shown} charts, {len(heard)} heard"] if len(heard) != shown else []
    return missing + [f"a chart says no more than: {one}" for one in heard if not _MESSAGE.search(one)]

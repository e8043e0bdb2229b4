"""What axe-core finds on a page against the A and AA rules of WCAG 2.1, in every way to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from axe_playwright_python.sync_playwright import Axe

from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")

DESKTOP: Final = (1280, 6_000)
PHONE: Final = (390, 14_000)
ZOOMED: Final = (320, 16_000)
"""A window of 1280 at 400 %, as WCAG 1.4.10 has it. All are so high that axe sees the whole page at once."""

PARTS: Final = 3
"""So many folded parts of a page are unfolded; the others are alike."""

Scheme = Literal["light", "dark"]

LOOKS: Final[tuple[tuple[Scheme, tuple[int, int]], ...]] = (
    ("light", DESKTOP),
    ("dark", PHONE),
    ("light", ZOOMED),
)
"""Each theme and each width, and no more: every look takes seconds on every page."""

_CLOSED: Final = '[data-testid="stMain"] details:not([open]) > summary'
_MAIN: Final = '[data-testid="stMain"]'

OPENS: Final = (
    ('[data-testid="stPopoverButton"]', 10),
    (f'{_MAIN} [data-testid="stSelectbox"] input', 1),
    (f'{_MAIN} [data-testid="stMultiSelect"] input', 1),
    (f'{_MAIN} [data-testid="stDateInputField"]', 1),
)
"""What a form, a list or a calendar opens from, and how many of a page are opened."""

_AXE: Final = Axe()

# What is wider than the window and is not in a frame of its own that scrolls.
_TOO_WIDE: Final = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return [document.documentElement, main].some(one => one.scrollWidth > one.clientWidth + 1);
}"""


def broken_rules(page: Page) -> list[str]:
    """The rules that the page breaks as it is now, each with the places."""
    options = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations"]}
    found: list[dict[str, Any]] = _AXE.run(page, options=options).response["violations"]
    return [f"{rule['id']}: {place['html'][:300]}" for rule in found for place in rule["nodes"]]


def broken_in_all_looks(page: Page) -> list[str]:
    """In light and dark, on a desktop and a phone, and at 400 %; nothing may reach beyond the window."""
    broken = []
    for scheme, (width, height) in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        broken += [f"{scheme} {width}: {one}" for one in broken_rules(page)]
        if page.evaluate(_TOO_WIDE):
            broken.append(f"{scheme} {width}: wider than the window")
    return broken


def broken_when_unfolded(page: Page) -> list[str]:
    """With parts unfolded, in dark, where Streamlit's own colours are fainter."""
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": DESKTOP[0], "height": 800})
    settle(page)
    for closed in page.locator(_CLOSED).element_handles()[:PARTS]:
        closed.click()
        settle(page)
    return [f"unfolded: {one}" for one in broken_rules(page)]


def broken_when_open(page: Page) -> list[str]:
    """The same, then with each menu, form and list of choices open, one after the other."""
    broken = broken_when_unfolded(page)
    for name in _open_each(page):
        broken += [f"{name} open: {one}" for one in broken_rules(page)]
    return broken


def _open_each(page: Page) -> Iterator[str]:
    for selector, most in OPENS:
        for place in range(min(most, page.locator(selector).count())):
            button = page.locator(selector).nth(place)
            if button.is_visible() and button.is_enabled():
                button.click()
                settle(page)
                yield f"{selector} {place}"
                page.keyboard.press("Escape")
                page.keyboard.press("Escape")
                settle(page)

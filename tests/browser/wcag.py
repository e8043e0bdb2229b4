"""What axe-core finds on a page against the A and AA rules of WCAG 2.1, and what we ask beside them.

The contrast of colours takes axe nine tenths of its time: each page is gone through once in dark and once
in light, on a phone by all other rules, and what opens above it is gone through alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from axe_playwright_python.sync_playwright import Axe

from tests.browser.structure import built_wrong, cut_off
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import ElementHandle, Page, ViewportSize

RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")

LEFT_OUT: Final = ("presentation-role-conflict",)
"""No rule of WCAG: the place where Streamlit lets files be dropped has a name, but nothing that it is.
The button in it has both."""

CONTRAST: Final = "color-contrast"

DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 6_000}
ZOOMED: Final[ViewportSize] = {"width": 320, "height": 16_000}
"""A window of 1280 at 400 %, as WCAG 1.4.10 has it. Both are so high that axe sees the whole page at once."""

WINDOW: Final[ViewportSize] = {"width": 1280, "height": 800}
"""An ordinary one, for what can be measured below its edge: text of double size in the high one now and then
makes Chromium's page crash."""

PHONE: Final[ViewportSize] = {"width": 390, "height": 844}

Scheme = Literal["light", "dark"]

PARTS: Final = 3
"""So many folded parts of a page are unfolded; the others are alike."""

_MAIN: Final = '[data-testid="stMain"]'
_CLOSED: Final = f"{_MAIN} details:not([open]) > summary"

OPENS: Final = (
    ('[data-testid="stPopoverButton"]', 10),
    (f'{_MAIN} [data-testid="stSelectbox"] input', 1),
    (f'{_MAIN} [data-testid="stMultiSelect"] input', 1),
    (f'{_MAIN} [data-testid="stDateInputField"]', 1),
)
"""What a form, a list or a calendar opens from, and how many of a page are opened."""

ABOVE: Final = "body > :not(#root)"
"""Where Streamlit puts what opens above the page."""

_CLOSED_AGAIN: Final = """() => !document.querySelector("#root[aria-hidden], #stFloatingOverlayPortal > *")"""

_AXE: Final = Axe().axe_script
_READY: Final = "() => 'axe' in globalThis"
_LIGHT: Final = """() =>
  getComputedStyle(document.querySelector(".stApp")).backgroundColor === "rgb(255, 255, 255)\""""
_RUN: Final = "([place, options]) => axe.run(place, options).then((found) => found.violations)"

# What is wider than the window and is not in a frame of its own that scrolls.
_TOO_WIDE: Final = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const main = document.querySelector('[data-testid="stMain"]');
  return [document.documentElement, main].some(one => one.scrollWidth > one.clientWidth + 1);
}"""


def broken_rules(page: Page) -> list[str]:
    """The rules that the page breaks as it is now, each with where; good practice among them."""
    return _run(page, "html", rules=(*RULES, "best-practice"))


def on_a_dark_desktop(page: Page) -> None:
    """Looks first in the way that finds most, before the page goes anywhere: Streamlit's colours are fainter.

    Without motion, as people may ask for it: nothing has to be waited for until it has unfolded.
    """
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.set_viewport_size(DESKTOP)


def broken_on_a_desktop(page: Page) -> list[str]:
    """With parts unfolded: axe's rules and ours."""
    closed = page.locator(_CLOSED).element_handles()[:PARTS]
    for one in closed:
        one.click()
    if closed:
        settle(page)
    broken = [*broken_rules(page), *built_wrong(page), *_too_wide(page)]
    return [f"dark, desktop: {one}" for one in broken]


def broken_when_open(page: Page) -> list[str]:
    """Each menu, form and list that opens above the page, without the page, one after the other."""
    return [f"{name} open: {one}" for name in _open_each(page) for one in _run(page, ABOVE, rules=RULES)]


def broken_when_larger(page: Page) -> list[str]:
    """Larger text on the desktop, then all at 400 % in light, then on a phone, whose colours are the same."""
    page.set_viewport_size(WINDOW)
    broken = cut_off(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(ZOOMED)
    page.wait_for_function(_LIGHT)
    settle(page)
    broken += [f"light, zoomed: {one}" for one in broken_rules(page) + _too_wide(page)]
    page.set_viewport_size(PHONE)
    on_a_phone = _too_wide(page) + _run(page, "html", rules=RULES, without=(CONTRAST,))
    return broken + [f"phone: {one}" for one in on_a_phone]


def _run(page: Page, place: str, *, rules: Sequence[str], without: Sequence[str] = ()) -> list[str]:
    if not page.evaluate(_READY):
        page.evaluate(_AXE)
    left_out = {one: {"enabled": False} for one in (*LEFT_OUT, *without)}
    options = {"runOnly": list(rules), "rules": left_out, "resultTypes": ["violations"]}
    found: list[dict[str, Any]] = page.evaluate(_RUN, [place, options])
    return [f"{rule['id']}: {where['html'][:300]}" for rule in found for where in rule["nodes"]]


def _too_wide(page: Page) -> list[str]:
    return ["wider than the window"] if page.evaluate(_TOO_WIDE) else []


def _open_each(page: Page) -> Iterator[str]:
    for selector, most in OPENS:
        for name, button in list(_named(page, selector).items())[:most]:
            button.click()
            settle(page)
            yield name
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")
            page.wait_for_function(_CLOSED_AGAIN)


def _named(page: Page, selector: str) -> dict[str, ElementHandle]:
    """One of each name, for those of the same name open the same."""
    found = page.locator(selector).filter(visible=True).element_handles()
    return {f"{selector} {one.inner_text()}": one for one in reversed(found) if one.is_enabled()}

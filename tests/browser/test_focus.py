"""By keyboard: whatever has the focus is seen to have it, nothing lies over it, and it goes down the page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tools.browser import settle
from tools.screenshots import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.browser.wcag import Scheme

STOPS = 35
AROUND = 8  # pixels: a focus is drawn outside of what has it
UP = 60  # pixels: what stands in one row may begin higher than what is before it

# Where the focus is: on the window, and down the page, whose canvas tables have a focus of their own.
FOCUS = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const main = one.closest('[data-testid="stMain"]');
  return one === document.body ? null : {
    name: one.innerText || one.ariaLabel || one.tagName, down: main ? box.y + main.scrollTop : null,
    box: one.tagName === "CANVAS" || one.role === "gridcell" ? null : [box.x, box.y, box.width, box.height]};
}"""
DRAWN = """async () => {
  const picture = () => new Promise(done => requestAnimationFrame(done));
  await picture();
  await Promise.allSettled(document.getAnimations()
    .filter(one => one.effect.getComputedTiming().endTime < 2000).map(one => one.finished));
  await picture();
}"""
SHOTS = {shot.name: shot for shot in PAGES}


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("assess", "light"),
        ("views", "light"),
        ("scorecard", "dark"),
        ("plan", "light"),
        ("compare_heat", "light"),
    ],
)
def test_the_focus_is_seen_and_goes_down_the_page(
    visit: Callable[[str], Page], page: Page, name: str, scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visit(SHOTS[name].path)
    SHOTS[name].steps(page)
    found = list(stops(page))
    assert len(found) > 4, "The Tab key leads to something"
    assert [one["name"] for one in found if not one["seen"]] == []
    downs = [(one["down"], one["name"]) for one in found if one["down"] is not None]
    back = [after[1] for before, after in pairwise(downs) if after[0] < before[0] - UP]
    assert back == []


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Where the Tab key leads, and whether the picture differs with the focus there."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        settle_focus(page)
        stop: dict[str, Any] | None = page.evaluate(FOCUS)
        if stop is None:
            return
        yield stop | {"seen": stop["box"] is None or is_seen(page, stop["box"])}


def is_seen(page: Page, box: list[float]) -> bool:
    """Whether the picture changes when the focus is taken away."""
    size = page.viewport_size or {"width": 0, "height": 0}
    left, top = (max(0.0, at - AROUND) for at in box[:2])
    right = min(size["width"], box[0] + box[2] + AROUND)
    bottom = min(size["height"], box[1] + box[3] + AROUND)
    if right <= left or bottom <= top:
        return False
    place: Any = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    with_focus = page.screenshot(clip=place)
    one = page.evaluate_handle("document.activeElement")
    one.evaluate("one => one.blur()")
    settle_focus(page)
    without = page.screenshot(clip=place)
    one.evaluate("one => one.focus({preventScroll: true})")
    return with_focus != without


def settle_focus(page: Page) -> None:
    """Two pictures of the screen later, and when what fades in is there, what the focus changes is drawn."""
    page.evaluate(DRAWN)


def test_a_focus_without_a_sign_is_found(visit: Callable[[str], Page], page: Page) -> None:
    visit("/assess?lang=nb")
    settle(page)
    page.evaluate(
        "document.adoptedStyleSheets.push(Object.assign(new CSSStyleSheet(), {disabled: false}));"
        "document.adoptedStyleSheets.at(-1).replaceSync("
        "'* { outline: none !important; box-shadow: none !important; transition: none !important;"
        " border-color: red !important; background: white !important; color: black !important }')"
    )
    assert not all(one["seen"] for one in stops(page))

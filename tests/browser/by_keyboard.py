"""A person without a mouse: the Tab key leads to everything, and wherever it leads one sees where one is."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLateError

from tools.browser import settle

STOPS: Final = 90
"""No page has more of them on the way to anything."""

# Whether what has the focus, or the box of its field, has our line around it, and nothing lies over it. That
# is cheap enough for every arrival and changes nothing; `test_focus.py` compares pictures, for which it takes
# the focus away, and that would close lists and layers.
SEEN: Final = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const clear = (one.closest("label") ?? one).contains(top) || top?.contains(one);
  for (let around = one, up = 0; around && up < 7; around = around.parentElement, up += 1) {
    const style = getComputedStyle(around);
    if (style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2) return clear;
  }
  return false;
}"""
ARRIVED: Final = """wanted => {
  const one = document.activeElement;
  const name = one.ariaLabel || one.innerText?.trim() || one.tagName;
  return [wanted.some(each => each.contains(one)), one === document.body ? "(nothing)" : name.slice(0, 40)];
}"""
MARKED: Final = """one => document.getElementById(one.getAttribute("aria-activedescendant"))?.innerText"""


def button(page: Page, name: str) -> Locator:
    """The buttons of that name."""
    return page.get_by_role("button", name=name, exact=True)


def tab_to(page: Page, wanted: Locator, *, key: str = "Tab") -> None:
    """Presses the Tab key until something wanted, or a part of it, has the focus, and looks at it there."""
    passed = []
    for _ in range(STOPS):
        page.keyboard.press(key)
        arrived, name = wanted.evaluate_all(ARRIVED)
        if arrived:
            see_focus(page)
            return
        passed.append(name)
    pytest.fail(f"The Tab key does not lead to {wanted}, but to {passed}")


def see_focus(page: Page) -> None:
    """Fails where one cannot see what has the focus; what fades in may take its time."""
    try:
        page.wait_for_function(SEEN, timeout=3_000)
    except TooLateError:
        pytest.fail(f"No focus is seen on {page.evaluate('() => document.activeElement.outerHTML')[:300]}")


def hold_focus(page: Page) -> None:
    """Fails where the page has lost the focus once it is drawn: the Tab key would begin anew."""
    settle(page)
    try:
        page.wait_for_function("() => document.activeElement !== document.body", timeout=3_000)
    except TooLateError:
        pytest.fail("The focus is lost")


def press(page: Page, wanted: Locator, *, then: Locator, key: str = "Enter") -> None:
    """Goes down to something and presses it until something else is there; the focus is not lost by it."""
    tab_to(page, wanted)
    page.keyboard.press(key)
    expect(then).to_be_visible()
    hold_focus(page)


def go_up(page: Page, wanted: Locator, *, then: Locator) -> None:
    """The same with what stands further up on the page, or in the menu."""
    tab_to(page, wanted, key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(then).to_be_visible()
    hold_focus(page)


def choose(page: Page, field: Locator, option: str) -> None:
    """Chooses from a list: an arrow opens it, arrows go through it, and the focus stays on its field."""
    tab_to(page, field)
    own = page.locator(":focus")
    page.keyboard.press("ArrowDown")
    expect(own).to_have_attribute("aria-expanded", "true")
    for _ in range(STOPS):
        if own.evaluate(MARKED) == option:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(own).to_have_value(option)
    hold_focus(page)
    expect(field.and_(own)).to_be_focused()


def mark(page: Page, group: Locator, option: str) -> None:
    """Chooses one of several that stand side by side: arrows go along them."""
    tab_to(page, group)
    wanted = group.get_by_role("radio", name=option, exact=True)
    for _ in range(STOPS):
        if wanted.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("ArrowRight")
    see_focus(page)
    page.keyboard.press("Space")
    expect(wanted).to_have_attribute("aria-checked", "true")
    hold_focus(page)


def look_into(page: Page, opener: Locator, inside: Locator) -> None:
    """Opens a layer and closes it again, after which the focus is on what opened it."""
    tab_to(page, opener)
    page.keyboard.press("Enter")
    expect(inside).to_be_visible()
    page.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(opener).to_be_focused()
    see_focus(page)


def download(page: Page, wanted: Locator) -> bytes:
    """Takes a file along, and is still on its button."""
    tab_to(page, wanted)
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    expect(wanted).to_be_focused()
    return taken.value.path().read_bytes()

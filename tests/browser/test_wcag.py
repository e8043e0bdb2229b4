"""No page breaks a rule of WCAG 2.1 A or AA that axe-core can see: empty, filled and open, in every look.

Nor does any break the page's own policy, or say an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.wcag import broken_in_all_looks, broken_rules, broken_when_open
from tools.browser import settle
from tools.screenshots import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tools.screenshots import Shot


@pytest.mark.parametrize("shot", PAGES, ids=lambda shot: shot.name)
def test_no_page_breaks_a_rule(lawful: Page, shot: Shot) -> None:
    lawful.goto(shot.path)
    settle(lawful)
    shot.steps(lawful)
    assert broken_when_open(lawful) + broken_in_all_looks(lawful) == []


def test_axe_sees_what_is_broken(visit: Callable[[str], Page]) -> None:
    page = visit("/?lang=nb")
    page.evaluate("document.querySelector('[data-testid=\"stMain\"] h1').innerHTML += '<img src=\"a.png\">'")
    page.evaluate("document.querySelector('[data-testid=\"stMain\"] h1').style.color = '#ccc'")
    assert {one.partition(":")[0] for one in broken_rules(page)} == {"image-alt", "color-contrast"}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_says_the_language_that_it_shows(visit: Callable[[str], Page], language: str) -> None:
    page = visit(f"/scorecard?lang={language}")
    assert page.evaluate("document.documentElement.lang") == language
    settle(page)

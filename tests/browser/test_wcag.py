"""No page breaks a rule of WCAG 2.1 A or AA that axe-core can see: empty, filled and open, in every look.

Nor does any break the page's own policy, or say an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.wcag import broken_in_all_looks, broken_rules, broken_when_open, broken_when_unfolded
from tools.browser import settle
from tools.screenshots import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tools.screenshots import Shot

EMPTY_FIRST = sorted(PAGES, key=lambda shot: not shot.name.endswith("_empty"))
OPENED = ("start", "assess", "short", "views", "scorecard", "try_out", "plan", "history", "compare", "files")
"""Pages on which each kind of menu is opened; the others have the same ones."""


@pytest.fixture(scope="module")
def app_url(fresh_app: str) -> str:
    """A store of one's own: the empty pages are to be empty."""
    return fresh_app


@pytest.mark.parametrize("shot", EMPTY_FIRST, ids=lambda shot: shot.name)
def test_no_page_breaks_a_rule(lawful: Page, shot: Shot) -> None:
    lawful.goto(shot.path)
    settle(lawful)
    shot.steps(lawful)
    opened = broken_when_open(lawful) if shot.name in OPENED else broken_when_unfolded(lawful)
    assert opened + broken_in_all_looks(lawful) == []


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

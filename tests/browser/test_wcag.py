"""No page breaks a rule of WCAG 2.1 A or AA that axe-core can see: empty, filled and open, in every look.

Nor does any break our own rules of headings, landmarks, charts and large text, or its own policy, or say an
error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from i18n import Translator
from tests.browser.structure import built_wrong, cut_off
from tests.browser.wcag import (
    broken_on_a_desktop,
    broken_rules,
    broken_when_larger,
    broken_when_open,
    on_a_dark_desktop,
)
from tools.browser import settle
from tools.screenshots import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from i18n import Language
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
    on_a_dark_desktop(lawful)
    lawful.goto(shot.path)
    settle(lawful)
    shot.steps(lawful)
    broken = broken_on_a_desktop(lawful)
    if shot.name in OPENED:
        broken += broken_when_open(lawful)
    assert broken + broken_when_larger(lawful) == []


BREAK: Final = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  main.querySelector("h2").outerHTML = "<h4>Et hopp</h4>";
  main.querySelector("table").remove();
  main.querySelector('[data-testid="stVegaLiteChart"]').setAttribute("aria-label", "Figur 1");
  const look = "flex: none; width: 2rem; overflow: hidden; white-space: nowrap";
  main.insertAdjacentHTML("beforeend", `<p style="${look}">Avkuttet</p>`);
}"""


def test_the_rules_see_what_is_broken(visit: Callable[[str], Page]) -> None:
    page = visit("/nation?lang=nb&figure=16")
    page.evaluate("document.querySelector('[data-testid=\"stMain\"] h1').innerHTML += '<img src=\"a.png\">'")
    page.evaluate("document.querySelector('[data-testid=\"stMain\"] h1').style.color = '#ccc'")
    assert {one.partition(":")[0] for one in broken_rules(page)} == {"image-alt", "color-contrast"}
    page.evaluate(BREAK)
    assert built_wrong(page) == [
        "from heading 1 to 4: Et hopp",
        "a chart without a table: Figur 1",
        "a chart says no more than: Figur 1",
    ]
    assert cut_off(page) == ["large and spaced: cut off: Avkuttet"]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_says_the_language_that_it_shows(visit: Callable[[str], Page], language: Language) -> None:
    page, t = visit(f"/scorecard?lang={language}"), Translator(language)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.title() == t("app.page_title", page=t("app.scorecard"))

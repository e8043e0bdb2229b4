"""Streamlit's own words, which it has in English only: translated on the page, and what is left by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from i18n import Translator
from tests.running import CONTACT, SAVED, answer
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

EVERYTHING: Final = """() => {
  const names = ["aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-valuetext"];
  const said = [];
  const heard = (element) => !element.closest("[aria-hidden='true'],script,style,noscript");
  for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join(",")))
    if (heard(element)) for (const name of names) said.push(element.getAttribute(name) ?? "");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement && heard(walker.currentNode.parentElement))
      said.push(walker.currentNode.nodeValue);
  }
  return said.map((one) => one.trim()).filter(Boolean);
}"""

ENGLISH: Final = re.compile(
    r"\b(?:the|and|of|file|files|page|pages|options?|available|icon|clear|select(?:ed)?|choose|press|apply|remove"
    r"|search|download|show|hide|close|dismiss|upload|drag|results?|navigate|main|content|home|date|help|entry"
    r"|fullscreen|copy|value|visualization|group|container|increment|decrement|logo|calendar|previous|next"
    r"|January|February|March|May|June|July|October|December|Monday|Sunday)\b",
    re.IGNORECASE,
)

LEFT: Final = {
    "Logo",  # the alternative text of the picture in the link to the start page, whose own name is translated
}
"""What is left on a page in bokmål, only ever fewer. Figures and names of months count as one."""

MONTH: Final = re.compile(r"\d{4}(?: selected)?$|^\d+ – |^\w+$")
"""Days and months in the calendar are in the browser's own language, whatever the page's."""

PAGES: Final = (
    "/assess?lang=nb",
    "/assess?lang=nb&section=economy",
    "/assess?lang=nb&section=ladder",
    "/scorecard?lang=nb&example=Modellsund offentlige servicekontor",
    "/compare?lang=nb&from=examples",
    "/views?lang=nb",
    "/nation?lang=nb",
)
OPENED: Final = (
    ('[data-testid="stExpander"] summary', 4),
    ('[data-testid="stPopover"] button', 3),
    ('[data-testid="stSelectbox"] input', 2),
    ('[data-testid="stMultiSelect"] input', 1),
    ('[data-testid="stTextInput"] input', 2),
    ('[data-testid="stNumberInput"] input', 1),
)


def said_on(page: Page) -> set[str]:
    """Everything that a page says, seen or heard, with what opens on it opened and something written."""
    said = set(page.evaluate(EVERYTHING))
    for what, at_most in OPENED:
        for one in page.locator(what).filter(visible=True).all()[:at_most]:
            one.click()
            if what.endswith("input"):
                page.keyboard.type("7q")
            settle(page)
            said |= set(page.evaluate(EVERYTHING))
            if what.endswith("input"):
                page.keyboard.press("Backspace")
                page.keyboard.press("Backspace")
            if not what.endswith("summary"):
                page.keyboard.press("Escape")
    for frame in page.locator('[data-testid="stDataFrame"]').all()[:1]:
        frame.hover()
        said |= set(page.evaluate(EVERYTHING))
    return said


def test_what_is_left_in_english_is_named(visit: Callable[[str], Page]) -> None:
    left = {one for path in PAGES for one in said_on(visit(path)) if ENGLISH.search(one)}
    assert sorted(left - LEFT) == []
    assert LEFT - left == set()  # the list only shrinks


def test_the_calendar_has_its_words_too(visit: Callable[[str], Page]) -> None:
    page = visit("/assess?lang=nb&section=contact")
    answer(page, CONTACT, "Ja").click()
    expect(page.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()
    [assessment] = parse_qs(urlsplit(page.url).query)["a"]
    page = visit(f"/history?lang=nb&a={assessment}")
    page.get_by_role("button", name="Mer", exact=True).click()
    page.get_by_test_id("stDateInput").get_by_role("button").first.click()
    expect(page.get_by_role("button", name="Neste måned")).to_be_visible()
    left = {one for one in page.evaluate(EVERYTHING) if ENGLISH.search(one)}
    assert sorted(one for one in left - LEFT if not MONTH.search(one)) == []


def test_the_words_follow_the_language(visit: Callable[[str], Page]) -> None:
    page = visit("/views?lang=nb")
    upload = page.get_by_test_id("stFileUploader")
    for language in ("nb", "nn", "en", "nb"):
        page.get_by_role("radio", name=Translator("nb")(f"app.language_{language}"), exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        t = Translator(language)
        expect(upload.get_by_text(t("widgets.upload"), exact=True)).to_be_visible()
        expect(upload).to_contain_text(t("widgets.size", megabytes=1))
        expect(page.get_by_test_id("stSkipToContent")).to_have_text(t("widgets.skip"))


def test_what_a_person_wrote_is_left_alone(visit: Callable[[str], Page]) -> None:
    page = visit("/views?lang=nb")
    script = """async () => {
      const name = document.createElement("p");
      name.textContent = "Upload";
      document.querySelector('[data-testid="stMain"]').append(name);
      await new Promise(requestAnimationFrame);
      return name.textContent;
    }"""
    assert page.evaluate(script) == "Upload"

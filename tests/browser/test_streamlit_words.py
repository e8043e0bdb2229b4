"""Streamlit's own words, which it has in English only: translated on the page, and what is left by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit
from playwright.sync_api import FilePayload, expect

from i18n import LANGUAGES, Translator
from tests.running import CONTACT, SAVED, answer
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

STREAMLIT: Final = Path(streamlit.__file__).parent

T: Final = Translator("nb")
LIST: Final = "stMultiSelectDropdown"

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
    r"|add|with|are|not|only|submit|must|larger|smaller|number|range|please|allowed|error|empty|day|month|year"
    r"|table|rows?|columns?|pin|unpin|ascending|descending|statistics|values|average|maximum|running|connect\w*"
    r"|January|February|March|May|June|July|October|December|\w+day)\b",
    re.IGNORECASE,
)

LEFT: Final = {
    "Logo",  # the alternative text of the picture in the link to the start page, whose own name is translated
}
"""What is left on a page in bokmål, only ever fewer."""

UNSEEN: Final = {
    "Connection error": ("stDialog", T("widgets.lost")),
    "Streamlit server is not responding. {Are}": ("stDialog", T("widgets.lost_text")),
    "This app has encountered an error. {The}": ("stException", T("widgets.broken")),
    "Connecting to Streamlit server": ("stTooltipContent", T("widgets.connecting")),
    "Unable to connect to Streamlit server": ("stTooltipContent", T("widgets.lost")),
    "Running...": ("stStatusWidget", T("widgets.running")),
    "Stopping...": ("stStatusWidget", T("widgets.stop")),
    "You can only select up to {20} {options}. Remove an option first.": (LIST, T("widgets.most", count=20)),
    "Only one file is allowed.": ("stFileUploader", T("widgets.one_file")),
    "Cancel upload of {a.csv}": ("stFileUploader", T("widgets.cancel", what="a.csv")),
    "Please select a date on or after {1.2.2026}.": ("stDateInput", T("widgets.from", date="1.2.2026")),
    "Scientific": ("stDataFrameColumnFormattingMenu", T("widgets.scientific")),
    "75th percentile": ("stDataFrameStatisticsMenu", T("widgets.three_quarters")),
}
"""What takes a broken network or many clicks to see: where it would stand, and our text for it."""

LEFT_UNSEEN: Final = {
    "Network Error",  # what the browser says of an upload that the network breaks off
    "streamlit run yourscript.py",  # a command, in the box about a lost server of one's own computer
}  # what of the same is left in English, only ever fewer

MONDAY: Final = {"nb": "mandag ", "nn": "måndag ", "en": "Monday, "}

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


def said_of_files(page: Page) -> set[str]:
    """What the uploader says to a file that is too large, and to one of a kind that it does not take."""
    kinds = (("large.json", "application/json", b" " * 2_000_000), ("picture.png", "image/png", b" "))
    files = [FilePayload(name=name, mimeType=kind, buffer=text) for name, kind, text in kinds]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(files)
    expect(page.get_by_test_id("stFileUploader")).to_contain_text(T("widgets.too_large", size="1 MB"))
    return set(page.evaluate(EVERYTHING))


def said_of_a_table(page: Page) -> set[str]:
    """What a table says to a search, and in the menu of its first column with the figures of it."""
    table = page.get_by_test_id("stDataFrame").first
    table.hover()
    page.get_by_test_id("stElementToolbar").get_by_role("button", name=T("widgets.search")).first.click()
    said = set(page.evaluate(EVERYTHING))
    page.keyboard.type("sund")
    expect(table.get_by_text(T("widgets.found", count=4))).to_be_visible()
    page.keyboard.press("Escape")
    _open_first_column(page, table)
    page.get_by_role("menuitem", name=T("widgets.statistics")).hover()
    expect(page.get_by_text(T("widgets.distinct"), exact=True)).to_be_visible()
    return said | set(page.evaluate(EVERYTHING))


def _open_first_column(page: Page, table: Locator) -> None:
    """Clicks along the heading, which is drawn as a picture, until it meets the three dots."""
    box = table.locator("canvas").first.bounding_box()
    assert box is not None
    for right in range(120, 420, 8):
        page.mouse.move(box["x"] + right, box["y"] + 15)
        page.mouse.click(box["x"] + right, box["y"] + 15)
        if page.get_by_test_id("stDataFrameColumnMenu").count():
            return


def english(said: set[str]) -> set[str]:
    return {one for one in said if ENGLISH.search(one)}


def test_what_is_left_in_english_is_named(visit: Callable[[str], Page]) -> None:
    left = {one for path in PAGES for one in english(said_on(visit(path)))}
    left |= english(said_of_files(visit("/views?lang=nb")))
    left |= english(said_of_a_table(visit("/compare?lang=nb&from=examples")))
    assert sorted(left - LEFT) == []
    assert LEFT - left == set()  # the list only shrinks


@pytest.fixture
def german(browser: Browser, app_url: str) -> Iterator[Page]:
    """The page of a person whose browser speaks none of our languages."""
    context = browser.new_context(base_url=app_url, locale="de-DE")
    yield context.new_page()
    context.close()


def test_the_calendar_speaks_the_language_of_the_page(german: Page) -> None:
    german.goto("/assess?lang=nb&section=contact")
    settle(german)
    answer(german, CONTACT, "Ja").click()
    expect(german.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()
    [assessment] = parse_qs(urlsplit(german.url).query)["a"]
    for language in LANGUAGES:
        said = said_of_a_date(german, f"/history?lang={language}&a={assessment}", Translator(language))
        assert any(one.startswith(MONDAY[language]) for one in said)
        assert language == "en" or sorted(english(said) - LEFT) == []


def said_of_a_date(page: Page, path: str, t: Translator) -> set[str]:
    """What an assessment's form says: of its title, of a date too far ahead, and in the open calendar."""
    page.goto(path)
    settle(page)
    page.get_by_role("button", name=t("history.more"), exact=True).click()
    page.get_by_role("textbox", name=t("history.title_field")).press("a")
    expect(page.get_by_text(t("widgets.submit"), exact=True)).to_be_visible()
    date = page.get_by_test_id("stDateInput")
    date.get_by_role("spinbutton").first.click()
    page.keyboard.type("01012050")
    expect(date.get_by_role("alert")).to_contain_text(t("widgets.error"))
    expect(page.get_by_role("button", name=t("widgets.later"))).to_be_visible()
    return set(page.evaluate(EVERYTHING))


def test_the_words_follow_the_language(visit: Callable[[str], Page]) -> None:
    page = visit("/views?lang=nb")
    upload = page.get_by_test_id("stFileUploader")
    for language in (*LANGUAGES, "nb"):
        page.get_by_role("radio", name=Translator("nb")(f"app.language_{language}"), exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        t = Translator(language)
        expect(upload.get_by_text(t("widgets.upload"), exact=True)).to_be_visible()
        expect(upload).to_contain_text(t("widgets.size", megabytes=1))
        expect(page.get_by_test_id("stSkipToContent")).to_have_text(t("widgets.skip"))
        assert page.locator('[role="radio"] [lang]').evaluate_all("all => all.map(one => one.lang)") == [
            *LANGUAGES
        ]


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


def test_an_address_that_leads_nowhere_says_so(visit: Callable[[str], Page]) -> None:
    page = visit("/nowhere?lang=nb")
    expect(page.get_by_role("dialog")).to_contain_text(T("widgets.page_missing"))
    assert sorted(english(set(page.evaluate(EVERYTHING))) - LEFT) == []
    script = """(unseen) => Promise.all(unseen.map(async ([place, english]) => {
      const here = document.createElement("div");
      here.dataset.testid = place;
      here.setAttribute("aria-label", english);
      document.body.append(here);
      await new Promise(requestAnimationFrame);
      return here.getAttribute("aria-label");
    }))"""
    unseen = [(place, re.sub("[{}]", "", english)) for english, (place, _) in UNSEEN.items()]
    assert page.evaluate(script, unseen) == [ours for _, ours in UNSEEN.values()]


def test_streamlit_still_says_what_is_seldom_seen() -> None:
    paths = [*STREAMLIT.glob("static/static/js/*.js"), STREAMLIT / "elements" / "exception.py"]
    scripts = "".join(path.read_text(encoding="utf-8") for path in paths)
    pieces = [piece for english in (*UNSEEN, *LEFT_UNSEEN) for piece in re.split(r"\{.*?\}", english)]
    assert [piece for piece in pieces if piece not in scripts] == []

"""The whole way through the app in a real browser: what AppTest cannot see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from i18n import LANGUAGES, Language, Translator
from tests.browser.by_keyboard import tab_to
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    Visit = Callable[[str], Page]

TALL = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def answers(page: Page, question: str) -> Locator:
    return page.get_by_role("radiogroup", name=question, exact=True)


def press(page: Page, name: str) -> None:
    page.get_by_test_id("stMain").get_by_role("button", name=name).first.click()


def chosen(group: Locator) -> Locator:
    return group.locator('[aria-checked="true"]')


def test_from_the_start_to_a_scorecard(visit: Visit) -> None:
    page = visit("/?lang=nb")
    press(page, "Gå rett til hele skjemaet")
    expect(heading(page)).to_have_text("Vurder kontoret")
    page.get_by_label("Navnet på kontoret").fill("Sørnes servicetorg")
    press(page, "4. Én kontaktperson")
    expect(heading(page)).to_have_text("4. Én kontaktperson")
    group = answers(page, "Får hver bruker én fast person å forholde seg til helt til saken er avgjort?")
    group.get_by_role("radio", name="Ja").click()
    expect(page.get_by_text("1 av 10 kriterier er vurdert")).to_be_visible()
    page.get_by_role("link", name="Resultat", exact=True).click()
    expect(heading(page)).to_contain_text("Sørnes servicetorg")


def test_the_language_is_kept_in_the_address_on_every_page(visit: Visit) -> None:
    page = visit("/?lang=en")
    for name, title in (("Assess", "Assess the office"), ("Start", "How good is the service office?")):
        page.get_by_role("link", name=name, exact=True).click()
        expect(heading(page)).to_have_text(title)
        assert "lang=en" in page.url
    page.get_by_role("radio", name="Nynorsk").click()
    expect(heading(page)).to_have_text("Kor godt er servicekontoret?")
    page.wait_for_url("**/?lang=nn")
    page.reload()
    expect(heading(page)).to_have_text("Kor godt er servicekontoret?")


@pytest.mark.parametrize(
    ("browser_language", "language"), [("nn-NO", "nn"), ("en-US", "en"), ("de-DE", "nb")]
)
def test_the_first_language_is_the_browsers(
    page: Page, app_url: str, browser_language: str, language: Language
) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(base_url=app_url, locale=browser_language)
    other = context.new_page()
    other.goto("/")
    expect(heading(other)).to_have_text(Translator(language)("start.title"))
    context.close()


def test_an_answer_stays_across_pages_sections_and_languages(visit: Visit) -> None:
    page = visit("/assess?lang=nb&section=competence")
    group = answers(page, "Har de ansatte brukt tid på å bli ett lag?")
    group.get_by_role("radio", name="Delvis").click()
    expect(page.get_by_text("1 av 6 svar er gitt")).to_be_visible()
    page.get_by_role("link", name="Metode", exact=True).click()
    expect(heading(page)).not_to_have_text("3. Kompetanse")
    page.get_by_role("link", name="Vurder", exact=True).click()
    press(page, "3. Kompetanse")
    expect(chosen(group)).to_have_text("Delvis")
    page.get_by_role("radio", name="English").click()
    other = answers(page, "Have the staff spent time on becoming one team?")
    expect(chosen(other)).to_have_text("Partly")
    other.get_by_role("radio", name="No", exact=True).click()
    expect(chosen(other)).to_have_text("No")
    page.get_by_role("radio", name="Bokmål").click()
    expect(chosen(group)).to_have_text("Nei")
    group.get_by_role("radio", name="Nei").click()
    expect(chosen(group)).to_have_count(0)
    expect(page.get_by_text("0 av 6 svar er gitt")).to_be_visible()


def test_an_answer_is_kept_where_the_page_is_left_at_once(visit: Visit) -> None:
    page = visit("/assess?lang=nb&section=casework")
    choice = answers(page, "Har kontoret de fullmaktene som trengs for å avgjøre saker på stedet?")
    share = page.get_by_role(
        "textbox", name="Hvor mange prosent av henvendelsene gjør kontoret helt ferdig selv?"
    )
    for answer, percent in (("Ja", "40"), ("Nei", "55"), ("Delvis", "60")):
        choice.get_by_role("radio", name=answer).click()
        _away_and_back(page)
        expect(chosen(choice)).to_have_text(answer)
        share.fill(percent)
        _away_and_back(page)
        expect(share).to_have_value(percent)
        expect(page.get_by_text("2 av 2 svar er gitt")).to_be_visible()


def _away_and_back(page: Page) -> None:
    """To another page while the answer is on its way: a person's click takes this long."""
    page.get_by_role("link", name="Metode", exact=True).click(delay=60)
    expect(heading(page)).to_have_text(Translator("nb")("method.title"))
    settle(page)
    page.get_by_role("link", name="Vurder", exact=True).click()
    expect(heading(page)).to_have_text("Vurder kontoret")
    settle(page)
    press(page, "2. Reell saksbehandling")
    expect(heading(page)).to_have_text("2. Reell saksbehandling")


def test_the_next_part_opens_at_its_top_with_the_focus_on_its_heading(visit: Visit) -> None:
    page = visit("/assess?lang=nb&section=competence")
    press(page, "4. Én kontaktperson")
    expect(heading(page)).to_have_text("4. Én kontaktperson")
    expect(heading(page)).to_be_focused()
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop") == 0
    assert "section=contact" in page.url
    page.go_back()
    expect(heading(page)).to_have_text("3. Kompetanse")


def test_each_click_is_one_step_in_the_browsers_history(visit: Visit) -> None:
    page = visit("/?lang=nb")
    page.get_by_role("link", name="Vurder", exact=True).click()
    expect(heading(page)).to_have_text("Vurder kontoret")
    settle(page)
    press(page, "4. Én kontaktperson")
    expect(heading(page)).to_have_text("4. Én kontaktperson")
    settle(page)
    page.go_back()
    expect(heading(page)).to_have_text("Vurder kontoret")
    settle(page)
    page.go_back()
    expect(page.get_by_role("link", name="Start", exact=True)).to_have_attribute("aria-current", "page")
    page.go_forward()
    expect(heading(page)).to_have_text("Vurder kontoret")


@pytest.mark.parametrize("size", [TALL, PHONE], ids=["desk", "phone"])
def test_the_ladder_is_filled_and_taken_back(visit: Visit, page: Page, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    visit("/assess?lang=nb&section=ladder")
    tax = answers(page, "Skatt")
    tax.get_by_role("radio", name="4").click()
    expect(chosen(tax)).to_have_text("4")
    press(page, "Sett resten til")
    expect(page.get_by_text("23 områder er satt til «tilbys ikke».")).to_be_visible()
    expect(chosen(answers(page, "Kultur"))).to_have_text("Ikke")
    press(page, "Angre")
    expect(chosen(answers(page, "Kultur"))).to_have_count(0)
    expect(chosen(tax)).to_have_text("4")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    page = visit("/assess?lang=nb&section=contact")
    group = answers(page, "Får hver bruker én fast person å forholde seg til helt til saken er avgjort?")
    tab_to(page, group)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(chosen(group)).to_have_text("Delvis")
    tab_to(page, page.get_by_test_id("stMain").get_by_role("button", name="5. Tilgang til spesialistene"))
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("5. Tilgang til spesialistene")


def test_a_note_is_kept_while_it_is_typed(visit: Visit) -> None:
    page = visit("/assess?lang=nb&section=user_surveys")
    place = page.locator(".st-key-question_user_survey")
    place.get_by_role("button", name="Notat").click()
    page.get_by_label("Notat til spørsmålet").press_sequentially("Sist i 2024")
    expect(place.get_by_role("button", name="Se notatet")).to_be_attached()
    page.wait_for_timeout(500)
    page.keyboard.press("Escape")
    place.get_by_role("button", name="Se notatet").click()
    expect(page.get_by_label("Notat til spørsmålet")).to_have_value("Sist i 2024")


def test_answers_leave_as_a_file_and_come_back(visit: Visit, tmp_path: Path) -> None:
    page = visit("/assess?lang=nb&section=contact")
    group = answers(page, "Får hver bruker én fast person å forholde seg til helt til saken er avgjort?")
    group.get_by_role("radio", name="Delvis").click()
    expect(chosen(group)).to_have_text("Delvis")
    press(page, "Alle deler")
    page.get_by_label("Navnet på kontoret").fill("Sørnes servicetorg")
    page.keyboard.press("Tab")
    settle(page)
    with page.expect_download() as download:
        press(page, "Last ned svarene")
    path = tmp_path / "svar.json"
    download.value.save_as(path)
    page.reload()
    settle(page)
    press(page, "Hent svar fra en fil")
    page.locator('input[type="file"]').set_input_files(path)
    page.get_by_role("button", name="Bruk svarene fra filen").click()  # in a layer above the page
    expect(page.get_by_text("En annen vurdering er framme nå.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Navnet på kontoret")).to_have_value("Sørnes servicetorg")
    press(page, "4. Én kontaktperson")
    expect(chosen(group)).to_have_text("Delvis")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_shows_its_scorecard(visit: Visit, language: Language) -> None:
    t = Translator(language)
    page = visit(f"/?lang={language}")
    press(page, t("start.example_open"))
    page.wait_for_url("**/scorecard?*example=*")
    assert f"lang={language}" in page.url
    expect(heading(page)).to_be_visible()

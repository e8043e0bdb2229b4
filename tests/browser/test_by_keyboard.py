"""What a leader does, from beginning to end, by keyboard alone: no pointer, no focus from outside."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from i18n import Translator
from storage import LOCAL, assessments
from tests.browser.by_keyboard import button, choose, download, go_up, look_into, mark, press, tab_to
from tests.running import CONTACT
from tools.app import App
from tools.history_steps import OFFICE, fill
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import FilePayload, Locator, Page

    from storage import Loaded, Store

    Visit = Callable[[str], Page]

T: Final = Translator("nb")


@pytest.fixture(scope="module")
def app(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:  # noqa: ARG001
    app = App(tmp_path_factory.mktemp("keyboard"))
    app.start()
    yield app
    app.stop()


@pytest.fixture(scope="module")
def app_url(app: App) -> str:
    return app.address


@pytest.fixture(autouse=True)
def calm(page: Page) -> None:
    """What unfolds slowly, on a busy machine later still, would push what has the focus off the screen."""
    page.emulate_media(reduced_motion="reduce")


@pytest.fixture
def newest(store: Store) -> str:
    """The latest assessment of an office with three years of answers."""
    office_id = fill(store)
    return max(assessments.of_office(store, LOCAL, office_id=office_id), key=lambda one: one.date).id


def title(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, exact=True)


def of_the_staff() -> FilePayload:
    """Other answers than the leader's, in three places."""
    staff = next(one for one in resources.examples() if one.office == OFFICE)
    text = staff.to_json(model_version=resources.model().version)
    return {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}


def stored(store: Store, assessment_id: str) -> Loaded:
    return assessments.load(store, LOCAL, assessment_id=assessment_id)


def test_a_measure_is_planned_filled_in_taken_along_and_taken_out(
    visit: Visit, store: Store, newest: str
) -> None:
    page = visit(f"/plan?lang=nb&a={newest}")
    who = page.get_by_role("textbox", name=T("report.plan_responsible"))
    press(page, button(page, T("plan.add_button")), then=who)
    tab_to(page, who, key="Shift+Tab")
    page.keyboard.type("Kari Nordmann")
    tab_to(page, page.get_by_test_id("stDateInput"))
    page.keyboard.type("01022099")
    choose(page, page.get_by_role("combobox", name=T("report.plan_effort")), T("report.effort.large"))
    choose(page, page.get_by_role("combobox", name=T("report.plan_status")), T("report.plan_status_started"))
    assert download(page, button(page, T("plan.pdf"))).startswith(b"%PDF")
    (planned,) = stored(store, newest).assessment.plan
    assert (planned.responsible, planned.deadline) == ("Kari Nordmann", dt.date(2099, 2, 1))
    assert (planned.effort, planned.status) == ("large", "started")
    go_up(page, button(page, T("plan.take_out")), then=button(page, T("plan.put_back")))
    assert stored(store, newest).assessment.plan == ()


def test_an_assessment_is_locked_and_the_next_one_shows_what_has_changed(
    visit: Visit, store: Store, newest: str
) -> None:
    page = visit(f"/history?lang=nb&a={newest}")
    more, lock = button(page, T("history.more")).first, button(page, T("history.lock"))
    look_into(page, more, lock)
    page.keyboard.press("Enter")
    press(page, lock, then=button(page, T("store.unlock")))
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    assert stored(store, newest).info.locked_at
    go_up(page, button(page, T("history.begin_copy")), then=title(page, T("assess.title")))
    expect(title(page, T("assess.title"))).to_be_focused()
    press(page, button(page, "4. Én kontaktperson"), then=title(page, "4. Én kontaktperson"))
    mark(page, page.get_by_role("radiogroup", name=CONTACT), "Delvis")
    go_up(page, page.get_by_role("link", name=T("app.history")), then=title(page, T("history.change")))
    why = page.locator("summary", has_text="Én sak – én kontaktperson")
    press(page, why, then=page.get_by_role("listitem").filter(has_text=CONTACT), key="Space")


def test_the_staffs_views_are_brought_and_one_answer_is_agreed(visit: Visit, newest: str) -> None:
    page = visit(f"/views?lang=nb&a={newest}")
    with page.expect_file_chooser() as chooser:
        tab_to(page, button(page, T("widgets.upload")))
        page.keyboard.press("Enter")
    chooser.value.set_files([of_the_staff()])
    expect(title(page, T("views.differences"))).to_be_visible()
    answers = page.get_by_role("radiogroup", name=T("views.agree"))
    mark(page, answers.filter(has=page.get_by_role("radio", name="Delvis", exact=True)).first, "Delvis")
    expect(page.get_by_text(T("views.settled"), exact=True)).to_be_visible()
    again = button(page, T("views.reopen"))
    press(page, again, then=page.get_by_text(T("views.progress", settled="0", all="3")))
    go_up(page, button(page, T("views.remove", number="1")), then=page.get_by_text(T("views.step_1")))


def test_a_scorecard_is_opened_down_to_an_indicator_and_read_in_another_language(visit: Visit) -> None:
    page = visit("/scorecard?lang=nb&example=Liksomnes%20servicekontor")
    assert download(page, button(page, T("scorecard.pdf"))).startswith(b"%PDF")
    table = page.get_by_role("table")
    press(page, page.locator("summary", has_text=T("scorecard.table")), then=table.first)
    tab_to(page, page.get_by_role("tab"))
    page.keyboard.press("ArrowRight")
    expect(title(page, T("scorecard.criteria.title"))).to_be_visible()
    demand = page.get_by_role("radiogroup", name=T("scorecard.choose_indicator"))
    press(page, page.locator("summary", has_text="4 Én sak"), then=demand)
    tab_to(page, demand)
    page.keyboard.press("ArrowDown")
    expect(demand.get_by_role("radio").nth(1)).to_be_checked()
    languages = page.get_by_role("radiogroup").filter(has_text="Bokmål")
    tab_to(page, languages, key="Shift+Tab")
    mark(page, languages, "English")
    e = Translator("en")
    expect(page.get_by_role("radiogroup", name=e("scorecard.choose_indicator"))).to_be_visible()
    go_up(page, page.get_by_role("link", name=e("app.method")), then=title(page, e("method.title")))


def test_a_measure_is_tried_and_taken_back(visit: Visit, newest: str) -> None:
    page = visit(f"/try_out?lang=nb&a={newest}")
    undo = button(page, T("try_out.undo"))
    look_into(page, button(page, T("try_out.criteria")), page.get_by_test_id("stPopoverBody"))
    press(page, button(page, T("try_out.put_in_place")), then=undo)
    press(page, undo, then=title(page, T("try_out.nothing")))


def test_a_newcomer_gets_from_the_start_to_a_first_result(visit: Visit) -> None:
    page = visit("/?lang=nb")
    press(page, button(page, T("short.begin")), then=title(page, T("short.title")))
    yes = page.get_by_role("radio", name="Ja", exact=True)
    for place in range(yes.count()):
        tab_to(page, yes.nth(place))
        page.keyboard.press("Space")
        expect(yes.nth(place)).to_have_attribute("aria-checked", "true")
    tab_to(page, page.get_by_role("textbox", name=T("assess.office")))
    page.keyboard.type(OFFICE)
    result = page.get_by_text(T("scorecard.how.question"))
    press(page, button(page, T("short.scorecard")), then=result)
    expect(page.get_by_role("heading", name=OFFICE, level=1)).to_be_focused()

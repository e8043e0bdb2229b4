"""What people write is shown as they wrote it, on every page: nothing of it runs, links or is markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from scoring.paths import DATA
from scoring.plan import PlannedMeasure
from scoring.tables import read_assessments
from storage import LOCAL, Change, Outline, answers, assessments, offices, open_store, plans
from tools.app import App
from tools.browser import settle
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

WORDS = (
    "<img src=x onerror=\"document.title='x'\"><b>ord</b> **fet** [lenke](//a.no) :red[rød] $x^2$ `kode` =1+1"
)
MARKUP = 'img[src="x"], a[href*="a.no"], .katex, b:text("ord"), strong:text-is("fet"), code:text-is("kode")'
"""What would be there if any of it were understood."""

PAGES = {
    "start": "/?lang=nb",
    "form": "/assess?lang=nb",
    "part": "/assess?lang=nb&section=contact",
    "scorecard": "/scorecard?lang=nb",
    "criterion": "/scorecard?lang=nb&criterion=contact",
    "what if": "/try_out?lang=nb",
    "plan": "/plan?lang=nb",
    "history": "/history?lang=nb",
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = App(tmp_path_factory.mktemp("words"))
    app.start()
    yield app
    app.stop()


@pytest.fixture(scope="module")
def assessment(app: App) -> str:
    """An assessment with these words wherever a person can write some: its id."""
    store, model = open_store(f"sqlite:///{app.store}"), resources.model()
    office = offices.create(store, LOCAL, name=WORDS)
    example = next(iter(read_assessments(DATA / "example_offices.csv", model=model).values()))
    outline = Outline(example.date, model.version, resources.figures().version)
    here = assessments.create(store, LOCAL, office_id=office, outline=outline)
    texts = {**example.answers, **{f"note.{item}": WORDS for item in model.asked}}
    changes = [Change(column, text) for column, text in texts.items()]
    answers.save(store, LOCAL, assessment_id=here, changes=changes)
    assessments.describe(store, LOCAL, assessment_id=here, title=WORDS, date=example.date)
    measure = PlannedMeasure("case_responsibility", "small", responsible=WORDS, note=WORDS)
    plans.save_plan(store, LOCAL, assessment_id=here, plan=[measure], seen_version=0)
    store.close()
    return here


@pytest.fixture
def tab(browser: Browser, app: App) -> Iterator[Page]:
    context = browser.new_context(base_url=app.address, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_of_it_is_markup(tab: Page, assessment: str, path: str) -> None:
    tab.goto(f"{path}&a={assessment}")
    settle(tab)
    if path == PAGES["part"]:
        tab.get_by_role("button", name="Notat").first.click()
        expect(tab.get_by_role("textbox", name="Notat")).to_have_value(WORDS)
    else:
        fields = tab.get_by_test_id("stMain").locator('input[type="text"]').all()
        shown = "".join([tab.get_by_test_id("stMain").inner_text(), *(one.input_value() for one in fields)])
        assert WORDS in shown
    expect(tab.locator(MARKUP)).to_have_count(0)
    assert tab.title() != "x"

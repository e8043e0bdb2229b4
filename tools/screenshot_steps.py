"""What is done on a page before its picture is taken, by the same clicks and files as a person's."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Final

import pandas as pd

from i18n import Translator
from scoring.assessment import to_rows
from scoring.plan import PlannedMeasure
from tools.browser import settle
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import FilePayload, Locator, Page

    from scoring import Assessment

    Step = Callable[[Page], None]

OFFICE: Final = "Liksomnes servicekontor"
T: Final = Translator("nb")

# Days from today to the deadline, and the measure. They move with the calendar, so that next year's
# picture does not show a plan of which all is too late.
PLAN: Final = (
    (-60, PlannedMeasure("services_counted", "small", "Kari Nordmann", status="done")),
    (-7, PlannedMeasure("register_handling", "medium", "Ola Hansen", status="started")),
    (90, PlannedMeasure("case_responsibility", "medium", "Kari Nordmann", note="Tas opp på personalmøtet.")),
    (240, PlannedMeasure("development_plans", "medium", "Kommunedirektøren")),
    (None, PlannedMeasure("demand_offered", "large")),
)

# A member of staff answers every so many questions as another office does, and the rest as the leader.
STAFF: Final = ((9, "Liksomfjord servicekontor"), (5, "Fantasifjord offentlige servicekontor"))


# ------------------------------------------------------------------ steps
def with_plan(page: Page) -> None:
    """Brings an office with its plan by the app's own upload, and goes to the plan."""
    _bring(page, _file("plan", plan_of(OFFICE)))
    _follow(page, "plan")


def with_views(page: Page) -> None:
    """Brings the leader's answers, then two files of the staff."""
    _bring(page, _file("leader", _example(OFFICE)))
    _follow(page, "views")
    _give(page, [_file(f"staff-{every}", _staff(every, other)) for every, other in STAFF])
    page.wait_for_selector(".st-key-views_summary")
    settle(page)


def with_files(page: Page) -> None:
    """Brings a file of which some rows have faults."""
    page.locator('input[type="file"]').first.set_input_files([_table()])
    page.get_by_role("heading", name="kommuner.csv").wait_for()
    settle(page)


def measure_tried(page: Page) -> None:
    """Puts the first measure in place."""
    _main(page).get_by_role("button", name=T("try_out.put_in_place"), exact=True).first.click()
    page.wait_for_selector(".st-key-try_changes li")
    settle(page)


# ------------------------------------------------------------------ files
def plan_of(office: str) -> Assessment:
    """An example office with a plan of measures."""
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    days = [None if days is None else today + dt.timedelta(days) for days, _ in PLAN]
    plan = [dataclasses.replace(one, deadline=day) for day, (_, one) in zip(days, PLAN, strict=True)]
    return dataclasses.replace(_example(office), plan=tuple(plan))


def _example(office: str) -> Assessment:
    return next(one for one in resources.examples() if one.office == office)


def _staff(every: int, other: str) -> Assessment:
    leader = _example(OFFICE)
    answers = {column: text for column, text in _example(other).answers.items() if column in leader.answers}
    taken = list(answers)[::every]
    return dataclasses.replace(leader, answers={**leader.answers, **{one: answers[one] for one in taken}})


def _table() -> FilePayload:
    """A few example offices, with an answer that is none, and one of them twice."""
    rows = to_rows(resources.examples()[:8])
    rows[2]["relief"], rows[6]["office"] = "tja", rows[1]["office"]
    content = pd.DataFrame(rows).to_csv(index=False, sep=";").encode("utf-8-sig")
    return {"name": "kommuner.csv", "mimeType": "text/csv", "buffer": content}


def _file(name: str, one: Assessment) -> FilePayload:
    text = one.to_json(model_version=resources.model().version)
    return {"name": f"{name}.json", "mimeType": "application/json", "buffer": text.encode()}


# ------------------------------------------------------------------ clicks
def _bring(page: Page, file: FilePayload) -> None:
    _main(page).get_by_role("button", name=T("assess.upload")).click()
    _give(page, [file])
    page.get_by_role("button", name=T("assess.upload_take")).click()
    page.get_by_role("button", name=T("assess.upload_take")).wait_for(state="hidden")
    settle(page)


def _give(page: Page, files: Iterable[FilePayload]) -> None:
    page.locator('input[type="file"]').first.set_input_files(list(files))
    settle(page)


def _follow(page: Page, name: str) -> None:
    """Goes to another page of the app by its menu, which on a phone is folded away."""
    menu = page.get_by_test_id("stExpandSidebarButton")
    if menu.is_visible():
        menu.click()
    page.get_by_role("link", name=T(f"app.{name}"), exact=True).click()
    folded = page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")
    if folded.is_visible():  # a phone does this by itself, a narrow window does not
        folded.click()
    page.get_by_role("heading", level=1).filter(has_text=T(f"{name}.title")).wait_for()
    settle(page)


def _main(page: Page) -> Locator:
    return page.get_by_test_id("stMain")

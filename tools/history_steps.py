"""An office with three years of assessments, for the pictures and the tests of the history."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from i18n import Translator
from storage import LOCAL, Change, Outline, answers, assessments, export, offices, open_store
from tools.browser import settle
from ui import resources

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

    from storage import Store

OFFICE: Final = "Liksomnes servicekontor"
T: Final = Translator("nb")

# Year, title, and every so many of the first year's blanks, and of the answers that become "yes".
YEARS: Final = (
    (2024, "", 4, 0),
    (2025, "Etter omorganiseringen", 0, 3),
    (2026, "", 0, 2),
)


def with_history(page: Page) -> None:
    """Brings the office by the page's own way in."""
    page.get_by_role("button", name=T("history.import")).first.click()
    file: FilePayload = {"name": "k.json", "mimeType": "application/json", "buffer": office_file().encode()}
    page.locator('input[type="file"]').first.set_input_files([file])
    page.get_by_role("button", name=T("history.import_do")).click()
    page.get_by_role("heading", name=T("history.trend"), exact=True).wait_for()
    settle(page)


def office_file() -> str:
    """The office as one file."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder)}/office.db")
        text = export.export_office(store, LOCAL, office_id=fill(store))
        store.close()
    return text


def fill(store: Store) -> str:
    """Stores the office with its assessments, the first of them locked; gives its id."""
    office_id = offices.create(store, LOCAL, name=OFFICE)
    places = []
    for year, title, blanks, better in YEARS:
        outline = Outline(
            dt.date(year, 3, 10 + year % 7), resources.model().version, resources.figures().version, title
        )
        place = assessments.create(store, LOCAL, office_id=office_id, outline=outline)
        given = _answers(blanks, better)
        answers.save(
            store, LOCAL, assessment_id=place, changes=[Change(key, text) for key, text in given.items()]
        )
        places.append(place)
    assessments.lock(store, LOCAL, assessment_id=places[0])
    return office_id


def _answers(blanks: int, better: int) -> dict[str, str]:
    example = next(one for one in resources.examples() if one.office == OFFICE)
    given = dict(example.answers)
    if blanks:
        given = {key: text for place, (key, text) in enumerate(given.items()) if place % blanks}
    weak = [key for key, text in given.items() if text in {"no", "partly"} and "yes" in _taken(key)]
    return given | dict.fromkeys(weak[::better] if better else [], "yes")


def _taken(column: str) -> set[str]:
    item = column.partition(".")[0]
    return set(resources.model().alternatives(item))

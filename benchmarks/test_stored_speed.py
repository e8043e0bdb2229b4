"""Four hundred stored offices compared: read out of the store, and the page drawn for the first time."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from scoring import Model, load_model
from scoring.paths import ROOT
from storage import LOCAL, Store, contents, offices, open_store, tables
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture
    from sqlalchemy.orm import Session

OFFICES = 400
READING = 1.0  # seconds, to read all of them
DRAWING = 3.0  # seconds of the processor, until the page stands there for the first time
DAY = dt.date(2026, 3, 1)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, model: Model) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("stored") / "tikamp.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIKAMP_DATABASE_URL", f"sqlite:///{path}")
        opened = open_store(f"sqlite:///{path}")
        with opened.write() as session:
            for place in range(OFFICES):
                _office(session, place, model)
        yield opened
        opened.close()


def _office(session: Session, place: int, model: Model) -> None:
    examples = resources.examples()
    one = examples[place % len(examples)]
    office = tables.Office(name=f"Office {place}", county="46", inhabitants=1000 * place)
    session.add(office)
    session.flush()
    versions = {"model_version": model.version, "data_version": "2003.1"}
    assessment = tables.Assessment(office_id=office.id, date=DAY, **versions)
    session.add_all([assessment, tables.OfficeTag(office_id=office.id, tag="kyst")])
    session.flush()
    told = {"version": 1, "revision": 1, "given": assessment.created, "outcome": "answered"}
    session.add_all(
        tables.Answer(assessment_id=assessment.id, column=column, value=text, **told)
        for column, text in one.answers.items()
        if text
    )


def test_reading_what_is_compared(benchmark: BenchmarkFixture, store: Store) -> None:
    def read() -> int:
        found = offices.to_compare(store, LOCAL)
        newest = [one.latest.id for one in found if one.latest]
        return len(contents.of_assessments(store, LOCAL, assessment_ids=newest))

    assert benchmark(read) == OFFICES
    if benchmark.enabled and benchmark.stats is not None:
        median = benchmark.stats["median"]
        print(f"\n{OFFICES} stored offices read: {median:.2f} s median, at most {READING}")
        assert median <= READING


@pytest.mark.usefixtures("store")
def test_the_first_draw_of_the_comparison(benchmark: BenchmarkFixture) -> None:
    resources.store.clear()
    app = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=60)
    app.query_params["lang"] = "nb"
    app.run()
    app.switch_page("ui/pages/compare.py")

    def draw() -> float:
        begin = time.process_time()
        app.run()
        return time.process_time() - begin

    took: float = benchmark.pedantic(draw, rounds=1)  # type: ignore[no-untyped-call]
    resources.store().close()
    resources.store.clear()
    assert not app.exception
    assert len(app.dataframe[0].value) == OFFICES
    if benchmark.enabled:
        print(f"\n{OFFICES} stored offices drawn for the first time: {took:.1f} s, at most {DRAWING:.0f}")
        assert took <= DRAWING

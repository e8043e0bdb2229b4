"""What-if: what a change of an answer costs the server, the whole page with it."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from i18n import Translator
from scoring import load_model
from scoring.paths import DATA
from scoring.tables import read_assessments

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

MILLISECONDS = 150  # a change on the screen costs the server less than this
APP = Path(__file__).parent.parent / "streamlit_app.py"
MEASURE, ANSWER = "try_case_responsibility", "contact_person"


def opened() -> AppTest:
    """What-if for an example office. AppTest reads every element back, so the server itself is faster."""
    at = AppTest.from_file(APP, default_timeout=60)
    at.query_params["lang"] = "nb"
    at.run()
    at.session_state["assessment"] = next(
        iter(read_assessments(DATA / "example_offices.csv", model=load_model()).values())
    )
    at.switch_page("ui/pages/try_out.py")
    at.run()
    assert not at.exception
    return at


def within_limits(benchmark: BenchmarkFixture, what: str) -> None:
    if benchmark.enabled and benchmark.stats is not None:
        median = benchmark.stats["median"] * 1000
        print(f"\n{what}: {median:.0f} ms median, at most {MILLISECONDS}")
        assert median <= MILLISECONDS


def test_a_measure_put_in_place_and_taken_back(benchmark: BenchmarkFixture) -> None:
    at = opened()
    keys = cycle([MEASURE, f"undo_measure_{MEASURE.removeprefix('try_')}"])

    def change() -> None:
        at.button(next(keys)).click()
        at.run()

    benchmark(change)
    assert not at.exception
    within_limits(benchmark, "a measure in what-if")


def test_one_answer_changed(benchmark: BenchmarkFixture) -> None:
    at = opened()
    at.session_state["memory.trial.part"] = "contact"
    at.session_state[f"trial.tab#{at.session_state['place']}.0.nb"] = Translator("nb")("try_out.tab_answers")
    at.run()
    words = cycle(["yes", "no"])

    def change() -> None:
        widget = next(one for one in at.segmented_control if ANSWER in (one.key or ""))
        widget.set_value(next(words))
        at.run()

    benchmark(change)
    assert not at.exception
    within_limits(benchmark, "one answer in what-if")

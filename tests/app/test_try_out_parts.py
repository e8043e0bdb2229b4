"""What the what-if page is made of, part by part."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from i18n import Translator
from report.scorecard import build_scorecard
from ui import resources
from ui.components.whatif_words import change_lines, stands_in

if TYPE_CHECKING:
    from scoring import Model

NB = Translator("nb")


def test_fields_that_take_the_same_step_share_a_line(model: Model) -> None:
    changes = {"ladder.tax": "4", "ladder.culture": "4", "ladder.police": "4"}
    lines = change_lines(changes, {"ladder.police": "not_offered"}, model=model, t=NB)
    assert lines == {
        "Trinn for Skatt og Kultur: Ikke besvart\u00a0→ **4 Forberedende saksbehandling**": [
            "ladder.tax",
            "ladder.culture",
        ],
        "Trinn for Politi og lensmann: Tilbys ikke\u00a0→ **4 Forberedende saksbehandling**": [
            "ladder.police"
        ],
    }


def test_only_numbers_that_need_no_size_stand_in(model: Model) -> None:
    assert stands_in("running_cost", {"running_cost": "250000"}, model)
    assert not stands_in("running_cost", {"running_cost": "do_not_know"}, model)
    assert not stands_in("completed_share", {"completed_share": "100"}, model)


def test_a_change_costs_well_under_150_milliseconds_of_rating(model: Model) -> None:
    nation, office = resources.nation(), resources.examples()[0]
    build_scorecard(office, model=model, nation=nation)
    times = []
    for _ in range(5):
        begin = time.thread_time()
        build_scorecard(office, model=model, nation=nation)
        times.append(time.thread_time() - begin)
    assert min(times) < 0.15

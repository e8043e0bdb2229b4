"""How long one scorecard PDF takes once the compiler is warm; every PDF is another office's."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from i18n import Translator
from report.content_case import Case
from report.pdf import scorecard_pdf
from report.scorecard import build_scorecard
from scoring import build_nation, load_figures, load_model
from tools.make_pdfs import read_examples

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from report.scorecard import Scorecard

WARM = 5
ROUNDS = 35
MILLISECONDS = 100


def test_one_pdf(benchmark: BenchmarkFixture) -> None:
    model, figures = load_model(), load_figures()
    nation = build_nation(model, figures)
    cards = [build_scorecard(one, model=model, nation=nation) for one in read_examples()]
    numbers = itertools.count(1)

    def another() -> tuple[tuple[Scorecard], dict[str, object]]:
        number = next(numbers)
        card = cards[number % len(cards)]
        office = f"{card.assessment.office} {number}"
        return (replace(card, assessment=replace(card.assessment, office=office)),), {}

    def pdf(card: Scorecard) -> bytes:
        return scorecard_pdf(Case(card, model, nation, figures, Translator("nb"), synthetic=True))

    made = benchmark.pedantic(  # type: ignore[no-untyped-call]  # it ships no types
        pdf, setup=another, rounds=ROUNDS, warmup_rounds=WARM
    )
    assert made.startswith(b"%PDF-")
    if benchmark.stats is None:  # benchmarks are switched off: it ran once, as a test
        return
    median = 1000 * benchmark.stats.stats.median
    print(f"\none scorecard PDF, warm: {median:.0f} ms (median of {ROUNDS}), {len(made) / 1000:.0f} kB")
    assert median < MILLISECONDS

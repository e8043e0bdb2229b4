"""One golden rating: the example offices as they are rated today.

A change here is a change of scores: `make bless` accepts it, and it belongs in the changelog under
"Scores changed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.ratings_table import ratings_table
from scoring import load_model, rate
from scoring.paths import DATA
from scoring.tables import read_answers

if TYPE_CHECKING:
    from tests.conftest import Golden


def test_the_example_offices_are_rated_as_before(golden: Golden) -> None:
    model = load_model()
    answers = read_answers(DATA / "example_offices.csv", model=model)
    table = ratings_table(rate(answers, model=model)).drop(columns="model_version")
    golden.check("example_ratings.csv", table.to_csv(index=False, float_format="%.6f", lineterminator="\n"))

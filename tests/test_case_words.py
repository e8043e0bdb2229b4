"""What the case document says: tasks that can be decided on, and the nation beside what it compares with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Translator
from report.case_blocks import Bullets, Points, Table
from report.case_document import case_text
from report.case_measures import DECIDED
from scoring import build_nation, load_figures, load_model
from scoring.plan import PlannedMeasure
from tests.report_cards import PLAN, Desk

if TYPE_CHECKING:
    from i18n import Language
    from report.case_blocks import CaseText
    from report.scorecard import Scorecard


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


def _text(desk: Desk, card: Scorecard, language: Language = "nb") -> CaseText:
    return case_text(desk.case(card, language))


def _decided(text: CaseText) -> list[str]:
    points = next(block for block in text.blocks if isinstance(block, Points))
    return [inner for point in points.items for inner in point.inner]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_is_a_task_in_a_decision(desk: Desk, language: Language) -> None:
    t = Translator(language)
    after = t("case.decision.item", measure="", responsible="", deadline="").split(":")[0]
    codes = sorted(desk.model.indicators)
    for some in (codes[start : start + DECIDED] for start in range(0, len(codes), DECIDED)):
        card = desk.card({}, plan=tuple(PlannedMeasure(f"indicator.{code}", "small") for code in some))
        for code, decided in zip(some, _decided(_text(desk, card, language)), strict=True):
            indicator = desk.model.indicators[code]
            task, title = decided.split(after)[0], t.pick(indicator.title)
            assert task.startswith(f"{title}: "), decided
            assert f"{task.removeprefix(title + ': ')}." in t.pick(indicator.advice)


def test_a_recommendation_is_a_task_as_it_is(desk: Desk) -> None:
    (decided,) = _decided(_text(desk, desk.card({}, plan=PLAN[2:3])))
    assert decided == "La én ansatt følge saken til den er ferdig. Ansvarlig: Leder. Frist: 1. mars 2027."


@pytest.mark.parametrize("place", [0, 1])
def test_the_nation_stands_beside_the_same_indicators(desk: Desk, place: int) -> None:
    card = desk.card(desk.answers(place=place))
    bullets = [block for block in _text(desk, card).blocks if isinstance(block, Bullets)]
    sides = [item for block in bullets for item in block.items if item.startswith("Kriterium ")]
    assert len(sides) == 6
    t = Translator("nb")
    for one in card.criteria:
        said = [side for side in sides if side.startswith(f"Kriterium {one.number},")]
        score = one.score
        if said and score.nation is not None and score.like_for_like is not None:
            like, nation = t.number(score.like_for_like), t.number(score.nation)
            assert f"Likt mot likt får kontoret {like} og landet {nation}." in said[0]
        elif said:
            assert "Det finnes ikke landstall." in said[0]


def test_only_numbers_line_up_at_the_right(desk: Desk) -> None:
    tables = [
        block
        for block in _text(desk, desk.card(desk.answers(), plan=PLAN)).blocks
        if isinstance(block, Table)
    ]
    named = {table.columns[place] for table in tables for place in table.numbers}
    assert named == {"Poeng", "Dekning", "Kontoret, likt mot likt", "Landet i 2003", "Gevinst", "Total"}


def test_the_first_row_of_the_projection_tells_what_is_done(desk: Desk) -> None:
    def first(plan: tuple[PlannedMeasure, ...]) -> str | tuple[str, ...]:
        text = _text(desk, desk.card(desk.answers(place=1), plan=plan))
        return next(b for b in text.blocks if isinstance(b, Table) and b.columns[0] == "Fra").rows[0][1]

    assert first(PLAN) == ("Slik svarene er, med dette gjennomført:", "Skriv en rapport om oppstarten")
    assert first(PLAN[1:]) == ("Slik svarene er",)

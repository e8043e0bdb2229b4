"""The plan of measures in the PDF: shown where there is one, on few pages, and for all readers."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from i18n import LANGUAGES, Language, Translator
from report.plan_lines import plan_lines
from scoring import build_nation, load_figures, load_model
from scoring.plan import PlannedMeasure
from tests.heard import faults_of
from tests.report_cards import DAY, NASTY, PLAN, Desk

if TYPE_CHECKING:
    from pathlib import Path

    from report.plan_types import Plan
    from report.scorecard import Scorecard


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


@pytest.fixture(scope="module")
def card(desk: Desk) -> Scorecard:
    return desk.card(_weak(desk), plan=PLAN)


def _weak(desk: Desk) -> dict[str, str]:
    """Partly everywhere, but these are not in place at all."""
    return desk.answers(place=1) | dict.fromkeys(("contact_person", "decision_authority"), "no")


def _words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[place].get_textpage().get_text_bounded() for place in range(len(document))]
    return re.sub(r"\s+", " ", " ".join(pages)).replace("\x02", "-")


def _plan(desk: Desk, card: Scorecard, language: Language = "nb") -> Plan:
    plan = desk.content(card, language).plan
    assert plan is not None
    return plan


def _long(desk: Desk) -> tuple[PlannedMeasure, ...]:
    """Every measure that there is, each with a long name and note."""
    codes = [one.code for one in desk.model.recommendations if one.addressee == "office"]
    codes += [f"indicator.{code}" for code in desk.model.indicators]
    return tuple(
        PlannedMeasure(
            code,
            "large",
            "Kommunalsjef for organisasjon og digitalisering " * 4,
            DAY + dt.timedelta(days=20 * place) if place % 5 else None,
            note="Avklares i ledermøtet med helse, Nav og byggesak før sommeren. " * 5,
        )
        for place, code in enumerate(codes)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["few", "all", "nasty"])
@pytest.mark.parametrize("answers", ["full", "none"])
def test_at_most_six_pages_without_a_fault(
    desk: Desk, name: str, answers: str, language: Language, tmp_path: Path
) -> None:
    nasty = tuple(replace(one, responsible=NASTY, note=NASTY) for one in PLAN)
    plan = {"few": PLAN, "all": _long(desk), "nasty": nasty}[name]
    pdf = desk.pdf(desk.card(_weak(desk) if answers == "full" else {}, plan=plan), language, synthetic=True)
    assert 3 <= len(pypdfium2.PdfDocument(pdf)) <= 6
    assert faults_of(pdf, tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_who_does_what_by_when(desk: Desk, card: Scorecard, language: Language) -> None:
    t = Translator(language)
    words = _words(desk.pdf(card, language))
    after = words[words.index(t("report.plan_heading")) :]
    for text in (
        *(line.title for line in plan_lines(card, model=desk.model, t=t)),
        "Åse Ødegård",
        t.short_date(dt.date(2028, 2, 1)),
        t("report.plan_status_dropped"),
        t("report.plan_no_deadline"),
        t("report.plan_nobody"),
        "Først på byggesak.",
        t("report.plan_chart_heading"),
    ):
        assert text in after, text


def test_without_a_plan_nothing_is_said_of_one(desk: Desk) -> None:
    card = desk.card(_weak(desk))
    assert desk.content(card).plan is None
    assert Translator("nb")("report.plan_heading") not in _words(desk.pdf(card))


def test_the_chart_is_told_to_those_who_hear_it(desk: Desk, card: Scorecard) -> None:
    with pikepdf.open(io.BytesIO(desk.pdf(card, "en"))) as pdf:
        figures = [
            str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    [alternative] = [text for text in figures if text.startswith("Stepped line")]
    assert "from 23 November 2026" in alternative
    assert "from 1 February 2028" in alternative
    assert alternative.count(";") == 4


def test_the_chart_ends_where_the_table_does(desk: Desk, card: Scorecard) -> None:
    plan = _plan(desk, card)
    assert plan.chart is not None
    steps = plan.chart.steps
    assert [step.dated for step in steps] == [True, True, True, True, False]
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert max(step.at for step in steps) < 100
    totals = [row.total for row in plan.rows if row.total != "–"]
    assert totals[-1] == steps[-1].label == str(round(steps[-1].score))


def test_gains_are_the_engines_and_dropped_measures_give_none(desk: Desk, card: Scorecard) -> None:
    rows = {line.planned.code: line for line in plan_lines(card, model=desk.model, t=Translator("nb"))}
    ranked = {one.code: one.gain for one in card.measures}
    assert rows["case_responsibility"].gain == ranked["case_responsibility"]
    assert rows["case_responsibility"].gain_text.startswith("+")
    alone = rows["indicator.decision_authority"].gain
    assert alone == pytest.approx(ranked["decision_authority"])
    assert rows["relief"].gain is rows["relief"].total is None
    assert rows["relief"].gain_text == "Teller ikke"
    assert rows["central_place"].gain_text == "Gir ikke poeng"
    assert next(iter(rows)) == "setup_report"
    assert list(rows)[-1] == "relief"


def test_a_total_that_is_not_rated_is_not_drawn(desk: Desk) -> None:
    plan = _plan(desk, desk.card({"contact_person": "no"}, plan=PLAN), "en")
    assert plan.chart is None
    assert plan.no_chart == Translator("en")("report.plan_not_rated")
    assert {row.total for row in plan.rows} == {"–"}


def test_nothing_left_to_come_needs_no_chart(desk: Desk) -> None:
    plan = _plan(desk, desk.card(_weak(desk), plan=PLAN[:1]))
    assert plan.chart is None
    assert plan.no_chart == ""


def test_what_there_is_no_room_for_is_counted(desk: Desk) -> None:
    long = _long(desk)
    plan = _plan(desk, desk.card(_weak(desk), plan=long), "en")
    assert 8 <= len(plan.rows) < len(long)
    assert plan.more.startswith(f"{len(long) - len(plan.rows)} more measures")


def test_a_measure_of_another_model_is_named_as_such(desk: Desk) -> None:
    plan = _plan(desk, desk.card(_weak(desk), plan=(PlannedMeasure("old_one", "small"),)), "en")
    assert plan.rows[0].title == "Unknown measure (old_one)"
    assert plan.rows[0].gain == "Gives no points"


def test_the_same_plan_gives_the_same_bytes(desk: Desk, card: Scorecard) -> None:
    assert desk.pdf(card) == desk.pdf(card)

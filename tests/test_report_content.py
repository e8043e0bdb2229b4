"""The report's texts: honest about what is open, unknown, own and not comparable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from i18n.catalogue import entries
from report.answer_words import indicator_answer
from scoring import Outcome, build_nation, load_figures, load_model
from tests.report_cards import DAY, Desk

if TYPE_CHECKING:
    from report.content_types import Content, IndicatorRow

PLACEHOLDER = re.compile(r"\{\w*\}")


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


def _rows(desk: Desk, content: Content) -> dict[str, IndicatorRow]:
    rows = [row for criterion in content.details.criteria for row in criterion.rows]
    return dict(zip(desk.model.indicators, rows, strict=True))


def _row(desk: Desk, code: str, answers: dict[str, str], language: Language = "en") -> IndicatorRow:
    return _rows(desk, desk.content(desk.card(answers), language))[code]


def test_the_catalogues_say_the_same_in_three_languages() -> None:
    texts = {
        language: {key: entry for key, entry in entries(language).items() if key.startswith("report.")}
        for language in LANGUAGES
    }
    assert texts["nb"].keys() == texts["nn"].keys() == texts["en"].keys()
    for key, entry in texts["nb"].items():
        for other in ("nn", "en"):
            assert list(map(_names, texts[other][key])) == list(map(_names, entry)), key
            assert all(text.strip() for text in texts[other][key])


def _names(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_answers_that_are_no_figure_are_four_different_things(
    desk: Desk, language: Language
) -> None:
    answers = [{}, {"gains": "do_not_know"}, {"gains": "no"}]
    words = [_row(desk, "gains_assessed", one, language).answer for one in answers]
    words.append(_row(desk, "gains_quantified", {"gains": "no"}, language).answer)
    assert len(set(words)) == 4
    assert words[0] == Translator(language)("report.answer.none")
    assert words[3] == Translator(language).pick(desk.model.survey.special["does_not_apply"])


def test_a_blank_is_open_and_never_nought(desk: Desk) -> None:
    content = desk.content(desk.card({}), "en")
    rows = _rows(desk, content).values()
    assert {row.answer for row in rows} == {"Not answered"}
    assert {row.points for row in rows} == {"open"}
    assert {one.value for one in content.chart.rows} == {"Not rated"}
    assert all(one.scale.score is None and one.scale.high for one in content.chart.rows)
    assert content.total.value == "Not rated"
    assert content.total.of == ""
    assert "at least 6 rated criteria" in content.total.sentence
    assert content.extremes.strongest == content.extremes.weakest == ()
    assert content.measures.rows == ()


def test_the_words_for_each_kind_of_answer(desk: Desk) -> None:
    ladder = {f"ladder.{field}": "not_offered" for field in desk.model.fields}
    some = ladder | {"ladder.administration": "4", "ladder.culture": "2", "ladder.tax": "3", "fte": "1,5"}
    expected = {
        "demand_offered": "2 of 5 fields (the most common in 2003)",
        "information_only": "2 of 3 fields stop at step 3 or lower",
        "demand_casework": "1 of 5 fields at step 4 or higher (the most common in 2003)",
        "fields_per_fte": "3 fields, full-time equivalents: 1.5",
    }
    rows = _rows(desk, desk.content(desk.card(some), "en"))
    assert {code: rows[code].answer for code in expected} == expected
    assert _row(desk, "demand_offered", some | {"demanded": "tax"}).answer == "1 of 1 field"
    assert _row(desk, "information_only", {"ladder.tax": "1"}).answer == "1 of 24 fields answered"
    assert _row(desk, "fields_per_fte", ladder).answer == "Full-time equivalents not answered"
    assert (
        _row(desk, "completed_share", {"completed_share": "37,5"}, "nb").answer == "37,5\N{NO-BREAK SPACE}%"
    )
    assert _row(desk, "running_cost_known", {"running_cost": "1250000"}).answer == "NOK 1,250,000"
    known = {"weekly_telephone": "120", "weekly_visits": "do_not_know", "weekly_email": "40"}
    assert _row(desk, "channels_counted", known).answer == "2 of 3 figures given"
    assert (
        _row(desk, "channels_counted", {"weekly_email": "40"}).answer
        == "1 of 3 figures given, 2 not answered"
    )


def test_an_answer_without_points_says_so(desk: Desk) -> None:
    row = _row(desk, "specialists_present", {"working_model": "other"})
    assert row.answer.endswith("(gives no points)")
    assert (row.points, row.tone) == ("not counted", "outside")


def test_an_own_indicator_has_no_national_figure_and_says_so(desk: Desk) -> None:
    rows = _rows(desk, desk.content(desk.card(desk.answers()), "en"))
    for code, indicator in desk.model.indicators.items():
        if indicator.own:
            assert rows[code].nation == ""
            assert rows[code].scale.nation is None
            assert rows[code].remark.startswith("Own question, no national figure")


def test_the_national_figure_is_exact_and_carries_its_base(desk: Desk) -> None:
    row = _row(desk, "contact_person", {"contact_person": "yes"}, "nb")
    assert row.nation == "27,5"
    assert row.base.startswith("n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}149")
    assert row.remark == "13\N{NO-BREAK SPACE}% med full poengsum"
    assert _row(desk, "user_survey", {}).nation == "31.2"


def test_every_caution_has_its_numbered_note(desk: Desk) -> None:
    content = desk.content(desk.card(desk.answers()), "en")
    cautions = [code for code, one in desk.model.indicators.items() if one.caution]
    assert [note.term.split(" ")[0] for note in content.method.notes] == [
        str(number) for number in range(1, len(cautions) + 1)
    ]
    rows = _rows(desk, content)
    for number, code in enumerate(cautions, start=1):
        assert f"note\N{NO-BREAK SPACE}{number}" in rows[code].base + rows[code].remark


def test_like_for_like_is_shown_only_where_it_differs(desk: Desk) -> None:
    same = desk.content(desk.card(desk.answers()), "en")
    assert {row.scale.like for row in same.chart.rows} == {None}
    assert same.chart.legend.like is None
    own = {"user_survey": "no", "user_survey_regular": "yes"}
    other = desk.content(desk.card(own), "en")
    row = other.chart.rows[7]
    assert (row.value, row.scale.like) == ("50", 0.0)
    assert "office 0 on the same basis" in other.chart.alternative
    assert other.chart.legend.like


def test_the_chart_in_words_names_every_criterion_with_office_and_nation(desk: Desk) -> None:
    content = desk.content(desk.card(desk.answers(place=1)), "en")
    for row in content.chart.rows:
        assert f"{row.number} {row.name}: office {row.value.lower()}" in content.chart.alternative
    assert content.chart.alternative.count("nation ") == len(desk.nation.criteria)
    assert content.chart.alternative.count("no national figure") == 1


def test_no_criterion_is_both_strong_and_weak(desk: Desk) -> None:
    content = desk.content(desk.card(desk.answers(place=1)), "en")
    strong, weak = content.extremes.strongest, content.extremes.weakest
    assert len(strong) == len(weak) == 3
    assert not {one.number for one in strong} & {one.number for one in weak}
    assert min(int(one.value) for one in strong) >= max(int(one.value) for one in weak)


def test_the_same_score_never_stands_on_both_sides(desk: Desk) -> None:
    sides = desk.content(desk.card(desk.answers(place=1, keep=2)), "en").extremes
    assert sides.strongest
    assert sides.weakest
    assert min(int(one.value) for one in sides.strongest) > max(int(one.value) for one in sides.weakest)


def test_measures_tell_gain_effort_and_source(desk: Desk) -> None:
    content = desk.content(desk.card(desk.answers(place=2)), "nb")
    assert len(content.measures.rows) == 5
    gains = [float(row.gain.replace("+", "").replace(",", ".")) for row in content.measures.rows]
    assert gains == sorted(gains, reverse=True)
    sources = " ".join(row.source for row in content.measures.rows)
    assert "Punkt 11.1, anbefaling 9 (jf. punkt 7.2)" in sources
    assert all(row.effort for row in content.measures.rows)


def test_advice_that_is_not_among_the_fifteen_says_so(desk: Desk) -> None:
    content = desk.content(desk.card({"decision_authority": "no"}), "nb")
    row = next(row for row in content.measures.rows if "10.3" in row.source)
    assert "kriterium 2 (ikke blant de 15)" in row.source
    effort = desk.model.indicators["decision_authority"].effort
    assert row.effort == Translator("nb")(f"report.effort.{effort}")


def test_nothing_left_to_do_is_not_the_same_as_nothing_answered(desk: Desk) -> None:
    t = Translator("en")
    assert desk.content(desk.card({}), "en").measures.nothing == t("report.measures.no_answers")
    done = desk.content(desk.card({"contact_person": "yes"}), "en")
    assert done.measures.rows == ()
    assert done.measures.nothing == t("report.measures.nothing")


def test_the_place_is_a_range_or_one_number(desk: Desk) -> None:
    sentence = desk.content(desk.card(desk.answers(place=1)), "en").total.sentence
    assert re.search(r"(Between \d+ and \d+|About \d+) of 100 offices scored lower in 2003\.", sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_versions_and_the_date_are_the_assessments_own(desk: Desk, language: Language) -> None:
    t = Translator(language)
    card = desk.card(desk.answers())
    content = desk.content(card, language)
    versions = " ".join(fact.text for fact in content.method.versions)
    for part in (
        desk.model.version,
        desk.model.fingerprint,
        desk.figures.version,
        card.assessment.fingerprint,
    ):
        assert part in versions
    assert t.date(DAY) in versions
    assert t.date(DAY) in content.meta
    assert content.date == (2026, 11, 23)


def test_only_an_example_carries_a_label(desk: Desk) -> None:
    card = desk.card({})
    assert desk.content(card).label == ""
    assert "Syntetisk" in desk.content(card, synthetic=True).label


def test_a_name_that_cannot_be_shown_still_has_a_sign(desk: Desk) -> None:
    assert desk.content(desk.card({}, office="😀")).office == "□"
    assert len(desk.content(desk.card({}, office="x" * 200)).running) < 80


def test_an_answer_in_words_is_never_empty(desk: Desk) -> None:
    for answers in ({}, desk.answers(), desk.answers(place=3, keep=2)):
        card = desk.card(answers)
        for code, indicator in desk.model.indicators.items():
            for outcome in Outcome:
                assert indicator_answer(
                    indicator, outcome, assessment=card.assessment, model=desk.model, t=Translator("nn")
                ), code

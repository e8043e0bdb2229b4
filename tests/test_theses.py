"""Theses, checklist and misprints: they rest on the figures, and no number in them is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring import Figures, Model, load_figures, load_model
from scoring.picture import Tally, ladder_figure, main_figure, populations, tally
from scoring.picture_checks import NAMED
from scoring.picture_types import Fact

if TYPE_CHECKING:
    from scoring.model_types import Texts

DIGIT = re.compile(r"\d")
ALLOWED = {"80": "the limit that the thesis itself names", "2003": "the year of the survey"}


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def figures() -> Figures:
    return load_figures()


def texts_of(model: Model) -> list[Texts]:
    theses = [text for one in model.theses.values() for text in (one.claim, one.says)]
    return theses + [text for one in model.planning.values() for text in (one.title, one.why, one.next)]


def facts_of(model: Model) -> list[Fact]:
    theses = [fact for one in model.theses.values() for fact in one.facts.values()]
    return theses + [fact for one in model.planning.values() for fact in one.facts.values()]


def test_there_are_nine_theses_in_the_order_of_the_report(model: Model) -> None:
    assert [one.place.section for one in model.theses.values()] == [f"10.2.{n}" for n in range(1, 10)]


def test_every_fact_can_be_counted(model: Model, figures: Figures) -> None:
    facts = [fact for thesis in model.theses.values() for fact in thesis.facts.values()]
    facts += [fact for point in model.planning.values() for fact in point.facts.values()]
    tallies = [tally(fact, model, figures) for fact in facts]
    assert all(one is not None and 0 < one.count <= one.n for one in tallies)


def test_every_fact_is_named_in_every_language_and_every_name_is_a_fact(model: Model) -> None:
    theses = [(one.says, one.facts) for one in model.theses.values()]
    pairs = theses + [(one.why, one.facts) for one in model.planning.values()]
    for texts, facts in pairs:
        for text in texts.model_dump().values():
            assert set(NAMED.findall(text)) == set(facts)
            assert not set("{}") & set(NAMED.sub("", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_is_typed(model: Model, language: Language) -> None:
    t = Translator(language)
    typed = {number for texts in texts_of(model) for number in re.findall(r"\d+", t.pick(texts))}
    assert typed <= set(ALLOWED)


def test_the_known_figures_come_out(model: Model, figures: Figures) -> None:
    def count(group: str, code: str, fact: str) -> Tally | None:
        return tally(getattr(model, group)[code].facts[fact], model, figures)

    assert count("planning", "users_first", "peers") == Tally(38, 145, "municipalities")
    assert count("planning", "formal_decision", "peers") == Tally(16, 44, "municipalities")
    assert count("theses", "high_completion", "most") == Tally(7, 87, "offices")
    assert count("theses", "savings", "named") == Tally(30, 151, "offices")
    assert count("theses", "demanded_services", "information") == Tally(354, 705, "answers")


def test_a_verdict_follows_the_figures(model: Model, figures: Figures) -> None:
    """The contradicted thesis is far off: even the lower of its limits is passed by few."""
    contradicted = [one for one in model.theses.values() if one.verdict == "contradicted"]
    assert [one.place.section for one in contradicted] == ["10.2.2"]
    most = tally(contradicted[0].facts["most"], model, figures)
    assert most is not None
    assert most.share < 0.1


def test_the_fields_of_the_theses_are_the_stand_ins(model: Model) -> None:
    stand_ins = set(model.method.stand_in_fields)
    assert all(set(fact.fields) in (set(), stand_ins) for fact in facts_of(model))


def test_what_is_not_printed_cannot_be_counted(model: Model, figures: Figures) -> None:
    assert tally(Fact(item="gains", answers=["no"]), model, figures) is None
    assert tally(Fact(item="opened", answers=["before_1999"]), model, figures) is None
    assert tally(Fact(item="demanded", answers=["health"]), model, figures) is None


def test_a_ladder_is_counted_over_the_fields_that_have_one(model: Model, figures: Figures) -> None:
    every = tally(Fact(item="ladder", answers=list("123456")), model, figures)
    assert every is not None
    assert every.count == every.n
    known = [figure for code in model.fields if (figure := ladder_figure(code, model, figures))]
    assert every.n == sum(figure.n or 0 for figure in known)
    assert tally(Fact(item="ladder", answers=["4"], fields=["county_governor"]), model, figures) is None


def test_all_offices_come_before_the_whole_country(figures: Figures) -> None:
    assert populations("6", figures) == ["all", "country"]
    assert populations("16", figures) == ["all", "osk", "ksk"]
    assert populations("95", figures) == ["planning"]
    assert main_figure("49", figures) is None


def test_the_checklist_holds_both_recommendations(model: Model) -> None:
    assert [one.recommendation for one in model.planning.values() if one.recommendation] == [13, 14]


def test_the_misprints_name_places_and_items_with_figures(model: Model) -> None:
    assert {one.kind for one in model.errata.values()} == {"wrong", "unclear"}
    assert all(model.items[item].place.question for one in model.errata.values() for item in one.items)

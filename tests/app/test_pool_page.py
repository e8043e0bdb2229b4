"""The page about the offices today: scores, answers and files beside 2003, and how an office comes in."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from i18n import LANGUAGES, Language, Translator
from report.scorecard import build_scorecard
from scoring.pool import FLOOR, NO_ANSWER
from storage import LOCAL, assessments, audit, pool
from storage.pool_book import ANSWERS, LEAST
from tests.app.lenders import AMOUNT, SALARY, Lender, lender, lenders, let_in, said, shows, someone, today
from tests.app.people import signed_in
from tests.app.sent import sent
from ui import pool as ui_pool
from ui import resources, state
from ui.components.nation_today_files import FORMS, file_of

if TYPE_CHECKING:
    from report.ratings_table import Format
    from scoring import Model
    from storage import Role
    from tests.app.conftest import Person
    from ui.pool import Seen

pytestmark = pytest.mark.usefixtures("hosted")

T = Translator("nb")


# ------------------------------------------------------------------ the scores
def test_the_scores_stand_beside_2003_in_a_column_of_their_own() -> None:
    lenders(6)
    ola = signed_in("Ola")
    today(ola)
    table = ola.at.table[0].value
    one = build_scorecard(said(), model=resources.model(), nation=resources.nation()).total
    assert list(table.columns) == [T("pool.table.today"), T("pool.table.like"), T("pool.table.survey")]
    assert list(table.iloc[0]) == [T.number(each or 0) for each in (one.score, one.like_for_like, one.nation)]
    assert "6 kontorer i dag" in {one.value for one in ola.at.subheader}
    assert f"inntil {resources.model().method.respondents} kontorer" in ola.texts


def test_the_chart_keeps_the_two_apart_and_says_so() -> None:
    lenders(6)
    ola = signed_in("Ola")
    today(ola)
    [chart] = ola.at.get("vega_lite_chart")
    assert chart.proto.alt.startswith("Gjennomsnittet for 6 kontorer i dag ved siden av 2003")
    layers = json.loads(chart.proto.spec)["layer"]
    assert {"score", "survey"} <= {layer["encoding"]["x"].get("field") for layer in layers}


def test_a_withdrawal_takes_effect_at_the_next_click_and_nothing_is_rated_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = lenders(6)
    ola = signed_in("Ola")
    assert shows(ola)
    monkeypatch.setattr(resources, "rated", None)
    assert shows(ola)
    pool.withdraw(resources.store(), LOCAL, office_id=made[0].id)
    assert not shows(ola)


# ------------------------------------------------------------------ answers
FEW, MANY = {"contact_person": "no"}, {"contact_person": "yes"}


@pytest.fixture
def twenty(hosted: None) -> list[Lender]:  # noqa: ARG001 - the store, which is empty at first
    """The first five say another thing than the others."""
    return [lender(number, **(FEW if number < FLOOR else MANY)) for number in range(LEAST[ANSWERS])]


def column(person: Person) -> list[str]:
    """Today's answers to whether there is one contact person: yes, partly, no, and what is beneath."""
    today(person, question="contact_person")
    return [str(cell) for cell in person.at.table[1].value.iloc[:, 0]]


@pytest.mark.usefixtures("twenty")
def test_an_answer_of_five_others_is_shown() -> None:
    assert sorted(column(signed_in("Ola"))) == sorted([T.percent(0.75), T.percent(0), T.percent(0.25)])


def test_an_answer_of_four_others_is_not_shown_nor_what_is_left_of_the_whole(twenty: list[Lender]) -> None:
    let_in("Kari", "viewer", twenty[0])
    kari = signed_in("Kari")
    today(kari, question="contact_person")
    assert len(kari.at.table) == 1
    assert "For få kontorer har svart det samme" in kari.texts


def test_answers_rest_when_one_withdraws(twenty: list[Lender]) -> None:
    ola = signed_in("Ola")
    assert column(ola)
    pool.withdraw(resources.store(), LOCAL, office_id=twenty[0].id)
    today(ola, question="contact_person")
    assert len(ola.at.table) == 0


@pytest.mark.usefixtures("twenty")
def test_a_number_is_a_rounded_mean() -> None:
    ola = signed_in("Ola")
    today(ola, question=SALARY)
    assert T.number(7_700_000) in ola.texts
    assert AMOUNT not in sent(ola)


@pytest.mark.usefixtures("twenty")
def test_the_question_is_chosen_and_stands_in_the_address() -> None:
    ola = signed_in("Ola")
    today(ola)
    for code in ("contact_person", "user_survey", "contact_person"):
        ola.choose("pool.question", code)
        assert ola.at.query_params["question"] in (code, [code])
        assert ola.widget("pool.question").value == code


@pytest.mark.usefixtures("twenty")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_question_says_something(language: Language, model: Model) -> None:
    kinds = {item.kind: code for code, item in model.asked.items()}
    ola = signed_in("Ola")
    for code in kinds.values():
        ola.open("nation", lang=language, view="today", question=code)
        assert "pool." not in ola.texts
        assert not re.search(r"\{\w+\}", ola.texts)


# ------------------------------------------------------------------ files
def seen_by(name: str, monkeypatch: pytest.MonkeyPatch) -> Seen:
    monkeypatch.setattr(ui_pool, "actor", lambda: someone(name))
    return ui_pool.seen()


def read(form: Format, content: bytes) -> pd.DataFrame:
    match form:
        case "csv":
            return pd.read_csv(io.BytesIO(content))
        case "json":
            return pd.read_json(io.BytesIO(content))
        case _:
            return pd.read_excel(io.BytesIO(content), engine="calamine")


@pytest.mark.parametrize("form", FORMS)
def test_a_file_holds_the_figures_of_the_page_and_what_is_not_shown_is_not_in_it(
    form: Format, twenty: list[Lender], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = read(form, file_of(seen_by("Ola", monkeypatch), form))
    answers = table[table["figure"] == "contact_person"].set_index("alternative")["today"]
    assert answers.to_dict() == {"yes": 75, "partly": 0, "no": 25, NO_ANSWER: 0}
    [total] = table[table["figure"] == "total"].to_dict("records")
    assert (total["today"], total["today_n"]) == (round(float(total["today"])), len(twenty))
    let_in("Kari", "viewer", twenty[0])
    fewer = read(form, file_of(seen_by("Kari", monkeypatch), form))
    assert "contact_person" not in set(fewer["figure"])
    assert "total" in set(fewer["figure"])
    pool.withdraw(resources.store(), LOCAL, office_id=twenty[0].id)
    assert len(read(form, file_of(seen_by("Ola", monkeypatch), form))) == 0


# ------------------------------------------------------------------ consent
def test_an_owner_lends_and_takes_back_on_the_page_sharing() -> None:
    [one] = lenders(1)
    pool.withdraw(resources.store(), LOCAL, office_id=one.id)
    let_in("Kari", "owner", one)
    kari = signed_in("Kari", "sharing").press("lend")
    assert pool.lends_since(resources.store(), LOCAL, office_id=one.id) is not None
    assert T.date(state.today()) in kari.texts
    kari.press("lend_undo")
    assert pool.lends_since(resources.store(), LOCAL, office_id=one.id) is None
    told = [event.what for event in audit.of_office(resources.store(), LOCAL, office_id=one.id)]
    assert told[:2] == ["withdrawn", "lent"]


@pytest.mark.parametrize("role", ["member", "viewer", "consultant"])
def test_others_see_whether_their_office_lends_and_cannot_change_it(role: Role) -> None:
    [one] = lenders(1)
    let_in("Kari", role, one)
    kari = signed_in("Kari", "sharing")
    assert "Kontoret har lånt bort svarene sine siden" in kari.texts
    assert not {"lend", "lend_undo"} & {str(button.key) for button in kari.at.button}


def test_an_office_without_a_locked_assessment_is_told_so() -> None:
    [one] = lenders(1)
    assessments.unlock(resources.store(), LOCAL, assessment_id=one.assessment)
    let_in("Kari", "owner", one)
    assert "ingen låst vurdering" in signed_in("Kari", "sharing").texts


def test_the_page_about_privacy_tells_of_it() -> None:
    assert T("privacy.pool.title") in {one.value for one in signed_in("Ola", "privacy").at.header}

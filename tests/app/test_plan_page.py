"""The plan: chosen measures, who does them by when, and the score that they lead to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st

from i18n import LANGUAGES, Language, Translator
from report.measure_words import measure_title
from report.scorecard import build_scorecard
from scoring import Assessment, Model
from scoring.assessment import from_json
from scoring.plan import PlannedMeasure, by_gain_per_effort
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.conftest import Person

NB = Translator("nb")
DAY = dt.date(2026, 11, 23)
SOON, LATER = dt.date(2099, 2, 1), dt.date(2099, 6, 1)


def office(*plan: PlannedMeasure) -> Assessment:
    example = next(one for one in resources.examples() if one.office == "Modelleid servicetorg")
    return dataclasses.replace(example, office="Åsnes servicetorg", date=DAY, plan=plan)


def own(person: Person, *plan: PlannedMeasure, language: Language = "nb") -> Person:
    person.at.session_state["assessment"] = office(*plan)
    return person.open("plan", lang=language)


def field(person: Person, kind: str, place: int, name: str) -> Any:  # noqa: ANN401 - any widget
    found = [one for one in getattr(person.at, kind) if f".{place}.{name}#" in f".{one.key}"]
    assert len(found) == 1
    return found[0]


def give(person: Person, kind: str, place: int, name: str, *, value: object) -> Person:
    field(person, kind, place, name).set_value(value)
    return person.run()


def buttons(person: Person, prefix: str) -> list[str]:
    return [one.key for one in person.at.button if one.key and one.key.startswith(prefix)]


def cards(person: Person) -> list[str]:
    """The titles of the plan's cards in their order."""
    codes = {measure_title(one.code, model=resources.model(), t=NB) for one in person.held.plan}
    return [str(one.value) for one in person.at.subheader if str(one.value).replace("\\", "") in codes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_without_answers_without_a_plan_and_with_one(
    person: Person, language: Language
) -> None:
    t = Translator(language)
    person.open("plan", lang=language)
    assert t("plan.empty") in person.texts
    own(person, language=language)
    assert t("plan.none_yet") in person.texts
    assert not person.at.get("vega_lite_chart")
    own(person, PlannedMeasure("case_responsibility", "medium", deadline=SOON), language=language)
    assert t("plan.list") in person.texts
    assert len(person.at.get("vega_lite_chart")) == 1


def test_the_empty_page_has_two_doors(person: Person) -> None:
    person.open("plan", lang="nb").press("plan_example")
    assert person.at.title[0].value == NB("try_out.title")
    person.open("plan", lang="nb").press("plan_assess")
    assert person.at.title[0].value == NB("assess.title")


def test_measures_stand_in_the_order_of_gain_for_the_effort(person: Person, model: Model) -> None:
    own(person)
    measures = build_scorecard(office(), model=model, nation=resources.nation()).measures
    order = [f"add_{one.code}" for one in by_gain_per_effort(measures, {}, model=model)]
    assert buttons(person, "add_")[:-1] == order
    assert "Liten innsats teller 1, middels 2 og stor 4." in person.texts
    assert "**+9,3 poeng** · middels innsats" in person.texts


def test_a_measure_is_added_with_the_models_effort_and_leaves_the_list(person: Person) -> None:
    own(person).press("add_case_responsibility").press("add_central_place")
    assert person.held.plan == (
        PlannedMeasure("case_responsibility", "medium"),
        PlannedMeasure("central_place", "medium"),
    )
    assert not {"add_case_responsibility", "add_central_place"} & set(buttons(person, "add_"))
    assert person.held.date == DAY  # a plan is no new assessment


def test_one_point_of_a_larger_measure_can_be_planned(person: Person) -> None:
    own(person).choose("plan.single", "indicator.contact_person").press("add_single")
    assert person.held.plan == (PlannedMeasure("indicator.contact_person", "medium"),)
    assert "indicator.contact_person" not in person.widget("plan.single").options


def test_every_field_is_kept_the_moment_it_is_changed(person: Person) -> None:
    own(person, PlannedMeasure("case_responsibility", "medium"))
    give(person, "text_input", 0, "responsible", value=" Kari ")
    give(person, "date_input", 0, "deadline", value=SOON)
    give(person, "selectbox", 0, "effort", value="large")
    give(person, "selectbox", 0, "status", value="started")
    give(person, "text_input", 0, "note", value="Begynn med NAV")
    assert person.held.plan == (
        PlannedMeasure("case_responsibility", "large", "Kari", SOON, "started", "Begynn med NAV"),
    )
    assert field(person, "date_input", 0, "deadline").format == "DD.MM.YYYY"
    person.open("method", lang="nb").open("plan", lang="nb")
    assert field(person, "text_input", 0, "responsible").value == "Kari"
    give(person, "date_input", 0, "deadline", value=None)
    assert person.held.plan[0].deadline is None


def test_two_fields_changed_at_once_are_both_kept(person: Person) -> None:
    own(person, PlannedMeasure("case_responsibility", "medium"))
    field(person, "text_input", 0, "responsible").set_value("Kari")
    field(person, "selectbox", 0, "status").set_value("done")
    person.run()
    assert person.held.plan == (PlannedMeasure("case_responsibility", "medium", "Kari", status="done"),)


def test_the_list_is_in_the_order_of_the_deadlines(person: Person) -> None:
    own(
        person,
        PlannedMeasure("relief", "small"),
        PlannedMeasure("case_responsibility", "medium", deadline=LATER),
        PlannedMeasure("written_agreements", "medium", deadline=SOON),
        PlannedMeasure("team_building", "small", status="dropped"),
        PlannedMeasure("register_enquiries", "small", status="done"),
    )
    codes = ["register_enquiries", "written_agreements", "case_responsibility", "relief", "team_building"]
    assert cards(person) == [measure_title(code, model=resources.model(), t=NB) for code in codes]
    give(person, "date_input", 1, "deadline", value=dt.date(2098, 1, 1))
    assert cards(person)[1] == measure_title("case_responsibility", model=resources.model(), t=NB)
    assert field(person, "date_input", 2, "deadline").value == SOON


def test_taking_a_measure_out_leaves_the_others_as_they_are_and_can_be_undone(person: Person) -> None:
    first = PlannedMeasure("relief", "small", "Ola", SOON)
    second = PlannedMeasure("team_building", "small", "Kari", LATER, "started", "Notat")
    own(person, first, second).press("out_0")
    assert list(person.held.plan) == [second]
    assert field(person, "text_input", 0, "responsible").value == "Kari"
    assert "er tatt ut av planen" in person.texts
    person.press("plan_put_back")
    assert list(person.held.plan) == [second, first]
    assert field(person, "text_input", 1, "responsible").value == "Ola"


def test_a_file_with_strange_measures_opens(person: Person) -> None:
    own(
        person,
        PlannedMeasure("relief", "small", "A"),
        PlannedMeasure("relief", "small", "B"),
        PlannedMeasure("from_another_model", "large", "*C*", dt.date(1850, 1, 1)),
    )
    give(person, "text_input", 1, "responsible", value="D")
    assert [one.responsible for one in person.held.plan] == ["A", "D", "*C*"]
    assert r"Ukjent tiltak \(from\_another\_model\)" in [one.value for one in person.at.subheader]


def test_what_is_overdue_says_so(person: Person) -> None:
    own(person, PlannedMeasure("relief", "small", deadline=dt.date(2020, 1, 1)))
    assert NB.plural("plan.overdue", 1) in person.texts
    assert NB("plan.late") in person.texts
    give(person, "selectbox", 0, "status", value="done")
    assert NB("plan.late") not in person.texts


def test_the_projected_score_is_told_drawn_and_tabled(person: Person) -> None:
    own(
        person,
        PlannedMeasure("case_responsibility", "medium", deadline=SOON),
        PlannedMeasure("development_plans", "medium"),
    )
    assert person.at.metric[0].value == "32 → 51"
    alt = person.at.get("vega_lite_chart")[0].proto.alt
    assert "41 fra 1. februar 2099; 51 når tiltakene uten frist er på plass" in alt
    table = person.at.table[0].value
    days = [str(day).replace("\N{NO-BREAK SPACE}", " ") for day in table.index]
    assert days == ["23. nov. 2026", "1. feb. 2099", NB("report.plan_no_deadline")]
    assert "ingen prognose" in person.texts


def test_an_office_without_a_total_can_plan_but_sees_no_stair(person: Person) -> None:
    plan = (PlannedMeasure("case_responsibility", "medium"),)
    person.at.session_state["assessment"] = Assessment("", {"contact_person": "no"}, plan=plan)
    person.open("plan", lang="nb")
    assert not person.at.get("vega_lite_chart")
    assert NB("report.plan_not_rated") in person.texts


def test_an_example_has_no_plan_of_its_own(person: Person) -> None:
    person.open("plan", lang="nb", example=resources.examples()[0].office)
    assert NB("plan.empty") in person.texts
    assert "example" not in person.at.query_params


def test_the_plan_travels_with_the_answers(person: Person, model: Model) -> None:
    own(person).press("add_case_responsibility")
    text = person.held.to_json(model_version=model.version)
    assert from_json(text)[0].plan == person.held.plan


def test_the_files_are_made_only_when_asked_for(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, Callable[[], bytes]] = {}

    def button(_label: str, data: Callable[[], bytes], name: str, *_: str, **__: object) -> None:
        made[name] = data

    monkeypatch.setattr(st, "download_button", button)
    own(person, PlannedMeasure("case_responsibility", "medium", "Kari", SOON))
    person.choose("plan.case_language", "nn")
    names = (
        "tikamp-åsnes-servicetorg.pdf",
        "frister-åsnes-servicetorg.ics",
        "saksframlegg-åsnes-servicetorg.docx",
    )
    pdf, calendar, case = (made[name]() for name in names)
    assert pdf.startswith(b"%PDF")
    assert b"DTSTART;VALUE=DATE:20990201" in calendar
    with zipfile.ZipFile(io.BytesIO(made["tiltaksplan-åsnes-servicetorg.xlsx"]())) as book:
        assert b"Kari" in book.read("xl/sharedStrings.xml")
    with zipfile.ZipFile(io.BytesIO(case)) as document:
        assert (
            "nn-NO" in document.read("word/styles.xml").decode() + document.read("word/document.xml").decode()
        )

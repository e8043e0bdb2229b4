"""Answers out of the session as a file, and into it again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from scoring import Assessment, FaultsError, Model
from tests.workbooks import workbook
from ui import resources
from ui.answer_files import file_name, read

if TYPE_CHECKING:
    from tests.app.conftest import Person


def test_a_downloaded_file_reads_back_the_same(model: Model) -> None:
    office = resources.examples()[4]
    text = office.to_json(model_version=model.version)
    assert read(text.encode(), name="a.json", model=model) == [office]


def test_a_file_takes_the_place_of_the_answers_and_can_be_undone(person: Person, model: Model) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no").open(
        "assess", lang="nb"
    )
    office = resources.examples()[4]
    person.at.file_uploader[0].upload("svar.json", office.to_json(model_version=model.version).encode())
    person.run()
    assert person.held.answers == {"contact_person": "no"}
    person.press("upload_take")
    assert person.held == office
    assert person.widget("office", ("text_input",)).value == office.office
    person.press("files_undo")
    assert person.held.answers == {"contact_person": "no"}


def test_a_file_with_faults_changes_nothing_and_names_them_all(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no").open(
        "assess", lang="nb"
    )
    entry = json.loads(Assessment("Nordvik", {}).to_json(model_version="x"))
    entry["answers"] = {"contact_person": "kanskje", "fte": "-3", "nonsense": "yes"}
    person.at.file_uploader[0].upload("svar.json", json.dumps(entry).encode())
    person.run()
    message = person.at.error[0].value
    assert all(word in message for word in ("kanskje", "fte", "nonsense"))
    assert "kontor nr\\. 2" not in message
    assert person.held.answers == {"contact_person": "no"}
    assert "upload_take" not in [one.key for one in person.at.button]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"[]", b"{}", b"null", b"[1, 2", b'"tikamp"'])
def test_what_is_no_assessment_is_a_fault_and_no_crash(model: Model, data: bytes) -> None:
    with pytest.raises(FaultsError):
        read(data, name="a.json", model=model)


def test_a_file_of_several_offices_lets_one_be_chosen(person: Person, model: Model) -> None:
    several = [json.loads(one.to_json(model_version=model.version)) for one in resources.examples()[:3]]
    person.open("assess", lang="nb")
    person.at.file_uploader[0].upload("svar.json", json.dumps(several).encode())
    person.run().choose("upload_choose", several[2]["office"]).press("upload_take")
    assert person.held == resources.examples()[2]


@pytest.mark.parametrize("name", ["svar.xlsx", "svar.csv"])
def test_a_row_of_a_table_takes_the_place_of_the_answers(person: Person, name: str) -> None:
    rows: list[list[object]] = [
        ["Kontor", "Hvor mange årsverk har kontoret i alt?", "contact_person"],
        ["Nordvik", 3.5, "Delvis"],
        ["Sørvik", 2, "Ja"],
    ]
    text = "\n".join(";".join(map(str, row)) for row in rows)
    content = workbook(Svar=rows) if name.endswith("xlsx") else text.encode("cp1252")
    person.open("assess", lang="nb")
    person.at.file_uploader[0].upload(name, content)
    person.run().choose("upload_choose", "Nordvik").press("upload_take")
    assert person.held.office == "Nordvik"
    assert person.held.answers == {"fte": "3.5", "contact_person": "partly"}
    person.open("assess", lang="nb", section="contact")
    assert person.widget("contact_person").value == "partly"


def test_faults_of_a_table_are_told_by_sheet_row_and_column(person: Person) -> None:
    content = workbook(Svar=[["Kontor", "Hvor mange årsverk har kontoret i alt?"], ["Nordvik", "mange"]])
    person.open("assess", lang="nb")
    person.at.file_uploader[0].upload("svar.xlsx", content)
    person.run()
    message = person.at.error[0].value
    assert all(word in message for word in ("ark Svar", "rad 2", "kolonne B", "Hvor mange årsverk", "mange"))


def test_a_stand_in_for_a_name_does_not_come_back_as_a_name(model: Model) -> None:
    text = Assessment("Office without a name", {"gains": "no"}).to_json(model_version=model.version)
    assert read(text.encode(), name="a.json", model=model)[0].office == ""


def test_starting_again_asks_first_and_can_be_undone(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no").open(
        "assess", lang="nb"
    )
    assert "Du begynner på en ny, tom vurdering." in person.texts
    person.press("reset")
    assert person.held.answers == {}
    person.press("files_undo")
    assert person.held.answers == {"contact_person": "no"}


def test_the_file_has_a_name_that_every_system_takes() -> None:
    name = file_name(Assessment("../Ås & Øst: «torg»?", {}))
    assert name.startswith("tikamp-ås-øst-torg-")
    assert name.endswith(".json")

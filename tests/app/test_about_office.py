"""The facts of an office: told beside the form, stored at once, and no part of the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring import Assessment
from scoring.facts import MOST_TAGS, TAG_LENGTH, Facts
from storage import LOCAL, Outline, assessments, facts, offices
from tests.app.people import invite, known, signed_in
from ui import resources, state

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")


def stored() -> Facts:
    [office] = offices.overview(resources.store(), LOCAL)
    return office.facts


def tell(person: Person, **told: object) -> Person:
    kinds = {"county": "selectbox", "inhabitants": "number_input", "tags": "multiselect"}
    for name, value in told.items():
        person.widget(f"about.{name}", kinds=(kinds[name],)).set_value(value)
        person.run()
    return person


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_stored_at_once(person: Person, language: Language) -> None:
    person.open("assess", lang=language)
    assert Translator(language)("about.text") in person.texts
    tell(person, county="46", inhabitants=12_345, tags=["Vekst", "kyst"])
    assert person.held.facts == stored() == Facts("46", 12_345, ("Vekst", "kyst"))
    tell(person, county=None, inhabitants=None, tags=[])
    assert person.held.facts == stored() == Facts()


def test_facts_move_no_score_and_no_date(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes")
    before = person.held
    tell(person.open("assess", lang="nb"), county="03")
    assert (person.held.answers, person.held.date) == (before.answers, before.date)
    assert person.held.fingerprint == before.fingerprint


def test_what_a_tag_cannot_be_is_put_right_and_shown_so(person: Person) -> None:
    many = [" Kyst ", "kyst", "by|bygd", "x" * (TAG_LENGTH + 1), *(f"t{place:02}" for place in range(16))]
    tell(person.open("assess", lang="nb"), tags=many)
    assert len(stored().tags) == MOST_TAGS
    assert {*stored().tags} >= {"Kyst", "by", "bygd", "x" * TAG_LENGTH}
    assert tuple(person.run().widget("about.tags", kinds=("multiselect",)).value) == stored().tags


def test_the_facts_come_back_and_to_the_next_assessment(person: Person, another: Person) -> None:
    tell(person.open("assess", lang="nb"), county="11", tags=["by"])
    another.open("assess", lang="nb", a=person.at.session_state["place"])
    assert another.widget("about.county").value == "11"
    assert list(another.widget("about.tags", kinds=("multiselect",)).value) == ["by"]
    another.open("history", lang="nb").press("history_begin_empty")
    assert another.held.facts == Facts("11", None, ("by",))


def test_what_another_has_told_is_not_told_over(person: Person) -> None:
    tell(person.open("assess", lang="nb"), county="11")
    [office] = offices.overview(resources.store(), LOCAL)
    facts.describe(resources.store(), LOCAL, office_id=office.id, facts=Facts("15", 9))
    place = person.at.session_state["place"]
    assessments.lock(resources.store(), LOCAL, assessment_id=place)  # so that it is read anew
    person.run()
    assert person.widget("about.county").value == "15"
    assert stored() == person.held.facts == Facts("15", 9)


def test_facts_of_a_file_come_along(person: Person) -> None:
    told = Facts("55", 3, ("by",))
    text = Assessment("Nes", {"relief": "yes"}, facts=told).to_json(model_version="1")
    person.open("assess", lang="nb")
    upload = next(one for one in person.at.file_uploader if (one.key or "").startswith("upload#"))
    upload.set_value([("nes.json", text.encode(), "application/json")])
    person.run().press("upload_take")
    assert person.held.facts == stored() == told


@pytest.mark.usefixtures("hosted")
@pytest.mark.parametrize("role", ["member", "viewer"])
def test_who_may_not_name_the_office_reads_what_is_told(role: str) -> None:
    store, kari = resources.store(), known(resources.store(), "Kari")
    office = offices.create(store, kari, name="Moss")
    facts.describe(store, kari, office_id=office, facts=Facts("31"))
    outline = Outline(state.today(), resources.model().version, resources.figures().version)
    made = assessments.create(store, kari, office_id=office, outline=outline)
    invite(store, kari, office, "Ola", role)  # type: ignore[arg-type]
    ola = signed_in("Ola", "assess", a=made)
    assert ola.widget("about.county").value == "31"
    assert ola.widget("about.county").disabled
    assert ola.held.facts == Facts("31")

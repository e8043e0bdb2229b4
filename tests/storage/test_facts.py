"""What offices are grouped by: told, listed, taken along, and never asked for office by office."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import event, func, select

from scoring.facts import MOST_TAGS, TAG_LENGTH, Facts
from storage import (
    LOCAL,
    BadFile,
    BadText,
    assessments,
    audit,
    contents,
    export,
    facts,
    importing,
    offices,
    plans,
    tables,
)
from tests.storage.databases import OUTLINE, PLAN, begun, person, write
from tests.storage.test_export import whole
from tests.strategies import facts as any_facts

if TYPE_CHECKING:
    from storage import Actor, Store

COAST = Facts("46", 12_345, ("kyst", "Vekst"))
ON_A_STORE = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def told(store: Store, actor: Actor) -> list[Facts]:
    return [one.facts for one in offices.overview(store, actor)]


def test_nothing_is_known_of_a_new_office(store: Store, kari: Actor, moss: str) -> None:
    assert told(store, kari) == [Facts()]
    facts.describe(store, kari, office_id=moss, facts=COAST)
    assert told(store, kari) == [COAST]
    assert audit.of_office(store, kari, office_id=moss)[0].what == "described"


def test_what_is_told_takes_the_place_of_what_was(store: Store, kari: Actor, moss: str) -> None:
    facts.describe(store, kari, office_id=moss, facts=COAST)
    facts.describe(store, kari, office_id=moss, facts=Facts(None, 0, ("VEKST",)))
    assert told(store, kari) == [Facts(None, 0, ("VEKST",))]
    facts.describe(store, kari, office_id=moss, facts=Facts())
    assert told(store, kari) == [Facts()]


@ON_A_STORE
@given(one=any_facts())
def test_any_facts_are_stored_and_come_along_in_a_file(store: Store, kari: Actor, one: Facts) -> None:
    office_id = offices.create(store, kari, name="Ås")
    facts.describe(store, kari, office_id=office_id, facts=one)
    assert [one.facts for one in offices.overview(store, kari) if one.id == office_id] == [one]
    reader = person(store, "Reader")
    text = export.export_office(store, kari, office_id=office_id)
    made = importing.import_office(store, reader, text=text)
    assert [one.facts for one in offices.overview(store, reader) if one.id == made] == [one]


WRONG = {
    "county": Facts("99"),
    "name": Facts("Oslo"),
    "inhabitants": Facts(None, -1),
    "many": Facts(tags=tuple(map(str, range(MOST_TAGS + 1)))),
    "long": Facts(tags=("x" * (TAG_LENGTH + 1),)),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    store: Store, kari: Actor, moss: str, wrong: Facts
) -> None:
    facts.describe(store, kari, office_id=moss, facts=COAST)
    with pytest.raises(BadText):
        facts.describe(store, kari, office_id=moss, facts=wrong)
    assert told(store, kari) == [COAST]


def test_a_purged_office_leaves_no_tags(store: Store, kari: Actor, moss: str) -> None:
    facts.describe(store, kari, office_id=moss, facts=COAST)
    with store.write() as session:
        session.delete(session.get(tables.Office, moss))
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(tables.OfficeTag)) == 0


# ------------------------------------------------------------------ many offices
def _queries(store: Store, call: Any) -> int:  # noqa: ANN401 - any call of the store
    seen: list[str] = []

    def note(*given: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
        seen.append(given[2])

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    return len(seen)


def test_a_larger_number_of_offices_takes_no_more_queries(store: Store) -> None:
    def to_compare() -> None:
        found = offices.to_compare(store, LOCAL)
        ids = [one.latest.id for one in found if one.latest]
        assert len(contents.of_assessments(store, LOCAL, assessment_ids=ids)) == len(found)

    first, _ = begun(store, LOCAL)
    facts.describe(store, LOCAL, office_id=first, facts=COAST)
    one = _queries(store, to_compare)
    for place in range(5):
        more, _ = begun(store, LOCAL, f"Moss {place}")
        facts.describe(store, LOCAL, office_id=more, facts=COAST)
    assert _queries(store, to_compare) == one


def test_contents_are_what_is_loaded(store: Store, kari: Actor, moss: str, spring: str) -> None:
    write(store, kari, spring, goals="yes", method="do_not_know", staff="x", note_goals="why")
    write(store, kari, spring, staff="")
    plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0)
    facts.describe(store, kari, office_id=moss, facts=COAST)
    autumn = assessments.create(store, kari, office_id=moss, outline=OUTLINE)
    ids = [spring, autumn]
    loaded = assessments.load_many(store, kari, assessment_ids=ids)
    assert contents.of_assessments(store, kari, assessment_ids=ids) == {
        one.info.id: one.assessment for one in loaded
    }
    assert {one.assessment.facts for one in loaded} == {COAST}


# ------------------------------------------------------------------ files
def test_a_file_from_before_there_were_facts_is_an_office_without_any(store: Store) -> None:
    file = whole()
    assert not {"county", "inhabitants", "tags"} & file.keys()
    importing.import_office(store, LOCAL, text=json.dumps(file))
    assert told(store, LOCAL) == [Facts()]


@pytest.mark.parametrize(
    "wrong", [{"county": "99"}, {"county": 3}, {"inhabitants": -1}, {"tags": ["x" * 101]}, {"tags": "by"}]
)
def test_a_file_with_facts_that_cannot_be_is_refused(store: Store, wrong: dict[str, object]) -> None:
    with pytest.raises(BadFile):
        importing.import_office(store, LOCAL, text=json.dumps(whole() | wrong))
    assert told(store, LOCAL) == []

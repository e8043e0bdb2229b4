"""Bad input by the hundred: every text is kept as written or refused by name, every file taken or refused."""

from __future__ import annotations

import copy
import dataclasses
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import LOCAL, BadFile, BadText, assessments, export, importing, members, offices, people, plans
from tests.storage.databases import OUTLINE, PLAN, begun, write
from tests.storage.test_answers import NASTY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage import Store

Json = Any  # whatever a JSON file can hold

WORDS = [*NASTY, "a\x00b", "\ud83d", "x" * 100_001, "", "[a](http://b) :red[c] $d$"]
ANY = st.one_of(st.sampled_from(WORDS), st.text(max_size=300))
MANY = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


# ------------------------------------------------------------------ every field of text
def an_office(store: Store, text: str) -> str:
    office = offices.create(store, LOCAL, name=text)
    return next(one.name for one in offices.overview(store, LOCAL) if one.id == office)


def a_new_name(store: Store, text: str) -> str:
    office, _ = begun(store, LOCAL)
    offices.rename(store, LOCAL, office_id=office, name=text)
    return next(one.name for one in offices.overview(store, LOCAL) if one.id == office)


def a_title(store: Store, text: str) -> str:
    _, here = begun(store, LOCAL)
    assessments.describe(store, LOCAL, assessment_id=here, title=text, date=OUTLINE.date)
    return assessments.load(store, LOCAL, assessment_id=here).info.title


def a_measure(store: Store, field: str, text: str) -> str:
    _, here = begun(store, LOCAL)
    plan = (dataclasses.replace(PLAN[0], **{field: text}),)  # type: ignore[arg-type]
    plans.save_plan(store, LOCAL, assessment_id=here, plan=plan, seen_version=0)
    [loaded] = assessments.load(store, LOCAL, assessment_id=here).assessment.plan
    return str(getattr(loaded, field))


def a_person(store: Store, text: str) -> str:
    actor = people.sign_in(store, name=text, email="kari@moss.no")
    return people.myself(store, actor).name


def a_member(store: Store, text: str) -> str:
    actor = people.sign_in(store, name=text, subject="https://provider|1")
    office = offices.create(store, actor, name="Moss")
    [member] = members.of_office(store, actor, office_id=office)
    return member.name


FIELDS: dict[str, Callable[[Store, str], str]] = {
    "office": an_office,
    "new name": a_new_name,
    "title": a_title,
    "responsible": lambda store, text: a_measure(store, "responsible", text),
    "note": lambda store, text: a_measure(store, "note", text),
    "person": a_person,
    "member": a_member,
}
STRIPPED = {"office", "new name", "person", "member"}


@pytest.mark.parametrize("field", FIELDS)
@MANY
@given(text=ANY)
def test_a_field_of_text_keeps_what_is_written_or_refuses_it(store: Store, field: str, text: str) -> None:
    try:
        kept = FIELDS[field](store, text)
    except BadText:
        assert "\x00" in text or len(text.strip()) > 200 or any("\ud800" <= sign <= "\udfff" for sign in text)
    else:
        assert kept == (text.strip() if field in STRIPPED else text)


@MANY
@given(name=ANY, email=ANY, subject=ANY)
def test_whatever_a_provider_says_makes_one_person_or_none(
    store: Store, name: str, email: str, subject: str
) -> None:
    try:
        first = people.sign_in(store, name=name, email=email, subject=subject)
        again = people.sign_in(store, name=name, email=email, subject=subject)
    except (BadText, ValueError):
        return
    assert first.person_id == again.person_id


# ------------------------------------------------------------------ every place of an exported office
VALUES = st.one_of(
    ANY, st.none(), st.booleans(), st.integers(), st.floats(), st.just([]), st.just({}), st.just({"a": [1]})
)


def places(part: Json, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a JSON value, from the outermost in."""
    yield way
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, value in inside:
        yield from places(value, (*way, name))


def changed(whole: Json, way: tuple[str | int, ...], value: Json) -> Json:
    if not way:
        return value
    new = part = copy.deepcopy(whole)
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = value
    return new


@pytest.fixture
def exported(store: Store) -> Json:
    office, here = begun(store, LOCAL)
    write(store, LOCAL, here, goals="yes", method="do_not_know", note_goals="why")
    write(store, LOCAL, here, goals="no")
    plans.save_plan(store, LOCAL, assessment_id=here, plan=PLAN, seen_version=0)
    return json.loads(export.export_office(store, LOCAL, office_id=office))


@MANY
@given(data=st.data(), value=VALUES)
def test_a_file_that_was_changed_anywhere_is_taken_whole_or_refused_whole(
    store: Store, exported: Json, data: st.DataObject, value: Json
) -> None:
    way = data.draw(st.sampled_from(list(places(exported))))
    text = json.dumps(changed(exported, way, value))
    before = offices.overview(store, LOCAL)
    try:
        office = importing.import_office(store, LOCAL, text=text)
    except BadFile:
        assert offices.overview(store, LOCAL) == before
    else:
        again = importing.import_office(
            store, LOCAL, text=export.export_office(store, LOCAL, office_id=office)
        )
        names = {one.id: one.name for one in offices.overview(store, LOCAL)}
        assert names[again] == names[office]


@MANY
@given(junk=st.one_of(st.binary(max_size=300), ANY))
def test_junk_is_refused_as_a_file(store: Store, junk: str | bytes) -> None:
    with pytest.raises(BadFile):
        importing.import_office(store, LOCAL, text=junk)

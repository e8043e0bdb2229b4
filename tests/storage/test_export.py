"""An exported office reads back in, the same to the last bit; any other file is refused kindly."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from scoring import Assessment, Model, Rating, encode, load_model, rate
from scoring.assessment import to_table
from storage import (
    LOCAL,
    BadFile,
    Change,
    answers,
    assessments,
    export,
    importing,
    offices,
    plans,
)
from tests.storage.databases import OUTLINE, PLAN, begun, write
from tests.storage.test_answers import NASTY
from tests.strategies import offices as any_office

if TYPE_CHECKING:
    from storage import Actor, Loaded, Store


MODEL: Model = load_model()


def through_a_file(store: Store, kari: Actor, ola: Actor, office_id: str) -> list[Loaded]:
    """What Ola has after reading in what Kari has written out, newest first."""
    text = export.export_office(store, kari, office_id=office_id)
    return all_of(store, ola, importing.import_office(store, ola, text=text))


def all_of(store: Store, actor: Actor, office_id: str) -> list[Loaded]:
    ids = [one.id for one in assessments.of_office(store, actor, office_id=office_id)]
    return assessments.load_many(store, actor, assessment_ids=ids)


def rated(assessment: Assessment) -> Rating:
    return rate(encode(to_table([assessment]), model=MODEL), model=MODEL)


def same(first: Rating, second: Rating) -> bool:
    """Bit for bit: every table of every stage."""
    tables = [field.name for field in fields(Rating) if field.name != "model"]
    return all(getattr(first, name).equals(getattr(second, name)) for name in tables)


@settings(
    max_examples=10,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink an office takes minutes
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=any_office(MODEL))
def test_the_rating_is_the_same_bit_for_bit(
    store: Store, kari: Actor, ola: Actor, texts: dict[str, str]
) -> None:
    office_id, here = begun(store, kari)
    changes = [Change(column, text) for column, text in texts.items()]
    answers.save(store, kari, assessment_id=here, changes=changes)
    before = assessments.load(store, kari, assessment_id=here)
    [after] = through_a_file(store, kari, ola, office_id)
    assert after.assessment == before.assessment
    assert same(rated(after.assessment), rated(before.assessment))
    direct = Assessment("Moss", {one: text for one, text in texts.items() if text}, date=OUTLINE.date)
    assert same(rated(after.assessment), rated(direct))


def test_everything_comes_along(store: Store, kari: Actor, ola: Actor, moss: str, spring: str) -> None:
    write(store, kari, spring, goals="yes", method="do_not_know", note_goals="why")
    write(store, kari, spring, goals="no", method="")
    plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0)
    plans.save_plan(store, kari, assessment_id=spring, plan=PLAN[:1], seen_version=1)
    assessments.lock(store, kari, assessment_id=spring)
    assessments.copy(store, kari, assessment_id=spring, outline=replace(OUTLINE, date=dt.date(2027, 1, 1)))
    before = all_of(store, kari, moss)
    after = through_a_file(store, kari, ola, moss)
    for old, new in zip(before, after, strict=True):
        assert new.assessment == old.assessment
        assert {c: _kept(e) for c, e in new.entries.items()} == {c: _kept(e) for c, e in old.entries.items()}
        ids: dict[str, Any] = {
            "id": new.info.id,
            "office_id": new.info.office_id,
            "copied_from": new.info.copied_from,
        }
        assert new.info == replace(old.info, **ids)
        assert _past(store, ola, new) == _past(store, kari, old)
    assert [one.info.copied_from for one in after] == [after[1].info.id, None]


def _kept(entry: Any) -> Any:  # noqa: ANN401 - an entry or a version of a plan
    """Who gave it is not taken over."""
    return replace(entry, who=None, name="")


def _past(store: Store, actor: Actor, loaded: Loaded) -> tuple[list[Any], list[Any]]:
    where = loaded.info.id
    return (
        [_kept(one) for one in answers.history(store, actor, assessment_id=where)],
        [_kept(one) for one in plans.plan_history(store, actor, assessment_id=where)],
    )


def test_any_text_comes_along(store: Store, kari: Actor, ola: Actor, moss: str, spring: str) -> None:
    texts = {f"note.n{place}": text for place, text in enumerate(NASTY)}
    changes = [Change(column, text) for column, text in texts.items()]
    answers.save(store, kari, assessment_id=spring, changes=changes)
    [after] = through_a_file(store, kari, ola, moss)
    assert {column: entry.text for column, entry in after.entries.items()} == texts


def test_an_imported_office_goes_on_as_any(
    store: Store, kari: Actor, ola: Actor, moss: str, spring: str
) -> None:
    write(store, kari, spring, goals="yes")
    plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0)
    [after] = through_a_file(store, kari, ola, moss)
    where = after.info.id
    assert write(store, ola, where, goals="no").revision == after.revision + 1
    assert plans.save_plan(store, ola, assessment_id=where, plan=(), seen_version=after.plan_version) == 2
    assert [one.name for one in offices.overview(store, ola)] == ["Moss"]


def whole() -> dict[str, Any]:
    """A small right file."""
    moment = "2026-03-01T09:30:15.123456Z"
    cell = {"who": "Kari", "when": moment, "column": "goals", "text": "yes", "version": 1, "revision": 1}
    assessment = {
        "id": "a", "title": "", "date": "2026-03-01", "model_version": "1", "data_version": "1",
        "revision": 1, "created": moment, "changed": moment, "locked_at": None, "copied_from": None,
        "answers": [cell], "earlier_answers": [], "plan": None, "earlier_plans": [],
    }  # fmt: skip
    return {
        "format": "tikamp-office", "format_version": 1, "exported": moment, "office": "Moss",
        "assessments": [assessment], "members": [], "log": [],
    }  # fmt: skip


def _set(path: str, value: object) -> str:
    """The right file with one thing wrong."""
    file = whole()
    *way, last = path.split(".")
    part: Any = file
    for step in way:
        part = part[int(step) if step.isdigit() else step]
    part[int(last) if last.isdigit() else last] = value
    return json.dumps(file)


MEASURE = {"code": "relief", "effort": "small", "status": "planned"}
MOMENT = "2026-03-01T09:30:15Z"
WRONG = {
    "empty": "",
    "not JSON": "{",
    "list": "[]",
    "deep": "[" * 100_000,
    "format": _set("format", "tikamp-assessment"),
    "newer": _set("format_version", 2),
    "more": _set("more", 1),
    "name": _set("office", "x" * 201),
    "nul": _set("office", "a\x00b"),
    "half": _set("office", "\ud83d"),
    "text": _set("assessments.0.answers.0.text", 1),
    "nul in text": _set("assessments.0.answers.0.text", "\x00"),
    "long": _set("assessments.0.answers.0.text", "x" * 100_001),
    "column": _set("assessments.0.answers.0.column", ""),
    "version": _set("assessments.0.answers.0.version", 2),
    "no version": _set("assessments.0.answers.0.version", 0),
    "twice": _set("assessments.0.answers", whole()["assessments"][0]["answers"] * 2),
    "history without present": _set(
        "assessments.0",
        {**whole()["assessments"][0], "answers": [], "earlier_answers": whole()["assessments"][0]["answers"]},
    ),
    "huge": _set("assessments.0.revision", 2**31),
    "revision": _set("assessments.0.revision", 0),
    "date": _set("assessments.0.date", "2026-02-30"),
    "no zone": _set("assessments.0.created", "2026-03-01T09:30:15"),
    "early": _set("assessments.0.created", "0001-01-01T00:00:00+12:00"),
    "late": _set("assessments.0.changed", "9999-12-31T23:59:59-12:00"),
    "plan": _set("assessments.0.plan", {"when": MOMENT, "version": 2, "measures": []}),
    "measure": _set(
        "assessments.0.plan", {"when": MOMENT, "version": 1, "measures": [{**MEASURE, "effort": "x"}]}
    ),
    "code": _set(
        "assessments.0.plan", {"when": MOMENT, "version": 1, "measures": [{**MEASURE, "code": "x" * 201}]}
    ),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_another_file_is_refused(store: Store, text: str) -> None:
    with pytest.raises(BadFile) as caught:
        importing.import_office(store, LOCAL, text=text)
    assert caught.value.faults
    assert offices.overview(store, LOCAL) == []


def test_the_right_file_is_right(store: Store) -> None:
    importing.import_office(store, LOCAL, text=json.dumps(whole()).encode())
    assert [one.name for one in offices.overview(store, LOCAL)] == ["Moss"]


def test_all_faults_are_told_at_once(store: Store) -> None:
    file = whole() | {"office": 1, "exported": "soon"}
    with pytest.raises(BadFile) as caught:
        importing.import_office(store, LOCAL, text=json.dumps(file))
    assert {one.partition(":")[0] for one in caught.value.faults} == {"office", "exported"}

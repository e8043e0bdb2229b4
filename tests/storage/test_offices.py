"""Offices and their assessments: made, listed, copied, locked, deleted and got back."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from storage import (
    LOCAL,
    NOBODY,
    BadText,
    NotFound,
    answers,
    assessments,
    audit,
    offices,
    open_store,
    plans,
    tables,
)
from storage.column_types import new_id
from tests.storage.databases import OUTLINE, PLAN, begun, entries, write

if TYPE_CHECKING:
    from storage import Actor, Store

AT_ONCE = dt.timedelta(0)


def test_an_office_is_listed_with_its_newest_assessment(
    store: Store, kari: Actor, moss: str, spring: str
) -> None:
    write(store, kari, spring, goals="yes", method="do_not_know", staff="", note_goals="why")
    older = replace(OUTLINE, date=dt.date(2025, 3, 1))
    assessments.create(store, kari, office_id=moss, outline=older)
    [office] = offices.overview(store, kari)
    assert (office.id, office.name, office.role) == (moss, "Moss", "owner")
    assert office.latest is not None
    assert (office.latest.id, office.latest.answered, office.latest.revision) == (spring, 2, 1)
    assert office.latest.changed >= office.latest.created


def test_an_office_without_assessment_and_without_name(store: Store, kari: Actor) -> None:
    office_id = offices.create(store, kari, name="  ")
    [office] = offices.overview(store, kari)
    assert (office.id, office.name, office.latest) == (office_id, "", None)
    offices.rename(store, kari, office_id=office_id, name=" Ås ")
    assert [one.name for one in offices.overview(store, kari)] == ["Ås"]


@pytest.mark.parametrize("name", ["x" * 201, "a\x00b"])
def test_a_name_that_cannot_be_stored(store: Store, kari: Actor, name: str) -> None:
    with pytest.raises(BadText):
        offices.create(store, kari, name=name)
    assert offices.overview(store, kari) == []


def test_ids_tell_nothing(store: Store, kari: Actor) -> None:
    found = {offices.create(store, kari, name="Moss") for _ in range(5)}
    assert len(found) == 5
    assert {len(one) for one in found} == {22}


def test_on_ones_own_machine_all_is_ones_own(store: Store) -> None:
    office_id, assessment_id = begun(store, LOCAL)
    saved = write(store, LOCAL, assessment_id, goals="yes")
    assert (saved.entries["goals"].who, saved.entries["goals"].name) == (None, "")
    assert [(one.id, one.role) for one in offices.overview(store, LOCAL)] == [(office_id, "owner")]
    assert offices.overview(store, NOBODY) == []


def test_a_deleted_office_is_gone_and_comes_back_whole(
    store: Store, kari: Actor, moss: str, spring: str
) -> None:
    write(store, kari, spring, goals="yes")
    offices.delete(store, kari, office_id=moss)
    assert offices.overview(store, kari) == []
    with pytest.raises(NotFound):
        assessments.load(store, kari, assessment_id=spring)
    with pytest.raises(NotFound):
        offices.delete(store, kari, office_id=moss)
    assert [one.id for one in offices.deleted(store, kari)] == [moss]
    assert offices.purge(store) == 0
    offices.restore(store, kari, office_id=moss)
    assert entries(store, kari, spring)["goals"].text == "yes"


def test_what_was_deleted_long_ago_is_purged_with_all_of_it(
    store: Store, kari: Actor, moss: str, spring: str
) -> None:
    write(store, kari, spring, goals="yes")
    plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0)
    kept_office, kept = begun(store, kari, "Ås")
    write(store, kari, kept, goals="no")
    offices.delete(store, kari, office_id=moss)
    assert offices.purge(store, retention=AT_ONCE) == 1
    assert _counts(store) == {"office": 1, "assessment": 1, "answer": 1, "answer_history": 1, "plan": 0}
    with pytest.raises(NotFound):
        offices.restore(store, kari, office_id=moss)
    assert [one.id for one in offices.overview(store, kari)] == [kept_office]


def test_two_who_purge_at_once_take_away_once_and_log_it_once(store: Store, url: str, kari: Actor) -> None:
    old = {offices.create(store, kari, name=f"{number}") for number in range(20)}
    for office_id in old:
        offices.delete(store, kari, office_id=office_id)
    other, start = open_store(url), threading.Barrier(2)

    def purge(mine: Store) -> int:
        start.wait()
        return offices.purge(mine, retention=AT_ONCE)

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(purge, [store, other])) == 20
    other.close()
    with store.read() as session:
        log = session.scalars(select(tables.Audit.office_id).where(tables.Audit.what == "purged")).all()
    assert (len(log), set(log)) == (20, old)


def _counts(store: Store) -> dict[str, int]:
    counted = {
        "office": tables.Office,
        "assessment": tables.Assessment,
        "answer": tables.Answer,
        "answer_history": tables.AnswerHistory,
        "plan": tables.PlanHistory,
    }
    with store.read() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in counted.items()
        }


def test_assessments_are_listed_newest_first(store: Store, kari: Actor, moss: str, spring: str) -> None:
    dates = [dt.date(2024, 1, 1), dt.date(2027, 1, 1)]
    old, new = (
        assessments.create(store, kari, office_id=moss, outline=replace(OUTLINE, date=date, title="Våren"))
        for date in dates
    )
    listed = assessments.of_office(store, kari, office_id=moss)
    assert [one.id for one in listed] == [new, spring, old]
    assert (listed[0].title, listed[0].date) == ("Våren", dates[1])
    assert (listed[0].model_version, listed[0].data_version) == ("1.0", "2003.1")
    loaded = assessments.load_many(store, kari, assessment_ids=[old, new, "unknown"])
    assert [one.info.id for one in loaded] == [new, old]


def test_an_assessment_can_be_begun_again_under_its_own_name(
    store: Store, kari: Actor, ola: Actor, moss: str
) -> None:
    name = new_id()
    for _ in range(2):
        made = assessments.create(store, kari, office_id=moss, outline=OUTLINE, assessment_id=name)
        assert made == name
    assert len(assessments.of_office(store, kari, office_id=moss)) == 2
    theirs = offices.create(store, ola, name="Ås")
    for taken in (name, "", "x", "x" * 23, "' OR 1=1 --", "\x00" * 22):
        with pytest.raises(NotFound):
            assessments.create(store, ola, office_id=theirs, outline=OUTLINE, assessment_id=taken)
    assert assessments.of_office(store, ola, office_id=theirs) == []


def test_a_copy_begins_with_what_stands_and_leaves_it(store: Store, kari: Actor, spring: str) -> None:
    write(store, kari, spring, goals="yes", method="no", note_goals="why")
    write(store, kari, spring, method="")
    plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0)
    assessments.lock(store, kari, assessment_id=spring)
    before = assessments.load(store, kari, assessment_id=spring)
    outline = replace(OUTLINE, date=dt.date(2027, 3, 1), model_version="2.0")
    copy = assessments.copy(store, kari, assessment_id=spring, outline=outline)
    made = assessments.load(store, kari, assessment_id=copy)
    assert made.assessment == replace(before.assessment, date=outline.date)
    assert (made.info.copied_from, made.info.model_version) == (spring, "2.0")
    assert (made.revision, made.plan_version, made.info.locked_at) == (1, 1, None)
    assert {one.version for one in made.entries.values()} == {1}
    write(store, kari, copy, goals="no")
    assert assessments.load(store, kari, assessment_id=spring) == before
    assert len(answers.history(store, kari, assessment_id=copy, column="goals")) == 2


def test_an_assessments_title_and_day_can_be_changed(store: Store, kari: Actor, spring: str) -> None:
    assessments.describe(store, kari, assessment_id=spring, title="Høst", date=dt.date(2026, 9, 1))
    info = assessments.load(store, kari, assessment_id=spring).info
    assert (info.title, info.date) == ("Høst", dt.date(2026, 9, 1))


def test_a_deleted_assessment_comes_back_or_goes_for_good(
    store: Store, kari: Actor, moss: str, spring: str
) -> None:
    write(store, kari, spring, goals="yes")
    assessments.delete(store, kari, assessment_id=spring)
    assert assessments.of_office(store, kari, office_id=moss) == []
    assert [office.latest for office in offices.overview(store, kari)] == [None]
    assert [one.id for one in assessments.deleted(store, kari, office_id=moss)] == [spring]
    assessments.restore(store, kari, assessment_id=spring)
    assert entries(store, kari, spring)["goals"].text == "yes"
    assessments.delete(store, kari, assessment_id=spring)
    assert offices.purge(store, retention=AT_ONCE) == 1
    with pytest.raises(NotFound):
        assessments.restore(store, kari, assessment_id=spring)


def test_what_counts_is_in_the_log(store: Store, kari: Actor, moss: str, spring: str) -> None:
    assessments.lock(store, kari, assessment_id=spring)
    assessments.lock(store, kari, assessment_id=spring)
    assessments.unlock(store, kari, assessment_id=spring)
    offices.rename(store, kari, office_id=moss, name="Moss kommune")
    offices.delete(store, kari, office_id=moss)
    offices.restore(store, kari, office_id=moss)
    events = audit.of_office(store, kari, office_id=moss)
    done = [one.what for one in events]
    assert done == ["restored", "deleted", "renamed", "unlocked", "locked", "started", "created"]
    assert {(one.who, one.name) for one in events} == {(kari.person_id, "Kari")}
    assert "Moss" not in str([one.detail for one in events])


def test_what_was_done_elsewhere_is_noted_too(store: Store, kari: Actor, ola: Actor, moss: str) -> None:
    audit.record(store, kari, what="exported", office_id=moss, form="pdf")
    assert audit.of_office(store, kari, office_id=moss, at_most=1)[0].detail == {"form": "pdf"}
    audit.record(store, kari, what="signed_out")
    with pytest.raises(NotFound):
        audit.record(store, ola, what="exported", office_id=moss)
    with pytest.raises(NotFound):
        audit.record(store, NOBODY, what="signed_out")

"""Every function of the store, as every role, with one's own office and with another's: default deny."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlalchemy import select

import storage
from scoring.facts import Facts
from storage import (
    NOBODY,
    Action,
    Actor,
    Change,
    NotFound,
    Store,
    allowed,
    answers,
    assessments,
    audit,
    contents,
    export,
    facts,
    importing,
    invitations,
    members,
    offices,
    people,
    plans,
    pool,
)
from storage.access import ADMINISTRATOR, ALLOWED
from storage.tables import Base
from tests.storage.databases import MOMENT, OUTLINE, PLAN, ROLES
from tests.storage.world import Place, build

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALLY: Final = "local"
ADMIN: Final = "administrator"
OWNER: Final = {"owner", LOCALLY}
SEES: Final = {*ROLES, LOCALLY}
WORKS: Final = {"owner", "member", LOCALLY}
SHARES: Final = {"owner", LOCALLY, ADMIN}
ALL: Final = {*ROLES, "stranger", "nobody", LOCALLY, ADMIN}
SIGNED_IN: Final = ALL - {"nobody", LOCALLY}
ACTIVE: Final = ALL - {"nobody"}
CARES: Final = {LOCALLY, ADMIN}


@dataclass(frozen=True)
class Row:
    """A function of the store.

    Args:
        call: Calls it about a place.
        own: Who may, in the office that the roles belong to.
        other: Who may, in an office that none of them belongs to.
    """

    call: Callable[[Store, Actor, Place], Any]
    own: set[str]
    other: set[str]


def _row(call: Callable[[Store, Actor, Place], Any], own: set[str]) -> Row:
    """What roles give ends at the office's door; who looks after all offices may the same elsewhere."""
    return Row(call, own, own & CARES)


def _everywhere(call: Callable[[Store, Actor, Place], Any], who: set[str]) -> Row:
    """It is about no office."""
    return Row(call, who, who)


TABLE: Final = {
    answers.save: _row(
        lambda s, a, p: answers.save(s, a, assessment_id=p.assessment, changes=[Change("goals", "x", 1)]),
        WORKS,
    ),
    answers.changes_since: _row(
        lambda s, a, p: answers.changes_since(s, a, assessment_id=p.assessment, revision=0), SEES
    ),
    answers.history: _row(lambda s, a, p: answers.history(s, a, assessment_id=p.assessment), SEES),
    assessments.create: _row(
        lambda s, a, p: assessments.create(s, a, office_id=p.office, outline=OUTLINE), WORKS
    ),
    assessments.copy: _row(
        lambda s, a, p: assessments.copy(s, a, assessment_id=p.assessment, outline=OUTLINE), WORKS
    ),
    assessments.of_office: _row(lambda s, a, p: assessments.of_office(s, a, office_id=p.office), SEES),
    assessments.load: _row(lambda s, a, p: assessments.load(s, a, assessment_id=p.assessment), SEES),
    assessments.load_many: _row(
        lambda s, a, p: _found(assessments.load_many(s, a, assessment_ids=[p.assessment])), SEES
    ),
    assessments.describe: _row(
        lambda s, a, p: assessments.describe(s, a, assessment_id=p.assessment, title="x", date=MOMENT.date()),
        WORKS,
    ),
    assessments.lock: _row(lambda s, a, p: assessments.lock(s, a, assessment_id=p.assessment), OWNER),
    assessments.unlock: _row(lambda s, a, p: assessments.unlock(s, a, assessment_id=p.locked), OWNER),
    assessments.deleted: _row(lambda s, a, p: assessments.deleted(s, a, office_id=p.office), OWNER),
    assessments.delete: _row(lambda s, a, p: assessments.delete(s, a, assessment_id=p.assessment), OWNER),
    assessments.restore: _row(
        lambda s, a, p: assessments.restore(s, a, assessment_id=p.deleted_assessment), OWNER
    ),
    audit.record: _row(lambda s, a, p: audit.record(s, a, what="exported", office_id=p.office), SEES),
    audit.record_for: _row(
        lambda s, a, p: audit.record_for(s, a, what="exported", office_id=p.office, action=Action.EXPORT),
        OWNER,
    ),
    audit.of_office: _row(lambda s, a, p: audit.of_office(s, a, office_id=p.office), SHARES),
    audit.of_all: _everywhere(lambda s, a, _: audit.of_all(s, a), CARES),
    contents.of_assessments: _row(
        lambda s, a, p: _found(contents.of_assessments(s, a, assessment_ids=[p.assessment])), SEES
    ),
    facts.describe: _row(
        lambda s, a, p: facts.describe(s, a, office_id=p.office, facts=Facts("03", 5, ("x",))), OWNER
    ),
    export.export_office: _row(lambda s, a, p: export.export_office(s, a, office_id=p.office), OWNER),
    importing.import_office: _everywhere(lambda s, a, p: importing.import_office(s, a, text=p.file), ACTIVE),
    invitations.make: _row(lambda s, a, p: invitations.make(s, a, office_id=p.office, role="viewer"), SHARES),
    invitations.read: _everywhere(lambda s, a, p: invitations.read(s, a, token=p.token), SIGNED_IN),
    invitations.accept: _everywhere(lambda s, a, p: invitations.accept(s, a, token=p.token), SIGNED_IN),
    invitations.open_ones: _row(lambda s, a, p: invitations.open_ones(s, a, office_id=p.office), SHARES),
    invitations.revoke: _row(lambda s, a, p: invitations.revoke(s, a, invitation_id=p.invitation), SHARES),
    members.of_office: _row(lambda s, a, p: members.of_office(s, a, office_id=p.office), SHARES),
    members.role_in: Row(lambda s, a, p: _found(members.role_in(s, a, office_id=p.office)), SEES, {LOCALLY}),
    members.change_role: _row(
        lambda s, a, p: members.change_role(s, a, office_id=p.office, person_id=p.guest, role="member"),
        SHARES,
    ),
    members.remove: _row(lambda s, a, p: members.remove(s, a, office_id=p.office, person_id=p.guest), SHARES),
    members.leave: Row(lambda s, a, p: members.leave(s, a, office_id=p.office), set(ROLES), set()),
    offices.create: _everywhere(lambda s, a, _: offices.create(s, a, name="x"), ACTIVE),
    offices.rename: _row(lambda s, a, p: offices.rename(s, a, office_id=p.office, name="x"), OWNER),
    offices.overview: _row(lambda s, a, p: _listed(offices.overview(s, a), p.office), SEES),
    offices.to_compare: _row(lambda s, a, p: _listed(offices.to_compare(s, a), p.office), SEES - {"viewer"}),
    offices.to_share: _row(
        lambda s, a, p: _found([one for one in offices.to_share(s, a) if one.id == p.office]), SHARES
    ),
    offices.deleted: _row(lambda s, a, p: _listed(offices.deleted(s, a), p.deleted_office), OWNER),
    offices.delete: _row(lambda s, a, p: offices.delete(s, a, office_id=p.office), OWNER),
    offices.restore: _row(lambda s, a, p: offices.restore(s, a, office_id=p.deleted_office), OWNER),
    people.myself: _everywhere(lambda s, a, _: people.myself(s, a), SIGNED_IN),
    people.everyone: _everywhere(lambda s, a, _: people.everyone(s, a), CARES),
    people.forget: _everywhere(lambda s, a, p: people.forget(s, a, person_id=p.guest), CARES),
    plans.save_plan: _row(
        lambda s, a, p: plans.save_plan(s, a, assessment_id=p.assessment, plan=PLAN, seen_version=0), WORKS
    ),
    pool.lend: _row(lambda s, a, p: pool.lend(s, a, office_id=p.office), OWNER),
    pool.withdraw: _row(lambda s, a, p: pool.withdraw(s, a, office_id=p.office), OWNER),
    pool.lends_since: _row(lambda s, a, p: pool.lends_since(s, a, office_id=p.office), SEES),
    pool.look: _everywhere(
        lambda s, a, _: pool.look(s, a, model_version="1", complete=lambda rows: [True for _ in rows]), ACTIVE
    ),
    pool.lent: _everywhere(lambda s, a, p: pool.lent(s, a, batch_id=p.batch, model_version="1"), SIGNED_IN),
    plans.plan_history: _row(lambda s, a, p: plans.plan_history(s, a, assessment_id=p.assessment), SEES),
}

ON_NOBODYS_BEHALF: Final = {people.sign_in, offices.purge}
"""Who signs in is nobody yet; what is deleted goes when its time is up."""

FUNCTIONS: Final[set[object]] = {
    function
    for module in vars(storage).values()
    if inspect.ismodule(module) and module.__name__.startswith("storage.")
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
    if next(iter(inspect.signature(function).parameters), "") == "store"
}


def _found(value: object) -> None:
    if not value:
        raise NotFound


def _listed(infos: list[storage.OfficeInfo], office_id: str) -> None:
    _found([one for one in infos if one.id == office_id])


def test_every_function_of_the_store_has_a_row() -> None:
    assert {*TABLE, *ON_NOBODYS_BEHALF} == FUNCTIONS


@pytest.mark.parametrize("function", TABLE, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_only_those_who_may_can(store: Store, function: Callable[..., Any]) -> None:
    row = TABLE[function]
    world = build(store)
    for place, may in ((world.moss, row.own), (world.bergen, row.other)):
        before = _everything(store)
        for name in sorted(ALL - may):
            with pytest.raises(NotFound):
                row.call(store, world.actors[name], place)
        assert _everything(store) == before, "a refused call has changed something"
    for name in sorted(row.own):
        fresh = build(store)
        row.call(store, fresh.actors[name], fresh.moss)
    for name in sorted(row.other):
        fresh = build(store)
        row.call(store, fresh.actors[name], fresh.bergen)


def _everything(store: Store) -> dict[str, list[Any]]:
    with store.read() as session:
        return {
            name: sorted(session.execute(select(table)).all(), key=str)
            for name, table in Base.metadata.tables.items()
        }


def test_a_role_that_does_not_exist_may_nothing() -> None:
    assert not any(allowed(role, action) for role in ("", "boss", "Owner") for action in Action)


def test_an_owner_may_all_that_is_of_an_office_and_nobody_more() -> None:
    assert set(Action) - ALLOWED["owner"] == {Action.PEOPLE}
    assert all(ALLOWED[role] <= ALLOWED["owner"] for role in ALLOWED)


def test_who_looks_after_people_sees_no_answers() -> None:
    assert not ADMINISTRATOR & {Action.SEE, Action.COMPARE, Action.ANSWER, Action.PLAN, Action.EXPORT}


def test_an_administrator_is_somebody(store: Store) -> None:
    with pytest.raises(NotFound):
        people.everyone(store, replace(NOBODY, administrator=True))


def test_a_stored_role_that_does_not_exist_is_refused_by_the_database(store: Store) -> None:
    world = build(store)
    member = storage.tables.Membership(
        office_id=world.moss.office, person_id=world.actors["stranger"].person_id, role="boss"
    )
    with pytest.raises(Exception, match="ck_membership_role"), store.write() as session:
        session.add(member)

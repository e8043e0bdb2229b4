"""Answers are kept exactly, every version of them, and nothing is overwritten unseen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import BadText, Change, Locked, answers, assessments, storable
from storage.texts import TEXT_LENGTH
from tests.storage.databases import MOMENT, OUTLINE, entries, joined, write

if TYPE_CHECKING:
    from storage import Actor, Store

NASTY = [
    """it's "quoted"; DROP TABLE answer; --""",
    "<script>alert(1)</script> &amp; **bold**",
    "=1+1",
    "\u202eright to left\u202c \u200f\u061c",
    "  blanks around\t",
    "line\r\nline\nline\r",
    "x" * 10_000,
    "Ærlig talt 🏛️ \U0001f468\u200d\U0001f469",
    "e\u0301 is not \u00e9",
    "null",
    "0301",
    "%s %(x)s :x ? {0} \\",
]
ANY = st.one_of(st.sampled_from(NASTY), st.text(max_size=300))


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("column", ["goals", "note.goals"])
def test_a_text_is_read_back_exactly(store: Store, kari: Actor, spring: str, text: str, column: str) -> None:
    answers.save(store, kari, assessment_id=spring, changes=[Change(column, text)])
    assert entries(store, kari, spring)[column].text == text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.dictionaries(st.text(min_size=1, max_size=50), st.lists(ANY, max_size=4), max_size=6))
def test_every_version_of_any_text_is_kept(
    store: Store, kari: Actor, moss: str, texts: dict[str, list[str]]
) -> None:
    here = assessments.create(store, kari, office_id=moss, outline=OUTLINE)
    expected = {storable(column): [storable(one) for one in versions] for column, versions in texts.items()}
    expected.pop("", None)
    for column, versions in expected.items():
        for text in versions:
            seen = entries(store, kari, here).get(column)
            change = Change(column, text, seen.version if seen else 0)
            assert answers.save(store, kari, assessment_id=here, changes=[change]).conflicts == ()
    for column, versions in expected.items():
        past = [one.text for one in answers.history(store, kari, assessment_id=here, column=column)]
        assert past[::-1] == _changed(versions)


def _changed(versions: list[str]) -> list[str]:
    """The versions that differ from what stood there before; nothing stood there at first."""
    return [text for before, text in zip(["", *versions], versions, strict=False) if text != before]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("yes", "answered"),
        ("no", "answered"),
        ("", "not_answered"),
        ("  ", "not_answered"),
        ("do_not_know", "do_not_know"),
        (" do_not_know ", "do_not_know"),
        ("does_not_apply", "does_not_apply"),
    ],
)
def test_four_things_stay_four(store: Store, kari: Actor, spring: str, text: str, outcome: str) -> None:
    write(store, kari, spring, goals="something")
    write(store, kari, spring, goals=text)
    entry = entries(store, kari, spring)["goals"]
    assert (entry.text, entry.outcome, entry.version) == (text, outcome, 2)


def test_a_note_is_never_a_special_word(store: Store, kari: Actor, spring: str) -> None:
    write(store, kari, spring, note_goals="do_not_know")
    assert entries(store, kari, spring)["note.goals"].outcome == "answered"
    loaded = assessments.load(store, kari, assessment_id=spring).assessment
    assert (loaded.answers, loaded.notes) == ({}, {"goals": "do_not_know"})


def test_an_entry_tells_who_and_when(store: Store, kari: Actor, spring: str) -> None:
    oslo = MOMENT.astimezone(dt.timezone(dt.timedelta(hours=2)))
    answers.save(store, kari, assessment_id=spring, changes=[Change("goals", "yes")], when=oslo)
    entry = entries(store, kari, spring)["goals"]
    assert (entry.who, entry.name, entry.when) == (kari.person_id, "Kari", MOMENT)
    assert entry.when.tzinfo is dt.UTC


def test_a_moment_needs_its_time_zone(store: Store, kari: Actor, spring: str) -> None:
    with pytest.raises(Exception, match="time zone"):
        answers.save(
            store, kari, assessment_id=spring, changes=[Change("a", "b")], when=MOMENT.replace(tzinfo=None)
        )


def test_a_blank_is_a_version_too(store: Store, kari: Actor, spring: str) -> None:
    for text in ("yes", "", "no", "do_not_know"):
        write(store, kari, spring, goals=text)
    past = answers.history(store, kari, assessment_id=spring, column="goals")
    assert [(one.version, one.text) for one in past] == [(4, "do_not_know"), (3, "no"), (2, ""), (1, "yes")]


def test_the_same_again_is_no_new_version(store: Store, kari: Actor, spring: str) -> None:
    first = write(store, kari, spring, goals="yes")
    again = answers.save(store, kari, assessment_id=spring, changes=[Change("goals", "yes", 0)])
    assert (again.entries, again.conflicts, again.revision) == (first.entries, (), first.revision)


def test_another_version_is_not_overwritten_but_all_else_is_stored(
    store: Store, kari: Actor, moss: str, spring: str
) -> None:
    ola = joined(store, kari, moss, name="Ola", role="member")
    write(store, ola, spring, goals="theirs", method="same")
    changes = [Change("goals", "mine"), Change("method", "same"), Change("staff", "3")]
    saved = answers.save(store, kari, assessment_id=spring, changes=changes)
    [conflict] = saved.conflicts
    assert (conflict.column, conflict.mine, conflict.theirs.text) == ("goals", "mine", "theirs")
    assert (conflict.theirs.name, conflict.theirs.version) == ("Ola", 1)
    assert set(saved.entries) == {"method", "staff"}
    assert {one.text for one in entries(store, kari, spring).values()} == {"theirs", "same", "3"}


def test_having_seen_it_one_may_overwrite(store: Store, kari: Actor, spring: str) -> None:
    write(store, kari, spring, goals="old")
    saved = answers.save(store, kari, assessment_id=spring, changes=[Change("goals", "new", 1)])
    assert (saved.entries["goals"].text, saved.entries["goals"].version) == ("new", 2)


def test_the_revision_counts_saves_that_changed_something(store: Store, kari: Actor, spring: str) -> None:
    assert write(store, kari, spring, goals="yes", method="no").revision == 1
    assert write(store, kari, spring, goals="yes").revision == 1
    assert write(store, kari, spring, goals="no").revision == 2


def test_changes_since_a_revision(store: Store, kari: Actor, spring: str) -> None:
    write(store, kari, spring, goals="yes", method="no")
    write(store, kari, spring, method="")
    since = answers.changes_since(store, kari, assessment_id=spring, revision=1)
    assert {column: one.text for column, one in since.entries.items()} == {"method": ""}
    assert (since.revision, since.plan_version, since.locked) == (2, 0, False)
    none = answers.changes_since(store, kari, assessment_id=spring, revision=2)
    assert (none.entries, none.revision) == ({}, 2)


def test_of_two_changes_of_one_column_the_last_counts(store: Store, kari: Actor, spring: str) -> None:
    changes = [Change("goals", "first"), Change("goals", "last")]
    saved = answers.save(store, kari, assessment_id=spring, changes=changes)
    assert (saved.entries["goals"].text, saved.entries["goals"].version) == ("last", 1)


@pytest.mark.parametrize(
    "bad", ["a\x00b", "half \ud83d", "x" * (TEXT_LENGTH + 1)], ids=["nul", "half", "long"]
)
def test_what_cannot_be_stored_is_refused_with_all_of_the_call(
    store: Store, kari: Actor, spring: str, bad: str
) -> None:
    changes = [Change("goals", bad), Change("method", "yes"), Change("note.goals", bad)]
    with pytest.raises(BadText) as caught:
        answers.save(store, kari, assessment_id=spring, changes=changes)
    assert caught.value.places == ("goals", "note.goals")
    assert entries(store, kari, spring) == {}


@pytest.mark.parametrize("column", ["", "x" * 201, "a\x00b"])
def test_a_column_without_a_name_is_refused(store: Store, kari: Actor, spring: str, column: str) -> None:
    with pytest.raises(BadText):
        answers.save(store, kari, assessment_id=spring, changes=[Change(column, "yes")])


def test_a_locked_assessment_takes_no_answer(store: Store, kari: Actor, spring: str) -> None:
    write(store, kari, spring, goals="yes")
    assessments.lock(store, kari, assessment_id=spring)
    with pytest.raises(Locked):
        write(store, kari, spring, goals="no")
    assert answers.changes_since(store, kari, assessment_id=spring, revision=1).locked
    assessments.unlock(store, kari, assessment_id=spring)
    assert write(store, kari, spring, goals="no").entries["goals"].text == "no"


@given(st.text())
def test_what_storable_leaves_is_storable(text: str) -> None:
    kept = storable(text)
    assert "\x00" not in kept
    assert kept.encode() == storable(kept).encode()

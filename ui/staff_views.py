"""Other people's views of the same office, kept for this session only, and what is agreed on.

A view is a file that a member of staff has downloaded. Of what it holds only the answers are kept:
no name, note, date or plan.
"""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from scoring import Assessment, FaultsError, Model
from scoring.views import Difference, differences
from ui import own, state
from ui.answer_files import read
from ui.desk import desk

if TYPE_CHECKING:
    from scoring.faults import Fault

MOST = 50
"""How many views one session keeps."""
_VIEWS, _AGREED = "views.held", "views.agreed"

Reason = Literal["added", "faults", "twice", "own", "empty", "several", "full"]


@dataclass(frozen=True)
class View:
    """One member's answers.

    Args:
        number: What the view is called by; 1 is the first that was added.
        answers: Column -> text, checked.
        digest: Of the file, to know it again.
    """

    number: int
    answers: dict[str, str]
    digest: str

    @property
    def assessment(self) -> Assessment:
        """The answers as an assessment without a name."""
        return dataclasses.replace(state.blank(), answers=self.answers)


@dataclass(frozen=True)
class Receipt:
    """What became of one file.

    Args:
        file: Its name.
        reason: ``added``, or why it was not.
        number: The view that it became, or that it is already.
        faults: What is wrong in it.
        other_office: The office that it names, where that is another one.
    """

    file: str
    reason: Reason
    number: int = 0
    faults: tuple[Fault, ...] = ()
    other_office: str = ""


@dataclass(frozen=True)
class Agreement:
    """The answer that the leader has settled on, and the leader's own before that."""

    before: str
    agreed: str


# ------------------------------------------------------------------ the views
def held() -> list[View]:
    """The views of this session, in the order in which they were added."""
    return cast("list[View]", state.recall(_VIEWS) or [])


def add(data: bytes, *, name: str, model: Model) -> Receipt:
    """Takes one file as a view, or says why not.

    Args:
        data: The file, as ``Assessment.to_json`` writes it, or a table with one row.
        name: Its name, for messages.
        model: The model that its answers are checked against.
    """
    digest = hashlib.sha256(data).hexdigest()
    same = next((view for view in held() if view.digest == digest), None)
    if same is not None:
        return Receipt(name, "twice", same.number)
    if len(held()) >= MOST:
        return Receipt(name, "full")
    try:
        offices = read(data, name=name, model=model)
    except FaultsError as error:
        return Receipt(name, "faults", faults=tuple(error.faults))
    return _take(offices, digest, name)


def remove(number: int) -> None:
    """Forgets a view; with the last one also what was agreed, but not the leader's answers."""
    kept = [view for view in held() if view.number != number]
    state.remember(_VIEWS, kept)
    if not kept:
        state.remember(_AGREED, None)


def forget() -> None:
    """Forgets every view and what was agreed; the leader's answers stay."""
    state.remember(_VIEWS, None)
    state.remember(_AGREED, None)


def _take(offices: list[Assessment], digest: str, name: str) -> Receipt:
    found, own = offices[0], state.assessment()
    if len(offices) > 1:
        return Receipt(name, "several")
    if not found.answers:
        return Receipt(name, "empty")
    if found == own:
        return Receipt(name, "own")
    number = max((view.number for view in held()), default=0) + 1
    state.remember(_VIEWS, [*held(), View(number, dict(found.answers), digest)])
    other = found.office if own.office and found.office not in {"", own.office} else ""
    return Receipt(name, "added", number, other_office=other)


# ------------------------------------------------------------------ what is agreed
def agreements() -> dict[str, Agreement]:
    """Column -> what is settled there, for as long as the leader's answer still is the agreed one."""
    kept = cast("dict[str, Agreement]", state.recall(_AGREED) or {})
    answers = state.assessment().answers
    return {column: one for column, one in kept.items() if answers.get(column, "") == one.agreed}


def settle(column: str, answer: str) -> None:
    """Makes an answer the leader's own, and remembers it as agreed; an empty one takes that back."""
    if desk().closed:
        return
    settled = agreements()
    earlier = settled.pop(column, None)
    before = earlier.before if earlier else state.assessment().answers.get(column, "")
    if answer:
        settled[column] = Agreement(before, answer)
    state.remember(_AGREED, settled)
    own.set_answer(column, answer or before)


def leader() -> Assessment:
    """The leader's view as it was before anything was settled."""
    own = state.assessment()
    answers = {**own.answers, **{column: one.before for column, one in agreements().items()}}
    return dataclasses.replace(own, answers={column: text for column, text in answers.items() if text})


def parted(model: Model) -> list[Difference]:
    """Where leader and staff part ways, settled or not, most disagreement first."""
    return differences(leader(), [view.assessment for view in held()], model=model)

"""Offices that lend to the pool of today, and all the places where a figure of it could turn up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scoring import Assessment
from scoring.facts import Facts
from storage import LOCAL, Change, Outline, answers, assessments, facts, offices, pool
from tests.app.people import invite, known, signed_in
from tests.app.sent import sent
from ui import resources, state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage import Actor, Role
    from tests.app.conftest import Person

AMOUNT: Final = "7654321"
"""What each lender says to ``SALARY``: it stands nowhere else."""

SALARY: Final = "running_cost"

BASE: Final = 1
"""The example office whose answers all lenders begin with; it has every score."""

NATION: Final = ("figures", "ladder", "challenges", "theses", "outside", "errata", "today")
COMPARE: Final = ("table", "heat", "spread", "ranks", "pair", "shared")
FILTERS: Final[tuple[dict[str, str], ...]] = (
    {},
    {"type": "osk"},
    {"size": "1"},
    {"level": "none"},
    {"q": "servicetorg", "type": "ksk"},
    {"county": "18"},
    {"people": "0", "tag": "prøve"},
    {"by": "county.inhabitants", "county": "18", "type": "osk", "level": "none"},
)
SCORECARD: Final = ("measures", "criteria", "ladder", "context")
CHANGING: Final = re.compile(r'\$\$ID-[0-9a-f]+-|deferred_file_id: "[0-9a-f]+"')
"""Names that are drawn anew at every run."""


@dataclass(frozen=True)
class Lender:
    """An office with a locked assessment."""

    id: str
    assessment: str


def said() -> Assessment:
    """What every lender says."""
    return Assessment("x", {**resources.examples()[BASE].answers, SALARY: AMOUNT})


def lender(number: int, **more: str) -> Lender:
    """An office that lends; whoever runs the test made it, and no person belongs to it."""
    store = resources.store()
    office_id = offices.create(store, LOCAL, name=f"Utlånt {number} servicetorg")
    outline = Outline(state.today(), resources.model().version, resources.figures().version)
    told = Facts(county="18", inhabitants=900, tags=("prøve",))
    facts.describe(store, LOCAL, office_id=office_id, facts=told)
    made = assessments.create(store, LOCAL, office_id=office_id, outline=outline)
    given = {**said().answers, **more}
    answers.save(
        store, LOCAL, assessment_id=made, changes=[Change(one, text, 0) for one, text in given.items()]
    )
    assessments.lock(store, LOCAL, assessment_id=made)
    pool.lend(store, LOCAL, office_id=office_id)
    return Lender(office_id, made)


def lenders(count: int) -> list[Lender]:
    return [lender(number) for number in range(count)]


def let_in(name: str, role: Role, *those: Lender) -> None:
    """Gives a person a role in these offices."""
    for one in those:
        invite(resources.store(), LOCAL, one.id, name, role)


def someone(name: str) -> Actor:
    return known(resources.store(), name)


def places() -> Iterator[tuple[str, dict[str, str]]]:
    """Every page, tab and combination of filters where offices stand beside others."""
    for view in NATION:
        yield "nation", {"view": view}
    yield "nation", {"view": "today", "question": SALARY}
    for view in COMPARE:
        yield "compare", {"view": view}
    for filters in FILTERS:
        yield "compare", filters
    for tab in SCORECARD:
        yield "scorecard", {"tab": tab, "criterion": "competence"} if tab == "criteria" else {"tab": tab}
    for page in ("start", "history", "sharing", "privacy", "people", "try_out", "plan"):
        yield page, {}


def walk(name: str, link: str) -> dict[str, str]:
    """All that each place sends to a person who has just come; files are told by the sum of their bytes."""
    person, seen = signed_in(name, a=link), {}
    for page, query in places():
        person.open(page, lang="nb", **query, a=link)
        seen[f"{page} {query}"] = CHANGING.sub("", sent(person))
    return seen | {"session": repr(person.at.session_state)}


def today(person: Person, **query: str) -> Person:
    """The tab of the offices today."""
    return person.open("nation", lang="nb", view="today", **query)


def shows(person: Person) -> bool:
    """Whether the tab has scores: in its chart, its table, its files, its heading."""
    today(person)
    charts, tables = (len(person.at.get(kind)) for kind in ("vega_lite_chart", "table"))
    told = any("i dag" in one.value and one.value[0].isdigit() for one in person.at.subheader)
    assert (charts == 1) == told == bool(files(person)) == (tables == 1)
    return told


def files(person: Person) -> set[str]:
    """The buttons that give the figures of today."""
    keys = [str(one.key) for one in person.at.get("download_button")]
    return {key for key in keys if key.startswith("pool_")}

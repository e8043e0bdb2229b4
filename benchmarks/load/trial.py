"""The whole trial: crowds at a bare app and at Tikamp, where each comes twice, and a burst of answers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from benchmarks.load.crowd import Crowd, Pace, burst, crowd
from benchmarks.load.page import open_page
from benchmarks.load.people import BarePerson, FormPerson
from benchmarks.load.service import Service, Taken, running
from benchmarks.load.stored import lost

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

P = TypeVar("P", BarePerson, FormPerson)

BARE: Final = str(Path(__file__).with_name("bare_app.py"))


@dataclass(frozen=True)
class Plan:
    """What is tried.

    Args:
        crowds: How many people come, and to how many processes of the app, crowd by crowd.
        pace: How fast they come and work.
        pause: Seconds until the crowd comes again; Streamlit keeps a closed page's session for 120.
        in_burst: How many people answer in the burst.
        a_second: How many answers a second they give together.
        burst_seconds: For how long.
    """

    crowds: tuple[tuple[int, int], ...]
    pace: Pace
    pause: float
    in_burst: int
    a_second: int
    burst_seconds: int


@dataclass(frozen=True)
class Row:
    """One crowd, and what it cost.

    Args:
        app: ``bare`` or ``tikamp``.
        what: The crowd's part in the trial.
        crowd: What it did.
        processes: Of the app.
        taken: What the app had taken before the crowd came, and with every page open and the work done.
        lost: Answers that are not stored as they were said, a line each.
    """

    app: str
    processes: int
    what: str
    crowd: Crowd[BarePerson] | Crowd[FormPerson]
    taken: tuple[Taken, Taken]
    lost: list[str]

    @property
    def each(self) -> float:
        """Memory for each open page, in MB."""
        before, after = self.taken
        return (after.memory - before.memory) / max(1, len(self.crowd.people))


async def trial(plan: Plan, folder: Path) -> AsyncIterator[Row]:
    """Goes through the plan, a row at a time.

    Args:
        plan: What is tried.
        folder: Where the apps may write.
    """
    for turn, (people, processes) in enumerate(plan.crowds):
        with running(folder / f"bare {turn}", processes=processes, script=BARE) as service:
            yield await _crowd(service, BarePerson, people, plan.pace, "comes")
        with running(folder / f"tikamp {turn}", processes=processes) as service:
            yield await _crowd(service, FormPerson, people, plan.pace, "comes")
            await asyncio.sleep(plan.pause)
            yield await _crowd(service, FormPerson, people, plan.pace, "comes again")
    with running(folder / "burst", processes=1) as service:
        yield await _burst(service, plan)


async def _crowd(service: Service, kind: type[P], people: int, pace: Pace, what: str) -> Row:
    for address in service.addresses:
        async with open_page(address, kind.query(0), kind.name):
            pass  # what the first visitor ever has it load is nobody's share
    before, after = service.taken(), [service.taken()]

    def look() -> None:
        after.append(service.taken())

    done = await crowd(service.addresses, kind, people=people, pace=pace, at_end=look)
    return _row(service, done, what, (before, after[-1]))


async def _burst(service: Service, plan: Plan) -> Row:
    before = service.taken()
    done = await burst(
        service.addresses, people=plan.in_burst, a_second=plan.a_second, seconds=plan.burst_seconds
    )
    return _row(service, done, "burst", (before, service.taken()))


def _row(service: Service, done: Crowd[P], what: str, taken: tuple[Taken, Taken]) -> Row:
    people: list[object] = [*done.people]
    forms = [one for one in people if isinstance(one, FormPerson)]
    return Row(
        app="tikamp" if forms else "bare",
        processes=len(service.apps),
        what=what,
        crowd=done,
        taken=taken,
        lost=lost(service.store, forms),
    )

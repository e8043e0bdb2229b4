"""A crowd of people at one app, each at a human pace."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from websockets.exceptions import WebSocketException

from benchmarks.load.page import PageError, open_page
from benchmarks.load.people import FormPerson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.load.page import Page

SEED: Final = 2003
FAULTS: Final = (OSError, PageError, TimeoutError, WebSocketException, asyncio.BrokenBarrierError)
BURST: Final = "lang=nb&section=profile"


class Person(Protocol):
    """Somebody at an open page; see ``people``."""

    name: str

    def __init__(self, page: Page) -> None: ...

    @staticmethod
    def query(place: int) -> str:
        """The address's query with which the person of that place comes."""

    async def prepare(self) -> None:
        """Does what comes before an answer."""

    async def answer(self) -> None:
        """Answers, and waits until the page shows it."""


P = TypeVar("P", bound=Person)


@dataclass(frozen=True)
class Pace:
    """How a crowd comes and works, in seconds.

    Args:
        arrive: Until everybody is there.
        work: For how long answers are timed after that.
        between: The mean from one answer of a person to the next.
    """

    arrive: float
    work: float
    between: float


@dataclass
class Crowd(Generic[P]):
    """What a crowd has done.

    Args:
        people: Who was there.
        seconds: What each timed answer took, from the click to the page that shows it, in no order.
        faults: What went wrong, a line each; whoever met it did nothing more.
    """

    people: list[P] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def share(self, part: float) -> float:
        """The seconds within which that part of the answers was shown; 0.95 for the 95th percentile."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else float("nan")


async def crowd(
    addresses: Sequence[str], kind: type[P], *, people: int, pace: Pace, at_end: Callable[[], None]
) -> Crowd[P]:
    """Lets people come, work and go.

    Args:
        addresses: Where the app is; people keep to one each, in turn.
        kind: What they do.
        people: How many.
        pace: How fast.
        at_end: Called when the work is done and every page is still open.
    """
    done: Crowd[P] = Crowd()
    timed, chance = time.monotonic() + pace.arrive, random.Random(SEED)  # noqa: S311 - no secret
    over, leave = asyncio.Barrier(people + 1), asyncio.Event()

    async def visit(place: int, luck: random.Random) -> None:
        await asyncio.sleep(pace.arrive * place / people)
        try:
            async with open_page(addresses[place % len(addresses)], kind.query(place), kind.name) as page:
                done.people.append(kind(page))
                await _work(done.people[-1], done, pace=pace, timed=timed, luck=luck)
                await over.wait()
                await leave.wait()
        except FAULTS as error:
            done.faults.append(f"{type(error).__name__}: {error}")
            await over.wait()

    async with asyncio.TaskGroup() as there:
        for place in range(people):
            there.create_task(visit(place, random.Random(chance.random())))  # noqa: S311 - as above
        await over.wait()
        at_end()
        leave.set()
    return done


async def burst(addresses: Sequence[str], *, people: int, a_second: int, seconds: int) -> Crowd[FormPerson]:
    """Lets people answer without waiting for the page, and stay until each page shows it all.

    Args:
        addresses: Where the app is; people keep to one each, in turn.
        people: How many, all in the part of the form that begins it.
        a_second: How many answers a second.
        seconds: For how long.

    Returns:
        What they did; ``seconds`` tells when each page showed all, from when the burst began.
    """
    done: Crowd[FormPerson] = Crowd()
    ready = asyncio.Barrier(people)

    async def visit(place: int) -> None:
        await asyncio.sleep(place / a_second)
        try:
            async with open_page(addresses[place % len(addresses)], BURST, FormPerson.name) as page:
                person = FormPerson(page)
                done.people.append(person)
                await person.prepare()
                await ready.wait()
                begun = time.monotonic()
                for turn in range(place, a_second * seconds, people):
                    await asyncio.sleep(begun + turn / a_second - time.monotonic())
                    await person.say()
                await person.settle()
                done.seconds.append(time.monotonic() - begun)
        except FAULTS as error:
            done.faults.append(f"{type(error).__name__}: {error}")
            await ready.abort()  # or the others would wait for this one

    async with asyncio.TaskGroup() as there:
        for place in range(people):
            there.create_task(visit(place))
    return done


async def _work(person: P, done: Crowd[P], *, pace: Pace, timed: float, luck: random.Random) -> None:
    """One answer after another; those that are due from ``timed`` on are timed."""
    due = time.monotonic() + luck.uniform(0, pace.between)
    while due < timed + pace.work:
        await person.prepare()
        await asyncio.sleep(due - time.monotonic())
        clicked = time.monotonic()
        await person.answer()
        if due >= timed:
            done.seconds.append(time.monotonic() - clicked)
        due += luck.uniform(0.5, 1.5) * pace.between

"""`/healthz` says whether the database answers, and does not let the asking become a load."""

from __future__ import annotations

import asyncio
import threading
import time

from starlette.applications import Starlette

from tests.service.asgi import ask, request
from ui.service.health import Health, health_route


def fine() -> None:
    """A database that answers."""


def gone() -> None:
    """A database that is not there."""
    message = "could not connect to db.internal:5432, password secret"
    raise ConnectionError(message)


def test_a_database_that_answers_is_well() -> None:
    answer = ask(Starlette(routes=[health_route(fine)]), request("/healthz"))
    assert (answer.status, answer.body) == (200, '{"status":"ok"}')
    assert answer.headers["cache-control"] == "no-store"


def test_a_database_that_is_gone_is_told_without_its_secrets() -> None:
    answer = ask(Starlette(routes=[health_route(gone)]), request("/healthz"))
    assert (answer.status, answer.body) == (503, '{"status":"unavailable"}')


def test_a_database_that_hangs_is_not_waited_for() -> None:
    free = threading.Event()

    def hangs() -> None:
        free.wait(5)

    async def main() -> tuple[bool, bool]:
        health = Health(hangs, patience=0.05, fresh=0)
        try:
            return await health.well(), await health.well()
        finally:
            free.set()

    begun = time.monotonic()
    assert asyncio.run(main()) == (False, False)
    assert time.monotonic() - begun < 4


def test_however_many_ask_the_database_is_asked_once() -> None:
    asked = []

    async def main() -> list[bool]:
        health = Health(lambda: asked.append(1), fresh=60)
        return await asyncio.gather(*(health.well() for _ in range(50)))

    assert all(asyncio.run(main()))
    assert asked == [1]


def test_an_answer_is_soon_old() -> None:
    answers = iter([fine, gone, fine])

    def ping() -> None:
        next(answers)()

    async def main() -> list[bool]:
        health = Health(ping, fresh=0)
        return [await health.well() for _ in range(3)]

    assert asyncio.run(main()) == [True, False, True]

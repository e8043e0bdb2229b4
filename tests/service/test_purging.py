"""What was deleted long ago goes when the server starts, and every day after, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest

from storage import Unavailable
from ui.service.purging import purge_daily

if TYPE_CHECKING:
    from collections.abc import Callable

NEVER = 60.0
SOON = 0.01


def rounds(purge: Callable[[int], int], *, pause: float, again: float) -> int:
    """How often it purges in half a second; at most three times."""
    done = asyncio.Event()
    asked = []

    def count() -> int:
        asked.append(1)
        if len(asked) == 3:
            loop.call_soon_threadsafe(done.set)
        return purge(len(asked))

    async def main() -> None:
        task = asyncio.create_task(purge_daily(count, pause=pause, again=again))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), 0.5)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()

    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        runner.run(main())
    return min(len(asked), 3)


def test_it_purges_at_once_and_then_rests() -> None:
    assert rounds(lambda _: 2, pause=NEVER, again=SOON) == 1


def test_it_purges_again_and_again() -> None:
    assert rounds(lambda _: 0, pause=SOON, again=NEVER) == 3


@pytest.mark.parametrize("error", [Unavailable("gone", detail="no server"), ValueError("no address")])
def test_it_tries_again_sooner_where_it_failed(error: Exception) -> None:
    def fail(_: int) -> int:
        raise error

    assert rounds(fail, pause=NEVER, again=SOON) == 3

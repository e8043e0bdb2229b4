"""What was deleted long ago is taken away for good, when the server starts and every day after."""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING, Final

import anyio
from anyio import to_thread

from storage import offices
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG: Final = logging.getLogger(__name__)
_DAY: Final = dt.timedelta(days=1).total_seconds()
_HOUR: Final = dt.timedelta(hours=1).total_seconds()


def purge_store() -> int:
    """Purges the store that all sessions share.

    Returns:
        How many offices and assessments are gone.

    Raises:
        Unavailable: The store takes nothing now.
    """
    return offices.purge(resources.store())


async def purge_daily(
    purge: Callable[[], int] = purge_store, *, pause: float = _DAY, again: float = _HOUR
) -> None:
    """Purges at once and then for ever, beside all else that the server does.

    Every process of a service does it: purging what is purged already changes nothing.

    Args:
        purge: What takes away, and tells how much; it may fail.
        pause: Seconds between two rounds.
        again: Seconds until the next try where that failed.
    """
    while True:  # noqa: ASYNC110 - it waits for the day, and for nothing that could be told
        await anyio.sleep(pause if await _purged(purge) else again)


async def _purged(purge: Callable[[], int]) -> bool:
    try:
        gone = await to_thread.run_sync(purge, abandon_on_cancel=True)
    except Exception as error:  # noqa: BLE001 - whatever it is, the server goes on
        _LOG.warning("not purged: %s %s", type(error).__name__, error)
        return False
    if gone:
        _LOG.info("purged: %s", gone)
    return True

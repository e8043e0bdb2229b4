"""Writers take turns, in the order in which they came."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Generator


class Turns:
    """The queue of a process's writers before a SQLite file.

    SQLite lets a writer who has waited try again now and then, and whoever comes at the right moment
    goes first. Under load some would wait for ever: of 20 threads, several gave up after ten seconds.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Event] = deque()

    @contextmanager
    def turn(self, *, patience: float) -> Generator[None]:
        """Waits until all who came before are done.

        Args:
            patience: Seconds.

        Raises:
            Unavailable: It took longer.
        """
        mine = threading.Event()
        with self._guard:
            self._queue.append(mine)
            self._queue[0].set()
        try:
            if not mine.wait(patience):
                raise Unavailable("locked", detail="too many others are writing")
            yield
        finally:
            with self._guard:
                self._queue.remove(mine)
                if self._queue:
                    self._queue[0].set()

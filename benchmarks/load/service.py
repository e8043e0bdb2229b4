"""One or more processes of an app with one store, and what they take of the machine."""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psutil

from tools.app import App

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEGABYTE: Final = 2**20


@dataclass(frozen=True)
class Taken:
    """What the processes have taken up to a moment.

    Args:
        moment: In seconds, of a clock that begins anywhere.
        processor: Seconds of processor time, all together.
        memory: The resident memory now, all together, in MB.
    """

    moment: float
    processor: float
    memory: float

    def busy(self, since: Taken) -> float:
        """How many processors were at work since then, on average: 0 or more."""
        return (self.processor - since.processor) / (self.moment - since.moment)


@dataclass(frozen=True)
class Service:
    """The running processes.

    Args:
        apps: Each with its address; all have the first one's store.
    """

    apps: list[App]

    @property
    def addresses(self) -> list[str]:
        """Where they are; whoever comes keeps to one, as behind the proxy."""
        return [app.address for app in self.apps]

    @property
    def store(self) -> Path:
        """The database."""
        return self.apps[0].store

    def taken(self) -> Taken:
        """What they have taken until now."""
        processes = [psutil.Process(app.pid) for app in self.apps]
        spent = sum(one.cpu_times().user + one.cpu_times().system for one in processes)
        return Taken(time.monotonic(), spent, sum(one.memory_info().rss for one in processes) / MEGABYTE)


@contextmanager
def running(folder: Path, *, processes: int, script: str = "tikamp_server.py") -> Iterator[Service]:
    """Starts them one after another, and stops them at the end.

    Args:
        folder: A new folder for what they write.
        processes: How many.
        script: Which app.
    """
    shared = {"TIKAMP_DATABASE_URL": f"sqlite:///{folder / '0' / 'tikamp.db'}"}
    apps: list[App] = []
    with ExitStack() as stack:
        for number in range(processes):
            (folder / str(number)).mkdir(parents=True)
            app = App(folder / str(number), shared, script=script)
            stack.callback(app.stop)
            app.start()
            apps.append(app)
        yield Service(apps)

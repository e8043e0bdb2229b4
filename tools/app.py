"""The real app as a process of its own, for tests and pictures: started, stopped, killed, started again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
START_SECONDS: Final = 60


class App:
    """An app with one address and one store, however often it is started.

    Args:
        folder: Holds its store and what it says.
        variables: More for its environment, such as limits to be met.
        script: Another app than Tikamp, to be measured beside it.
    """

    def __init__(
        self, folder: Path, variables: dict[str, str] | None = None, *, script: str = "tikamp_server.py"
    ) -> None:
        self._script = script
        self.store = folder / "tikamp.db"
        self._log = folder / "app.log"
        self._port = free_port()
        self._environment = (
            os.environ | {"TIKAMP_DATABASE_URL": f"sqlite:///{self.store}"} | (variables or {})
        )
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def pid(self) -> int:
        """The number of its process.

        Raises:
            RuntimeError: It was not started.
        """
        if self._process is None:
            raise RuntimeError("The app was not started.")
        return self._process.pid

    def start(self) -> None:
        """Start it as `make run` does, and wait until it answers.

        Raises:
            RuntimeError: The app stopped, or gave no answer in time; its own words are in the message.
        """
        command = [sys.executable, "-m", "streamlit", "run", self._script]
        options = [f"--server.port={self._port}", "--server.headless=true", "--server.fileWatcherType=none"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *options], cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        if first_answer(self._process, self._port) != HTTPStatus.OK:
            raise RuntimeError(f"The app did not start:\n{self._log.read_text(errors='replace')}")

    def stop(self) -> None:
        """Ask it to stop, and wait until it has."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)

    def kill(self) -> None:
        """End it at once, whatever it is doing (kill -9)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=10)


@contextmanager
def running_app(variables: dict[str, str] | None = None) -> Iterator[str]:
    """Start the app with an empty store of its own, and stop it at the end.

    Args:
        variables: More for its environment.

    Yields:
        The address of the app, without a slash at the end.

    Raises:
        RuntimeError: The app did not start.
    """
    with tempfile.TemporaryDirectory() as folder:
        app = App(Path(folder), variables)
        try:
            app.start()
            yield app.address
        finally:
            app.stop()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def first_answer(process: subprocess.Popen[bytes], port: int, *, seconds: int = START_SECONDS) -> int | None:
    """Wait for what a server that was just started answers first.

    Args:
        process: The server.
        port: Where it will listen, on this computer.
        seconds: How long at most.

    Returns:
        The status of its first answer; None when it stopped, or gave no answer in time.
    """
    until = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status
        except (OSError, HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    return None

"""`tikamp serve`: the app, run by Streamlit in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import typer

from cli.guard import UseError
from scoring.paths import ROOT

if TYPE_CHECKING:
    from i18n import Translator

APP: Final = ROOT / "streamlit_app.py"


def start_app(*, port: int, host: str, t: Translator) -> None:
    """Starts the app and waits until it ends; Ctrl+C or a stop signal ends it too.

    Raises:
        UseError: The app is not installed.
        typer.Exit: With the app's own exit code where it is not 0.
    """
    if not APP.is_file():
        raise UseError(t("cli.no_app", file=str(APP)))
    # The folder matters: Streamlit reads .streamlit/config.toml where it is started.
    with subprocess.Popen(command(port=port, host=host), cwd=ROOT) as process:  # noqa: S603 - our own words
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        code = _wait(process)
    if code > 0:
        raise typer.Exit(code)


def command(*, port: int, host: str) -> list[str]:
    """The words that start Streamlit."""
    return [
        *(sys.executable, "-m", "streamlit", "run", str(APP)),
        f"--server.port={port}",
        f"--server.address={host}",
        "--server.headless=true",
    ]


def _wait(process: subprocess.Popen[bytes]) -> int:
    try:
        return process.wait()
    except KeyboardInterrupt:  # the app got the same Ctrl+C from the terminal
        process.wait()
        return 0

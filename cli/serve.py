"""`tikamp serve`: the app and the server around it, in a process of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Final, Literal

import typer

from cli.guard import UseError
from scoring.paths import ROOT

if TYPE_CHECKING:
    from i18n import Translator

APP: Final = ROOT / "tikamp_server.py"

Mode = Literal["local", "hosted"]


def start_app(*, port: int, host: str, mode: Mode | None, t: Translator) -> None:
    """Starts the app and waits until it ends; Ctrl+C or a stop signal ends it too.

    Args:
        port: Where the app listens.
        host: The address that it listens on.
        mode: For one person here, or for many; None leaves it to the variable TIKAMP_MODE.
        t: The language of what the server says.

    Raises:
        UseError: The app is not installed.
        typer.Exit: With the app's own exit code where it is not 0.
    """
    if not APP.is_file():
        raise UseError(t("cli.no_app", file=str(APP)))
    # The folder matters: Streamlit reads .streamlit/config.toml where it is started.
    words, environ = command(port=port, host=host), _environment(mode, t)
    with subprocess.Popen(words, cwd=ROOT, env=environ) as process:  # noqa: S603 - our own words
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


def _environment(mode: Mode | None, t: Translator) -> dict[str, str]:
    told = {"TIKAMP_LANGUAGE": t.language} | ({} if mode is None else {"TIKAMP_MODE": mode})
    return os.environ | told


def _wait(process: subprocess.Popen[bytes]) -> int:
    try:
        return process.wait()
    except KeyboardInterrupt:  # the app got the same Ctrl+C from the terminal
        process.wait()
        return 0

"""Which Tikamp, and which model, this is."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, version

from scoring import FaultsError, load_model
from scoring.paths import ROOT


def version_text() -> str:
    """Program and model version on one line."""
    try:
        model = load_model().version
    except FaultsError:
        model = "faulty: tikamp validate"
    return f"tikamp {_program()} (model {model})"


def _program() -> str:
    """The installed version, or that of the folder that the program runs from."""
    try:
        return version("tikamp")
    except PackageNotFoundError:
        settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        return str(settings["project"]["version"])

"""`tikamp validate`: is this folder a model?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from scoring import load_model

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Translator


def check_model(folder: Path, *, t: Translator) -> None:
    """Says what the model holds.

    Raises:
        FaultsError: It is no model; with every fault of every file.
        OSError: There is no such folder.
    """
    model = load_model(folder)
    text = t(
        "cli.valid",
        version=model.version,
        fingerprint=model.fingerprint,
        criteria=t.number(len(model.criteria)),
        indicators=t.number(len(model.indicators)),
        items=t.number(len(model.items)),
        recommendations=t.number(len(model.recommendations)),
    )
    typer.echo(text)

"""Models by version: an assessment is rated by the model that it was made with.

A model that is followed by another one is kept as a folder of the same files, called by its version,
under ``versions/`` in the model's folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoring.model import load_model
from scoring.paths import CRITERIA

if TYPE_CHECKING:
    from pathlib import Path

    from scoring.model import Model

VERSIONS: Final = "versions"


def archived(folder: Path = CRITERIA) -> dict[str, Path]:
    """The models that came before: version -> folder; none as long as there has been only one."""
    kept = folder / VERSIONS
    return {path.name: path for path in sorted(kept.iterdir()) if path.is_dir()} if kept.is_dir() else {}


def load_archived(version: str, *, folder: Path = CRITERIA) -> Model | None:
    """An earlier model.

    Args:
        version: As an assessment tells it. It comes from outside, so it is looked up among the
            folders that there are, and never made a path of.
        folder: The current model's.

    Returns:
        The model, or None where it is not at hand: another one must not rate in its place.

    Raises:
        FaultsError: Its files have faults.
    """
    found = archived(folder).get(version)
    model = load_model(found) if found else None
    return model if model and model.version == version else None

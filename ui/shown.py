"""Which office the scorecard and what-if show: the person's own, an example, or one of a file.

It is in the address, so that a link and the browser's way back open the same. An office of a file is called
by its code there, and only this session knows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast

from ui import held_files, resources, state

if TYPE_CHECKING:
    from scoring import Assessment

Source = Literal["own", "example", "file"]

ADDRESS: Final[dict[Source, str]] = {"example": "example", "file": "file"}
"""The names in the address."""

_CHOSEN, _LOST = "shown.chosen", "shown.lost"


@dataclass(frozen=True)
class Shown:
    """The office that is shown.

    Args:
        assessment: Its answers. Without a name it is called "office without a name", so that it can
            always be rated.
        source: Where it is from.
        name: What it is called in the address; empty for the own one.
    """

    assessment: Assessment
    source: Source
    name: str = ""


def shown() -> Shown:
    """What the address says, else what was chosen last, else the person's own assessment."""
    wanted = _wanted()
    found = _find(*wanted) if wanted else None
    if wanted and found is None and wanted[0] == "file":
        state.remember(_LOST, True)  # noqa: FBT003 - something to remember
    if found is None:
        choose_own()
        return Shown(state.named(state.assessment()), "own")
    _choose(found.source, found.name)
    state.remember(_LOST, None)
    return found


def lost() -> bool:
    """Whether an office of a file was asked for that this session does not hold; told once."""
    was = bool(state.recall(_LOST))
    state.remember(_LOST, None)
    return was


def choose_own() -> None:
    """Shows the person's own office."""
    _choose("own", None)


def choose_example(name: str) -> None:
    """Shows an example, by its name."""
    _choose("example", name)


def choose_file(code: str) -> None:
    """Shows an office of this session's files, by its code."""
    _choose("file", code)


def _wanted() -> tuple[Source, str] | None:
    """Source and name of what the address asks for, or of what was chosen last."""
    said = [(source, state.said_in_address(name)) for source, name in ADDRESS.items()]
    asked = next(((source, name) for source, name in said if name), None)
    return asked or cast("tuple[Source, str] | None", state.recall(_CHOSEN))


def _find(source: Source, name: str) -> Shown | None:
    if source == "example":
        example = next((one for one in resources.examples() if one.office == name), None)
        return Shown(example, "example", name) if example else None
    office = next((one for one in held_files.files() if one.code == name), None)
    return Shown(state.named(office.assessment), "file", name) if office else None


def _choose(source: Source, name: str | None) -> None:
    """Remembers the choice, and says it in the address and nothing else there."""
    state.remember(_CHOSEN, (source, name) if name else None)
    for other, address in ADDRESS.items():
        state.put_in_address(address, name if other == source else None)

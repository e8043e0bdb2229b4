"""What the app sends to a page, seen or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.app.conftest import Person


def sent(person: Person) -> str:
    """All that the page was sent."""
    return "\n".join(_protos(person.at._tree))  # noqa: SLF001


def _protos(node: Any) -> Iterable[str]:  # noqa: ANN401 - AppTest's own tree
    proto = getattr(node, "proto", None)
    if proto is not None:
        yield str(proto)
    for child in getattr(node, "children", {}).values():
        yield from _protos(child)

"""The catalogues: ordinary PO files, one folder a language, read and merged in memory."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

FOLDER = Path(__file__).parent / "catalogues"

Entry = tuple[str, ...]


@cache
def entries(language: str) -> dict[str, Entry]:
    """Every text of a language by key.

    Args:
        language: ``nb``, ``nn`` or ``en``.

    Returns:
        Key -> one text, or two (singular, plural) where the text depends on a number.

    Raises:
        ValueError: The same key stands in two files.
    """
    merged: dict[str, Entry] = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        for key, entry in _read(path, language).items():
            if key in merged:
                message = f"{path.name}: the key {key!r} stands in another file too"
                raise ValueError(message)
            merged[key] = entry
    return merged


def _read(path: Path, language: str) -> dict[str, Entry]:
    with path.open("rb") as file:
        catalog: Catalog = read_po(file, locale=language, abort_invalid=True)
    found: dict[str, Entry] = {}
    for message in catalog:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            found[key] = texts
    return found

"""Every text that people read, with where it stands: the catalogues and the model's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from i18n import LANGUAGES
from i18n.catalogue import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

CRITERIA = Path(__file__).parent.parent / "criteria"
PLACEHOLDER = re.compile(r"\{[^}]*\}")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Text:
    """A text in one language: ``start.lead``, or ``survey.yaml: items.opened.help``."""

    where: str
    text: str

    @property
    def plain(self) -> str:
        """The text without its placeholders, which are filled with figures and names."""
        return PLACEHOLDER.sub(" ", self.text)

    @property
    def words(self) -> list[str]:
        """Its words in small letters."""
        return [word.lower() for word in WORD.findall(self.plain)]


@cache
def all_texts(language: str) -> tuple[Text, ...]:
    """The catalogues' texts, then the model's."""
    catalogue = [Text(key, text) for key, texts in entries(language).items() for text in texts]
    return (*catalogue, *model_texts(language))


@cache
def model_texts(language: str) -> tuple[Text, ...]:
    """What criteria/*.yaml says in a language: questions, help, levels, recommendations."""
    return tuple(
        Text(f"{path.name}: {where}", text[language])
        for path in sorted(CRITERIA.glob("*.yaml"))
        for where, text in _in_three_languages(yaml.safe_load(path.read_text(encoding="utf-8")))
    )


def _in_three_languages(node: object, where: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(node, dict) and set(LANGUAGES) <= node.keys():
        yield where, node
    elif isinstance(node, dict):
        for key, inside in node.items():
            yield from _in_three_languages(inside, f"{where}.{key}".removeprefix("."))
    elif isinstance(node, list):
        for place, inside in enumerate(node, start=1):
            yield from _in_three_languages(inside, f"{where}.{place}")

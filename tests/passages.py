"""What a person reads in one go, put together: the passages that the test of plain language measures."""

from __future__ import annotations

from functools import cache
from typing import Final

from i18n.catalogue import FOLDER, Entry, entries
from tests.all_texts import Text, model_texts
from tools.lix import STEADY, words_of

# Texts of the model that are read together: a question with its help, a recommendation with its heading.
TOGETHER: Final = (
    ("survey.yaml: items.", ("text", "help")),
    ("survey.yaml: sections.", ("title", "intro")),
    ("fields.yaml: fields.", ("title", "help")),
    ("recommendations.yaml: recommendations.", ("title", "text")),
    ("planning.yaml: points.", ("question", "why", "next")),
    ("theses.yaml: theses.", ("claim", "says")),
    ("errata.yaml: errata.", ("printed", "holds")),
)


def passages(language: str) -> list[Text]:
    """The model's passages, and the catalogues' texts that are long enough to measure alone."""
    alone = [text for text in _catalogue(language) if _steady(text)]
    return [passage for passage in _of_the_model(language) if _steady(passage)] + alone


@cache
def pages(language: str) -> list[Text]:
    """The running text of each catalogue file: every entry that is a sentence, the short ones too."""
    found = []
    for path in sorted((FOLDER / language).glob("*.po")):
        keys = {line[7:-1] for line in path.read_text(encoding="utf-8").splitlines() if line[:7] == 'msgid "'}
        sentences = [text.text for text in _catalogue(language) if text.where in keys and _sentence(text)]
        found.append(Text(path.name, "\n".join(sentences)))
    return [page for page in found if _steady(page)]


def _catalogue(language: str) -> list[Text]:
    # Of singular and plural the longer, the plural: the other differs by an ending.
    table: dict[str, Entry] = entries(language)
    return [Text(key, texts[-1]) for key, texts in table.items()]


def _of_the_model(language: str) -> list[Text]:
    joined: dict[str, list[str]] = {}
    for text in model_texts(language):
        joined.setdefault(_passage(text.where), []).append(text.text)
    return [Text(where, "\n".join(parts)) for where, parts in joined.items()]


def _passage(where: str) -> str:
    head, _, last = where.rpartition(".")
    for start, parts in TOGETHER:
        if head.startswith(start) and head.count(".") == start.count(".") and last in parts:
            return head
    return where


def _sentence(text: Text) -> bool:
    return text.text.rstrip("*").endswith((".", "?", "!"))


def _steady(text: Text) -> bool:
    return len(words_of(text.text)) >= STEADY

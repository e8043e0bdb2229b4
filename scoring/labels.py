"""Headings and answers as people write them: by code, or as they read in any of the three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from scoring.answers import NUMERIC
from scoring.encode import NOTE, OFFICE, SEPARATOR
from scoring.facts import COUNTY, INHABITANTS, TAGS
from scoring.model_types import Language, Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.model_types import Fields, Item, Survey

LANGUAGES: Final = get_args(Language)

OFFICE_TEXT: Final = Texts(nb="Kontor", nn="Kontor", en="Office")
"""The heading over the offices' names: a word of the format, which no text of the model holds."""

FACT_TEXTS: Final[Mapping[str, Texts]] = {
    COUNTY: Texts(nb="Fylke", nn="Fylke", en="County"),
    INHABITANTS: Texts(nb="Innbyggere", nn="Innbyggjarar", en="Inhabitants"),
    TAGS: Texts(nb="Merkelapper", nn="Merkelappar", en="Tags"),
}
"""The headings over the facts of offices, which are no questions of the model either."""

REASONS: Final = Texts(nb="Dette må rettes", nn="Dette må rettast", en="What to mend")
"""The heading of the column that tells what is wrong with a row; reading passes it over."""

ANSWER_SHEET: Final = Texts(nb="Svar", nn="Svar", en="Answers")
"""The sheet of a workbook that holds the answers."""


def label_key(text: str) -> str:
    """What two ways of writing a label have in common: case and spaces do not matter."""
    return " ".join(text.split()).casefold()


def meanings(texts: Mapping[str, Texts]) -> dict[str, str]:
    """What each way of writing means: the code, and the text in each language, as keys -> code."""
    found = {label_key(code): code for code in texts}
    for code, text in texts.items():
        for language in LANGUAGES:
            found.setdefault(label_key(getattr(text, language)), code)
    return found


def is_one_of(text: str, texts: Texts) -> bool:
    """Whether it is this text in one of the languages."""
    return label_key(text) in {label_key(getattr(texts, language)) for language in LANGUAGES}


def language_of_heading(heading: str, texts: Texts) -> Language | None:
    """The first language in which a heading reads so; None when it is a code."""
    same = (one for one in LANGUAGES if label_key(getattr(texts, one)) == label_key(heading))
    return next(same, None)


def column_texts(survey: Survey, service: Fields) -> dict[str, Texts]:
    """The headings of a table of answers.

    Returns:
        Column -> heading in the three languages, those of facts too. A ladder has a column for each
        field, and a multiple choice, beside its own, one for each choice that may be made (see
        ``choice_columns``).
    """
    texts = {OFFICE: OFFICE_TEXT, **FACT_TEXTS}
    for code, item in survey.items.items():
        if not item.asked:
            continue
        if item.kind == "ladder":
            section = survey.sections[item.section].title
            for field, one in service.fields.items():
                texts[f"{code}.{field}"] = _joined("{}: {}", section, one.title)
        else:
            texts[code] = item.text
            for place, column in enumerate(choice_columns(code, survey, service), start=1):
                texts[column] = _joined(f"{{}} ({place})", item.text)
    return texts


def choice_columns(code: str, survey: Survey, service: Fields) -> list[str]:
    """The columns that take one choice each of a multiple choice: ``demanded.1``; none of others."""
    item = survey.items.get(code)
    if item is None or item.kind != "multi":
        return []
    most = item.at_most or len(survey.alternatives(code, service))
    return [f"{code}.{place}" for place in range(1, most + 1)]


def answer_texts(column: str, survey: Survey, service: Fields) -> dict[str, Texts]:
    """The words that a column takes, code -> text; none for names, notes and unknown columns."""
    code = column.partition(".")[0]
    if code not in survey.items or column.startswith(NOTE):
        return {}
    item = survey.items[code]
    words = {} if item.kind in NUMERIC else dict(survey.alternatives(code, service))
    return words | {word: text for word, text in _special(item, survey).items() if word not in words}


def code_of(text: str, known: Mapping[str, str]) -> str:
    """A cell by code; what is no label, such as a number, stays as it is.

    Args:
        text: One answer, or several with ``|`` between; the same one counts once.
        known: The ``meanings`` of the column's words.
    """
    parts = [part.strip() for part in text.split(SEPARATOR)]
    return SEPARATOR.join(dict.fromkeys(known.get(label_key(part), part) for part in parts if part))


def _special(item: Item, survey: Survey) -> dict[str, Texts]:
    allowed = {"does_not_apply": item.does_not_apply, "do_not_know": item.do_not_know}
    return {str(word): text for word, text in survey.special.items() if allowed[word]}


def _joined(form: str, *texts: Texts) -> Texts:
    written = {one: form.format(*(getattr(text, one) for text in texts)) for one in LANGUAGES}
    return Texts(**written)

"""One language, handed down as an argument; nothing global is ever set."""

from __future__ import annotations

import decimal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from babel import Locale, dates, numbers

from i18n.catalogue import entries

if TYPE_CHECKING:
    import datetime as dt

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_ALIASES: dict[str, Language] = {"no": "nb", "nb": "nb", "nn": "nn", "en": "en"}


class HasLanguages(Protocol):
    """A model text: the same thing said in the three languages."""

    @property
    def nb(self) -> str:
        """Bokmål."""
        ...

    @property
    def nn(self) -> str:
        """Nynorsk."""
        ...

    @property
    def en(self) -> str:
        """English."""
        ...


def language_of(tag: str | None) -> Language:
    """The language for a browser's or a user's tag (``no``, ``nb-NO``, ``en-US``); nb otherwise."""
    return _ALIASES.get((tag or "").lower().replace("_", "-").split("-")[0], "nb")


@dataclass(frozen=True)
class Translator:
    """Texts, numbers and dates in one language.

    Calling it gives a catalogue text: ``t("start.title", offices=40)``.
    """

    language: Language

    @property
    def locale(self) -> Locale:
        """Babel's locale: nb_NO, nn_NO or en_GB."""
        return Locale.parse(_LOCALES[self.language])

    @property
    def html_language(self) -> str:
        """The tag for ``<html lang>`` and for PDF."""
        return self.language

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under ``key`` with its placeholders filled.

        Raises:
            KeyError: No such text. A test walks every key in the code, so users never meet it.
        """
        return entries(self.language)[key][0].format(**values)

    def plural(self, key: str, count: int, /, **values: object) -> str:
        """The singular or plural text under ``key``, with ``{count}`` filled in this language's form."""
        singular, plural = entries(self.language)[key]
        return (singular if count == 1 else plural).format(count=self.number(count), **values)

    def has(self, key: str) -> bool:
        """Whether the catalogue has a text for ``key``."""
        return key in entries(self.language)

    def under(self, prefix: str) -> dict[str, str]:
        """The texts whose keys begin with ``prefix``, by the rest of the key; placeholders as they stand."""
        found = entries(self.language)
        return {key.removeprefix(prefix): texts[0] for key, texts in found.items() if key.startswith(prefix)}

    def pick(self, texts: HasLanguages) -> str:
        """The one of a model's three texts that is in this language."""
        return str(getattr(texts, self.language))

    def number(self, value: float, decimals: int = 0) -> str:
        """A number in this language's form, rounded half up as the report rounds."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        with decimal.localcontext() as context:
            context.rounding = decimal.ROUND_HALF_UP
            exact = decimal.Decimal(repr(round(float(value), 9)))
            return numbers.format_decimal(exact, format=pattern, locale=self.locale)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share from 0 to 1 as a percentage, with the space that Norwegian wants before the sign."""
        figure = self.number(share * 100, decimals)
        return f"{figure}%" if self.language == "en" else f"{figure}\N{NO-BREAK SPACE}%"

    @property
    def percent_pattern(self) -> str:
        """How a table that shows numbers itself writes a whole percentage, in printf's way."""
        return "%d%%" if self.language == "en" else "%d\N{NO-BREAK SPACE}%%"

    def date(self, day: dt.date) -> str:
        """A date written out: 23. november 2026."""
        return dates.format_date(day, format="long", locale=self.locale)

    def short_date(self, day: dt.date) -> str:
        """A date for a narrow column: 23. nov. 2026."""
        return dates.format_date(day, format="medium", locale=self.locale)

    def listing(self, parts: list[str]) -> str:
        """One or more parts joined as a sentence does: a, b og c."""
        *most, last = parts
        return f"{', '.join(most)} {self('common.and')} {last}" if most else last

"""Texts, numbers and dates in bokmål, nynorsk and English, for one language handed down."""

from i18n.translator import LANGUAGES, Language, Translator, language_of

__all__ = ["LANGUAGES", "Language", "Translator", "language_of"]

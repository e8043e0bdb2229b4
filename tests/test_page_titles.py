"""Each page has a title of its own, in each language: what a browser and a screen reader say first."""

from __future__ import annotations

import pytest

from i18n import LANGUAGES, Language, Translator
from ui.components.foot import BY_LINK
from ui.menu import FOR_PEOPLE, FROM_A_PAGE, MENU


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_have_one_title(language: Language) -> None:
    t = Translator(language)
    names = [t(f"app.{name}") for name in (*MENU, *BY_LINK, *FROM_A_PAGE, *FOR_PEOPLE)]
    assert len({*names, t("sign_in.title")}) == len(names) + 1

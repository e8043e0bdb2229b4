"""The page about accessibility: in three languages, and with whom to write to where someone is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator

if TYPE_CHECKING:
    from tests.app.conftest import Person


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_the_status_and_what_is_not_good_enough(person: Person, language: Language) -> None:
    t = Translator(language)
    texts = person.open("accessibility", lang=language).texts
    parts = ("about", "status", "meaning", "report", "complaint", "breaches", "tested", "made")
    assert [part for part in parts if t(f"access.{part}.title") not in texts] == []
    assert "1.3.1" in texts
    assert t("access.report.unknown") in texts


def test_it_names_whom_to_write_to(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKAMP_CONTACT", " uu@moss.kommune.no ")
    texts = person.open("accessibility", lang="nb").texts
    assert "Skriv til" in texts
    assert "uu@moss" in texts
    assert "den som drifter Tikamp hos dere" not in texts

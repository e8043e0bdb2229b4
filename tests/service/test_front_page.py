"""The first page in the person's language."""

from __future__ import annotations

import pytest

from i18n import LANGUAGES, Language, Translator
from tests.service.asgi import Inside, ask, request
from ui.service.front_page import OWN_SCRIPTS, FrontPage, page_in, page_of, wanted
from ui.service.headers import inline_hashes
from ui.service.setup import installed_page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_and_its_name(language: Language) -> None:
    page = page_in(language, page_of(installed_page()))
    assert f'<html lang="{language}">' in page
    assert "<title>Tikamp</title>" in page
    assert f"<noscript><p>{Translator(language)('service.no_scripts')}</p></noscript>" in page


def test_the_page_does_not_point_to_a_door_that_is_closed() -> None:
    assert "agent" not in page_in("nb", page_of(installed_page()))


def test_all_else_stays_as_streamlit_wrote_it() -> None:
    page, ours = installed_page(), page_in("nb", page_of(installed_page()))
    ours = ours.replace(OWN_SCRIPTS, "", 1)
    assert [line for line in page.splitlines() if "static/" in line] == [
        line for line in ours.splitlines() if "static/" in line
    ]
    assert '<div id="root"></div>' in ours


def test_what_the_policy_would_report_on_every_page_is_not_there_to_be_tried() -> None:
    page = page_of(installed_page())
    assert len(inline_hashes(page)) == len(inline_hashes(installed_page())) + 1
    assert page.index("delete globalThis.WebAssembly") < page.index("src=")


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("", "", "nb"),
        ("", "de-DE,de;q=0.9,en;q=0.8", "nb"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "nn-NO;q=0.9,nb;q=0.8", "nn"),
        ("", "no", "nb"),
        ("lang=en", "nn", "en"),
        ("section=contact&lang=nn", "en", "nn"),
        ("lang=xx", "en", "en"),
        ("lang=%3Cscript%3E&lang=en", "nn", "nn"),
        ("lang", "*", "nb"),
    ],
)
def test_the_address_goes_before_the_browser(query: str, accepted: str, language: Language) -> None:
    assert wanted(query.encode(), accepted) == language


@pytest.mark.parametrize("path", ["/", "/assess", "/scorecard", "/no-such-page"])
def test_a_page_is_answered_in_the_language(path: str) -> None:
    answer = ask(FrontPage(Inside(), installed_page()), request(path, query="lang=nn"))
    assert (answer.status, answer.headers["content-language"]) == (200, "nn")
    assert answer.headers["cache-control"] == "no-cache"
    assert '<html lang="nn">' in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/index.js",
        "/app/static/logo.svg",
        "/media/abc.pdf",
        "/component/name/index.html",
        "/_stcore/health",
        "/_stcore/host-config",
        "/healthz",
        "/auth/login",
        "/oauth2callback",
        "/favicon.png",
        "//evil.example",
        "/assess/",
    ],
)
def test_what_is_no_page_goes_on_to_streamlit(path: str) -> None:
    assert ask(FrontPage(Inside(), installed_page()), request(path)).body == "inside"


def test_only_reading_is_answered_here() -> None:
    assert ask(FrontPage(Inside(), installed_page()), request("/assess", method="POST")).body == "inside"

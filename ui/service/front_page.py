"""Streamlit's page in the person's language: its first words are what a screen reader goes by."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse

from i18n import LANGUAGES, Language, Translator, language_of
from ui.service.paths import is_page

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_LANG: Final = re.compile(r'<html lang="[^"]*"')
_TITLE: Final = re.compile(r"<title>.*?</title>", re.DOTALL)
_NOSCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_AGENTS: Final = re.compile(
    r'<!--(?:(?!-->).)*?agent API.*?-->\s*<link rel="service-desc"[^>]*>\s*', re.DOTALL
)


# One of Streamlit's libraries tries WebAssembly on every page and does without where it fails. The policy
# makes it fail and reports each try as a break-in, unless there is nothing to try.
# Another speaks the browser's language, maybe none of ours; static/language.js translates from English.
_FIRST: Final = (
    '<script>delete globalThis.WebAssembly;globalThis[Symbol.for("react-aria.i18n.locale")]="en-US"</script>'
)

# Before Streamlit's own scripts, which change the address, draw the tables and listen to the keys.
OWN_SCRIPTS: Final = "".join(
    f'<script src="./app/static/{name}.js"></script>'
    for name in ("steps", "reach", "theme", "announce", "focus", "shortcuts", "motion", "alphabet")
)


def page_of(installed: str) -> str:
    """The page as it is in every language.

    Args:
        installed: Streamlit's index.html, which points programs to a door that is closed here.
    """
    page = _TITLE.sub("<title>Tikamp</title>", installed, count=1)
    return _AGENTS.sub("", page, count=1).replace("<script", f"{_FIRST}{OWN_SCRIPTS}<script", 1)


def page_in(language: Language, page: str) -> str:
    """The page with its language, and in it a word to those who have no scripts."""
    t = Translator(language)
    words = f"<noscript><p>{html.escape(t('service.no_scripts'))}</p></noscript>"
    for pattern, text in (
        (_LANG, f'<html lang="{language}"'),
        (_NOSCRIPT, words),
    ):
        page = pattern.sub(text, page, count=1)
    return page


def wanted(query: bytes, accepted: str) -> Language:
    """The language of a page before the app has run: as the app chooses it on a first visit.

    Args:
        query: The address's query; ``lang`` in it goes first.
        accepted: What the browser says in Accept-Language, the dearest first.
    """
    asked = parse_qs(query.decode("latin-1")).get("lang", [""])[0]
    if asked in LANGUAGES:
        return asked
    return language_of(re.split("[,;]", accepted)[0].strip())


class FrontPage:
    """Answers for the app's pages itself; everything else goes on to Streamlit.

    Args:
        app: What answers for everything else.
        page: The page to answer with, as from `page_of`.
    """

    def __init__(self, app: ASGIApp, page: str) -> None:
        self._app = app
        self._pages = {language: page_in(language, page) for language in LANGUAGES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers for a page, and passes everything else on."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and is_page(scope["path"]):
            await self._answer(scope)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _answer(self, scope: Scope) -> HTMLResponse:
        accepted = Headers(scope=scope).get("accept-language", "")
        language = wanted(scope["query_string"], accepted)
        headers = {"Cache-Control": "no-cache", "Content-Language": language, "Vary": "Accept-Language"}
        return HTMLResponse(self._pages[language], headers=headers)

"""The server put together: what stands before the app, in which order, and whether it may start."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from starlette.middleware import Middleware

from i18n import Translator, language_of
from ui.service import setup
from ui.service.frames import PageFrames
from ui.service.front_page import FrontPage, page_of
from ui.service.guests import Guests
from ui.service.headers import SecurityHeaders, https_only, security_headers
from ui.service.limits import PageLimit, SessionLimit
from ui.service.problems import ProblemsError
from ui.service.readiness import check, public_address
from ui.service.settings import LANGUAGE, read_settings
from ui.service.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp

    from ui.service.settings import Settings

WRONG_USE = 2
"""The exit code of `tikamp` for a use that cannot work."""


def start_or_leave(environ: Mapping[str, str] = os.environ) -> None:
    """Leaves where the server may not start as it is set up.

    Raises:
        SystemExit: After a message that names everything that is missing.
    """
    try:
        check(read_settings(environ), setup.setup())
    except ProblemsError as error:
        t = Translator(language_of(environ.get(LANGUAGE)))
        sys.stderr.write(f"{error.text(t)}\n")
        raise SystemExit(WRONG_USE) from None


def before_the_app() -> list[Middleware]:
    """What a request passes on its way to Streamlit, to be built when the settings are known."""
    return [Middleware(_guarded)]


def _guarded(app: ASGIApp) -> ASGIApp:
    settings, page = read_settings(os.environ), page_of(setup.installed_page())
    app = FrontPage(app, page)
    if settings.mode == "hosted":
        app = WayBack(app)
    app = PageFrames(app, setup.largest_frame())
    app = SessionLimit(app, settings)
    app = PageLimit(app, settings)
    app = Guests(app, setup.names(), setup.further_origins())
    return SecurityHeaders(app, _headers(settings, page))


def _headers(settings: Settings, page: str) -> dict[str, str]:
    known = public_address(setup.setup().auth)
    hardened = settings.mode == "hosted" and known.startswith("https://")
    return {**security_headers(page), **(https_only() if hardened else {})}

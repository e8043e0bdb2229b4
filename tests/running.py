"""The running app and a browser for it, shared by the folders of tests that need them.

Each folder that takes these fixtures into its ``conftest.py`` has a server of its own: what the one
does to it does not touch the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.app import running_app
from tools.browser import chromium_path, keep_inside, running_browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def chromium() -> str:
    path = chromium_path()
    if path is None:
        pytest.skip("Chromium is not installed (on Debian: apt-get install chromium)")
    return path


@pytest.fixture(scope="session")
def app_url() -> Iterator[str]:
    with running_app() as address:
        yield address


# One browser a file, not one a session: while Playwright runs, no other test may start an event loop.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with running_browser(chromium) as browser:
        yield browser


@pytest.fixture
def page(chromium: str, browser: Browser, app_url: str) -> Iterator[Page]:  # noqa: ARG001 - see below
    """Give a new person's page, 1280 by 800, with `goto("/path")` relative to the app.

    It asks for Chromium first: where there is none, no server is started.
    """
    context = browser.new_context(base_url=app_url, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    outside = keep_inside(page, app_url)
    yield page
    context.close()
    assert not outside, f"The page asked for addresses outside the app: {outside}"

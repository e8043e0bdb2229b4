"""The server around the app: each piece by itself, then all of it running.

What runs the app gets it once for all tests here; what needs Chromium has the mark `browser`.
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
def app_url() -> Iterator[str]:
    with running_app() as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        pytest.skip("Chromium is not installed (on Debian: apt-get install chromium)")
    with running_browser(path) as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, app_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=app_url, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    outside = keep_inside(page, app_url)
    yield page
    context.close()
    assert not outside, f"The page asked for addresses outside the app: {outside}"

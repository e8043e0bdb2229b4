"""The real app in a real browser: what AppTest cannot see.

Every test in this folder gets the mark `browser`, a page of its own, and fails if that page asks for anything
outside the app.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tools.app import running_app
from tools.browser import chromium_path, keep_inside, running_browser, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent

# A busy machine draws a page late: what is waited for may take this long, and a test fails no later for it.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    path = chromium_path()
    if path is None:
        pytest.skip("Chromium is not installed (on Debian: apt-get install chromium)")
    return path


@pytest.fixture(scope="session")
def app_url(chromium: str) -> Iterator[str]:  # noqa: ARG001 (no browser, no use for a server)
    with running_app() as address:
        yield address


# One browser a file, not one a session: while Playwright runs, no other test may start an event loop.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with running_browser(chromium) as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, app_url: str) -> Iterator[Page]:
    """Give a new person's page, 1280 by 800, with `goto("/path")` relative to the app."""
    context = browser.new_context(base_url=app_url, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    outside = keep_inside(page, app_url)
    yield page
    context.close()
    assert not outside, f"The page asked for addresses outside the app: {outside}"


@pytest.fixture
def visit(page: Page) -> Callable[[str], Page]:
    """Go to a path of the app and wait until it has drawn itself."""

    def go(path: str) -> Page:
        page.goto(path)
        settle(page)
        return page

    return go

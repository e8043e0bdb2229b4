"""The real app in a real browser: what AppTest cannot see.

Every test in this folder gets the mark `browser`, a page of its own, and fails if that page asks for anything
outside the app.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.running import app_url, browser, chromium, lawful, page
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

__all__ = ["app_url", "browser", "chromium", "lawful", "page"]

HERE = Path(__file__).parent

# A busy machine draws a page late: what is waited for may take this long, and a test fails no later for it.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def visit(page: Page) -> Callable[[str], Page]:
    """Go to a path of the app and wait until it has drawn itself."""

    def go(path: str) -> Page:
        page.goto(path)
        settle(page)
        return page

    return go

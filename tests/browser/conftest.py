"""The real app in a real browser: what AppTest cannot see.

Every test in this folder gets the mark `browser`, a page of its own, and fails if that page asks for anything
outside the app.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from storage import Store, open_store
from tests.running import HOSTED, app_url, browser, chromium, fresh_app, lawful, page
from tools.app import App
from tools.browser import settle
from tools.sign_in_service import SignInService, running_service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

__all__ = ["app_url", "browser", "chromium", "fresh_app", "lawful", "page"]

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


# ------------------------------------------------------------------ where people sign in
@pytest.fixture(scope="module")
def service() -> Iterator[SignInService]:
    with running_service() as service:
        yield service


@pytest.fixture(scope="module")
def app(chromium: str, service: SignInService, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:  # noqa: ARG001
    folder = tmp_path_factory.mktemp("hosted")
    told = (
        HOSTED
        | {"TIKAMP_ADMINISTRATORS": "anne@moss.no"}
        | {"STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml")}
    )
    app = App(folder, told)
    service.secrets_file(folder, app.address)
    app.start()
    yield app
    app.stop()


@pytest.fixture(scope="module")
def store(app: App) -> Iterator[Store]:
    store = open_store(f"sqlite:///{app.store}")
    yield store
    store.close()


@pytest.fixture
def tab(browser: Browser, app: App) -> Iterator[Page]:
    context = browser.new_context(
        base_url=app.address, viewport={"width": 1280, "height": 800}, locale="nb-NO"
    )
    yield context.new_page()
    context.close()

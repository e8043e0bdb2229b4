"""The running app and a browser for it, shared by the folders of tests that need them.

Each folder that takes these fixtures into its ``conftest.py`` has a server of its own: what the one
does to it does not touch the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tools.app import running_app
from tools.browser import chromium_path, keep_inside, running_browser, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Locator, Page


CONTACT: Final = "Får hver bruker én fast person å forholde seg til helt til saken er avgjort?"
TOGETHER: Final = re.compile("felles brukere")
SAVED: Final = re.compile(r"Lagret kl\. \d\d:\d\d:\d\d")

HOSTED: Final = {
    "TIKAMP_MODE": "hosted",
    "FORWARDED_ALLOW_IPS": "127.0.0.1",
    "STREAMLIT_SERVER_ALLOWED_HOSTS": "127.0.0.1",
}
"""What an app for many is told beside its sign-in, when it is reached by this address alone."""

TELL: Final = """addEventListener("securitypolicyviolation",
    event => tikampBroken(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`))"""


def answer(page: Page, question: str | re.Pattern[str], word: str) -> Locator:
    """The answer of that word to a question of the form."""
    return page.get_by_role("radiogroup", name=question).get_by_role("radio", name=word, exact=True)


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


@pytest.fixture(scope="module")
def fresh_app() -> Iterator[str]:
    """The address of an app that nobody but this file's tests has stored anything in."""
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


@pytest.fixture
def lawful(page: Page) -> Iterator[Page]:
    """A page whose broken rules and errors fail the test."""
    broken: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # Streamlit's page asks below the page's own path first, and at the root when that is not there.
        asking = message.location["url"].endswith(("/_stcore/health", "/_stcore/host-config"))
        missing = "page that you have requested does not seem to exist" in message.text
        if message.type == "error" and not asking and not missing:
            broken.append(message.text)

    page.expose_function("tikampBroken", lambda rule: broken.append(rule))  # noqa: PLW0108 - Playwright marks it
    page.add_init_script(TELL)
    page.on("console", listen)
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    settle(page)
    assert not broken, broken

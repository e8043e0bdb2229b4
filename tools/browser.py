"""The real app in a real browser, for the browser tests and for the pictures in docs/."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

SETTLE_MILLISECONDS: Final = 30_000
POLLING_MILLISECONDS: Final = 50  # not at every frame: then a page that stands still is drawn all the time
LONGEST_PAGE: Final = 20_000  # pixels; a longer page is cut there

# Streamlit's own marks of a script that has run, and a page that stayed the same for half a second.
DONE: Final = '[data-testid="stApp"][data-test-script-state="notRunning"]'
DRAWN: Final = """() => {
  const has = (selector, root = document) => root.querySelector(selector) !== null;
  const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
  const busy = has('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')
    || charts.some(chart => !has('canvas, svg.marks', chart));
  const size = busy ? null : document.querySelector('[data-testid="stMain"]')?.scrollHeight ?? null;
  if (size === null || size !== window.tikampSize) {
    window.tikampSize = size;
    window.tikampSince = performance.now();
  }
  return size !== null && performance.now() - window.tikampSince > 500;
}"""

# The browser asks for nothing of its own outside, and leaves nothing behind.
CHROMIUM_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str | None:
    """Find Chromium on this machine.

    Returns:
        Its path, from the variable CHROMIUM or from the names that it usually has; None when there is none.
    """
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@contextmanager
def running_browser(executable: str) -> Iterator[Browser]:
    """Start Chromium without a window, with a fresh profile.

    Args:
        executable: Path of Chromium, as from `chromium_path`.

    Yields:
        A browser; each `new_page` or `new_context` of it is a new person.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def keep_inside(page: Page, allowed: str) -> list[str]:
    """Stop every request of a page to anywhere but the app, and write it down.

    Args:
        page: The page to watch, before it goes anywhere.
        allowed: The address of the app.

    Returns:
        A list that fills with the addresses outside that the page asked for. It should stay empty.
    """
    outside: list[str] = []
    own = urlsplit(allowed).netloc

    def decide(route: Route) -> None:
        url = urlsplit(route.request.url)
        if url.netloc in {own, ""}:
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    page.route("**/*", decide)
    return outside


def settle(page: Page) -> None:
    """Wait until the app has run to the end and the page has drawn it: fonts, charts, final height.

    Args:
        page: A page that has gone to the app.
    """
    page.wait_for_selector(DONE, timeout=SETTLE_MILLISECONDS)
    page.wait_for_function(DRAWN, timeout=SETTLE_MILLISECONDS, polling=POLLING_MILLISECONDS)
    page.evaluate("document.fonts.ready.then(() => true)")


def stretch(page: Page) -> None:
    """Make the window as high as what it shows, so that pictures and axe see all of it.

    Streamlit scrolls inside the page, not the page itself, and axe judges colours only where it can see them.

    Args:
        page: A settled page.
    """
    wanted: int = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    size = page.viewport_size or {"width": 1280, "height": 800}
    page.set_viewport_size({"width": size["width"], "height": min(max(wanted, size["height"]), LONGEST_PAGE)})
    settle(page)

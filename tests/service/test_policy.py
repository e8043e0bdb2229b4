"""The strict policy in a real browser: every page, and what opens on one, breaks no rule of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from i18n import LANGUAGES
from tools.browser import settle
from tools.screenshots import EXAMPLE, PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage, Page

    from tools.screenshots import Shot

pytestmark = pytest.mark.browser

TELL = """addEventListener("securitypolicyviolation",
    event => tikampBroken(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`))"""


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
    assert broken == []


def visit(page: Page, path: str) -> None:
    page.goto(path)
    settle(page)


@pytest.mark.parametrize("shot", PAGES, ids=lambda shot: shot.name)
def test_every_page(lawful: Page, shot: Shot) -> None:
    visit(lawful, shot.path)
    shot.steps(lawful)


def test_the_listener_hears(page: Page) -> None:
    broken: list[str] = []
    page.expose_function("tikampBroken", lambda rule: broken.append(rule))  # noqa: PLW0108 - Playwright marks it
    page.add_init_script(TELL)
    visit(page, "/?lang=nb")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {text: 'window.in = 1'}))"
    )
    page.evaluate("fetch('https://example.invalid/').catch(() => 0)")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert [one.split(":")[0] for one in broken] == ["script-src-elem", "connect-src"]


def test_a_chart_is_drawn(lawful: Page) -> None:
    visit(lawful, f"/scorecard?lang=nb&{EXAMPLE}")
    chart = lawful.get_by_test_id("stVegaLiteChart").first
    expect(chart.locator("canvas, svg.marks").first).to_be_visible()


def test_files_go_out_and_come_in(lawful: Page, tmp_path: Path) -> None:
    visit(lawful, "/assess?lang=nb")
    name = lawful.get_by_label("Navnet på kontoret")
    name.fill("Sørnes servicetorg")
    name.press("Enter")
    settle(lawful)
    with lawful.expect_download() as download:
        lawful.get_by_role("button", name="Last ned svarene").click()
    lawful.locator(".st-key-upload_popover button").first.click()
    answers = tmp_path / download.value.suggested_filename
    download.value.save_as(answers)
    lawful.locator('input[type="file"]').set_input_files(answers)
    expect(lawful.get_by_role("button", name=f"Fjern {answers.name}")).to_be_visible()
    expect(lawful.get_by_text("files are not allowed")).to_have_count(0)
    settle(lawful)


def test_a_dialog_opens_on_a_page_that_is_not_there(lawful: Page) -> None:
    visit(lawful, "/no-such-page?lang=nb")
    expect(lawful.get_by_role("dialog")).to_be_visible()


def test_the_page_says_its_language_before_and_after_the_switch(lawful: Page) -> None:
    visit(lawful, "/method?lang=nn")
    assert lawful.evaluate("document.documentElement.lang") == "nn"
    for language, name in zip(LANGUAGES, ("Bokmål", "Nynorsk", "English"), strict=True):
        lawful.get_by_role("radio", name=name).click()
        lawful.wait_for_function("language => document.documentElement.lang === language", arg=language)


def test_nobody_elses_page_shows_ours_in_a_frame(page: Page, app_url: str) -> None:
    other = page.context.new_page()
    errors: list[str] = []
    other.on("console", lambda message: errors.append(message.text))
    other.set_content(f'<iframe src="{app_url}"></iframe>')
    other.wait_for_timeout(1000)
    assert any("frame" in text.lower() for text in errors), errors

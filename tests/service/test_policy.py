"""The strict policy in a real browser: what opens on a page breaks no rule of it.

Every page is looked at in ``tests/browser/test_wcag.py``, which takes the same listener.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from i18n import LANGUAGES
from tests.running import TELL
from tools.browser import settle
from tools.screenshots import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def visit(page: Page, path: str) -> None:
    page.goto(path)
    settle(page)


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

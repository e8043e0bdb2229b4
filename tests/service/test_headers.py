"""The headers of every answer, and the policy that is made from the page as installed."""

from __future__ import annotations

import base64
import hashlib

from tests.service.asgi import Inside, ask, request
from ui.service.headers import SecurityHeaders, content_policy, https_only, inline_hashes, security_headers
from ui.service.setup import installed_page

PAGE = '<script>\n  go()\n</script><script type="module" src="./x.js"></script><SCRIPT defer>two()</SCRIPT>'


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_an_inline_script_is_named_by_its_hash_and_a_file_is_not() -> None:
    assert inline_hashes(PAGE) == [hash_of("\n  go()\n"), hash_of("two()")]


def test_streamlits_page_has_one_inline_script() -> None:
    assert len(inline_hashes(installed_page())) == 1


def test_no_script_runs_but_files_of_ours_and_those_named() -> None:
    rules = dict(rule.split(" ", 1) for rule in content_policy(PAGE).split("; "))
    assert rules["script-src"].split() == ["'self'", hash_of("\n  go()\n"), hash_of("two()")]
    assert rules["default-src"] == rules["connect-src"] == rules["frame-ancestors"] == "'self'"
    assert rules["object-src"] == "'none'"


def test_every_answer_has_the_headers() -> None:
    app = SecurityHeaders(Inside(), security_headers(PAGE))
    headers = ask(app, request("/media/x.pdf")).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["content-security-policy"] == content_policy(PAGE)
    assert "strict-transport-security" not in headers


def test_https_alone_is_asked_for_a_year() -> None:
    app = SecurityHeaders(Inside(), https_only())
    assert ask(app, request("/")).headers == {"strict-transport-security": "max-age=31536000"}

"""Who may come in: by which name, from which page, to which door."""

from __future__ import annotations

import pytest

from tests.service.asgi import HOME, Inside, ask, request, stream
from ui.service.guests import LOOPBACK, Guests, host_allowed, origin_allowed


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8501", "127.0.0.1:9", "[::1]:8501", "localhost.:8501"]
)
def test_this_computer_is_known_by_its_names(host: str) -> None:
    assert host_allowed(host, LOOPBACK)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.nip.io",
        "evil.example@x",
        "[::1",
        "127.1",
    ],
)
def test_other_names_are_not_ours(host: str | None) -> None:
    assert not host_allowed(host, LOOPBACK)


@pytest.mark.parametrize(
    ("host", "ours"),
    [("a.kommune.no", True), ("a.b.kommune.no", True), ("kommune.no", False), ("ekommune.no", False)],
)
def test_a_star_stands_for_the_names_below(host: str, *, ours: bool) -> None:
    assert host_allowed(host, ["*.kommune.no"]) is ours


@pytest.mark.parametrize(
    ("origin", "ours"),
    [
        (None, True),
        ("http://127.0.0.1:8501", True),
        ("https://127.0.0.1:8501", True),
        ("http://127.0.0.1:9999", False),  # another program of this computer; Streamlit believes it
        ("http://localhost:8501", False),
        ("https://evil.example", False),
        ("null", False),
        ("", False),
        ("file://127.0.0.1:8501", False),
        ("https://friend.example", True),
    ],
)
def test_a_page_of_ours_has_our_own_origin(origin: str | None, *, ours: bool) -> None:
    assert origin_allowed(origin, "127.0.0.1:8501", ["https://friend.example"]) is ours


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, HOME | {"origin": "https://evil.example"}, {}])
def test_a_foreign_websocket_does_not_open(headers: dict[str, str]) -> None:
    inside = Inside()
    answer = ask(Guests(inside, LOOPBACK), stream(headers=headers or {"accept": "*/*"}))
    assert answer.status in {400, 403}
    assert inside.came == []


def test_a_server_that_cannot_say_why_closes_the_websocket() -> None:
    scope = {**stream(headers={"host": "evil.example"}), "extensions": {}}
    assert ask(Guests(Inside(), LOOPBACK), scope).status == 1008


def test_a_websocket_of_ours_opens() -> None:
    headers = HOME | {"origin": "http://127.0.0.1:8501"}
    assert ask(Guests(Inside(), LOOPBACK), stream(headers=headers)).status == 101


def test_a_page_by_a_foreign_name_is_not_shown() -> None:
    assert ask(Guests(Inside(), LOOPBACK), request("/", headers={"host": "evil.example"})).status == 400


def test_a_watchman_may_ask_by_any_name() -> None:
    for path in ("/healthz", "/_stcore/health"):
        assert ask(Guests(Inside(), LOOPBACK), request(path, headers={"host": "10.0.0.7"})).status == 200


def test_an_upload_from_a_foreign_page_is_refused() -> None:
    scope = request(
        "/_stcore/upload_file/a/b", headers=HOME | {"origin": "https://evil.example"}, method="PUT"
    )
    assert ask(Guests(Inside(), LOOPBACK), scope).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_STCORE/METRICS",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
        "/_stcore/agent/openapi.json",
        "/_stcore/script-health-check",
        "/tikamp/_stcore/metrics",
    ],
)
def test_doors_that_nobody_needs_are_closed(path: str) -> None:
    assert ask(Guests(Inside(), LOOPBACK), request(path)).status == 404


def test_other_doors_are_open() -> None:
    for path in ("/_stcore/health", "/_stcore/host-config", "/_stcore/metricsx", "/"):
        assert ask(Guests(Inside(), LOOPBACK), request(path)).status == 200

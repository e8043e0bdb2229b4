"""The server as it runs: foreign visitors, broken frames and loud ones, and the others unmoved."""

from __future__ import annotations

import contextlib
import http.client
import random
import socket
import time
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest
from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from i18n import LANGUAGES
from tools.app import running_app
from tools.visitor import visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.visitor import Visitor

FRAMES: Final = 400
RUN: Final = BackMsg(rerun_script=ClientState(query_string="lang=nb", page_name="method")).SerializeToString()


def get(
    url: str, path: str, *, method: str = "GET", headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        found = {name.lower(): text for name, text in answer.getheaders()}
        return answer.status, found, answer.read().decode()
    finally:
        connection.close()


def healthy(url: str) -> bool:
    return get(url, "/healthz")[0] == 200 == get(url, "/_stcore/health")[0]


# ------------------------------------------------------------------ pages
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/", "/scorecard"])
def test_a_page_is_in_its_language(app_url: str, path: str, language: str) -> None:
    status, headers, body = get(app_url, f"{path}?lang={language}")
    assert (status, headers["content-language"]) == (200, language)
    assert f'<html lang="{language}">' in body


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/app/static/to_the_top.js", "/_stcore/health", "/nothing.png"]
)
def test_every_answer_has_the_headers(app_url: str, path: str) -> None:
    headers = get(app_url, path)[1]
    assert "script-src 'self' 'sha256-" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "strict-transport-security" not in headers  # this is http, on one's own machine


def test_a_script_of_ours_is_served_as_a_script(app_url: str) -> None:
    assert "javascript" in get(app_url, "/app/static/reach.js")[1]["content-type"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"])
def test_closed_doors_are_closed(app_url: str, path: str) -> None:
    assert get(app_url, path)[0] == 404


def test_a_foreign_name_gets_no_page(app_url: str) -> None:
    assert get(app_url, "/", headers={"Host": "evil.example"})[0] == 400
    assert get(app_url, "/healthz", headers={"Host": "10.0.0.9"})[0] == 200


# ------------------------------------------------------------------ websockets
@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://evil.example", None),
        ("http://127.0.0.1:1", None),
        ("http://localhost:1", None),
        ("null", None),
        (None, "evil.example"),
        ("http://evil.example", "evil.example"),
    ],
)
def test_a_foreign_websocket_is_refused(app_url: str, origin: str | None, host: str | None) -> None:
    own = urlsplit(app_url)
    where = f"ws://{host or own.netloc}/_stcore/stream"
    asked = Origin(origin) if origin else None
    begun = time.monotonic()
    line = socket.create_connection((own.hostname, own.port))
    with line, pytest.raises(InvalidStatus) as refused, connect(where, origin=asked, sock=line):
        pass
    assert refused.value.response.status_code in {400, 403}
    assert time.monotonic() - begun < 3, "somebody outside was asked"


@pytest.fixture
def neighbour(app_url: str) -> Iterator[Visitor]:
    """Somebody with a page open, who must not notice anything."""
    with visitor(app_url) as other:
        other.run(page="assess")
        yield other


def _broken(chance: random.Random) -> bytes | str:
    kind = chance.randrange(4)
    if kind == 0:
        return chance.randbytes(chance.randrange(1, 3000))
    if kind == 1:
        return RUN[: chance.randrange(1, len(RUN))]
    if kind == 2:
        return "".join(chr(chance.randrange(32, 0x2FFF)) for _ in range(chance.randrange(1, 300)))
    at = chance.randrange(len(RUN))
    return RUN[:at] + bytes([chance.randrange(256)]) + RUN[at + 1 :]


def _expected(frame: bytes | str) -> int | None:
    """Why the connection is closed; None for a frame that happens to be one that a page may send."""
    if isinstance(frame, str):
        return 1003
    try:
        BackMsg.FromString(frame)
    except DecodeError:
        return 1002
    return None


def _closed(loud: Visitor) -> int:
    """The code that the connection is closed with."""
    for _ in range(1000):  # what is drawn for it until then is of no interest
        try:
            loud.connection.recv(timeout=10)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006
    return 0


def test_broken_frames_close_their_connection_and_no_other(app_url: str, neighbour: Visitor) -> None:
    chance, session = random.Random(4), neighbour.session  # noqa: S311 - the same frames each time
    begun, closed = time.monotonic(), 0
    for frame in (_broken(chance) for _ in range(FRAMES)):
        with visitor(app_url) as loud:
            loud.connection.send(frame)
            if (code := _expected(frame)) is not None:
                assert _closed(loud) == code
                closed += 1
    assert closed > FRAMES / 2
    assert time.monotonic() - begun < 120
    assert healthy(app_url)
    assert neighbour.run(page="method")[-1].script_finished == 0
    assert neighbour.session == session


def test_a_page_that_breaks_off_in_the_middle_is_closed_too(app_url: str) -> None:
    for frame, code in (("hello", 1003), (b"\xff" * 50, 1002), (b"x" * 3_000_000, 1009)):
        with visitor(app_url) as loud:
            loud.run()
            loud.connection.send(frame)
            assert _closed(loud) == code


def test_a_frame_of_26_megabytes_is_not_swallowed(app_url: str, neighbour: Visitor) -> None:
    with visitor(app_url) as loud:
        with contextlib.suppress(ConnectionClosed):  # the server need not hear it to its end
            loud.connection.send(b"x" * 26_000_000)
        assert _closed(loud) in {1006, 1009}
    assert healthy(app_url)
    assert neighbour.run(page="method")[-1].script_finished == 0


def test_nobody_empties_what_all_share(app_url: str, neighbour: Visitor) -> None:
    for kind in ("clear_cache", "debug_shutdown_runtime", "debug_disconnect_websocket", "load_git_info"):
        neighbour.send(BackMsg(**{kind: True}))  # type: ignore[arg-type]
    assert neighbour.run(page="method")[-1].script_finished == 0
    assert healthy(app_url)


# ------------------------------------------------------------------ the database
def test_without_its_database_the_server_says_so_and_shows_its_pages() -> None:
    with running_app({"TIKAMP_DATABASE_URL": "postgresql://127.0.0.1:1/gone"}) as url:
        status, _, body = get(url, "/healthz")
        assert (status, body) == (503, '{"status":"unavailable"}')
        assert get(url, "/")[0] == get(url, "/_stcore/health")[0] == 200


# ------------------------------------------------------------------ limits
def test_limits_hold_in_the_running_server() -> None:
    small = {"TIKAMP_PAGE_LOADS": "5", "TIKAMP_SESSIONS": "2", "TIKAMP_SESSIONS_PER_ADDRESS": "2"}
    with running_app(small) as url:
        with visitor(url) as one, visitor(url) as two:
            assert one.run()[-1].script_finished == two.run()[-1].script_finished == 0
            assert get(url, "/")[0] == 503
            with pytest.raises(InvalidStatus) as refused, visitor(url):
                pass
            assert refused.value.response.status_code == 429
        statuses: list[int] = []
        while len(statuses) < 10 and 429 not in statuses:
            # Whoever makes up an address is not believed.
            made_up = {"X-Forwarded-For": f"198.51.100.{len(statuses)}"}
            statuses.append(get(url, "/", headers=made_up)[0])
            time.sleep(0.05)
        status, headers, body = get(url, "/assess")
        assert (status, statuses[-1]) == (429, 429)
        assert 1 <= int(headers["retry-after"]) <= 12
        assert "Prøv igjen" in body
        assert "Try again" in body
        assert get(url, "/app/static/logo.svg")[0] == 200
        assert healthy(url)

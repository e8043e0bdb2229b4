"""How often and how much, and that nobody else pays for one who takes too much."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from i18n import Translator
from tests.service.asgi import Inside, ask, request, stream
from ui.service.buckets import Buckets, address_of
from ui.service.limits import PageLimit, SessionLimit
from ui.service.settings import Settings

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

ONE, OTHER = "192.0.2.1", "198.51.100.7"


def hosted(*, page_loads: int = 3, each: int = 2, together: int = 3) -> Settings:
    return Settings("hosted", page_loads, sessions_per_address=each, sessions=together)


class Clock:
    """Time that goes by when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


# ------------------------------------------------------------------ buckets
def test_a_bucket_is_emptied_at_once_and_fills_again() -> None:
    clock = Clock()
    buckets = Buckets(6, clock=clock)
    assert [buckets.wait(ONE) for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    assert buckets.wait(OTHER) == 0
    clock.now = 4
    assert buckets.wait(ONE) == pytest.approx(6)
    clock.now = 10
    assert buckets.wait(ONE) == 0
    assert buckets.wait(ONE) == pytest.approx(10)


def test_a_bucket_never_holds_more_than_a_minutes_worth() -> None:
    clock = Clock()
    buckets = Buckets(2, clock=clock)
    clock.now = 10_000
    assert [buckets.wait(ONE) > 0 for _ in range(3)] == [False, False, True]


def test_ever_new_addresses_do_not_fill_the_memory() -> None:
    clock = Clock()
    buckets = Buckets(2, clock=clock, most=3)
    for name in ("a", "b", "c", "a", "d", "a"):
        clock.now += 0.001
        buckets.wait(name)
    assert list(buckets._buckets) == ["c", "d", "a"]  # noqa: SLF001 - memory cannot be seen from outside
    assert buckets.wait("a") > 0


@pytest.mark.parametrize(
    ("client", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("no address", "no address"),
    ],
)
def test_a_home_counts_as_one_address(client: str, counted: str) -> None:
    assert address_of(request("/", client=client), "hosted") == counted


def test_everyone_at_this_computer_is_one() -> None:
    assert {address_of(request("/", client=client), "local") for client in (ONE, OTHER)} == {"local"}
    assert address_of({**request("/"), "client": None}, "hosted") == "unknown"


# ------------------------------------------------------------------ pages
def test_too_many_pages_are_answered_with_when_to_come_again() -> None:
    app = PageLimit(Inside(), hosted())
    assert [ask(app, request("/assess")).status for _ in range(3)] == [200, 200, 200]
    answer = ask(app, request("/"))
    assert answer.status == 429
    seconds = int(answer.headers["retry-after"])
    assert 1 <= seconds <= 20
    assert answer.headers["content-type"].startswith("text/plain")
    for language in ("nb", "en"):
        assert Translator(language)("service.too_often", seconds=seconds) in answer.body
    assert ask(app, request("/", client=OTHER)).status == 200


def test_what_a_page_is_made_of_is_not_counted() -> None:
    app = PageLimit(Inside(), hosted(page_loads=1))
    for path in ("/static/js/a.js", "/app/static/inter-bold.woff2", "/media/a.pdf", "/healthz") * 3:
        assert ask(app, request(path)).status == 200
    assert ask(app, request("/")).status == 200


def test_signing_in_is_counted() -> None:
    app = PageLimit(Inside(), hosted(page_loads=1))
    assert [ask(app, request(path)).status for path in ("/auth/login", "/oauth2callback")] == [200, 429]


def test_opening_and_closing_a_session_over_and_over_is_stopped() -> None:
    app = PageLimit(Inside(), hosted(page_loads=2))
    assert [ask(app, stream()).status for _ in range(3)] == [101, 101, 429]
    assert ask(app, request("/")).status == 200


# ------------------------------------------------------------------ sessions
class Open:
    """Stands for Streamlit: a session that stays open until it is let go."""

    def __init__(self) -> None:
        self.closing = asyncio.Event()

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self.closing.wait()
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"inside"})


async def _status(app: SessionLimit, scope: Scope) -> int:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return int(sent[0]["status"]) if sent else 101


def test_so_many_pages_are_open_at_a_time_and_no_more() -> None:
    async def main() -> None:
        inside = Open()
        app = SessionLimit(inside, hosted())
        opened = [asyncio.create_task(_status(app, stream())) for _ in range(2)]
        await asyncio.sleep(0)
        assert await _status(app, stream()) == 429
        assert await _status(app, request("/")) == 503
        assert await _status(app, request("/static/js/a.js")) == 200
        assert await _status(app, request("/", client=OTHER)) == 200
        opened.append(asyncio.create_task(_status(app, stream(client=OTHER))))
        await asyncio.sleep(0)
        assert await _status(app, request("/", client="203.0.113.1")) == 503  # all places are taken
        inside.closing.set()
        await asyncio.gather(*opened)
        assert await _status(app, stream()) == 101

    asyncio.run(main())


def test_a_session_that_ends_with_an_error_gives_its_place_back() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise OSError

    app = SessionLimit(broken, hosted(each=1))
    for _ in range(3):
        with pytest.raises(OSError):  # noqa: PT011 - ours
            ask(app, stream())


def test_a_full_house_is_told_in_two_languages() -> None:
    answer = ask(SessionLimit(Inside(), hosted(each=0)), request("/"))
    assert answer.headers["retry-after"] == "30"
    for language in ("nb", "en"):
        assert Translator(language)("service.full") in answer.body

"""Who is sent to the sign-in comes back to where they wanted to go, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING

import pytest

from tests.service.asgi import Answer, ask, request
from ui.service.way_back import COOKIE, WayBack

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


@dataclass
class Streamlit:
    """Answers as the real one does: pages, and a way to the start after the sign-in."""

    status: int = 200

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        moved = scope["path"].startswith(("/auth", "/oauth2callback"))
        headers = [(b"location", b"/")] if moved else []
        await send(
            {"type": "http.response.start", "status": 302 if moved else self.status, "headers": headers}
        )
        await send({"type": "http.response.body", "body": b""})


def visit(path: str, query: str = "", cookie: str = "", status: int = 200) -> Answer:
    headers = {"host": "127.0.0.1:8501", **({"cookie": cookie} if cookie else {})}
    return ask(WayBack(Streamlit(status)), request(path, query=query, headers=headers))


def kept(answer: Answer) -> str | None:
    found = SimpleCookie(answer.headers.get("set-cookie", "")).get(COOKIE)
    return f"{COOKIE}={found.value}" if found and found.value else None


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/invitation", "invitation=a-b_c"),
        ("/history", "a=1&lang=nb"),
        ("/scorecard", "example=Modelleid+servicetorg"),
        ("/", "lang=nn"),
        ("/plan", ""),
    ],
)
def test_the_sign_in_leads_back_to_the_page_that_was_asked_for(path: str, query: str) -> None:
    cookie = kept(visit(path, query))
    assert cookie
    back = visit("/oauth2callback", "code=1&state=2", cookie=f"other=1; {cookie}")
    assert back.headers["location"] == (f"{path}?{query}" if query else path)
    assert "Max-Age=0" in back.headers["set-cookie"]


def test_the_cookie_is_for_this_server_alone_and_short() -> None:
    said = visit("/plan").headers["set-cookie"]
    assert all(part in said for part in ("HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/"))


@pytest.mark.parametrize("path", ["/healthz", "/app/static/logo.svg", "/_stcore/host-config", "/media/x"])
def test_what_is_no_page_is_not_kept(path: str) -> None:
    assert "set-cookie" not in visit(path).headers


def test_a_page_that_is_refused_or_far_too_long_is_not_kept() -> None:
    assert "set-cookie" not in visit("/plan", status=429).headers
    assert "set-cookie" not in visit("/plan", "a" * 2000).headers


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/%5Cevil.example",
        "/\\evil.example",
        "%2F%2Fevil.example",
        "/plan%0d%0aSet-Cookie: x=1",
        "javascript:alert(1)",
        "/auth/logout",
        "/oauth2callback",
        "",
        "%",
    ],
)
def test_a_cookie_that_others_wrote_leads_nowhere(address: str) -> None:
    for written in (address, address.replace("%", "%25")):
        back = visit("/oauth2callback", cookie=f'{COOKIE}="{written}"')
        where = back.headers["location"]
        assert where.startswith("/")
        assert not where.startswith(("//", "/\\", "/auth", "/oauth2callback"))
        assert "evil" not in where or where.startswith("/%5C")
        assert "x=1" not in back.headers["set-cookie"]


def test_who_signs_out_leaves_no_way_back() -> None:
    assert "Max-Age=0" in visit("/auth/logout", cookie=f"{COOKIE}=%2Fplan").headers["set-cookie"]

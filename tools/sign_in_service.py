"""A sign-in service of one's own, for tests and pictures: OpenID Connect as the real ones speak it.

It checks what a real one checks (client, secret, address to return to, PKCE) and signs what it says. It asks
nobody for a password: whoever comes is the person that ``person`` names.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tools.app import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.requests import Request

CLIENT: Final = "tikamp"
SECONDS: Final = 300


class SignInService:
    """One provider with one client, Tikamp.

    Args:
        port: Where it listens, on this computer alone.
    """

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self.secret = secrets.token_urlsafe(32)
        self.person: dict[str, Any] = {}
        self.returns_to = ""
        self._key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})
        self._asked: dict[str, dict[str, str]] = {}

    def be(self, name: str, **more: Any) -> None:  # noqa: ANN401 - any claim
        """Whoever comes next is this person, with an e-mail that was verified."""
        email = f"{name.lower()}@moss.no"
        self.person = {"sub": name, "name": name, "email": email, "email_verified": True, **more}

    def secrets_file(self, folder: Path, app: str) -> Path:
        """Writes what the app at an address must know, and returns where."""
        self.returns_to = f"{app}/oauth2callback"
        path = folder / "secrets.toml"
        lines = {
            "redirect_uri": self.returns_to,
            "cookie_secret": secrets.token_hex(32),
            "client_id": CLIENT,
            "client_secret": self.secret,
            "server_metadata_url": f"{self.issuer}/.well-known/openid-configuration",
        }
        path.write_text("[auth]\n" + "".join(f'{name} = "{text}"\n' for name, text in lines.items()))
        return path

    def routes(self) -> list[Route]:
        """Its addresses."""
        return [
            Route("/.well-known/openid-configuration", self._metadata),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
            Route("/keys", self._keys),
            Route("/logout", self._logout),
        ]

    async def _metadata(self, _: Request) -> Response:
        places = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "jwks_uri": "keys",
            "end_session_endpoint": "logout",
        }
        return JSONResponse(
            {
                "issuer": self.issuer,
                **{name: f"{self.issuer}/{path}" for name, path in places.items()},
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def _keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        if asked.get("client_id") != CLIENT or asked.get("redirect_uri") != self.returns_to:
            return Response("unknown client or address", 400)
        code = secrets.token_urlsafe(16)
        self._asked[code] = asked
        query = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{self.returns_to}?{query}", 302)

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        asked = self._asked.pop(form.get("code", ""), None)
        if asked is None or not self._is_client(request) or not _proves(form, asked):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + SECONDS,
            "nonce": asked.get("nonce", ""),
            **self.person,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self._key)
        return JSONResponse(
            {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "id_token": signed}
        )

    def _is_client(self, request: Request) -> bool:
        said = base64.b64encode(f"{CLIENT}:{self.secret}".encode()).decode()
        return request.headers.get("authorization") == f"Basic {said}"

    async def _logout(self, request: Request) -> Response:
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 302)


def _proves(form: dict[str, str], asked: dict[str, str]) -> bool:
    """PKCE: only who asked for the code knows what its challenge was made of."""
    digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == asked.get("code_challenge")


@contextmanager
def running_service() -> Iterator[SignInService]:
    """Start a service beside this program's own work, and stop it at the end."""
    port = free_port()
    service = SignInService(port)
    app = Starlette(routes=service.routes())
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield service
    finally:
        server.should_exit = True
        thread.join(timeout=10)

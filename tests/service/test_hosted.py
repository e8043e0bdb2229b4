"""Hosted mode as it runs: not half set up, and then with its name, its proxy and https."""

from __future__ import annotations

import http.client
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.command_line import environment, words_of
from tools.app import free_port, running_app

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "tikamp.example.no"
SECRETS = f"""[auth]
redirect_uri = "https://{NAME}/oauth2callback"
cookie_secret = "3f9a1c7be2d84560af31b9c2d7e8f604"
client_id = "tikamp"
client_secret = "of the sign-in service"
server_metadata_url = "https://id.example.no/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def hosted_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    secrets = tmp_path_factory.mktemp("hosted") / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    told = {
        "TIKAMP_MODE": "hosted",
        "TIKAMP_PAGE_LOADS": "3",
        "FORWARDED_ALLOW_IPS": "127.0.0.1",
        "STREAMLIT_SERVER_ALLOWED_HOSTS": NAME,
        "STREAMLIT_SECRETS_FILES": str(secrets),
    }
    with running_app(told) as url:
        yield url


def get(url: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    names = {name.replace("_", "-"): text for name, text in headers.items()}
    connection.request("GET", path, headers=names)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_it_is_reached_by_its_name_and_no_other(hosted_url: str) -> None:
    assert get(hosted_url, "/app/static/logo.svg", Host=NAME).status == 200
    for other in ("127.0.0.1", "localhost", f"{NAME}.evil.example"):
        assert get(hosted_url, "/", Host=other).status == 400
    assert get(hosted_url, "/healthz").status == 200


def test_a_browser_comes_by_https_ever_after(hosted_url: str) -> None:
    answer = get(hosted_url, "/app/static/logo.svg", Host=NAME)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_the_proxys_word_on_the_visitor_counts(hosted_url: str) -> None:
    def visits(address: str) -> list[int]:
        return [get(hosted_url, "/", Host=NAME, X_Forwarded_For=address).status for _ in range(4)]

    assert visits("192.0.2.1") == [200, 200, 200, 429]
    assert visits("192.0.2.2") == [200, 200, 200, 429]
    # What a visitor writes stands before what the proxy adds.
    assert visits("203.0.113.9, 192.0.2.1")[-1] == 429


def served(*words: str) -> tuple[int, str]:
    """What becomes of `tikamp serve` where it does not start."""
    done = subprocess.run(
        words_of("serve", "--port", str(free_port()), *words),
        capture_output=True,
        text=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    told = done.stdout + done.stderr
    assert "Traceback" not in told
    return done.returncode, told


def test_it_does_not_start_half_set_up() -> None:
    code, told = served("--hosted", "--language", "en")
    assert code == 2
    for missing in ("redirect_uri", "client_id", "cookie_secret", "allowedHosts", "FORWARDED_ALLOW_IPS"):
        assert missing in told
    assert "is ready" not in told


def test_without_sign_in_it_listens_to_nobody_else() -> None:
    code, told = served("--host", "0.0.0.0")  # noqa: S104 - it must refuse
    assert code == 2
    assert "0.0.0.0" in told  # noqa: S104

"""May the server start? Everything that is missing is named at once, in three languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from i18n import LANGUAGES, Language, Translator
from ui.service.problems import Problem, ProblemsError
from ui.service.readiness import Setup, check, is_loopback, public_address
from ui.service.settings import Settings, mode_of, read_settings

PROVIDER = {
    "client_id": "tikamp",
    "client_secret": "s",
    "server_metadata_url": "https://id.example/.well-known",
}
AUTH = {
    "redirect_uri": "https://tikamp.example.no/oauth2callback",
    "cookie_secret": "3f9a1c7be2d84560af31b9c2d7e8f604",
    **PROVIDER,
}
READY = Setup(address="0.0.0.0", hosts=("tikamp.example.no",), auth=AUTH)  # noqa: S104 - a server for many
HOSTED = Settings("hosted", 1, sessions_per_address=1, sessions=1, proxies=())
LOCAL = replace(HOSTED, mode="local", proxies=None)


def found(settings: Settings, setup: Setup) -> list[str]:
    try:
        check(settings, setup)
    except ProblemsError as error:
        return [problem.key.removeprefix("service.") for problem in error.problems]
    return []


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in AUTH.items() if key != name}


# ------------------------------------------------------------------ settings
def test_nothing_said_is_local_and_generous() -> None:
    settings = read_settings({})
    assert settings.mode == "local"
    assert settings.page_loads > read_settings({"TIKAMP_MODE": "hosted"}).page_loads > 0
    assert settings.sessions_per_address >= 400
    assert settings.proxies is None


def test_what_is_said_counts() -> None:
    environ = {"TIKAMP_MODE": " Hosted ", "TIKAMP_PAGE_LOADS": "7", "TIKAMP_SESSIONS": " 8 "}
    environ |= {"TIKAMP_SESSIONS_PER_ADDRESS": "9", "FORWARDED_ALLOW_IPS": "127.0.0.1, 10.0.0.0/8"}
    assert read_settings(environ) == Settings(
        "hosted", 7, sessions_per_address=9, sessions=8, proxies=("127.0.0.1", "10.0.0.0/8")
    )


def test_no_proxy_is_something_to_say() -> None:
    assert read_settings({"FORWARDED_ALLOW_IPS": ""}).proxies == ()


def test_all_that_cannot_be_read_is_told_at_once() -> None:
    environ = {"TIKAMP_MODE": "hostde", "TIKAMP_PAGE_LOADS": "-1", "TIKAMP_SESSIONS": "many"}
    environ |= {"TIKAMP_SESSIONS_PER_ADDRESS": "0", "FORWARDED_ALLOW_IPS": "*,127.0.0.1,nginx"}
    with pytest.raises(ProblemsError) as caught:
        read_settings(environ)
    text = caught.value.text(Translator("en"))
    for part in ("hostde", "-1", "many", "“0”", "“*”", "nginx", "These 6 things"):
        assert part in text
    assert mode_of(environ) == "local"


# ------------------------------------------------------------------ local
@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.0.0.9", "[::1]", "LocalHost."])
def test_local_mode_serves_this_computer(address: str) -> None:
    assert found(LOCAL, Setup(address=address)) == []


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.4", "tikamp.example.no"])  # noqa: S104
def test_local_mode_serves_nobody_else(address: str) -> None:
    assert found(LOCAL, Setup(address=address)) == ["local_address"]
    assert not is_loopback(address)


# ------------------------------------------------------------------ hosted
def test_a_hosted_server_that_has_all_may_start() -> None:
    assert found(HOSTED, READY) == []


def test_a_provider_may_have_a_name() -> None:
    auth = {key: AUTH[key] for key in ("redirect_uri", "cookie_secret")} | {"entra": PROVIDER}
    assert found(HOSTED, replace(READY, auth=auth)) == []


def test_all_that_is_missing_is_named_at_once() -> None:
    every = ["no_authlib", "no_redirect", "no_provider", "weak_secret", "no_hosts", "no_proxies"]
    assert found(replace(HOSTED, proxies=None), Setup(authlib=False)) == every


@pytest.mark.parametrize("key", [*PROVIDER, "redirect_uri", "cookie_secret"])
def test_sign_in_needs_every_part(key: str) -> None:
    kinds = {"redirect_uri": "no_redirect", "cookie_secret": "weak_secret"}
    assert found(HOSTED, replace(READY, auth=without(key))) == [kinds.get(key, "no_provider")]


@pytest.mark.parametrize("secret", ["", "xxx", "x" * 64, "changeme" * 8, "short-but-varied-1234567"])
def test_a_secret_that_can_be_guessed_is_none(secret: str) -> None:
    assert found(HOSTED, replace(READY, auth=AUTH | {"cookie_secret": secret})) == ["weak_secret"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://tikamp.example.no/oauth2callback", ["no_https"]),
        ("https://tikamp.example.no/", ["no_redirect"]),
        ("/oauth2callback", ["no_redirect"]),
        ("http://127.0.0.1:8501/oauth2callback", []),
    ],
)
def test_people_come_back_from_signing_in_unheard(address: str, kind: list[str]) -> None:
    assert found(HOSTED, replace(READY, auth=AUTH | {"redirect_uri": address})) == kind


@pytest.mark.parametrize("hosts", [(), ("*",), ("tikamp.example.no", "*")])
def test_the_names_must_be_said(hosts: tuple[str, ...]) -> None:
    assert found(HOSTED, replace(READY, hosts=hosts)) == ["no_hosts"]


@pytest.mark.parametrize(
    ("address", "proxies", "kind"),
    [
        ("127.0.0.1", None, ["no_proxies"]),
        ("127.0.0.1", (), ["no_proxies"]),
        ("127.0.0.1", ("127.0.0.1",), []),
        ("192.0.2.4", None, ["no_proxies"]),
        ("192.0.2.4", (), []),
    ],
)
def test_the_proxy_must_be_said(address: str, proxies: tuple[str, ...] | None, kind: list[str]) -> None:
    assert found(replace(HOSTED, proxies=proxies), replace(READY, address=address)) == kind


def test_the_public_address_is_the_sign_ins() -> None:
    assert public_address(AUTH) == "https://tikamp.example.no"
    assert public_address({}) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_problem_has_a_heading_of_its_own(language: Language) -> None:
    t = Translator(language)
    text = ProblemsError([Problem("service.no_hosts")]).text(t)
    assert text == f"{t.plural('service.cannot_start', 1)}\n- {t('service.no_hosts')}"
    assert "1" not in text.splitlines()[0]

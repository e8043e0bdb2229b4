"""What docs/hosting.md says is what the app reads, and is enough to start."""

from __future__ import annotations

import re
import tomllib

import pytest

from scoring.paths import ROOT
from ui.service.problems import ProblemsError
from ui.service.readiness import Setup, check
from ui.service.settings import read_settings

PAGE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
FOLDERS = ("cli", "storage", "ui")
LINES = (ROOT / "deploy" / "tikamp.env").read_text(encoding="utf-8").splitlines()
TOLD = dict(line.split("=", 1) for line in LINES if not line.startswith("#"))


def test_every_variable_that_is_read_is_explained() -> None:
    code = "".join(path.read_text("utf-8") for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    read = {*re.findall(r'"(TIKAMP_[A-Z_]+)"', code), *TOLD} - {"STREAMLIT_SERVER_FILE_WATCHER_TYPE"}
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE))
    assert read <= explained
    assert {name for name in explained if name.startswith("TIKAMP_")} <= read


def test_what_the_page_has_written_lacks_nothing_but_the_secret() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    auth = tomllib.loads(block)["auth"]
    settings = read_settings({**TOLD, "TIKAMP_MODE": "hosted"})
    hosts = (TOLD["STREAMLIT_SERVER_ALLOWED_HOSTS"],)
    with pytest.raises(ProblemsError) as caught:
        check(settings, Setup(hosts=hosts, auth=auth))
    assert [one.key for one in caught.value.problems] == ["service.weak_secret"]
    check(settings, Setup(hosts=hosts, auth={**auth, "cookie_secret": "3f9a1c7be2d84560af31b9c2d7e8f604"}))


def test_every_file_for_a_server_is_put_somewhere() -> None:
    files = [path.name for path in (ROOT / "deploy").iterdir()]
    assert files
    assert [name for name in files if f"deploy/{name}" not in PAGE] == []

"""Earlier models are found by their version, and nothing else is taken for one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from scoring.paths import CRITERIA
from scoring.versions import VERSIONS, archived, load_archived

if TYPE_CHECKING:
    from pathlib import Path


def keep(folder: Path, version: str, *, says: str) -> None:
    """Archives a changed copy of the model that ships."""
    kept = folder / VERSIONS / version
    shutil.copytree(CRITERIA, kept, ignore=shutil.ignore_patterns("schema", VERSIONS))
    method = kept / "method.yaml"
    text = method.read_text(encoding="utf-8")
    method.write_text(text.replace('version: "2026.1"', f'version: "{says}"'), encoding="utf-8")


def test_an_archived_model_is_found(tmp_path: Path) -> None:
    keep(tmp_path, "2020.1", says="2020.1")
    found = load_archived("2020.1", folder=tmp_path)
    assert found
    assert found.version == "2020.1"


def test_a_folder_that_says_another_version_is_not_taken(tmp_path: Path) -> None:
    keep(tmp_path, "2020.1", says="2021.1")
    assert load_archived("2020.1", folder=tmp_path) is None


@pytest.mark.parametrize("version", ["", ".", "..", "../..", "2019.1", "/etc", "2020.1/../2020.1", "a\0b"])
def test_what_is_not_at_hand_is_none(tmp_path: Path, version: str) -> None:
    keep(tmp_path, "2020.1", says="2020.1")
    assert load_archived(version, folder=tmp_path) is None
    assert load_archived(version, folder=tmp_path / "nowhere") is None


def test_every_archived_model_that_ships_says_its_version() -> None:
    assert all(load_archived(version) for version in archived())

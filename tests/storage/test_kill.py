"""A process that is killed in mid-save has lost nothing that it had acknowledged."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from sqlalchemy import text

from scoring.paths import ROOT
from storage import LOCAL, answers, assessments
from tests.storage.databases import begun
from tests.storage.writer import COLUMNS

if TYPE_CHECKING:
    from storage import Store

ROUNDS = int(os.environ.get("KILL_ROUNDS", "3"))  # make kill: 50


def acknowledged(url: str, assessment_id: str) -> dict[str, int]:
    """Lets a process write for a moment and kills it: column -> the last version that it was sure of."""
    words = [sys.executable, "-m", "tests.storage.writer", url, assessment_id]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(random.uniform(0.05, 0.3))  # noqa: S311 - in mid-save, wherever that is
        process.kill()
        lines = (first + process.stdout.read()).splitlines(keepends=True)
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {column: int(version) for column, version in whole}


def test_nothing_acknowledged_is_lost(store: Store, url: str) -> None:
    _, here = begun(store, LOCAL)
    for _ in range(ROUNDS):
        sure = acknowledged(url, here)
        assert sure
        since = answers.changes_since(store, LOCAL, assessment_id=here, revision=0)
        for column, version in sure.items():
            assert since.entries[column].version >= version
            assert since.entries[column].text == f"{column} {since.entries[column].version}"
    for column in COLUMNS:
        past = answers.history(store, LOCAL, assessment_id=here, column=column)
        assert [one.version for one in past] == list(range(len(past), 0, -1))
    loaded = assessments.load(store, LOCAL, assessment_id=here)
    kept, database = len(answers.history(store, LOCAL, assessment_id=here)), store.engine.dialect.name
    assert loaded.revision == kept
    sys.stdout.write(
        f"\n{database}: killed {ROUNDS} times, {kept} saves kept, none of the acknowledged lost\n"
    )
    if database == "sqlite":
        with store.read() as session:
            assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"

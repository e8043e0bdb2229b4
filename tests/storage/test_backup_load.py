"""A backup that is taken while two processes write holds exactly what was there in one moment."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import select

from scoring.paths import ROOT
from storage import LOCAL
from storage.tables import Answer, AnswerHistory, Assessment
from tests.storage.databases import Pair, begun, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from storage import Store


@contextmanager
def a_process_writing(url: str, here: str) -> Iterator[subprocess.Popen[str]]:
    """Three threads that answer without a pause."""
    words = [sys.executable, "-m", "tests.storage.writer", url, here]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def revisions(store: Store) -> dict[str, int]:
    with store.read() as session:
        return {row.id: row.revision for row in session.execute(select(Assessment.id, Assessment.revision))}


def digest(store: Store, until: Mapping[str, int]) -> str:
    """A hash of every version of every answer up to a revision of each assessment, to the last field."""
    table = AnswerHistory.__table__
    with store.read() as session:
        found = [row for row in session.execute(select(table)) if row.revision <= until[row.assessment_id]]
    return hashlib.sha256(repr(sorted(map(tuple, found), key=repr)).encode()).hexdigest()


def newest(store: Store) -> list[tuple[str, str, int, str | None]]:
    """What must stand in each column, from its history."""
    found = sorted(rows(store)[AnswerHistory.__tablename__], key=lambda row: row[2])
    last = {(here, column): (version, value) for here, column, version, value, *_ in found}
    return sorted((*key, *one) for key, one in last.items())


def test_what_is_put_back_is_what_was_there_to_the_last_answer(pair: Pair, tmp_path: Path) -> None:
    places = [begun(pair.store, LOCAL, name)[1] for name in ("Moss", "Ås")]
    with ExitStack() as stack:
        writers = [stack.enter_context(a_process_writing(pair.url, here)) for here in places]
        assert all(one.stdout is not None and one.stdout.readline() for one in writers)
        before = revisions(pair.store)
        target = pair.save(tmp_path / "backup")
        after = revisions(pair.store)
        assert all(one.poll() is None for one in writers)
    again = pair.put_back(target)
    kept = revisions(again)
    assert all(before[here] <= kept[here] <= after[here] for here in places)
    assert digest(again, kept) == digest(pair.store, kept)
    assert len(rows(again)[AnswerHistory.__tablename__]) == sum(kept.values())
    stands = [row[:2] + row[4:5] + row[2:3] for row in rows(again)[Answer.__tablename__]]
    assert sorted(stands) == newest(again)
    assert rows(again)["audit"] == rows(pair.store)["audit"]
    again.close()

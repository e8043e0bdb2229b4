"""`tikamp score` with files larger than memory: steady, showing how far it is, ending in good order."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from typing import IO, TYPE_CHECKING, Final

import pandas as pd
import pyarrow.parquet as pq
import pytest

from benchmarks.random_file import write_offices
from report.whole_file import whole_file
from scoring import load_model
from scoring import tables as reading
from tests.command_line import EXAMPLES, environment, run, words_of, write

if TYPE_CHECKING:
    from pathlib import Path

SECONDS: Final = 60

STREAM: Final = """
import os, re, sys
from pathlib import Path
from report.ratings_table import ratings_table
from report.ratings_writer import write_tables
from scoring import load_model
from scoring.stream import rate_in_chunks

parts = rate_in_chunks(Path(sys.argv[1]), model=load_model(), size=500)
with open(os.devnull, "wb") as nowhere:
    write_tables((ratings_table(part.rating) for part in parts), nowhere, form="csv")
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 2**10)
"""


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_memory_does_not_grow_with_the_file(ending: str, tmp_path: Path) -> None:
    """Read whole, 15,000 offices more take some 90 MB more."""
    peaks = []
    for size in (5_000, 20_000):
        file = tmp_path / f"{size}.{ending}"
        write_offices(file, size=size, model=load_model(), form="csv" if ending == "csv" else "parquet")
        if ending == "parquet":  # of which a group of rows is held at a time: alike in both
            pq.write_table(pq.read_table(file), file, row_group_size=2_500)
        words = [sys.executable, "-c", STREAM, str(file)]
        done = subprocess.run(words, capture_output=True, env=environment(), check=True)
        peaks.append(float(done.stdout))
    assert peaks[1] - peaks[0] < 15, peaks


def test_the_limit_is_for_what_is_held_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 0.001)
    assert run("score", EXAMPLES).exit_code == 0
    assert run("score", EXAMPLES, "--out", tmp_path / "ratings.parquet").exit_code == 0
    refused = run("score", EXAMPLES, "--format", "json")
    assert refused.exit_code == 1
    assert "MB" in refused.stderr


def test_a_file_may_take_the_place_of_its_answers(tmp_path: Path) -> None:
    file = tmp_path / "both.csv"
    file.write_bytes(EXAMPLES.read_bytes())
    expected = run("score", EXAMPLES).stdout
    assert run("score", file, "--out", file).exit_code == 0
    assert file.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_no_half_file(word: signal.Signals, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    pd.DataFrame({"office": [f"Kontor {number}" for number in range(150_000)]}).to_csv(file, index=False)
    out = write(tmp_path / "old.csv", "as it was")
    words = words_of("score", file, "--out", out)
    with subprocess.Popen(words, stderr=subprocess.PIPE, env=environment()) as process:
        end = time.monotonic() + SECONDS
        while not any(path.stat().st_size > 0 for path in tmp_path.glob(".*.tmp")):
            assert time.monotonic() < end
            time.sleep(0.01)
        process.send_signal(word)
        _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    assert errors.decode() == "Avbrutt. Ingenting er skrevet.\n"
    assert out.read_text(encoding="utf-8") == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["many.csv", "old.csv"]


def test_a_terminal_sees_how_far_it_is(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    words = words_of("score", EXAMPLES, "--out", tmp_path / "ratings.csv")
    done = subprocess.run(words, stderr=theirs, env=environment(TERM="xterm", COLUMNS="200"), check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert f"Leser og vurderer {EXAMPLES.name}" in shown
    assert "%" in shown


def test_an_error_that_comes_late_takes_the_draft_away(tmp_path: Path) -> None:
    out = write(tmp_path / "old.csv", "as it was")
    with pytest.raises(BufferError), whole_file(out) as file:
        _write_half(file)
    assert out.read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]


def test_an_error_of_another_file_keeps_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, whole_file(tmp_path / "new.csv"):
        (tmp_path / "missing.csv").read_bytes()
    assert caught.value.filename == str(tmp_path / "missing.csv")


def _write_half(file: IO[bytes]) -> None:
    file.write(b"half" * 100_000)
    raise BufferError

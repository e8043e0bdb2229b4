"""`tikamp report --all`: a folder or a ZIP of scorecards, whole ones only."""

from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from scoring import Assessment, load_model
from tests.command_line import EXAMPLES, environment, run, words_of, write
from tests.report_cards import DAY

if TYPE_CHECKING:
    from pathlib import Path

FAULTY = "office,fte,contact_person\nA,x,yes\nB,3,yes\nB,4,no\nC,5,partly\nD,5\n"


pytestmark = pytest.mark.usefixtures("elsewhere")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More offices than are made in a few seconds."""
    lines = [f"Kontor {number},{number % 9 + 1}" for number in range(400)]
    return write(tmp_path / "mange.csv", "\n".join(["office,fte", *lines]) + "\n")


def _single(file: Path, office: str, tmp_path: Path) -> bytes:
    out = tmp_path / "single.pdf"
    assert run("report", file, "--office", office, "--out", out).exit_code == 0
    return out.read_bytes()


def test_a_folder_gets_a_pdf_for_each_office(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,fte\nBø,3\nÅs,4\n")
    out = tmp_path / "ut"
    result = run("report", file, "--all", "--out", out)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "2 kontorer: 2 resultatkort er skrevet." in result.stderr
    assert sorted(path.name for path in out.iterdir()) == ["bø.pdf", "ås.pdf"]
    assert (out / "ås.pdf").read_bytes() == _single(file, "Ås", tmp_path)


def test_a_zip_gets_them_all_in_the_language(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,fte\nBø,3\nÅs,4\n")
    out = tmp_path / "ut.zip"
    result = run("report", file, "--all", "--out", out, "--language", "en")
    assert result.exit_code == 0, result.output
    assert "2 offices: 2 scorecards written." in result.stderr
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["bø.pdf", "ås.pdf"]
        english = archive.read("ås.pdf")
    assert english != _single(file, "Ås", tmp_path)


def test_faulty_offices_are_left_out_and_every_fault_is_told(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", FAULTY)
    result = run("report", file, "--all", "--out", tmp_path / "ut")
    assert result.exit_code == 1
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == ["b.pdf", "c.pdf"]
    assert (tmp_path / "ut" / "b.pdf").read_bytes() != (tmp_path / "ut" / "c.pdf").read_bytes()
    assert "2 kontorer er utelatt: A, B" in result.stderr
    assert "3 feil:" in result.stderr
    for place in ("rad 2, kolonne fte", "rad 4, kolonne office", "rad 6"):
        assert place in result.stderr


def test_a_wrong_heading_is_about_all_of_them(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,ftee\nA,3\nB,4\n")
    result = run("report", file, "--all", "--out", tmp_path / "ut")
    assert result.exit_code == 1
    assert result.stderr.count("ftee") == 2, "the column, and what stands there"
    assert not (tmp_path / "ut").exists()


def test_a_column_too_many_in_json_is_about_its_office(tmp_path: Path) -> None:
    offices = [Assessment("A", {"fte": "3"}, date=DAY), Assessment("B", {"ftee": "3"}, date=DAY)]
    version = load_model().version
    texts = [json.loads(one.to_json(model_version=version)) for one in offices]
    file = write(tmp_path / "svar.json", json.dumps(texts))
    result = run("report", file, "--all", "--out", tmp_path / "ut.zip")
    assert result.exit_code == 1
    assert "1 kontor er utelatt: B" in result.stderr
    with zipfile.ZipFile(tmp_path / "ut.zip") as archive:
        assert archive.namelist() == ["a.pdf"]


def test_no_good_office_writes_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,fte\nA,x\n")
    result = run("report", file, "--all", "--out", tmp_path / "ut.zip")
    assert result.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["svar.csv"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "--office"),
        (["--all", "--office", "A"], "--office"),
        (["--all"], "--out"),
        (["--all", "--out", "there.csv"], "there.csv er ikke en mappe"),
        (["--all", "--out", "no/such"], "no/such"),
        (["--all", "--out", "no/such.zip"], "no/such.zip"),
    ],
)
def test_wrong_use_ends_with_two(words: list[str], told: str, tmp_path: Path) -> None:
    write(tmp_path / "there.csv", "as it was")
    result = run("report", EXAMPLES, *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["there.csv"]


def _interrupted(file: Path, out: Path, begun: str, stop: signal.Signals) -> tuple[int, bytes, float]:
    """Starts the command, stops it once there is a file called so, and waits for its end."""
    words = words_of("report", file, "--all", "--out", out)
    with subprocess.Popen(words, stderr=subprocess.PIPE, env=environment()) as process:
        end = time.monotonic() + 60
        while not any(file.parent.glob(begun)):
            assert time.monotonic() < end
            time.sleep(0.05)
        process.send_signal(stop)
        start = time.monotonic()
        _, told = process.communicate(timeout=60)
        return process.returncode, told, time.monotonic() - start


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_whole_files_only(stop: signal.Signals, many: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    code, told, seconds = _interrupted(many, out, "ut/*.pdf", stop)
    assert code == 130
    assert seconds < 5, "one or two on a machine that does nothing else"
    files = list(out.iterdir())
    assert 0 < len(files) < 400
    assert all(file.read_bytes().rstrip().endswith(b"%%EOF") for file in files)
    assert f"{len(files)} resultatkort er skrevet" in told.decode()
    assert b"Traceback" not in told


def test_an_interrupted_zip_is_not_there(many: Path, tmp_path: Path) -> None:
    folder = tmp_path / "her"
    folder.mkdir()
    code, told, _ = _interrupted(many, folder / "ut.zip", "her/.*.tmp", signal.SIGINT)
    assert code == 130
    assert list(folder.iterdir()) == []
    assert "Ingenting er skrevet" in told.decode()


def test_a_pipe_gets_no_progress(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,fte\nBø,3\n")
    words = words_of("report", file, "--all", "--out", tmp_path / "ut")
    done = subprocess.run(words, capture_output=True, env=environment(), check=True)
    assert done.stdout == b""
    assert b"\x1b" not in done.stderr
    assert "Lager" not in done.stderr.decode()


def test_a_terminal_gets_progress(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,fte\nBø,3\n")
    words = words_of("report", file, "--all", "--out", tmp_path / "ut")
    reader, writer = pty.openpty()
    with subprocess.Popen(words, stderr=writer, env=environment(TERM="xterm", COLUMNS="120")) as process:
        os.close(writer)
        shown = io.BytesIO()
        try:
            while piece := os.read(reader, 4096):
                shown.write(piece)
        except OSError:  # the other end of a terminal is closed
            pass
        os.close(reader)
    assert process.returncode == 0
    assert "Lager resultatkortene fra svar.csv" in shown.getvalue().decode()
    assert "100%" in shown.getvalue().decode()

"""What the command line writes, and the processes that it starts: whole, quiet, and gone when it goes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from cli.serve import command
from report.whole_file import write_whole
from tests.command_line import EXAMPLES, environment, run, words_of, write

if TYPE_CHECKING:
    from collections.abc import Generator


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = write(tmp_path / "old.csv", "as it was")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as caught:
        write_whole(out, b"half")
    assert caught.value.filename == str(out)
    assert out.read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]


def test_a_new_file_keeps_the_rights_and_the_link_of_the_old(tmp_path: Path) -> None:
    old = write(tmp_path / "old.csv", "as it was")
    old.chmod(0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(old)
    write_whole(link, b"new")
    assert old.read_bytes() == b"new"
    assert link.is_symlink()
    assert old.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_is_no_error(unbuffered: str, tmp_path: Path) -> None:
    offices = [f"K{number}" for number in range(300)]
    file = tmp_path / "many.csv"
    pd.DataFrame({"office": offices}).to_csv(file, index=False)
    env = environment(PYTHONUNBUFFERED=unbuffered)
    with subprocess.Popen(
        words_of("score", file), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(6) == b"office"
        process.stdout.close()
        errors = process.stderr.read()
    assert process.returncode == 141
    assert errors == b""


def test_a_full_disk_behind_standard_output_is_told() -> None:
    full = Path("/dev/full")
    if not full.exists():
        return
    with full.open("wb") as stdout:
        done = subprocess.run(
            words_of("score", EXAMPLES), stdout=stdout, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"No space left" in done.stderr


def test_a_pipe_gets_no_progress_and_no_colours() -> None:
    done = subprocess.run(words_of("score", EXAMPLES), capture_output=True, env=environment(), check=True)
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


@pytest.fixture
def served() -> Generator[tuple[subprocess.Popen[bytes], int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = words_of("serve", "--port", str(port))
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment()
    ) as process:
        yield process, port
        process.kill()


def healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_until(port: int, *, up: bool) -> bool:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if healthy(port) == up:
            return True
        time.sleep(0.2)
    return False


def test_serve_starts_the_app_and_takes_it_down_with_it(served: tuple[subprocess.Popen[bytes], int]) -> None:
    process, port = served
    assert wait_until(port, up=True)
    process.send_signal(signal.SIGTERM)
    assert wait_until(port, up=False)
    assert process.wait(timeout=30) == 0


def test_serve_listens_to_this_computer_alone_unless_told() -> None:
    assert "--server.address=127.0.0.1" in command(port=8501, host="127.0.0.1")
    assert "127.0.0.1" in run("serve", "--help").stdout

"""Rates a Parquet file of offices in a process of its own, and prints the most memory that it held.

``make large OFFICES=10000000`` takes 10 to 20 minutes and about 2 GB of disk.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from benchmarks.random_file import write_offices
from scoring import load_model

GIGABYTES: Final = 2.0


def main() -> None:
    """Makes the file, rates it, and ends with 1 where it took too much memory."""
    offices = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder) / "answers.parquet", Path(folder) / "ratings.parquet"
        write_offices(file, size=offices, model=load_model(), form="parquet")
        start = time.perf_counter()
        peak = peak_memory([sys.executable, "-m", "cli.main", "score", str(file), "--out", str(out)])
        seconds = time.perf_counter() - start
        rated = pq.read_metadata(out).num_rows
    print(f"{rated:,} offices rated in {seconds:.0f} s with at most {peak:.2f} GB of memory")
    sys.exit(rated != offices or peak > GIGABYTES)


def peak_memory(words: list[str]) -> float:
    """Runs a command to its end.

    Returns:
        The most resident memory that its process held, in GB; or this one's, if that was more, as it
        was a copy of this one when it began.

    Raises:
        subprocess.CalledProcessError: It did not end with 0.
    """
    process = subprocess.Popen(words)  # noqa: S603 - our own words
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words)
    return usage.ru_maxrss / 2**20


if __name__ == "__main__":
    main()

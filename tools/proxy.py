"""nginx before two processes of the app, with the very file that a server uses, for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tools.app import ROOT, first_answer, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEMPLATE: Final = ROOT / "deploy" / "nginx.conf.template"
START_SECONDS: Final = 20

# What Debian's own nginx.conf would hold around it, with every file in a folder of the test's.
_AROUND: Final = """{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    log_format way "$uri $upstream_addr";
    access_log {folder}/access.log way;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/tikamp.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """nginx that runs.

    Args:
        address: What both processes are reached by, without a slash at the end.
        log: Where it writes down its ways.
    """

    address: str
    log: Path

    def ways(self, path: str) -> list[str]:
        """The addresses of the processes that answered for a path, in order.

        Where one was dead, two were asked, and the last has answered.
        """
        lines = [line.split(" ", 1) for line in self.log.read_text(encoding="utf-8").splitlines()]
        return [f"http://{asked.split(', ')[-1]}" for uri, asked in lines if uri == path]


def nginx_path() -> str | None:
    """The path of nginx; None when there is none. Debian has it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextmanager
def running_proxy(nginx: str, folder: Path, *, one: str, two: str) -> Iterator[Proxy]:
    """Start nginx before two processes of the app.

    Args:
        nginx: Path of nginx, as from `nginx_path`.
        folder: An empty folder for what it writes.
        one: The address of a process.
        two: The address of the other.

    Yields:
        The proxy, which answers.

    Raises:
        RuntimeError: It did not start; its own words are in the message.
    """
    port = free_port()
    listen = f"127.0.0.1:{port}"
    _write(folder, listen=listen, one=urlsplit(one).netloc, two=urlsplit(two).netloc)
    command = [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with (folder / "said.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        if first_answer(process, port, seconds=START_SECONDS) is None:
            raise RuntimeError(f"nginx did not start:\n{(folder / 'said.log').read_text(errors='replace')}")
        yield Proxy(f"http://{listen}", folder / "access.log")
    finally:
        process.terminate()
        process.wait(timeout=10)


def _write(folder: Path, *, listen: str, one: str, two: str) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, value in {"LISTEN": listen, "NAME": "127.0.0.1", "ONE": one, "TWO": two}.items():
        text = text.replace(f"@{name}@", value)
    (folder / "tikamp.conf").write_text(text, encoding="utf-8")
    # As root it would else give its work to another user, who may not look into the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_AROUND.format(user=user, folder=folder), encoding="utf-8")

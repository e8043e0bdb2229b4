"""What happens when the server starts: everything that all sessions share is read before the first comes."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import anyio
from streamlit import cli_util, config
from streamlit.web.server import server_util

import ui.components
from i18n import Translator, language_of
from ui import resources
from ui.service.purging import purge_daily
from ui.service.settings import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from streamlit import App


@asynccontextmanager
async def lifespan(_app: App) -> AsyncGenerator[None]:
    """Warms up, then tells the person who started it where the app is, and opens it; purges meanwhile."""
    warm_up()
    address = server_util.get_url(config.get_option("server.address") or "localhost")
    t = Translator(language_of(os.environ.get(LANGUAGE)))
    sys.stdout.write(f"{t('service.ready', address=address)}\n")
    sys.stdout.flush()
    # Streamlit opens a browser for a plain script, and not for an application.
    if not config.get_option("server.headless"):
        cli_util.open_browser(address)
    async with anyio.create_task_group() as beside:
        beside.start_soon(purge_daily)
        yield
        beside.cancel_scope.cancel()


def warm_up() -> None:
    """Reads code, model and figures once, and takes them out of the garbage collector's rounds.

    What is read here lives as long as the server. The collector would walk through all of it again and again
    while people wait, and find nothing.
    """
    for module in pkgutil.walk_packages(ui.components.__path__, "ui.components."):
        importlib.import_module(module.name)
    resources.short_form()
    for population in ("all", "osk", "ksk"):
        resources.nation(population)
    gc.collect()
    gc.freeze()

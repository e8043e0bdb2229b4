"""What every session shares, read once: the model, the figures, the nation, the examples.

What is only read is kept by Python itself: a page asks for the model eighty times in a run, and Streamlit's
cache would take a thirtieth of it. The store is kept by Streamlit's, where two that ask at once get the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

import pandas as pd
import streamlit as st

from scoring import Assessment, Figures, Model, Nation, build_nation, load_figures, load_model
from scoring.assessment import from_row
from scoring.paths import CRITERIA, DATA
from scoring.pool import Lent
from scoring.pool import lent as rated
from scoring.short_form import ShortAnswer, load_short_form
from scoring.versions import load_archived
from storage import Actor, Store, default_url, open_store, pool

EXAMPLES = DATA / "example_offices.csv"
MODELS = CRITERIA
"""Where the models before the current one are kept."""


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Where everything is kept, opened once for all sessions.

    Raises:
        Unavailable: It cannot be opened now; the next call tries again.
    """
    return open_store(default_url())


@dataclass(frozen=True)
class Asked:
    """A batch of the pool of today, and on whose behalf it is read where it is not kept yet."""

    batch_id: str
    actor: Actor = field(compare=False)


@lru_cache(maxsize=100)
def lent(asked: Asked) -> Lent:
    """What the offices of a batch lend, rated; whoever asks must know from the store that it is whole.

    Raises:
        NotFound: It is broken by now.
        Unavailable: The store cannot be read.
    """
    version = model().version
    answers = pool.lent(store(), asked.actor, batch_id=asked.batch_id, model_version=version)
    return rated(answers, model=model(), nation=nation())


@cache
def model() -> Model:
    """The measure that ships with the app."""
    return load_model()


def model_of(version: str) -> Model | None:
    """The model that an assessment was made with, or None where it is not at hand."""
    return model() if version == model().version else archived_model(version)


@lru_cache(maxsize=20)
def archived_model(version: str) -> Model | None:
    """A model before the current one."""
    return load_archived(version, folder=MODELS)


@cache
def figures() -> Figures:
    """The national figures of 2003."""
    return load_figures()


@cache
def nation(population: str = "all") -> Nation:
    """The nation as the model scores it.

    Args:
        population: ``all``, ``osk`` or ``ksk``.
    """
    return build_nation(model(), figures(), population=population)


@cache
def examples() -> list[Assessment]:
    """The synthetic example offices, in the order of their file."""
    table = pd.read_csv(EXAMPLES, dtype="string", keep_default_na=False)
    return [from_row({str(column): cell for column, cell in row.items()}) for row in table.to_dict("records")]


@cache
def short_form() -> list[ShortAnswer]:
    """The answers of the short form, the most telling first."""
    return load_short_form()


@cache
def data_file(name: str) -> bytes:
    """A file of ``data/`` as it is, to be downloaded."""
    return (DATA / name).read_bytes()


@cache
def table(name: str) -> pd.DataFrame:
    """A table of ``data/`` with every cell as text."""
    return pd.read_csv(DATA / name, dtype="string", keep_default_na=False)

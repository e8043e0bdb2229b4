"""A file read chunk by chunk gives the ratings and the faults of the file read whole."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n import LANGUAGES
from report.ratings_table import ratings_table, table_bytes
from report.ratings_writer import STREAMED, write_tables
from scoring import Fault, FaultsError, Model, columns_of, load_model, rate
from scoring import chunks as reading
from scoring.chunks import comes_in_chunks, read_chunks
from scoring.labels import REASONS
from scoring.names_seen import NamesSeen
from scoring.stream import MOST_FAULTS, rate_in_chunks
from scoring.tables import read_answers
from tests.command_line import EXAMPLES, write
from tests.in_words import in_words
from tests.test_table_faults import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Language
    from report.ratings_writer import Streamed
    from scoring import Rating

SIZES: Final = (1, 7, 1000)
IN_CHUNKS: Final = sorted(path.name for path in FOLDER.iterdir() if comes_in_chunks(path))
MANY: Final = "office,contact_person,fte\n" + "".join(f"Kontor {n},yes,{n + 1}\n" for n in range(20))


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def streamed(path: Path, form: Streamed, *, size: int, model: Model) -> bytes:
    out = io.BytesIO()
    parts = rate_in_chunks(path, model=model, size=size)
    write_tables((ratings_table(part.rating) for part in parts if part.rating), out, form=form)
    return out.getvalue()


def faults_of(path: Path, *, size: int, model: Model) -> tuple[Fault, ...]:
    with pytest.raises(FaultsError) as caught:
        list(rate_in_chunks(path, model=model, size=size))
    return caught.value.faults


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_the_ratings_are_those_of_the_whole_file(
    ending: str, size: int, tmp_path: Path, model: Model
) -> None:
    file = EXAMPLES
    if ending == "parquet":
        file = tmp_path / "answers.parquet"
        pd.read_csv(EXAMPLES).to_parquet(file, row_group_size=11)
    whole = ratings_table(rate(read_answers(file, model=model), model=model))
    assert streamed(file, "csv", size=size, model=model) == table_bytes(whole, "csv")
    parquet = [
        pq.read_table(io.BytesIO(content))
        for content in (streamed(file, "parquet", size=size, model=model), table_bytes(whole, "parquet"))
    ]
    assert parquet[0].schema.equals(parquet[1].schema, check_metadata=True)
    pd.testing.assert_frame_equal(parquet[0].to_pandas(), parquet[1].to_pandas(), check_exact=True)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", IN_CHUNKS)
def test_the_faults_are_those_of_the_whole_file(name: str, size: int, model: Model) -> None:
    with pytest.raises(FaultsError) as caught:
        read_answers(FOLDER / name, model=model)
    assert faults_of(FOLDER / name, size=size, model=model) == caught.value.faults


@pytest.mark.parametrize(
    "content",
    [
        MANY.encode("utf-16"),
        MANY.replace("Kontor", "Kontør").encode("cp1252"),
        ("sep=;\r\n" + MANY.replace(",", ";")).encode("utf-8-sig"),
        b"\n\n" + MANY.replace("\n", "\r").encode(),
        MANY.replace("Kontor 3", '"Kontor\n\n3"').encode() + b"\n,,\n",
    ],
    ids=["utf-16", "windows-1252", "a line that names the separator", "carriage returns", "blank lines"],
)
@pytest.mark.parametrize("size", SIZES)
def test_every_form_of_csv_comes_in_chunks(content: bytes, size: int, tmp_path: Path, model: Model) -> None:
    path = tmp_path / "many.csv"
    path.write_bytes(content)
    whole = ratings_table(rate(read_answers(path, model=model), model=model))
    assert len(whole) == 20
    assert streamed(path, "csv", size=size, model=model) == table_bytes(whole, "csv")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_headings_and_answers_in_words_come_in_chunks(
    language: Language, size: int, tmp_path: Path, model: Model
) -> None:
    table = pd.read_csv(EXAMPLES, dtype="string", keep_default_na=False)
    path = tmp_path / "words.csv"
    in_words(table, model=model, language=language).to_csv(path, index=False, sep=";")
    whole = ratings_table(rate(read_answers(EXAMPLES, model=model), model=model))
    assert streamed(path, "csv", size=size, model=model) == table_bytes(whole, "csv")


@pytest.mark.parametrize("size", SIZES)
def test_only_right_beneath_the_heading_there_may_be_codes(size: int, tmp_path: Path, model: Model) -> None:
    path = write(tmp_path / "codes.csv", "Kontor,fte\n\noffice,fte\nKontor,\n")
    assert streamed(path, "csv", size=size, model=model).splitlines()[1].startswith(b"Kontor,")
    path = write(tmp_path / "last.csv", "Kontor,fte\nA,3\nKontor,fte\n")
    with pytest.raises(FaultsError) as caught:
        read_answers(path, model=model)
    assert [fault.line for fault in caught.value.faults] == [3]
    assert faults_of(path, size=size, model=model) == caught.value.faults


@pytest.mark.parametrize("size", SIZES)
def test_a_file_that_was_given_back_loses_its_marks_in_every_chunk(
    size: int, tmp_path: Path, model: Model
) -> None:
    path = write(tmp_path / "mended.csv", f"{REASONS.nb},office\n,A\n,'=B\n")
    parts = list(rate_in_chunks(path, model=model, size=size))
    assert [name for part in parts if part.rating for name in part.rating.total.index] == ["A", "=B"]


def test_what_only_the_end_shows_tells_the_encoding(tmp_path: Path, model: Model) -> None:
    path = tmp_path / "late.csv"
    path.write_bytes(MANY.encode() + "Bø,no,3\n".encode("cp1252"))
    parts = list(rate_in_chunks(path, model=model, size=1))
    assert parts[-1].rating is not None
    assert list(parts[-1].rating.total.index) == ["Bø"]


def test_one_name_in_two_chunks_is_found_with_both_rows(tmp_path: Path, model: Model) -> None:
    path = write(tmp_path / "twice.csv", MANY + " Kontor 2 ,no,1\nKontor 2,no,1\n")
    expected = [
        Fault("doubled_office", path.name, row, "office", {"found": "Kontor 2", "first": "4"})
        for row in (22, 23)
    ]
    for size in SIZES:
        assert faults_of(path, size=size, model=model) == tuple(expected)


@pytest.mark.parametrize("size", SIZES)
def test_a_name_that_is_met_again_is_told_in_the_words_of_the_file(
    size: int, tmp_path: Path, model: Model
) -> None:
    path = write(tmp_path / "twice.csv", "Kontor,fte\nA,3\nB,\nA,x\n")
    with pytest.raises(FaultsError) as caught:
        read_answers(path, model=model)
    assert [fault.column for fault in caught.value.faults] == ["Kontor", "fte"]
    assert faults_of(path, size=size, model=model) == caught.value.faults


def test_no_rating_follows_a_fault(tmp_path: Path, model: Model) -> None:
    path = write(tmp_path / "faulty.csv", MANY.replace("Kontor 2,yes", "Kontor 2,yess"))
    ratings: list[Rating | None] = []
    with pytest.raises(FaultsError):  # what came before it is kept
        ratings.extend(part.rating for part in rate_in_chunks(path, model=model, size=1))
    assert [rating is not None for rating in ratings] == [True] * 2 + [False] * 18


@pytest.mark.parametrize("size", [7, 1000, 5000])
def test_of_very_many_faults_the_first_are_told(size: int, tmp_path: Path, model: Model) -> None:
    rows = "".join(f"Kontor {n},kanskje,0\n" for n in range(3000))
    path = write(tmp_path / "bad.csv", "office,contact_person,fte\n" + rows)
    faults = faults_of(path, size=size, model=model)
    assert [fault.code for fault in faults].count("more_faults") == 1
    told = [fault for fault in faults if fault.code != "more_faults"]
    assert len(told) == MOST_FAULTS
    assert {fault.line for fault in told} == set(range(2, 2 + MOST_FAULTS // 2))
    more = next(fault for fault in faults if fault.code == "more_faults")
    assert more.line == 2 + MOST_FAULTS // 2


def test_a_table_without_rows_has_the_faults_of_its_heading(tmp_path: Path, model: Model) -> None:
    path = tmp_path / "none.parquet"
    pd.DataFrame({"ofice": pd.Series([], dtype="string")}).to_parquet(path)
    codes = [fault.code for fault in faults_of(path, size=7, model=model)]
    assert sorted(codes) == ["missing_column", "no_offices", "unknown_column"]


def test_a_parquet_file_that_is_cut_off_in_the_middle_is_a_fault(tmp_path: Path, model: Model) -> None:
    path = tmp_path / "cut.parquet"
    names = pd.DataFrame({"office": [f"Kontor {number}" for number in range(50_000)]})
    names.to_parquet(path, row_group_size=1000)
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :][:1000] = bytes(1000)
    content[len(content) // 2 : len(content) // 2 + 20_000] = bytes(20_000)
    path.write_bytes(content)
    assert "not_parquet" in {fault.code for fault in faults_of(path, size=1000, model=model)}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_long_texts_make_shorter_chunks(
    ending: str, tmp_path: Path, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"notes.{ending}"
    notes = [f"{number}" * 5000 for number in range(100, 150)]
    table = pd.DataFrame({"office": [f"Kontor {n}" for n in range(50)], "note.fte": notes})
    table.to_csv(path, index=False) if ending == "csv" else table.to_parquet(path)
    monkeypatch.setattr(reading, "MOST_BYTES", 200_000)
    lengths = [len(chunk.table.cells) for chunk in read_chunks(path, model=model, size=50)]
    assert sum(lengths) == 50
    assert max(lengths) <= 25


def test_the_share_that_is_read_grows_to_all(tmp_path: Path, model: Model) -> None:
    pd.read_csv(EXAMPLES).to_parquet(tmp_path / "a.parquet")
    for path in (EXAMPLES, tmp_path / "a.parquet"):
        shares = [chunk.read for chunk in read_chunks(path, model=model, size=7)]
        assert shares == sorted(shares)
        assert shares[-1] == 1


@given(
    parts=st.lists(st.lists(st.text("abæ", min_size=1, max_size=2), max_size=6), max_size=12),
)
def test_names_are_known_again_whatever_the_chunks(parts: list[list[str]]) -> None:
    seen, first, row = NamesSeen(), dict[str, int](), 2
    for part in parts:
        rows = np.arange(row, row + len(part))
        row += len(part)
        expected = [first.setdefault(name, int(place)) for name, place in zip(part, rows, strict=True)]
        assert seen.first_rows(np.array(part, dtype=object), rows).tolist() == expected


def test_all_columns_of_the_form_can_be_parquet_of_any_kind(tmp_path: Path, model: Model) -> None:
    """A column without an answer may be of a kind that holds no texts at all."""
    path = tmp_path / "blank.parquet"
    table = pd.DataFrame({column: [None] * 3 for column in columns_of(model)} | {"office": [1, 2, 3]})
    table.to_parquet(path)
    assert len(read_answers(path, model=model)) == 3
    assert streamed(path, STREAMED[0], size=2, model=model).count(b"\n") == 4

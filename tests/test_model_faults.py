"""Every fault that a model can have is found, placed and explained; many at once are all told."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import pytest
import yaml

from i18n import LANGUAGES, Translator
from report.faults import fault_text
from scoring import Fault, FaultsError, load_model
from scoring.faults import ModelCode
from scoring.paths import CRITERIA

if TYPE_CHECKING:
    from i18n import Language

CASES: Final = sorted((Path(__file__).parent / "faults" / "model").glob("*.yaml"))
NEEDS_NO_CASE: Final = {"unreadable"}  # depends on the computer; tested below


@dataclass(frozen=True)
class Case:
    """One deliberate fault in a copy of the shipped model.

    Args:
        code: The fault that must be found.
        file: The file that is changed; ``fault_in`` where the fault shows, if that is another.
        words: Language -> what the message must contain.
        find: What stands in the file now, and ``replace`` what is put in its place.
        at: A text on the line where the fault must be placed; what is put in where left out.
        also: Faults that follow from this one, or further ones of the same code.
    """

    code: str
    file: str
    words: dict[str, list[str]]
    find: str = ""
    replace: str = ""
    content: str = ""
    cut_after: str = ""
    replace_with: str = ""
    rename_to: str = ""
    remove: str = ""
    encoding: str = "utf-8"
    at: str = ""
    fault_in: str = ""
    also: list[str] = field(default_factory=list)

    def spoil(self, folder: Path) -> None:
        """Put the fault into the model in ``folder``."""
        if self.remove == "criteria":
            for path in folder.glob("??_*.yaml"):
                path.unlink()
            return
        path = folder / self.file
        if self.remove:
            path.unlink()
            return
        path.write_text(self.changed(path.read_text(encoding="utf-8")), encoding=self.encoding)
        if self.rename_to:
            path.rename(folder / self.rename_to)

    def changed(self, text: str) -> str:
        """The text of the file with the fault in it."""
        if self.content:
            return self.content
        if self.cut_after:
            return text[: text.index(f"\n{self.cut_after}")] + f"\n{self.replace_with}\n"
        assert self.find in text, f"{self.find!r} is no longer in {self.file}: put the fault elsewhere"
        return text.replace(self.find, self.replace, 1)

    def line(self, folder: Path) -> int | None:
        """The line at which the fault must be placed; None where it has none, or any will do."""
        wanted = self.at or self.replace.strip("\n").split("\n")[0]
        if not wanted or self.remove or (self.rename_to and not self.find):
            return None
        text = (folder / self.name).read_text(encoding=self.encoding)
        return text[: text.index(wanted)].count("\n") + 1

    @property
    def name(self) -> str:
        """The name of the file in which the fault shows."""
        return self.fault_in or self.rename_to or self.file


def read_case(path: Path) -> Case:
    return Case(**yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "criteria"
    shutil.copytree(CRITERIA, copy, ignore=shutil.ignore_patterns("schema", "*.md"))
    return copy


def faults_of(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(FaultsError) as caught:
        load_model(folder)
    return caught.value.faults


def texts_of(faults: tuple[Fault, ...], language: Language) -> list[str]:
    return [fault_text(fault, Translator(language)) for fault in faults]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_fault_is_found_placed_and_explained(path: Path, folder: Path) -> None:
    case = read_case(path)
    case.spoil(folder)
    faults = faults_of(folder)
    line = case.line(folder)
    told = [fault for fault in faults if fault.code == case.code and fault.line == (line or fault.line)]
    assert told, f"expected {case.code} at line {line}, found {faults}"
    assert {fault.code for fault in faults} <= {case.code, *case.also}
    assert len(faults) == 1 or case.also
    for language in LANGUAGES:
        texts = texts_of(tuple(told), language)
        assert all(text.startswith(f"{case.name}:") or case.remove for text in texts)
        assert not any(sign in text for text in texts for sign in "{}")
        words = case.words.get(language, [])
        assert any(all(word in text for word in words) for text in texts), texts


def test_every_fault_of_a_model_has_a_case() -> None:
    assert {read_case(path).code for path in CASES} | NEEDS_NO_CASE == set(get_args(ModelCode))


def test_every_case_names_words_in_two_languages() -> None:
    assert all(case.words["nb"] and case.words["en"] for case in map(read_case, CASES))


def test_the_shipped_model_has_no_fault(folder: Path) -> None:
    assert load_model(folder).fingerprint == load_model().fingerprint


def spoil_all(folder: Path, names: set[str]) -> None:
    for path in CASES:
        if path.stem in names:
            read_case(path).spoil(folder)


def test_several_faults_in_several_files_are_told_at_once(folder: Path) -> None:
    names = {"unknown_key", "missing_translation", "not_positive", "wrong_type", "steps_order"}
    spoil_all(folder, names)
    assert {fault.code for fault in faults_of(folder)} == names | {"missing_key"}


def test_faults_between_files_are_told_beside_faults_within_files(folder: Path) -> None:
    spoil_all(folder, {"not_positive", "low_above_high", "yaml_boolean", "doubled_key", "levels_order"})
    assert len({fault.code for fault in faults_of(folder)}) == 5


def test_faults_come_in_the_order_of_files_and_lines(folder: Path) -> None:
    spoil_all(folder, {"unknown_key", "missing_translation", "not_positive", "low_above_high"})
    positions = [fault.position for fault in faults_of(folder)]
    assert positions == sorted(positions)


def test_a_file_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_text

    def refuse(path: Path, encoding: str) -> str:
        if path.name == "fields.yaml":
            raise PermissionError(path)
        return read(path, encoding=encoding)

    monkeypatch.setattr(Path, "read_text", refuse)
    assert [(fault.code, fault.file) for fault in faults_of(folder)] == [("unreadable", "fields.yaml")]


def test_a_billion_laughs_are_not_unfolded(folder: Path) -> None:
    lines = ["a0: &a0 [ha, ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (folder / "fields.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert {fault.code for fault in faults_of(folder)} == {"alias"}

"""What is wrong with a file, as codes and values; the words live in the catalogues."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable

LABELS = "; "
"""Between the words in ``expected`` when they are labels, which may hold a comma; codes have ", "."""

Place = Literal["line", "row", "office"]
"""What the number of a fault counts: lines of a text, rows of a table, offices of a JSON file."""

ModelCode = Literal[
    "alias",
    "answer_without_points",
    "bad_code",
    "bad_colour",
    "bad_key",
    "bins_on_words",
    "criterion_number",
    "criterion_numbers",
    "doubled_indicator",
    "doubled_key",
    "doubled_label",
    "doubled_recommendation",
    "empty_file",
    "empty_list",
    "empty_text",
    "file_name",
    "goalposts_equal",
    "levels_order",
    "low_above_high",
    "missing_file",
    "missing_key",
    "missing_translation",
    "needs_answers",
    "no_criteria",
    "no_indicators",
    "not_positive",
    "not_utf8",
    "not_yaml",
    "nothing",
    "out_of_range",
    "own_not_said",
    "own_with_question",
    "points_count",
    "reserved_code",
    "scale_points",
    "steps_order",
    "strange_tag",
    "tied_to_nothing",
    "too_deep",
    "unknown_code",
    "unknown_key",
    "unknown_word",
    "unreadable",
    "unused_item",
    "wrong_kind",
    "wrong_type",
    "yaml_boolean",
]
TableCode = Literal[
    "bad_date",
    "bad_plan",
    "bad_tags",
    "cell_count",
    "column_without_name",
    "doubled_column",
    "doubled_office",
    "encrypted",
    "error_value",
    "format_version",
    "formula_without_value",
    "has_macros",
    "mark_expected",
    "missing_column",
    "more_faults",
    "no_offices",
    "not_a_number",
    "not_an_assessment",
    "not_csv",
    "not_json",
    "not_parquet",
    "not_texts",
    "not_xlsx",
    "nul_character",
    "number_expected",
    "office_in_two_files",
    "office_name_length",
    "office_without_name",
    "old_spreadsheet",
    "too_large",
    "too_many",
    "too_many_cells",
    "too_many_columns",
    "too_many_rows",
    "unknown_answer",
    "unknown_column",
    "unknown_county",
    "unknown_format",
    "unknown_office",
    "unpacks_too_large",
    "whole_number_expected",
]
FaultCode = Literal[ModelCode, TableCode]
"""Every fault that the engine finds: mypy proves that no other is raised, a test that each has texts."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a model file or in a table of answers.

    Args:
        code: What is wrong. The text is the catalogue's ``fault.<code>``.
        file: The file's name as the user gave it, or relative to the model folder.
        line: The line of a model file, the row of a table with the heading as row 1, or the
            number of an office in a JSON file; ``place`` tells which.
        column: The key or the column in which the fault stands.
        values: What the text names: ``found``, ``expected``, ``suggestion`` and the like.
        sheet: The sheet of a workbook.
    """

    code: FaultCode
    file: str = ""
    line: int | None = None
    column: str = ""
    values: dict[str, str] = field(default_factory=dict)
    sheet: str = ""

    @property
    def position(self) -> tuple[str, int, str]:
        """Where it stands, for sorting: file, line, column."""
        return (self.file, self.line or 0, self.column)

    @property
    def place(self) -> Place:
        """What ``line`` counts."""
        ending = self.file.lower().rpartition(".")[2]
        if ending in {"yaml", "yml"} or self.code == "not_json":
            return "line"
        return "office" if ending == "json" else "row"


class FaultsError(ValueError):
    """Raised once with every fault of the input, never with only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.position))
        super().__init__("; ".join(_plain(fault) for fault in self.faults))

    @override
    def __reduce__(self) -> tuple[type[FaultsError], tuple[tuple[Fault, ...]]]:
        """With its faults, so that it can come from another process."""
        return FaultsError, (self.faults,)


def _plain(fault: Fault) -> str:
    """A terse form for logs and test failures; users get the catalogue's text."""
    values = ", ".join(f"{name}={value}" for name, value in fault.values.items())
    return f"{fault.file}:{fault.line or '-'} {fault.column} {fault.code} ({values})"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that ``word`` most likely meant, or an empty string."""
    candidates = list(known)
    folded = {one.casefold(): one for one in reversed(candidates)}
    if word.casefold() in folded:
        return folded[word.casefold()]
    return next(iter(difflib.get_close_matches(word, candidates, n=1, cutoff=0.6)), "")

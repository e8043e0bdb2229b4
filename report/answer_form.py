"""The form for many offices as a spreadsheet: a row for each, and a list to choose from in each cell."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from i18n import LANGUAGES, Translator
from report.faults import range_text
from report.sheets import OPTIONS
from scoring.answers import NUMERIC
from scoring.counties import counties
from scoring.encode import NAME_LENGTH, OFFICE, all_columns
from scoring.facts import COLUMNS, COUNTY, INHABITANTS, MOST_INHABITANTS, MOST_TAGS, SEPARATOR, TAG_LENGTH
from scoring.labels import ANSWER_SHEET, answer_texts, choice_columns, column_texts

if TYPE_CHECKING:
    from scoring.model import Model
    from scoring.model_types import Item

ROWS: Final = 500
"""The offices that there is room for; Norway has 357 municipalities."""

FIRST: Final = 2
"""The first office's row, from 0: beneath the headings and their codes."""

HELP_LINES: Final = ("rows", "lists", "numbers", "several", "locked", "send")
_PROTECTION: Final = {"format_columns": True, "format_rows": True, "insert_rows": True, "sort": True}
"""What may be done beside filling in. There is no password: it is a guard against slips."""


def answer_form(model: Model, translator: Translator) -> bytes:
    """The blank form.

    Args:
        model: The model.
        translator: The language of headings and answers; the instructions are in all three.

    Returns:
        An XLSX file: the sheet for the answers, the instructions, and a hidden sheet with the lists,
        which may be longer than the 255 signs that a spreadsheet takes in a cell's own rule.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": translator("form.title"), "author": "Tikamp"})
        answers = book.add_worksheet(translator.pick(ANSWER_SHEET))
        _instructions(book, model, translator)
        form = _Form(book, answers, model, translator)
        for place, column in enumerate(form_columns(model)):
            form.column(place, column)
        form.finish()
    return buffer.getvalue()


def form_columns(model: Model) -> list[str]:
    """The columns of the form: those of a table of answers, a multiple choice with one for each choice."""
    survey, service = model.survey, model.service
    columns = all_columns(model)
    return [part for column in columns for part in choice_columns(column, survey, service) or [column]]


class _Form:
    """The sheet for the answers, with its lists."""

    def __init__(self, book: Any, sheet: Any, model: Model, t: Translator) -> None:  # noqa: ANN401 - no types
        self.sheet, self.model, self.t = sheet, model, t
        self.lists = book.add_worksheet(t("form.sheet_lists"))
        self.ranges: dict[tuple[str, ...], str] = {}
        self.titles = column_texts(model.survey, model.service)
        look = {"text_wrap": True, "valign": "top"}
        self.heading = book.add_format({**look, "bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
        self.code = book.add_format({"font_size": 8, "font_color": "#595959", "bottom": 1})
        self.open = book.add_format({"locked": False})
        self.name = book.add_format({"locked": False, "num_format": "@"})

    def column(self, place: int, column: str) -> None:
        """One column: its heading, its code, and the rule for its cells."""
        named = column == OFFICE
        self.sheet.set_column(place, place, 34 if named else 22, self.name if named else self.open)
        self.sheet.write_string(0, place, self.t.pick(self.titles[column]), self.heading)
        self.sheet.write_string(1, place, column, self.code)
        rule = self._name_rule() if named else self._rule(place, column)
        self.sheet.data_validation(FIRST, place, FIRST + ROWS - 1, place, {**rule, "ignore_blank": True})

    def finish(self) -> None:
        """Locks what is not to be filled in, and shows the form from its first cell."""
        self.sheet.set_row(0, 90)
        self.sheet.freeze_panes(FIRST, 1)
        self.sheet.protect("", _PROTECTION)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.activate()
        self.lists.hide()

    def _name_rule(self) -> dict[str, object]:
        cell, last = xl_rowcol_to_cell(FIRST, 0), FIRST + ROWS
        once = f"COUNTIF($A${FIRST + 1}:$A${last},{cell})=1"
        text = self.t("form.name", longest=NAME_LENGTH)
        return {
            "validate": "custom",
            "value": f"=AND(LEN({cell})<={NAME_LENGTH},{once})",
            "input_message": text,
            "error_message": text,
        }

    def _rule(self, place: int, column: str) -> dict[str, object]:
        if column in COLUMNS:
            return self._fact_rule(place, column)
        code, _, field = column.partition(".")
        item = self.model.items[code]
        texts = self.model.fields[field].help if field in self.model.fields else item.help
        words = [
            self.t.pick(one) for one in answer_texts(column, self.model.survey, self.model.service).values()
        ]
        rule = self._number_rule(place, item, words) if item.kind in NUMERIC else self._list_rule(words)
        return {**rule, "input_message": self.t.pick(texts)}

    def _fact_rule(self, place: int, column: str) -> dict[str, object]:
        cell = xl_rowcol_to_cell(FIRST, place)
        text = self.t(f"form.{column}", sign=SEPARATOR, most=MOST_TAGS, longest=TAG_LENGTH)
        if column == COUNTY:
            return {**self._list_rule([one.name for one in counties().values()]), "input_message": text}
        if column == INHABITANTS:
            fits = f"{cell}>=0,{cell}<={MOST_INHABITANTS},{cell}=INT({cell})"
            test = f"=IF(ISNUMBER({cell}),AND({fits}),FALSE)"
            error = self.t("form.whole_number", range=range_text("0", str(MOST_INHABITANTS), self.t))
        else:
            test, error = f"=LEN({cell})<={MOST_TAGS * (TAG_LENGTH + 1)}", text
        return {"validate": "custom", "value": test, "input_message": text, "error_message": error}

    def _list_rule(self, words: list[str]) -> dict[str, object]:
        source = self._range(tuple(words))
        return {"validate": "list", "source": source, "error_message": self.t("form.pick")}

    def _number_rule(self, place: int, item: Item, words: list[str]) -> dict[str, object]:
        """A number within its limits, or one of the words: a rule of its own, as no kind of rule has both."""
        cell = xl_rowcol_to_cell(FIRST, place)
        tests = [f"{cell}>={item.minimum or 0:g}"]
        tests += [f"{cell}<={item.maximum:g}"] if item.maximum is not None else []
        tests += [f"{cell}=INT({cell})"] if item.whole else []
        quoted = [word.replace('"', '""') for word in words]
        other = ",".join(f'{cell}="{word}"' for word in quoted) or "FALSE"
        high = "" if item.maximum is None else f"{item.maximum:g}"
        limits = range_text(f"{item.minimum or 0:g}", high, self.t)
        key = "form.whole_number" if item.whole else "form.number"
        also = [self.t("fault.also_allowed", words="; ".join(words))] if words else []
        return {
            "validate": "custom",
            "value": f"=IF(ISNUMBER({cell}),AND({','.join(tests)}),OR({other}))",
            "error_message": " ".join([self.t(key, range=limits), *also]),
        }

    def _range(self, words: tuple[str, ...]) -> str:
        """Where a list stands on the hidden sheet; the same list stands there once."""
        if words not in self.ranges:
            place = len(self.ranges)
            self.lists.write_column(0, place, words)
            letters = xl_col_to_name(place)
            sheet = self.lists.get_name()
            self.ranges[words] = f"='{sheet}'!${letters}$1:${letters}${len(words)}"
        return self.ranges[words]


def _instructions(book: Any, model: Model, t: Translator) -> None:  # noqa: ANN401 - has no types
    """The instructions, the form's own language first."""
    sheet = book.add_worksheet(t("form.sheet_help"))
    title = book.add_format({"bold": True, "font_size": 14})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90)
    sheet.fit_to_pages(1, 0)
    sheet.set_paper(9)  # A4
    values = {"sheet": t.pick(ANSWER_SHEET), "rows": ROWS, "first": FIRST + 1, "version": model.version}
    row = 0
    for language in sorted(LANGUAGES, key=lambda language: language != t.language):
        own = Translator(language)
        sheet.write_string(row, 0, own("form.help_title"), title)
        for number, line in enumerate(HELP_LINES, start=1):
            sheet.set_row(row + number, 30)  # two lines, as programs do not all find the height by themselves
            sheet.write_string(row + number, 0, f"{number}. {own(f'form.help_{line}', **values)}", text)
        row += len(HELP_LINES) + 2
    sheet.protect("", {})

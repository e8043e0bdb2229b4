"""The parts of an XLSX file, measured before anything is made of them, and with nothing left unsaid.

An XLSX file is a ZIP of XML parts. A few kilobytes can unpack to gigabytes, and two cells far apart
make a reader ask for the room of all between them: both are refused here. Where the reader would show
a blank, or another number than the spreadsheet shows, the cell is rewritten as text.

Source: ECMA-376 part 1, 18.3.1 (cells) and 18.8 (styles).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from scoring.faults import Fault, FaultsError
from scoring.sheet import MOST_COLUMNS, NO_VALUE

if TYPE_CHECKING:
    from scoring.faults import FaultCode

MOST_BYTES: Final = 50_000_000
"""What a file may unpack to; 10,000 offices that have answered everything take 24 million bytes."""

MOST_ROWS: Final = 20_000
"""The most rows of a sheet, so that a sheet takes 300 MB of memory at worst."""

MOST_CELLS: Final = 2_000_000
"""The most cells of a sheet."""

_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""The ways of packing that XLSX knows. Source: ECMA-376 part 2, annex C."""

_MACROS: Final = re.compile(r"vbaProject\.bin$|^xl/macrosheets/", re.IGNORECASE)
# No pattern may run past a "<" in vain: a file made for it would keep the reader busy for hours.
_PREFIX: Final = rb"(?:(?!/)[^\s<>:]*:)?"
_OTHER: Final = rb"(?:\s+(?!r[\s=])[^\s=<>\"']+\s*=\s*(?:\"[^\"'<>]*\"|'[^\"'<>]*'))*"
"""Attributes that are not the place; one that hides another in its value is none."""

_ROW: Final = re.compile(rb"<" + _PREFIX + rb"row[\s/>]")
_CELL: Final = re.compile(rb"(?=<" + _PREFIX + rb"c[\s/>])")
_PLACE: Final = re.compile(
    rb"<" + _PREFIX + rb"c" + _OTHER + rb"\s+r\s*=\s*[\"']([A-Z]{1,7})([0-9]{1,9})[\"']"
)
_STYLE: Final = re.compile(rb"[^>]*?\ss\s*=\s*[\"']([0-9]+)[\"']")
_TYPE: Final = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
_FORMULA: Final = re.compile(rb"<" + _PREFIX + rb"f[\s/>]")
_SPEAKING: Final = re.compile(rb"<" + _PREFIX + rb"f[\s/>]|\st\s*=\s*[\"']e[\"']")
"""Without a formula or an error, no cell needs to be rewritten for its value."""

_VALUE: Final = re.compile(rb"<" + _PREFIX + rb"v(?:\s[^<>]*)?>([^<]*)")
_END: Final = re.compile(rb"</" + _PREFIX + rb"c\s*>")
_FORMAT: Final = re.compile(rb"<" + _PREFIX + rb"numFmt\s[^<>]*>")
_STYLES: Final = re.compile(rb"</?" + _PREFIX + rb"cellXfs[\s>]")
_NUMBER_FORMAT: Final = re.compile(rb"\snumFmtId\s*=\s*[\"']([0-9]+)[\"']")
_PERCENT: Final = frozenset({b"9", b"10"})
"""The number formats ``0%`` and ``0.00%``, which need no entry of their own."""


def checked(content: bytes, *, name: str) -> bytes:
    """The same workbook with the parts that hold cells, unpacked, so that a reader unpacks no more.

    Args:
        content: The file.
        name: Its name, for faults.

    Raises:
        FaultsError: It is no XLSX file, holds macros, or would take too much room.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _repacked(package, name)
    except FaultsError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise _refused("not_xlsx", name) from error
    except RuntimeError as error:  # zipfile's word for a part with a password
        raise _refused("encrypted", name) from error


def _repacked(package: zipfile.ZipFile, name: str) -> bytes:
    parts = package.infolist()
    if any(_MACROS.search(part.filename) for part in parts):
        raise _refused("has_macros", name)
    size = sum(part.file_size for part in parts)
    if size > MOST_BYTES:
        raise _refused("unpacks_too_large", name, f"{size / 10**6:.0f}", f"{MOST_BYTES / 10**6:.0f}")
    if any(part.compress_type not in _METHODS for part in parts):
        raise _refused("not_xlsx", name)
    xml = {part.filename: _read(package, part) for part in parts if part.filename.endswith((".xml", ".rels"))}
    percent = _percent_styles(xml.get("xl/styles.xml", b""))
    if any(b"\0" in text for text in xml.values()):  # UTF-16, in which no cell would be found
        raise _refused("not_xlsx", name)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as plain:
        for part, text in xml.items():
            plain.writestr(part, _checked_sheet(text, percent, name) if b"sheetData" in text else text)
    return buffer.getvalue()


def _read(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """A part as long as it says that it is; zipfile checks the sum, so that a longer one is found out.

    Without a size, zipfile would unpack all that there is before it cuts it off.
    """
    with package.open(part) as file:
        return file.read(part.file_size)


def _checked_sheet(xml: bytes, percent: frozenset[bytes], name: str) -> bytes:
    _limit("too_many_rows", len(_ROW.findall(xml)), MOST_ROWS, name=name)
    _limit("too_many_cells", len(_CELL.findall(xml)), MOST_CELLS, name=name)
    head, *cells = _CELL.split(xml)
    places = [place for cell in cells if (place := _PLACE.match(cell))]
    if len(places) < len(cells):
        raise _refused("not_xlsx", name)
    columns, rows = {place[1] for place in places}, {place[2] for place in places}
    _limit("too_many_rows", max(map(int, rows), default=0), MOST_ROWS, name=name)
    _limit("too_many_columns", max(map(_number, columns), default=0), MOST_COLUMNS, name=name)
    if not percent and not _SPEAKING.search(xml):
        return xml
    return b"".join([head, *(_spoken(cell, percent) for cell in cells)])


def _limit(code: FaultCode, found: int, most: int, *, name: str) -> None:
    if found > most:
        raise _refused(code, name, str(found), str(most))


def _spoken(cell: bytes, percent: frozenset[bytes]) -> bytes:
    """A cell whose value would be lost or misread, as text; any other as it is."""
    end = _END.search(cell)
    tag, close, inside = cell[: end.start() if end else 0].partition(b">")
    found, value = _TYPE.search(tag), _VALUE.search(inside)
    kind = found[1] if found else b"n"
    if kind == b"e":
        text = NO_VALUE.encode() + (value[1] if value else b"")
    elif kind == b"n" and (value is None or not value[1].strip()) and _FORMULA.search(inside):
        text = NO_VALUE.encode()
    elif kind == b"n" and value and (style := _STYLE.match(tag)) and style[1] in percent:
        text = _as_percent(value[1])
    else:
        return cell
    tag = tag[: found.start()] + tag[found.end() :] if found else tag
    return tag + b' t="str"' + close + b"<v>" + text + b"</v>" + cell[end.start() if end else 0 :]


def _as_percent(number: bytes) -> bytes:
    """A share as the spreadsheet shows it: 0.5 in a cell of the format ``0%`` is 50%."""
    try:
        return f"{float(number) * 100:.12g}%".encode()
    except ValueError:
        return number


def _percent_styles(styles: bytes) -> frozenset[bytes]:
    """The numbers of the cell styles that show a number as a percentage."""
    shown = [_NUMBER_FORMAT.search(tag) for tag in _FORMAT.findall(styles) if b"%" in tag]
    formats = _PERCENT | {number[1] for number in shown if number}
    _, *inside = _STYLES.split(styles, maxsplit=2)
    tags = re.findall(rb"<" + _PREFIX + rb"xf[\s>/][^<>]*", inside[0]) if inside else []
    numbers = [_NUMBER_FORMAT.search(tag) for tag in tags]
    return frozenset(
        str(place).encode() for place, number in enumerate(numbers) if number and number[1] in formats
    )


def _number(letters: bytes) -> int:
    """A column's number from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _refused(code: FaultCode, name: str, found: str = "", expected: str = "") -> FaultsError:
    values = {"found": found, "expected": expected} if found else {}
    return FaultsError([Fault(code, name, values=values)])

"""Plain blocks -> a Word file with real headings, lists and tables."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from report.case_blocks import CLOSE, OPEN, Bullets, Heading, Paragraph, Points, Table
from report.word_styles import MUTED, TEXT_WIDTH, number_style, running_texts, set_number, set_up

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

    from report.case_blocks import Block, CaseText

FIRST_DAY: Final = dt.date(1980, 1, 1)
"""Neither ZIP nor Word's properties take an earlier day."""

_GAP: Final = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")
_HEADER_FILL: Final = "E9EEF0"
_NOTICE_FILL: Final = "FFF7D6"
_TABLE_SIZE: Final = Pt(9.5)
_AFTER_TABLE: Final = Pt(9)
_PADDING: Final = {"top": 40, "left": 85, "bottom": 40, "right": 85}
"""Around the text of a cell, in twentieths of a point."""
_KEPT_LINES: Final = 12
"""A longer table, or one with texts under titles, may break: kept together, it leaves half a page empty."""
_PROPERTY: Final = 255
"""Characters that a document property takes."""


def word_file(text: CaseText, *, day: dt.date) -> bytes:
    """Sets a case document as a Word file.

    Args:
        text: The document; gaps (see ``blank``) are highlighted.
        day: The day that stands in the file's properties.

    Returns:
        The DOCX file: the same bytes for the same text and day.
    """
    document = docx.Document()
    set_up(document, text.tag)
    _describe(document, text, max(day, FIRST_DAY))
    running_texts(document, label=text.label, footer=text.footer, page=text.page)
    kind = document.add_paragraph().add_run(text.kind)
    kind.font.size, kind.font.color.rgb = Pt(12), MUTED
    document.add_paragraph(text.title, style="Title")
    for before, block in pairwise((None, *text.blocks)):
        _add(document, block, before)
    buffer = io.BytesIO()
    document.save(buffer)
    return _repeatable(buffer)


def _describe(document: Document, text: CaseText, day: dt.date) -> None:
    properties, moment = document.core_properties, dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    properties.title, properties.subject = text.title[:_PROPERTY], text.kind
    properties.author = properties.last_modified_by = "Tikamp"
    properties.language, properties.comments = text.tag, ""
    properties.created = properties.modified = moment
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]  # the template's picture of itself


def _add(document: Document, block: Block | None, before: Block | None) -> None:
    if _belong_together(before, block):
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    match block:
        case Heading(text, level):
            document.add_heading(text, level)
        case Paragraph():
            _add_paragraph(document, block, before)
        case Bullets(items):
            for place, item in enumerate(items, 1):
                paragraph = _fill(document.add_paragraph(style="List Bullet"), item)
                paragraph.paragraph_format.keep_with_next = place < len(items)
        case Points():
            _add_points(document, block)
        case Table():
            _add_table(document, block)


def _belong_together(before: Block | None, block: Block | None) -> bool:
    """What introduces a list or table stays with it, and what ends a list does not stand alone on a page."""
    introduced = isinstance(before, Paragraph) and isinstance(block, Bullets | Points | Table)
    return introduced or (isinstance(before, Bullets) and isinstance(block, Paragraph))


def _add_paragraph(document: Document, block: Paragraph, before: Block | None) -> None:
    paragraph = _fill(document.add_paragraph(), block.text)
    if block.notice:
        _shade(paragraph)
    if isinstance(before, Table):
        paragraph.paragraph_format.space_before = _AFTER_TABLE


def _fill(paragraph: WordParagraph, text: str) -> WordParagraph:
    """Writes a text; its gaps are highlighted, besides standing in brackets."""
    for part in _GAP.split(text):
        if part.startswith(OPEN):
            paragraph.add_run(part[1:-1]).font.highlight_color = WD_COLOR_INDEX.YELLOW
        elif part:
            paragraph.add_run(part)
    return paragraph


def _shade(paragraph: WordParagraph) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no shading
    shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_NOTICE_FILL}"/>')
    properties.insert_element_before(shading, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _add_points(document: Document, block: Points) -> None:
    number = number_style(document)
    for point in block.items:
        for level, text in ((0, point.text), *((1, inner) for inner in point.inner)):
            paragraph = _fill(document.add_paragraph(), text)
            set_number(paragraph, number, level)
            paragraph.paragraph_format.space_after = Pt(3)


def _add_table(document: Document, block: Table) -> None:
    table = document.add_table(rows=1 + len(block.rows), cols=len(block.columns), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _name(table, block.name)
    widths = [Mm(TEXT_WIDTH * share / sum(block.widths)) for share in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, texts in zip(table.rows, (block.columns, *block.rows), strict=True):
        _keep_whole(row._tr)  # noqa: SLF001 - python-docx has no such setting
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            _fill_cell(cell, (text,) if isinstance(text, str) else text, titled=block.titled)
    for place in block.numbers:
        for cell in table.columns[place].cells:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _mark_header(table)
    if not block.titled and _lines(block) <= _KEPT_LINES:
        _keep_together(table)


def _lines(block: Table) -> int:
    """Lines of a table, as far as its texts tell."""
    return sum(max(1 if isinstance(text, str) else len(text) for text in row) for row in block.rows)


def _keep_together(table: WordTable) -> None:
    """A short table does not break across pages: each row keeps with the next."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _fill_cell(cell: _Cell, texts: tuple[str, ...], *, titled: bool) -> None:
    for place, text in enumerate(texts):
        paragraph = _fill(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), text)
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(1), 1
        for run in paragraph.runs:
            run.font.size = _TABLE_SIZE
            run.font.bold = titled and len(texts) > 1 and place == 0


def _keep_whole(row: object) -> None:
    """A row does not break across pages."""
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]  # python-docx's own row element
    properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def _mark_header(table: WordTable) -> None:
    """The first row is the header: said to those who hear it, and repeated on each page."""
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001
    for cell in row.cells:
        fill = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_HEADER_FILL}"/>')
        cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001 - python-docx has no shading
        for run in cell.paragraphs[0].runs:
            run.font.bold = True
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _name(table: WordTable, name: str) -> None:
    """The table's alternative text and inner margins; its first row is the header and no column is."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no alternative text
    for look in properties.xpath("w:tblLook"):
        properties.remove(look)
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _PADDING.items())
    on, off = 'w:firstRow="1" w:noVBand="1"', 'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0"'
    for xml in (
        f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>",
        f'<w:tblLook {nsdecls("w")} w:val="0420" {on} {off}/>',
        f"<w:tblCaption {nsdecls('w')}/>",
    ):
        properties.append(parse_xml(xml))
    properties[-1].set(qn("w:val"), name)


def _repeatable(saved: io.BytesIO) -> bytes:
    """The same parts without the clock of this machine."""
    buffer = io.BytesIO()
    stamp = (FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 0, 0, 0)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, stamp), old.read(part), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()

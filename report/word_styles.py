"""The look of our Word files: paper, fonts, headings, language, page numbers, numbered lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.text.paragraph import Paragraph

FONT: Final = "Calibri"
"""Comes with Word, and has a metric twin (Carlito) wherever Word is not."""

ACCENT: Final = RGBColor(0x0B, 0x5C, 0x6B)
INK: Final = RGBColor(0x1C, 0x2A, 0x30)
MUTED: Final = RGBColor(0x5A, 0x69, 0x70)
TEXT_WIDTH: Final = 165
"""Millimetres between the margins of an A4 page."""

_SIZES: Final = {"Title": (20, 0, 10), "Heading 1": (14, 16, 4), "Heading 2": (12, 10, 3)}
"""Size, space above and space beneath, in points."""

_LEVELS: Final = (("decimal", "%1.", 360), ("lowerLetter", "%2)", 720))


def set_up(document: Document, tag: str) -> None:
    """Paper, styles and language of a new document.

    Args:
        document: Made from python-docx's own template.
        tag: The language of all text: ``nb-NO``.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - TEXT_WIDTH) / 2)
    section.top_margin = section.bottom_margin = Mm(22)
    _set_language(document, tag)
    normal = _style(document, "Normal")
    _set_font(normal, 11, INK)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.1
    for name, (size, above, beneath) in _SIZES.items():
        style = _style(document, name)
        for one in (style, document.styles[f"{name} Char"]):  # its twin for a part of a paragraph
            _set_font(one, size, INK if name == "Title" else ACCENT)
            one.font.bold = True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(beneath)
        style.paragraph_format.keep_with_next = True
        _drop(style, "w:pBdr", "w:contextualSpacing", "w:rPr/w:spacing")
    for name in ("Header", "Footer"):
        _set_font(_style(document, name), 8, MUTED)


def _style(document: Document, name: str) -> ParagraphStyle:
    style: ParagraphStyle = document.styles[name]
    return style


def _set_font(style: CharacterStyle, size: float, colour: RGBColor) -> None:
    """The font itself instead of the theme's, which differs from Word to Word."""
    _drop(style, "w:color")  # the theme's colour would win over ours
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _drop(style: CharacterStyle, *paths: str) -> None:
    """Takes out decoration that the template's style brings along."""
    for path in paths:
        for found in style.element.xpath(f".//{path}"):
            found.getparent().remove(found)


def _set_language(document: Document, tag: str) -> None:
    """The language in the styles' defaults, in the body style, and in the settings."""
    defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    theme = document.settings.element.xpath("w:themeFontLang")
    for element in (*defaults, *theme):
        element.set(qn("w:val"), tag)
    _style(document, "Normal").element.get_or_add_rPr().append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="{tag}"/>')
    )
    for setting in document.settings.element.xpath("//w:compatSetting[@w:name='compatibilityMode']"):
        setting.set(qn("w:val"), "15")  # today's Word, not its compatibility mode


def number_style(document: Document) -> int:
    """A numbering of two levels, 1. and a); its number for ``set_number``."""
    numbering = document.part.numbering_part.element
    number = 1 + max(int(one.get(qn("w:abstractNumId"))) for one in numbering.xpath("w:abstractNum"))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="360"/></w:pPr></w:lvl>'
        for level, (form, text, indent) in enumerate(_LEVELS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.xpath("w:num")[0].addprevious(abstract)
    return int(numbering.add_num(number).numId)


def set_number(paragraph: Paragraph, number: int, level: int) -> None:
    """Makes a paragraph a point of a numbered list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no other way
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def running_texts(document: Document, *, label: str, footer: str, page: str) -> None:
    """The head and foot of every page; ``#`` in ``page`` is its number, ``##`` the last one's."""
    section = document.sections[0]
    section.header.paragraphs[0].text = label
    foot = section.footer.paragraphs[0]
    _drop(_style(document, "Footer"), "w:tabs")
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{footer}\t")
    before, middle, after = page.replace("##", "#").split("#")
    for text, field in ((before, "PAGE"), (middle, "NUMPAGES"), (after, "")):
        foot.add_run(text)
        if field:
            simple = f'<w:fldSimple {nsdecls("w")} w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            foot._p.append(parse_xml(simple))  # noqa: SLF001 - python-docx has no fields

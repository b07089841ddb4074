"""A text of a day, or a comparison table, as a Word file: plain styles, so that anybody can go on writing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from . import printing
from .comparison_styles import BOLD, DOUBLE, Style
from .printing import Block

FONT = "游明朝"
_FURIGANA = re.compile(r"｜([^｜《》]+)《([^《》]+)》")


def text_file(title: str, blocks: Iterable[Block]) -> bytes:
    document = _empty(title)
    for block in blocks:
        _WRITERS[block.kind](document, block)
    return _saved(document)


def comparison_file(
    title: str, headings: tuple[str, str], rows: Iterable[tuple[list, list]], style: Style, opening: str = ""
) -> bytes:
    """Two columns, the changed words marked as the town's style has it."""
    document = _empty(title)
    _title(document, Block(printing.TITLE, title))
    if opening:
        document.add_paragraph(opening)
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.text = heading
    for sides in rows:
        for cell, parts in zip(table.add_row().cells, sides, strict=True):
            for part in parts:
                run = cell.paragraphs[0].add_run(_plain(part["text"]))
                if part["kind"] != "same":
                    _mark(run, style.mark)
    if style.note:
        document.add_paragraph(style.note)
    return _saved(document)


def _mark(run: Any, mark: str) -> None:
    if mark == BOLD:
        run.bold = True
    else:
        run.underline = WD_UNDERLINE.DOUBLE if mark == DOUBLE else True


def _empty(title: str) -> Any:
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.language = "ja-JP"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    for name in ("Normal", "Title", "Heading 2"):
        style = document.styles[name]
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    return document


def _saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _plain(words: str) -> str:
    """Furigana in brackets behind its characters."""
    return _FURIGANA.sub(r"\1（\2）", words)


def _title(document: Any, block: Block) -> None:
    document.add_heading(_plain(block.words), 0).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _about(document: Any, block: Block) -> None:
    document.add_paragraph(block.words).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _caption(document: Any, block: Block) -> None:
    paragraph = document.add_paragraph(_plain(block.words))
    paragraph.paragraph_format.left_indent = Pt(10.5)
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.paragraph_format.keep_with_next = True


def _line(document: Any, block: Block) -> None:
    label = f"{block.label}\u3000" if block.label else ""
    paragraph = document.add_paragraph(f"{label}{_plain(block.words)}")
    paragraph.paragraph_format.left_indent = Pt(10.5 * (block.depth + 1))
    paragraph.paragraph_format.first_line_indent = Pt(-10.5)


def _table(document: Any, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _plain(words)


_WRITERS = {
    printing.TITLE: _title,
    printing.ABOUT: _about,
    printing.HEADING: lambda document, block: document.add_heading(_plain(block.words), 2),
    printing.CAPTION: _caption,
    printing.LINE: _line,
    printing.TABLE: _table,
}

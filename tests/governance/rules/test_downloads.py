"""What can be taken away: the text of any day, and a comparison, as Word file and PDF."""

import re
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.test import Client
from docx import Document
from docx.oxml.ns import qn

from governance.rules import actions, pdf_file, transcriptions
from governance.rules.law_import import import_law
from governance.rules.lifecycle import InstrumentType
from governance.sittings import acting_chair, acting_secretariat
from tests.factories import governance, rules

from .law_samples import LAW


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


@pytest.fixture
def law():
    imported = import_law(LAW.encode())
    return transcriptions.transcribe(
        by=acting_secretariat(),
        versions=[imported.version(date(2023, 4, 1))],
        slug="rooms-act",
        title=imported.title,
        instrument_type=InstrumentType.GUIDELINE,
        enacted_by=governance.acting_mayor().body,
    )


@pytest.fixture
def amended():
    rule = rules.an_enacted_rule()
    text = rules.room_rule_text()
    was = text.numbered("3")
    words = was.paragraphs[0].text.replace("6か月", "12か月")
    paragraph = type(was.paragraphs[0])(was.paragraphs[0].id, words)
    now = type(was)(was.id, was.number, was.caption, (paragraph, *was.paragraphs[1:]))
    actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        resolution=rules.a_resolution(f"{rule.title}を改める"),
        text=text.with_articles(now if a.id == was.id else a for a in text.articles),
        effective_from=date(2027, 1, 1),
    )
    return rule


def taken(url: str) -> bytes:
    answer = Client().get(url)
    assert answer.status_code == 200, url
    assert "attachment" in answer["Content-Disposition"]
    return answer.content


def words_of(content: bytes) -> list[str]:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_the_word_file_holds_every_line_of_the_day(law):
    words = words_of(taken("/rules/rooms-act.docx"))
    assert words[:4] == ["会議室規程", "令和8年11月22日現在", "第一章　総則", "(目的)"]
    for line in (
        "イ　市役所エリア",
        "（１）　甲",
        "百円",
        "別表（第二条関係）",
        "この規程は、公布の日から施行する。",
    ):
        assert line in words, line
    assert any("藤沢（ふじさわ）" in line for line in words)


def test_a_day_without_text_says_why_in_the_file():
    rules.the_guideline()
    words = words_of(taken("/rules/guideline.docx?asof=2003-04-01"))
    assert any("残って" in line or "本文" in line for line in words)
    assert not any("第1条" in line for line in words)


def test_the_files_of_two_days_differ_by_the_amendment(amended):
    before = words_of(taken("/rules/room-rule.docx?asof=2026-12-31"))
    after = words_of(taken("/rules/room-rule.docx?asof=2027-01-01"))
    assert any("6か月" in line for line in before) and not any("12か月" in line for line in before)
    assert any("12か月" in line for line in after)


def test_the_comparison_in_word_underlines_only_what_changed(amended):
    document = Document(BytesIO(taken("/rules/room-rule/compare.docx?from=1&to=2")))
    (table,) = document.tables
    runs = [run for row in table.rows for cell in row.cells for run in cell.paragraphs[0].runs]
    assert [run.text for run in runs if run.underline] == ["6か月", "12か月"]
    assert [cell.text for cell in table.rows[1].cells] == ["第1条〜第2条　（略）"] * 2


def test_the_pdf_is_tagged_japanese_and_kept(law, monkeypatch):
    first = taken("/rules/rooms-act.pdf")
    pdf = pypdfium2.PdfDocument(first)
    assert pypdfium2.raw.FPDFCatalog_IsTagged(pdf)
    words = re.sub(r"\s", "", pdf[0].get_textpage().get_text_range())
    assert "この規程は、公布の日から施行する。" in words and "第三条から第五条まで削除" in words
    monkeypatch.setattr(pdf_file, "import_module", lambda name: pytest.fail("typeset twice"))
    assert taken("/rules/rooms-act.pdf") == first


def test_the_comparison_is_a_pdf_too(amended):
    assert taken("/rules/room-rule/compare.pdf?from=1&to=2").startswith(b"%PDF-")
    assert Client().get("/rules/room-rule/compare.pdf?from=1&to=7").status_code == 404


def test_without_the_typesetting_library_another_form_is_offered(law, monkeypatch):
    def missing(name):
        raise OSError("libpango")

    monkeypatch.setattr(pdf_file, "import_module", missing)
    answer = Client().get("/rules/rooms-act.pdf")
    assert answer.status_code == 503
    assert "Wordファイル" in answer.content.decode()


def test_a_printed_page_loads_nothing_from_anywhere():
    with pytest.raises(ValueError, match="may not load"):
        pdf_file._fetch_nothing("file:///etc/passwd")


def test_the_page_links_every_form_of_the_day_shown(amended):
    page = Client().get("/rules/room-rule/?asof=2027-01-01").content.decode()
    for ending in ("pdf", "docx", "txt", "xml", "json"):
        assert f"/rules/room-rule.{ending}?asof=2027-01-01" in page
    assert "room-rule.xml" not in Client().get("/rules/room-rule/?asof=2020-01-01").content.decode()


def test_paragraph_style_speaks_japanese(law):
    document = Document(BytesIO(taken("/rules/rooms-act.docx")))
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "游明朝"
    assert document.core_properties.language == "ja-JP"

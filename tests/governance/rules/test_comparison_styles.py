"""How the town draws its comparison tables is data: the same on the screen, in Word and on paper."""

from datetime import date
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from django.test import Client
from docx import Document
from docx.enum.text import WD_UNDERLINE

from governance.rules.comparison_styles import STYLES, ComparisonStyle, style_of_the_town
from portal.foundation import parameters
from portal.foundation.acting import CLOCK
from tests.factories import governance, rules

URL = "/rules/room-rule/compare"


@pytest.fixture(autouse=True)
def amended(town, frozen):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()
    rules.an_amended_rule(date(2027, 1, 1))


def choose(style):
    parameters.set_value(
        "rules.comparison_style", style, valid_from=date(2026, 1, 1), basis="公文例規程", by=CLOCK
    )


def in_word():
    return Document(BytesIO(Client().get(f"{URL}.docx?from=1&to=2").content))


def marked_runs(document):
    (table,) = document.tables
    return [
        run
        for row in table.rows[1:]
        for cell in row.cells
        for run in cell.paragraphs[0].runs
        if run.bold or run.underline
    ]


def test_without_a_text_of_the_town_the_plainest_is_drawn():
    assert style_of_the_town() == STYLES[ComparisonStyle.BEFORE_LEFT]
    assert 'data-first="before" data-mark="underline"' in Client().get(f"{URL}/").content.decode()


@pytest.mark.parametrize(
    ("style", "left", "bold", "underline", "opening", "note"),
    [
        ("before_left", "6か月", None, True, None, None),
        ("after_left", "12か月", None, True, None, None),
        (
            "after_left_bold",
            "12か月",
            True,
            None,
            "会議室利用ルールの一部を次の表のとおり改正する。",
            "備考　太字の部分は、改正の部分である。",
        ),
        (
            "before_left_double",
            "6か月",
            None,
            WD_UNDERLINE.DOUBLE,
            "次の表の改正前の欄に掲げる規定を、改正後の欄に掲げる規定に改める。",
            "備考　二重下線の部分は、改正の部分である。",
        ),
    ],
)
def test_the_word_file_follows_the_style(style, left, bold, underline, opening, note):
    choose(style)
    document = in_word()
    runs = marked_runs(document)
    assert runs[0].text == left and len(runs) == 2
    assert {(run.bold, run.underline) for run in runs} == {(bold, underline)}
    words = [paragraph.text for paragraph in document.paragraphs]
    for sentence in (opening, note):
        assert sentence is None or sentence in words
    assert len(words) == 1 + bool(opening) + bool(note)


def test_the_screen_and_the_paper_follow_it_too():
    choose("before_left_double")
    html = Client().get(f"{URL}/").content.decode()
    assert 'data-first="before" data-mark="double"' in html
    assert "〔略〕" in html and "備考　二重下線の部分は、改正の部分である。" in html
    answer = Client().get(f"{URL}.pdf?from=1&to=2")
    assert answer.status_code == 200
    style = STYLES[ComparisonStyle.AFTER_LEFT_BOLD]
    rows = [([{"kind": "added", "text": "12か月"}], [{"kind": "removed", "text": "6か月"}])]
    printed = render_to_string(
        "governance/rules/print/comparison.html",
        {"title": "x", "opening": style.opening("甲"), "headings": ("a", "b"), "rows": rows, "style": style},
    )
    assert 'data-mark="bold"' in printed and "甲の一部を次の表のとおり改正する。" in printed


def test_left_and_right_change_places_with_their_headings():
    choose("after_left")
    cells = [cell.text for cell in in_word().tables[0].rows[0].cells]
    assert cells == ["改正後（令和9年1月1日施行）", "改正前（令和8年11月22日施行）"]
    html = Client().get(f"{URL}/").content.decode()
    assert html.index("<ins>") < html.index("<del>")

"""The national law XML: read what the standard allows, refuse the rest, write what the schema takes."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from governance.demo import guideline_text
from governance.rules.law_check import problems
from governance.rules.law_import import day_in_name, import_law
from governance.rules.law_projection import lines, project
from governance.rules.law_reading import UnreadableLaw, read
from governance.rules.law_writing import Node, Writer, node, serialised
from governance.rules.notation import body_of, parse_article
from governance.rules.provisions import ids_of
from tests.realdata import realdata

from . import random_laws
from .law_samples import LAW


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(str(realdata("law", "stdLaw.xsd"))))


@pytest.fixture(scope="module")
def law():
    return project(read(LAW.encode()))


def squeezed(root):
    return re.sub(r"\s+", "", root.text())


def document(writer):
    """A text as a file of its own, without anything the file had around it."""
    body = node("LawBody", node("LawTitle", "名"), writer.main_provision())
    attrs = {"Era": "Reiwa", "Year": "5", "Num": "3", "LawType": "Misc", "Lang": "ja"}
    return Node("Law", attrs, [node("LawNum", "番号"), body])


def is_valid(schema, root):
    return schema.validate(etree.fromstring(serialised(root)))


def edited(text, number, old, new):
    was = text.numbered(number)
    now = parse_article(body_of(was).replace(old, new), was, ids_of(text.articles))
    return text.with_articles(now if a.id == was.id else a for a in text.articles)


# --- reading ---------------------------------------------------------------------------------------


def test_articles_keep_their_branch_and_their_deleted_run(law):
    assert [article.number for article in law.text.articles] == ["1", "2", "2_2", "3:5"]
    assert [article.label for article in law.text.articles[2:]] == ["第二条の二", "第三条から第五条まで"]
    assert law.text.articles[3].is_deleted


def test_items_sub_items_and_tables_stand_where_the_file_has_them(law):
    assert law.text.numbered("2").plain() == (
        "第二条　次に掲げる。\n"
        "一　会議室　話し合う所をいう。\n"
        "　イ　市役所エリア\n"
        "　　（１）　甲\n"
        "一の二　世話人\n"
        "二　進行役\n"
        "２　料金は、次の表による。\n"
        "| 昼 | 百円 |"
    )
    assert law.text.label("art-2-p1-i1-s1-s1") == "第二条第一項第一号イ（１）"
    assert law.text.label("art-2-p1-i1_2") == "第二条第一項第一号の二"


def test_chapters_furigana_appendix_and_supplement_are_kept(law):
    assert [(h.title, h.before) for h in law.text.headings] == [
        ("第一章　総則", "art-1"),
        ("第二章　雑則", "art-2_2"),
    ]
    assert "｜藤沢《ふじさわ》" in law.text.numbered("1").paragraphs[0].text
    assert law.text.appendices[0].plain() == "別表（第二条関係）\n| 区分 | 額 |"
    assert law.supplement.paragraphs == (("", "この規程は、公布の日から施行する。"),)


def test_a_text_without_articles_is_read_as_paragraphs():
    start, end = LAW.index('<Chapter Num="1">'), LAW.index("</MainProvision>")
    loose = "".join(
        f'<Paragraph Num="{n}"><ParagraphNum>{n}</ParagraphNum><ParagraphSentence><Sentence>文{n}。</Sentence>'
        "</ParagraphSentence></Paragraph>"
        for n in (1, 2)
    )
    found = project(read((LAW[:start] + loose + LAW[end:]).encode()))
    assert found.text.plain().startswith("１　文1。\n２　文2。")
    assert squeezed(document(Writer(found.text))) == "番号名1文1。2文2。".translate(
        str.maketrans("", "")
    ).replace("1文", "１文").replace("2文", "２文")


@pytest.mark.parametrize(
    ("spoil", "line", "word"),
    [
        (("<LawNum>", "<!-- -->\n<Lawnum>"), 0, "mismatched"),
        (('Era="Reiwa"', 'Era="Edo"'), 2, "Edo"),
        (('LawType="Misc"', ""), 2, "LawType"),
        (('<Article Num="2">', "<Article>"), 10, "Num"),
        (("<ItemTitle>二</ItemTitle>", "<Title>二</Title>"), 16, "Title"),
        (("<LawTitle>会議室規程</LawTitle>", ""), 4, "LawBody"),
        (("<SupplProvision>", "<SupplProvision>文"), 25, "SupplProvision"),
    ],
)
def test_a_file_that_departs_from_the_standard_is_refused_with_its_line(spoil, line, word):
    with pytest.raises(UnreadableLaw) as refused:
        read(LAW.replace(*spoil).encode())
    if line:
        assert refused.value.problems[0].line == line
    assert word in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE Law SYSTEM "http://example.com/x.dtd"><Law/>',
        b'<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;&x;">]><Law>&y;</Law>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Law>&x;</Law>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "x">]><Law/>'.encode("utf-16"),
    ],
)
def test_document_types_and_entities_are_never_read(content):
    with pytest.raises(UnreadableLaw) as refused:
        read(content)
    assert refused.value.problems[0].kind == "doctype"


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"<Law>" * 500, b"\xff\xfe<", b'<?xml version="1.0" encoding="x-no"?><a/>']
)
def test_what_is_no_xml_is_refused_and_not_guessed(content):
    with pytest.raises(UnreadableLaw):
        read(content)


def test_the_envelope_of_a_law_service_is_opened():
    inner = LAW.split("?>", 1)[1]
    assert (
        read(f"<DataRoot><Result><Code>0</Code></Result><ApplData>{inner}</ApplData></DataRoot>".encode()).tag
        == "Law"
    )


def test_the_first_day_stands_in_the_name_of_the_file():
    assert day_in_name("405AC0000000088_20240401_504AC0100000052.xml").isoformat() == "2024-04-01"
    assert day_in_name("law.xml") is None


# --- writing ---------------------------------------------------------------------------------------


def test_the_act_goes_in_and_out_valid_with_the_same_text(schema):
    content = realdata("law", "405AC0000000088_20240401_504AC0100000052.xml").read_bytes()
    imported = import_law(content)
    assert imported.title == "行政手続法"
    assert imported.promulgated_on.isoformat() == "1993-11-12"
    version = imported.version(day_in_name("_20240401_.xml"))
    again = read(version.source.encode())
    assert is_valid(schema, again)
    assert again == read(content)
    # and also when nothing but the structured text is written
    bare = document(Writer(imported.law.text))
    assert is_valid(schema, bare)
    assert project(bare).text == imported.law.text


def test_every_line_a_reader_sees_of_the_act_is_a_line_of_the_file():
    root = read(realdata("law", "405AC0000000088_20240401_504AC0100000052.xml").read_bytes())
    text = project(root).text
    shown = "".join(words for article in text.articles for _, _, words in article.lines())
    main = root.first("LawBody").first("MainProvision")
    labels = re.compile(r"Title|Caption|Num")
    written = "".join(_words(main, labels))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", written)


def _words(node, without):
    for child in node.elements():
        if not without.search(child.tag):
            yield from _words(child, without) if child.tag != "Sentence" else [child.text()]


def test_what_changed_is_written_anew_and_the_rest_goes_out_as_it_came(law, schema):
    new = edited(law.text, "2_2", "乙", "丙")
    main = Writer(new, law).main_provision()
    assert "甲は、丙とする。" in main.text()
    before = squeezed(law.root.first("LawBody").first("MainProvision"))
    assert squeezed(main) == before.replace("甲は、乙", "甲は、丙")
    assert 'rowspan="2"' in serialised(main).decode()  # the table of an article nobody touched
    assert is_valid(schema, document(Writer(new, law)))


def test_an_edit_beside_a_table_keeps_the_table(law, schema):
    new = edited(law.text, "2", "進行役", "進行役たち")
    written = serialised(Writer(new, law).main_provision()).decode()
    assert 'rowspan="2"' in written and "<Rt>ふじさわ</Rt>" in written and "進行役たち" in written
    assert is_valid(schema, document(Writer(new, law)))


def test_a_chapter_whose_articles_are_gone_goes_too(law, schema):
    new = law.text.with_articles(a for a in law.text.articles if a.number not in ("2_2", "3:5"))
    main = Writer(new, law).main_provision()
    assert "第二章" not in main.text() and "第一章" in main.text()
    assert is_valid(schema, document(Writer(new, law)))


def test_the_guideline_written_and_read_again_is_the_same_text(schema):
    text = guideline_text()
    root = document(Writer(text))
    assert is_valid(schema, root)
    assert project(read(serialised(root))).text == text


def test_an_item_that_defines_a_term_becomes_two_columns_again(law):
    item = law.text.numbered("2").paragraphs[0].items[0]
    moved = replace(item, id="new")
    article = law.text.numbered("2")
    paragraph = replace(article.paragraphs[0], items=(moved, *article.paragraphs[0].items[1:]))
    written = Writer(law.text, law).article(replace(article, paragraphs=(paragraph, article.paragraphs[1])))
    first = written.elements("Paragraph")[0].elements("Item")[0].first("ItemSentence")
    assert [lines(column) for column in first.elements("Column")] == [["会議室"], ["話し合う所をいう。"]]


# --- the table of the standard against the schema itself --------------------------------------------------


def test_random_laws_are_valid_for_both_and_come_out_again_valid(schema):
    for seed in range(150):
        root = random_laws.law(seed)
        assert not list(problems(root)), seed
        assert is_valid(schema, root), (seed, schema.error_log)
        again = read(serialised(root))
        assert squeezed(again) == squeezed(root)
        found = project(again)
        assert is_valid(schema, document(Writer(found.text, found)))
        assert is_valid(schema, document(Writer(found.text))), (seed, schema.error_log)


def test_an_editor_box_that_nobody_touched_changes_nothing_of_random_laws():
    for seed in range(150):
        text = project(random_laws.law(seed)).text
        for article in text.articles:
            if not article.is_deleted:
                assert parse_article(body_of(article), article, ids_of(text.articles)) == article, seed


def test_table_and_schema_refuse_the_same_spoilt_laws(schema):
    verdicts = [
        (seed, not list(problems(root)), is_valid(schema, root))
        for seed in range(400)
        for root in [random_laws.spoilt(seed)]
    ]
    assert [seed for seed, ours, theirs in verdicts if ours != theirs] == []
    assert {theirs for _, _, theirs in verdicts} == {True, False}

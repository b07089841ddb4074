"""A law file entered in the register, read on its page, amended, and taken out again."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from lxml import etree

from governance.rules import actions, transcriptions
from governance.rules.law_import import import_law
from governance.rules.law_projection import project
from governance.rules.law_reading import read
from governance.rules.lifecycle import InstrumentType
from governance.rules.models import Rule
from governance.rules.notation import body_of, parse_article
from governance.rules.provisions import ids_of
from governance.sittings import acting_secretariat
from residents.seeds import Town
from tests.factories import governance, rules
from tests.realdata import realdata

from .law_samples import LAW


@pytest.fixture(autouse=True)
def committee_in_office(town: Town, frozen):
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


def xml_of(slug: str, day: str = "") -> bytes:
    answer = Client().get(f"/rules/{slug}.xml", {"asof": day} if day else {})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml"
    return answer.content


def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(realdata("law", "stdLaw.xsd"))))


def test_the_page_shows_chapters_furigana_sub_items_tables_and_the_appendix(law):
    page = Client().get("/rules/rooms-act/").content.decode()
    for seen in (
        "第一章　総則",
        "<ruby>藤沢<rt>ふじさわ</rt></ruby>",
        'id="art-2-p1-i1-s1"',
        "<td>百円</td>",
        "別表（第二条関係）",
        "第三条から第五条まで",
    ):
        assert seen in page, seen


def test_the_file_comes_out_as_it_went_in(law):
    assert read(xml_of("rooms-act")) == read(LAW.encode())


def test_a_day_without_text_has_no_file(law):
    assert Client().get("/rules/rooms-act.xml?asof=2023-03-31").status_code == 404
    assert Client().get("/rules/rooms-act.xml?asof=yesterday").status_code == 404


def test_an_amended_law_goes_out_with_the_new_words_and_the_new_supplement(law):
    text = law.latest.main_provision
    was = text.numbered("2_2")
    now = parse_article(body_of(was).replace("乙", "丙"), was, ids_of(text.articles))
    actions.amend(
        law,
        by=governance.acting_mayor(),
        text=text.with_articles(now if a.id == was.id else a for a in text.articles),
        effective_from=date(2027, 4, 1),
        reference="令和8年告示第9号",
    )
    before, after = xml_of("rooms-act", "2027-03-31"), xml_of("rooms-act", "2027-04-01")
    assert read(before) == read(LAW.encode())
    root = read(after)
    assert "甲は、丙とする。" in root.text()
    supplements = root.first("LawBody").elements("SupplProvision")
    assert [entry.attrs.get("AmendLawNum") for entry in supplements] == [
        None,
        "令和8年11月22日令和8年告示第9号",
    ]
    assert supplements[1].text() == "附　則この要領は、令和9年4月1日から施行する。"
    assert project(root).text == rules.reloaded(law).latest.main_provision
    assert schema().validate(etree.fromstring(after))


def test_our_own_rules_are_valid_files_too():
    rules.the_guideline()
    rules.an_enacted_rule()
    for slug, day in (("guideline", "2004-01-26"), ("room-rule", "2026-11-22")):
        content = xml_of(slug, day)
        assert schema().validate(etree.fromstring(content)), slug
        version = Rule.objects.get(slug=slug).on(date.fromisoformat(day)).version
        assert project(read(content)).text == version.main_provision
    assert Client().get("/rules/guideline.xml?asof=2001-04-01").status_code == 404


def test_the_act_is_entered_by_command_and_its_next_version_follows(tmp_path, people):
    file = realdata("law", "405AC0000000088_20240401_504AC0100000052.xml")
    secretary = people["secretary"].email
    call_command("import_rule", str(file), slug="procedure-act", by=secretary)
    rule = Rule.objects.get(slug="procedure-act")
    assert (rule.title, rule.latest.effective_from) == ("行政手続法", date(2024, 4, 1))
    assert schema().validate(etree.fromstring(xml_of("procedure-act", "2024-04-01")))
    assert read(xml_of("procedure-act", "2026-01-01")) == read(file.read_bytes())
    changed = tmp_path / "next.xml"
    changed.write_bytes(file.read_bytes().replace("公正の確保".encode(), "公正の実現".encode()))
    call_command(
        "import_rule", str(changed), slug="procedure-act", by=secretary, effective_from=date(2025, 4, 1)
    )
    assert "公正の確保" in read(xml_of("procedure-act", "2025-03-31")).text()
    assert "公正の実現" in read(xml_of("procedure-act", "2025-04-01")).text()
    compared = Client().get("/rules/procedure-act/compare/?from=1&to=2").content.decode()
    assert compared.count("<ins>") == file.read_text(encoding="utf-8").count("公正の確保")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<Law", "1行目"),
        (LAW.replace('Era="Reiwa"', 'Era="Edo"').encode(), "2行目"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><Law/>', "1行目"),
    ],
)
def test_the_command_says_in_japanese_which_line_is_wrong(tmp_path, people, content, said):
    file = tmp_path / "law.xml"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=said):
        call_command("import_rule", str(file), slug="x", by=people["secretary"].email)
    assert not Rule.objects.filter(slug="x").exists()


def test_only_the_secretariat_may_enter_a_law(tmp_path, people):
    file = tmp_path / "law_20230401_.xml"
    file.write_text(LAW, encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("import_rule", str(file), slug="x", by=people["resident_1"].email)
    with pytest.raises(CommandError):
        call_command("import_rule", str(tmp_path / "none.xml"), slug="x", by=people["secretary"].email)
    with pytest.raises(CommandError):
        call_command("import_rule", str(file), slug="x", by="nobody@example.jp")
    assert not Rule.objects.filter(slug="x").exists()

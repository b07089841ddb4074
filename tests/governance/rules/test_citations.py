"""What a text cites: found in its words, carried on with its provision, flagged when it is gone."""

from datetime import date

import pytest
from django.test import Client

from governance.models import Citation, CitedInstrument
from governance.rules import actions, transcriptions
from governance.rules.cited_titles import named_in
from governance.rules.notation import parse
from governance.sittings import acting_chair, acting_secretariat
from portal.foundation import clock
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from tests.factories import governance, rules

ORDINANCE = "藤沢市個人情報の保護に関する条例"


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def cited(rule):
    return [(c.provision, c.instrument.title) for c in rule.latest.citations.order_by("provision")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("個人情報は、実施要領第2条による。", [("藤沢市市民電子会議室実施要領", "")]),
        ("藤沢市市民電子会議室実施要領の定めによる。", [("藤沢市市民電子会議室実施要領", "")]),
        (
            "個人情報については、藤沢市個人情報の保護に関する条例(平成15年9月19日条例第7号)による。",
            [(ORDINANCE, "平成15年9月19日条例第7号")],
        ),
        ("第2条の規定による。", []),
        ("このルール第2条による。", []),
        ("未知の規則第3条による。", []),
    ],
)
def test_titles_are_found_in_the_words(words, found):
    text = parse(f"第1条 {words}")
    named = named_in(text, ["藤沢市市民電子会議室実施要領", "会議室利用ルール"], "会議室利用ルール")
    assert [(entry.title, entry.number) for entry in named] == found
    assert all((entry.provision, entry.label) == ("art-1-p1", "第1条") for entry in named)


def test_enacting_enters_what_the_text_names():
    guideline = rules.the_guideline()
    rule = rules.an_enacted_rule(text=parse("第1条 会議室は、実施要領第5条により開設する。"))
    assert cited(rule) == [("art-1-p1", guideline.title)]
    assert Citation.objects.get().instrument.rule == guideline


def test_an_amendment_carries_the_citations_of_what_stays():
    rule = rules.an_enacted_rule()
    ordinance = CitedInstrument(title=ORDINANCE, number="条例第7号", abolished_on=date(2023, 4, 1))
    for provision, label in (("art-1-p1", "第1条"), ("art-2-p1-i2", "第2条第2号")):
        transcriptions.cite(
            rule.latest, by=acting_secretariat(), provision=provision, label=label, instrument=ordinance
        )
    without = rules.TEXT.replace("(2) 営利を目的とするもの\n", "")
    actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        text=parse(without),
        resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
        effective_from=clock.today().replace(day=30),
    )
    assert cited(rules.reloaded(rule)) == [("art-1-p1", ORDINANCE)]
    page = Client().get("/rules/room-rule/?asof=2026-11-30")
    assert [str(b["title"]) for b in page.context["banners"]][0] == "廃止された例規・法令を引用しています"


def test_a_version_entered_from_paper_carries_them_too():
    from governance.models import RuleVersion

    rule = rules.the_guideline()
    transcriptions.cite(
        rule.latest,
        by=acting_secretariat(),
        provision="art-2-p1",
        label="第2条",
        instrument=CitedInstrument(title=ORDINANCE),
    )
    version = RuleVersion(
        kind="partial_amendment",
        effective_from=date(2006, 4, 1),
        text=rule.latest.text,
        reference="決裁第12号",
    )
    transcriptions.transcribe_version(rule, by=acting_secretariat(), version=version)
    assert cited(rules.reloaded(rule)) == [("art-2-p1", ORDINANCE)]


def test_the_secretariat_enters_takes_out_and_marks_on_the_screen(client_as):
    rule = rules.an_enacted_rule()
    secretary = client_as("secretary")
    url = "/rules/room-rule/citations/"
    assert url in secretary.get("/rules/room-rule/").content.decode()
    nothing = secretary.post(url, {"provision": "art-1-p1"})
    assert nothing.status_code == 200 and nothing.context["form"].non_field_errors()
    typed = {"provision": "art-1-p1", "title": ORDINANCE, "number": "条例第7号"}
    assert secretary.post(url, typed).status_code == 302
    citation = Citation.objects.get()
    assert (citation.label, citation.instrument.title) == ("第1条", ORDINANCE)
    ended = {"instrument": citation.instrument_id, "abolished_on": "2023-04-01", "remark": "法律に統合"}
    half = secretary.post(f"{url}ended/", {**ended, "abolished_on": ""})
    assert set(half.context["form"].errors) == {"abolished_on"} and "法律に統合" in half.content.decode()
    secretary.post(f"{url}ended/", ended)
    assert secretary.get(url).context["citations"][0]["is_abolished"]
    assert AuditEntry.objects.get(verb="governance.rule.cited_instrument_ended").reason == "法律に統合"
    secretary.post(f"{url}{citation.pk}/remove/")
    assert cited(rules.reloaded(rule)) == []
    assert AuditEntry.objects.filter(verb="governance.rule.citation_removed").count() == 1


def test_nobody_else_keeps_the_register(client_as):
    rule = rules.an_enacted_rule()
    chair = client_as("chair")
    assert chair.get("/rules/room-rule/citations/").context["may"].reason
    typed = {"provision": "art-1-p1", "title": ORDINANCE}
    assert chair.post("/rules/room-rule/citations/", typed).status_code == 403
    assert chair.get("/rules/room-rule/citations/ended/").status_code == 403
    assert chair.post("/rules/room-rule/citations/ended/", {}).status_code == 403
    assert cited(rules.reloaded(rule)) == []
    assert Client().get("/rules/room-rule/citations/").status_code == 302


def test_the_register_of_a_replaced_text_is_closed():
    rule = rules.an_enacted_rule()
    first = rule.latest
    rules.an_amended_rule(date(2026, 12, 1), rule)
    with pytest.raises(Denied):
        transcriptions.cite(
            first,
            by=acting_secretariat(),
            provision="art-1-p1",
            label="第1条",
            instrument=CitedInstrument(title=ORDINANCE),
        )


def test_before_an_abolition_only_those_who_still_cite_are_listed(client_as):
    cited_rule = rules.an_enacted_rule(slug="cited", title="古いルール")
    words = "第1条 古いルールによる。\n第2条 甲。"
    citing = rules.an_enacted_rule(slug="citing", title="新しいルール", text=parse(words))
    rules.a_resolution("古いルールを廃止する")
    chair = client_as("chair")
    listed = chair.get("/rules/cited/abolish/").context["citing"]
    assert [(c.version.rule, c.label) for c in listed] == [(citing, "第1条")]
    actions.amend(
        citing,
        by=acting_chair(rules.committee()),
        text=parse("第1条 自ら定める。\n第2条 甲。"),
        resolution=rules.a_resolution("新しいルールを改める"),
        effective_from=date(2026, 12, 1),
    )
    citation = rules.reloaded(citing).latest.citations.get()
    transcriptions.uncite(citation, by=acting_secretariat())
    assert chair.get("/rules/cited/abolish/").context["citing"] == []
    actions.abolish(
        cited_rule,
        by=acting_chair(rules.committee()),
        resolution=rules.Rule.objects.get(slug="cited").enacted_by.resolutions.get(
            title="古いルールを廃止する"
        ),
        reason="新しいルールにまとめるためです。",
        ends_on=date(2026, 11, 25),
    )
    with clock.at(date(2026, 11, 25)):
        actions.end(cited_rule, by=CLOCK)
    page = Client().get("/rules/citing/?asof=2026-11-25")
    assert "第1条（古いルール）" in str(page.context["banners"])

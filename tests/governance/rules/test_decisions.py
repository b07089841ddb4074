"""What a decision can say besides its day: 附則, retroactive application, what rests on what, what is planned."""

from datetime import date

import pytest
from django.test import Client

from governance.models import PlannedAmendment
from governance.rules import actions, transcriptions
from governance.rules.notation import parse
from governance.sittings import acting_chair, acting_secretariat
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories import governance, rules
from tests.factories.communities import Forums


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def test_the_supplementary_provisions_stand_in_their_order_and_with_their_version(client_as):
    rules.a_draft()
    resolution = rules.a_resolution()
    decision = {
        "resolution": resolution.pk,
        "effective_from": "2027-01-01",
        "applies_from": "2026-12-01",
        "transitional": "施行の前に開設した会議室については、なお従前の例による。\n前項の期間は、1年とする。",
        "consequential": "オフ会の開き方に関する申合せの一部を次のように改正する。",
    }
    chair = client_as("chair")
    late = chair.post("/rules/room-rule/enact/", {**decision, "applies_from": "2027-02-01"})
    assert late.context["form"].errors["applies_from"]
    assert chair.post("/rules/room-rule/enact/", decision).status_code == 302
    version = rules.Rule.objects.get().latest
    assert version.applies_from == date(2026, 12, 1)
    assert version.supplementary_provision.paragraphs == (
        ("1", "このルールは、令和9年1月1日から施行し、令和8年12月1日から適用する。"),
        ("2", "施行の前に開設した会議室については、なお従前の例による。"),
        ("3", "前項の期間は、1年とする。"),
        ("4", "オフ会の開き方に関する申合せの一部を次のように改正する。"),
    )
    page = Client().get("/rules/room-rule/?asof=2027-01-01")
    assert ("適用日", "令和8年12月1日") in [
        (str(f["label"]), f["value"]) for f in page.context["facts"]
    ] and "なお従前の例による" in page.content.decode()


def test_no_text_applies_later_than_it_is_in_force():
    rule = rules.an_enacted_rule()
    with pytest.raises(Denied):
        rules.an_amended_rule(date(2027, 1, 1), rule, applies_from=date(2027, 1, 2))
    assert rule.versions.count() == 1


def test_another_rule_can_be_named_as_what_abolishes(client_as):
    rules.an_enacted_rule()
    new = rules.an_enacted_rule(slug="new", title="新しいルール")
    resolution = rules.a_resolution(f"{rules.TITLE}を廃止する")
    decision = {
        "resolution": resolution.pk,
        "reason": "新しいルールにまとめるためです。",
        "ends_on": "2027-01-01",
        "abolished_by": new.pk,
        "transitional": "廃止の前にされた申出については、なお従前の例による。",
    }
    assert client_as("chair").post("/rules/room-rule/abolish/", decision).status_code == 302
    rule = rules.reloaded(rules.Rule.objects.get(slug="room-rule"))
    assert (rule.abolished_by, rule.ends_on) == (new, date(2027, 1, 1))
    assert len(rule.latest.supplementary_provision.paragraphs) == 2
    facts = Client().get("/rules/room-rule/").context["facts"]
    assert new in [fact["value"] for fact in facts]


def test_the_mayor_makes_a_rule_under_the_guideline_on_the_screen(client_as):
    guideline = rules.the_guideline()
    secretary, mayor = client_as("secretary"), client_as("mayor")
    assert "/rules/guideline/propose/" in secretary.get("/rules/guideline/").content.decode()
    typed = {
        "delegating_provision": "art-16",
        "title": "会議室の運用の細目",
        "slug": "details",
        "text": "第1条 会議室の画面は、市長が定める。",
        "reason": "細かなことを定める必要があるためです。",
    }
    wrong = secretary.post("/rules/guideline/propose/", {**typed, "delegating_provision": "art-99"})
    assert wrong.context["form"].errors["delegating_provision"]
    assert secretary.post("/rules/guideline/propose/", typed)["Location"] == "/rules/details/"
    decision = {"effective_from": "2026-11-22", "reference": "市長決裁第8号", "proposal.answer_days": "45"}
    assert secretary.post("/rules/details/enact/", decision).status_code == 403
    assert mayor.post("/rules/details/enact/", decision).status_code == 302
    rule = rules.Rule.objects.get(slug="details")
    assert (rule.status, rule.instrument_type, rule.delegated_from) == ("in_force", "delegated", guideline)
    assert rule.latest.supplementary_provision.plain().endswith("この定めは、令和8年11月22日から施行する。")
    listed = Client().get("/rules/guideline/").context["subordinate"]
    assert [(row["title"], row["meta"], row["text"]) for row in listed] == [
        ("会議室の運用の細目", "第16条", "")
    ]
    assert client_as("resident_1").get("/rules/guideline/propose/").context["may"].reason


def test_a_rule_whose_article_goes_is_flagged_before_and_after(acting, client_as):
    guideline = rules.the_guideline()
    rule = rules.a_rule_under_the_guideline(acting("mayor"), guideline)
    actions.enact(rule, by=acting("mayor"), effective_from=clock.today(), reference="決裁第1号")
    mayor = client_as("mayor")
    form = mayor.get("/rules/guideline/amend/").context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    data |= {"fate_art-16": "close_up", "reason": "委任をやめるためです。", "propose": "1"}
    proposal = mayor.post("/rules/guideline/amend/", data)["Location"]
    assert mayor.get(proposal).context["orphaned"] == [rule]
    mayor.post(f"{proposal}adopt/", {"effective_from": "2026-12-01", "reference": "決裁第2号"})
    now = [str(b["title"]) for b in Client().get("/rules/details/").context["banners"]]
    then = [str(b["title"]) for b in Client().get("/rules/details/?asof=2026-12-01").context["banners"]]
    assert now == [] and "この定めの根拠の条がなくなっています" in then
    parent = Client().get("/rules/guideline/?asof=2026-12-01").context["subordinate"]
    assert [str(row["text"]) for row in parent] == ["根拠の条がなくなっています。"]
    unknown = Client().get("/rules/guideline/?asof=2003-05-01").context["subordinate"]
    assert [str(row["text"]) for row in unknown] == [""]


def test_an_amendment_planned_for_a_month_goes_when_it_comes(client_as):
    rule = rules.an_enacted_rule()
    secretary = client_as("secretary")
    url = "/rules/room-rule/announce/"
    for month in ("2026-10", "来月"):
        assert secretary.post(url, {"expected_month": month}).context["form"].errors
    assert secretary.post(url, {"expected_month": "2027-01", "remark": "休眠の期間"}).status_code == 302
    again = secretary.post(url, {"expected_month": "2027-01"})
    assert again.context["form"].errors["expected_month"]
    assert "休眠の期間" in Client().get("/rules/room-rule/").content.decode()
    rule = rules.an_amended_rule(date(2027, 1, 10), rule)
    assert PlannedAmendment.objects.get().came_with == rule.latest
    assert "休眠の期間" not in Client().get("/rules/room-rule/").content.decode()
    assert client_as("resident_1").get(url).context["may"].reason


def test_followers_and_those_who_lead_rooms_hear_early_what_is_planned(client_as, acting, people):
    rule = rules.an_enacted_rule()
    guideline = rules.the_guideline()
    Forums(acting).citizen_room(by="resident_1")
    follower, url = client_as("resident_2"), "/rules/room-rule/follow/"
    assert "/accounts/login/" in Client().post(url)["Location"]
    assert "follow/" not in Client().get("/rules/room-rule/").content.decode()
    for _press in range(2):
        assert follower.post(url)["Location"] == "/rules/room-rule/"
    assert 'name="stop"' in follower.get("/rules/room-rule/").content.decode()
    left = client_as("resident_3")
    left.post(url)
    left.post(url, {"stop": "1"})
    assert list(rule.followers.values_list("person", flat=True)) == [people["resident_2"].pk]

    def told(plan_of, month):
        transcriptions.announce_amendment(plan_of, by=acting_secretariat(), expected_month=month)
        news = OutboxMessage.objects.filter(url=plan_of.get_absolute_url(), kind__endswith="announced")
        ids = set(news.values_list("recipient_id", flat=True))
        return {key for key, person in people.items() if str(person.pk) in ids}

    heard = told(rule, date(2027, 4, 1))
    assert heard >= {"resident_1", "resident_2", "chair"}
    assert not heard & {"resident_3", "resident_4", "secretary"}
    assert "resident_1" not in told(guideline, date(2027, 4, 1))


def test_the_earliest_of_two_plans_goes_first():
    rule = rules.an_enacted_rule()
    for month in (date(2027, 4, 1), date(2027, 1, 1)):
        transcriptions.announce_amendment(rule, by=acting_secretariat(), expected_month=month)
    rule = rules.an_amended_rule(date(2027, 1, 10), rule)
    came = [plan.expected_month for plan in PlannedAmendment.objects.filter(came_with=rule.latest)]
    assert came == [date(2027, 1, 1)]


def test_the_mayor_needs_no_resolution_but_the_committee_does(acting):
    draft = rules.a_rule_under_the_guideline(acting("mayor"))
    version = actions.enact(draft, by=acting("mayor"), effective_from=clock.today(), reference="決裁第3号")
    assert version.reference == "決裁第3号"
    room_rule = rules.a_draft(slug="x", title="別の案", text=parse("第1条 甲。"))
    with pytest.raises(Denied):
        actions.enact(room_rule, by=acting_chair(rules.committee()), effective_from=clock.today())

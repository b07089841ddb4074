"""How a rule ends besides abolition: lapse, repeal before its day, a draft not adopted or withdrawn."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from governance.amendments import actions as amendments
from governance.models import RuleVersion
from governance.rules import actions
from governance.rules.notation import parse
from governance.rules.tasks import follow_the_calendar
from governance.sittings import acting_chair, acting_secretariat
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from tests.factories import governance, rules

TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)
INACTIVITY = "room.inactivity_days"


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def decided(title):
    return {"by": acting_chair(rules.committee()), "resolution": rules.a_resolution(title)}


def news(kind):
    return OutboxMessage.objects.filter(kind=f"governance.{kind}")


def ledger(verb):
    return AuditEntry.objects.filter(verb=f"governance.rule.{verb}")


def everybody():
    return User.objects.filter(is_active=True).count()


def test_a_rule_lapses_on_the_day_it_named_itself():
    rule = rules.an_enacted_rule(lapses_on=date(2027, 4, 1), numbers={INACTIVITY: 180})
    printed = rule.latest.supplementary_provision.plain()
    assert "このルールは、令和9年3月31日限り、その効力を失う。" in printed
    assert rule.on(date(2027, 3, 31)).state == "with_text"
    assert rule.on(date(2027, 4, 1)).state == "lapsed"
    assert rule.on(date(2026, 11, 30)).until == date(2027, 4, 1)
    with clock.at(date(2027, 3, 31)):
        follow_the_calendar()
    assert rules.reloaded(rule).status == "in_force"
    with clock.at(date(2027, 4, 1)):
        follow_the_calendar()
        follow_the_calendar()
        with pytest.raises(parameters.NotSet):
            parameters.value(INACTIVITY)
    rule = rules.reloaded(rule)
    assert (rule.status, rule.latest.kind, rule.versions.count()) == ("lapsed", "lapse", 2)
    assert [rule.on(day).state for day in (date(2027, 3, 31), date(2027, 4, 1))] == ["with_text", "lapsed"]
    assert news("rule_lapsed").count() == everybody()
    assert ledger("lapsed").get().is_public


def test_an_amendment_may_put_the_lapse_off_but_not_come_after_it():
    rule = rules.an_enacted_rule(lapses_on=date(2027, 4, 1))
    with pytest.raises(Denied):
        rules.an_amended_rule(date(2027, 4, 1), rule)
    rule = rules.an_amended_rule(date(2027, 2, 1), rule, lapses_on=date(2028, 4, 1))
    assert rule.on(date(2027, 4, 1)).state == "with_text"
    assert rule.on(date(2028, 4, 1)).state == "lapsed"


def test_a_rule_repealed_before_its_day_never_binds():
    rule = rules.an_enacted_rule(effective_from=TOMORROW, numbers={INACTIVITY: 180})
    actions.repeal(rule, reason="準備が間に合わないためです。", **decided(f"{rules.TITLE}の制定を取りやめる"))
    with clock.at(TOMORROW):
        follow_the_calendar()
        with pytest.raises(parameters.NotSet):
            parameters.value(INACTIVITY)
    rule = rules.reloaded(rule)
    assert rule.status == "repealed"
    assert {rule.on(TODAY + timedelta(days=n)).state for n in range(5)} == {"not_yet"}
    assert not RuleVersion.objects.as_of(TOMORROW).filter(rule=rule).exists()
    assert rule not in rules.Rule.objects.in_force(TOMORROW)
    assert news("rule_repealed").count() == everybody() - 1 and not news("rule_took_effect").exists()
    assert ledger("repealed").get().reference == "第5期第2号"


def test_an_amendment_repealed_before_its_day_leaves_the_old_text_in_force():
    rule = rules.an_amended_rule(TODAY + timedelta(days=9), numbers={INACTIVITY: 365})
    actions.repeal_version(
        rule, reason="もう少し話し合うためです。", **decided(f"{rules.TITLE}の改正を取りやめる")
    )
    rule = rules.reloaded(rule)
    after = TODAY + timedelta(days=30)
    assert (rule.status, rule.latest.number) == ("in_force", 1)
    assert rule.on(after).version.main_provision == rules.room_rule_text()
    assert [version.number for version in RuleVersion.objects.as_of(after).filter(rule=rule)] == [1]
    with pytest.raises(parameters.NotSet):
        parameters.value(INACTIVITY, on=after)
    with pytest.raises(Denied):
        rules.an_amended_rule(TODAY + timedelta(days=9), rule)
    rule = rules.an_amended_rule(TODAY + timedelta(days=10), rule)
    assert (rule.latest.number, rule.on(after).version.number) == (4, 4)
    assert rule.latest.changes == [{"op": "replace_words", "at": "art-3-p1", "old": "6か月", "new": "12か月"}]
    assert ledger("version_repealed").exists()


def test_what_is_in_force_cannot_be_repealed_before_its_day():
    rule = rules.an_enacted_rule()
    with pytest.raises(Denied):
        actions.repeal_version(rule, reason="やり直します。", **decided(f"{rules.TITLE}を取りやめる"))
    assert rules.reloaded(rule).versions.count() == 1


def test_a_draft_not_adopted_stays_readable_with_the_reason(people):
    rule = actions.propose(
        by=Acting(people["resident_1"]),
        instrument_type="room_rule",
        slug="room-rule",
        title=rules.TITLE,
        text=rules.room_rule_text(),
        reason="安心して話し合うために必要です。",
    )
    actions.reject(rule, reason="今のルールで足りるためです。", **decided(f"{rules.TITLE}を定めない"))
    rule = rules.reloaded(rule)
    assert (rule.status, rule.steps.last().reason) == ("rejected", "今のルールで足りるためです。")
    assert [m.recipient_id for m in news("rule_rejected")] == [str(people["resident_1"].pk)]
    assert ledger("rejected").get().reference == "第5期第1号"
    page = Client().get("/rules/room-rule/").content.decode()
    assert "施行されませんでした" in page and "人を傷つけるもの" in page
    assert Client().get("/rules/").context["never"][0]["title"] == rules.TITLE


def test_only_the_proposer_withdraws_a_draft(people):
    rule = rules.a_draft()
    for other in (Acting(people["resident_1"]), acting_chair(rules.committee())):
        with pytest.raises(Denied):
            actions.withdraw(rule, by=other)
    actions.withdraw(rule, by=acting_secretariat(), reason="書き直します。")
    assert rules.reloaded(rule).status == "withdrawn"
    assert ledger("withdrawn").count() == 1 and news("rule_withdrawn").exists()
    with pytest.raises(Denied):
        actions.enact(rule, effective_from=TODAY, **decided(f"{rules.TITLE}を定める"))


def test_the_committee_answers_an_amendment_it_does_not_adopt(people):
    proposer = Acting(people["resident_1"])
    rule = rules.an_enacted_rule()
    changed = parse(rules.TEXT.replace("6か月", "3か月"))
    amendment = amendments.propose(rule, by=proposer, text=changed, reason="短くしたいためです。")
    with pytest.raises(Denied):
        amendments.reject(amendment, by=proposer, reason="やめます。")
    amendments.reject(amendment, reason="短すぎるためです。", **decided(f"{rules.TITLE}を改めない"))
    amendment.refresh_from_db()
    assert (amendment.status, amendment.steps.last().verb) == ("rejected", "reject")
    assert [m.recipient_id for m in news("amendment_rejected")] == [str(people["resident_1"].pk)]


def test_the_endings_are_reached_on_the_screen(client_as):
    rules.an_enacted_rule(effective_from=TOMORROW)
    resolution = rules.a_resolution(f"{rules.TITLE}の制定を取りやめる")
    chair = client_as("chair")
    assert "/rules/room-rule/repeal/" in chair.get("/rules/room-rule/").content.decode()
    short = chair.post("/rules/room-rule/repeal/", {"resolution": resolution.pk, "reason": "短い"})
    assert short.context["form"].errors["reason"]
    said = {"resolution": resolution.pk, "reason": "準備が間に合わないためです。"}
    assert chair.post("/rules/room-rule/repeal/", said).status_code == 302
    assert rules.Rule.objects.get().status == "repealed"
    versions = chair.get("/rules/room-rule/versions/").context["versions"]
    assert str(versions[0]["title"]) == "第1版は施行しません"
    draft = rules.a_draft(slug="second", title="別の案")
    secretary = client_as("secretary")
    assert secretary.post("/rules/second/withdraw/", {"reason": "書き直します。"}).status_code == 302
    draft.refresh_from_db()
    assert draft.status == "withdrawn"
    assert chair.get("/rules/second/reject/").context["may"].reason


@pytest.mark.parametrize(
    "verb", ["UPDATE governance_ruleversion SET note = 'x'", "DELETE FROM governance_ruleversion"]
)
def test_the_database_neither_changes_nor_deletes_a_version(verb):
    rule = rules.an_enacted_rule()
    with pytest.raises(DatabaseError, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"{verb} WHERE rule_id = {rule.pk}")
    assert rule.versions.count() == 1

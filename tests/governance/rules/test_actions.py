"""What each verb of a rule leaves behind, and that a refusal leaves nothing."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from governance.models import CitedInstrument, Rule, RuleVersion
from governance.resolutions.lifecycle import Competence
from governance.rules import actions, transcriptions
from governance.rules.notation import parse
from governance.sittings import acting_chair, acting_secretariat
from portal.foundation import clock, parameters
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from tests.factories import governance, rules


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def lines(verb):
    return AuditEntry.objects.filter(verb=f"governance.rule.{verb}")


def news(kind):
    return OutboxMessage.objects.filter(kind=f"governance.{kind}")


def test_propose_puts_a_draft_before_the_committee():
    rule = rules.a_draft()
    assert (rule.status, rule.enacted_by) == ("proposed", rules.committee())
    assert rule.steps.get().verb == "propose"
    assert lines("proposed").get().is_public
    assert news("rule_proposed").count() == rules.committee().members_on().count()


def test_enact_makes_the_first_version_and_takes_effect_on_its_day():
    rule = rules.a_draft()
    version = actions.enact(
        rule,
        by=acting_chair(rules.committee()),
        resolution=rules.a_resolution(),
        effective_from=date(2026, 12, 1),
        numbers={"room.inactivity_days": 180},
    )
    rule.refresh_from_db()
    assert rule.status == "enacted"
    assert (version.number, version.kind, version.main_provision) == (1, "enactment", rules.room_rule_text())
    assert version.supplementary_provision.plain().endswith("このルールは、令和8年12月1日から施行する。")
    assert lines("enacted").get().reference == version.resolution.printed_number == "第5期第1号"
    assert news("rule_enacted").count() == User.objects.filter(is_active=True).count() - 1
    with pytest.raises(parameters.NotSet):
        parameters.value("room.inactivity_days", on=date(2026, 11, 30))
    assert parameters.value("room.inactivity_days", on=date(2026, 12, 1)) == 180


def test_a_rule_that_begins_today_is_in_force_today():
    assert rules.an_enacted_rule().status == "in_force"
    assert lines("took_effect").count() == 1


def test_amend_adds_a_version_with_its_change_set_and_keeps_the_old_one():
    rule = rules.an_enacted_rule()
    new = parse(rules.TEXT.replace("6か月", "12か月"))
    version = actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        text=new,
        resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
        effective_from=date(2027, 1, 1),
        reason="冬に活動が止まる会議室があるためです。",
    )
    assert [change.to_json() for change in version.change_set] == [
        {"op": "replace_words", "at": "art-3-p1", "old": "6か月", "new": "12か月"}
    ]
    rule = rules.reloaded(rule)
    assert rule.on(date(2026, 12, 31)).version.main_provision == rules.room_rule_text()
    assert rule.on(date(2027, 1, 1)).version.main_provision == new
    assert (rule.status, rule.steps.last().verb) == ("in_force", "amend")
    assert news("rule_amended").exists() and lines("amended").get().is_public


def test_abolish_waits_for_its_day_and_end_comes_with_it():
    rule = rules.an_ending_rule(date(2027, 1, 1))
    assert (rule.status, rule.ends_on) == ("ending", date(2027, 1, 1))
    assert rule in Rule.objects.binding()
    assert lines("abolished").get().is_public and news("rule_abolished").exists()
    with clock.at(date(2027, 1, 1)):
        actions.end(rule, by=CLOCK)
    rule = rules.reloaded(rule)
    assert rule.status == "abolished"
    assert rule.on(date(2026, 12, 31)).version.main_provision == rules.room_rule_text()
    assert rule.on(date(2027, 1, 1)).state == "abolished"
    assert news("rule_ended").count() == User.objects.filter(is_active=True).count()


def test_an_abolition_flags_whoever_cites_the_rule():
    cited = rules.an_ending_rule(date(2027, 1, 1))
    citing = rules.an_enacted_rule(slug="other", title="別のルール")
    instrument = CitedInstrument(title=cited.title, rule=cited)
    transcriptions.cite(
        citing.latest,
        by=acting_secretariat(),
        provision="art-1-p1",
        label="第1条",
        instrument=instrument,
    )
    assert not instrument.is_abolished(date(2027, 1, 1))
    with clock.at(date(2027, 1, 1)):
        actions.end(cited, by=CLOCK)
    instrument.refresh_from_db()
    assert instrument.is_abolished(date(2027, 1, 1)) and not instrument.is_abolished(date(2026, 12, 31))


def test_transcribe_enters_the_guideline_without_deciding_anything():
    rule = rules.the_guideline()
    assert rule.status == "in_force"
    assert [(v.number, v.text is None) for v in rule.versions.order_by("number")] == [
        (1, True),
        (2, True),
        (3, False),
    ]


def test_transcribe_version_follows_the_version_before_it():
    rule = rules.the_guideline()
    version = RuleVersion(kind="partial_amendment", effective_from=date(2006, 4, 1), reference="決裁第12号")
    assert transcriptions.transcribe_version(rule, by=acting_secretariat(), version=version).number == 4
    earlier = RuleVersion(kind="partial_amendment", effective_from=date(2006, 4, 1))
    with pytest.raises(Denied, match="must begin later|後"):
        transcriptions.transcribe_version(rule, by=acting_secretariat(), version=earlier)


def test_the_mayor_amends_the_guideline_without_a_resolution(acting):
    rule = rules.the_guideline()
    text = rule.latest.main_provision
    from tests.governance.rules.test_comparison_table import changed

    version = actions.amend(
        rule,
        by=acting("mayor"),
        text=changed(text, "8", "15人", "20人"),
        effective_from=date(2027, 4, 1),
        reference="市長決裁第7号",
    )
    assert version.supplementary_provision.plain().endswith("この要領は、令和9年4月1日から施行する。")
    assert lines("amended").get().reference == "市長決裁第7号"


def test_an_amendment_may_be_announced_before_there_is_a_text():
    rule = rules.the_guideline()
    plan = transcriptions.announce_amendment(
        rule, by=acting_secretariat(), expected_month=date(2006, 3, 1), remark="2006年3月改正予定"
    )
    assert list(rule.planned_amendments.all()) == [plan]
    assert lines("amendment_announced").get().reason == "2006年3月改正予定"


@pytest.mark.parametrize(
    ("title", "competence"),
    [("会議室の催しについて", Competence.RULES), (f"{rules.TITLE}を定める", Competence.PLANNING)],
)
def test_a_resolution_about_something_else_carries_no_rule(title, competence):
    rule = rules.a_draft()
    resolution = rules.a_resolution(title, competence)
    with pytest.raises(Denied):
        actions.enact(
            rule,
            by=acting_chair(rules.committee()),
            resolution=resolution,
            effective_from=clock.today(),
        )
    rule.refresh_from_db()
    assert (rule.status, rule.versions.count(), lines("enacted").count()) == ("proposed", 0, 0)


def test_a_resolution_carries_one_decision_only():
    rule = rules.an_enacted_rule()
    with pytest.raises(Denied):
        actions.abolish(
            rule,
            by=acting_chair(rules.committee()),
            resolution=rule.latest.resolution,
            reason="もう必要がないためです。",
            ends_on=date(2027, 1, 1),
        )
    rule.refresh_from_db()
    assert rule.status == "in_force"


def test_a_draft_with_open_places_waits_for_the_committee():
    rule = rules.a_draft(text=parse("第1条 期間は○か月とする。"))
    with pytest.raises(Denied, match="第1条"):
        actions.enact(
            rule,
            by=acting_chair(rules.committee()),
            resolution=rules.a_resolution(),
            effective_from=clock.today(),
        )


def test_no_rule_begins_before_the_day_it_is_decided_nor_before_the_version_before_it():
    rule = rules.an_enacted_rule(effective_from=date(2026, 12, 1))
    with clock.at(date(2026, 12, 1)):
        actions.take_effect(rule, by=CLOCK)
        for day in (date(2026, 11, 30), date(2026, 12, 1)):
            with pytest.raises(Denied):
                actions.amend(
                    rule,
                    by=acting_chair(rules.committee()),
                    text=parse("第1条 甲。"),
                    resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
                    effective_from=day,
                )
    assert rule.versions.count() == 1


def test_an_outsider_changes_nothing(people):
    rule = rules.an_enacted_rule()
    before = AuditEntry.objects.count()
    with pytest.raises(Denied):
        actions.abolish(
            rule, by=Acting(people["resident_1"]), reason="不要だと思います。", ends_on=clock.today()
        )
    rule.refresh_from_db()
    assert (rule.status, AuditEntry.objects.count()) == ("in_force", before)


def test_the_database_refuses_two_versions_on_one_day():
    rule = rules.an_enacted_rule()
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleVersion(
            rule=rule, number=2, kind="partial_amendment", effective_from=rule.latest.effective_from
        ).save()


def test_a_version_is_never_changed_neither_by_python_nor_by_sql():
    version = rules.an_enacted_rule().latest
    version.note = "書き換え"
    with pytest.raises(TypeError):
        version.save()
    with pytest.raises(TypeError):
        version.delete()
    with pytest.raises(TypeError):
        RuleVersion.objects.update(note="書き換え")
    with pytest.raises(TypeError):
        RuleVersion.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE governance_ruleversion SET note = 'x'")


def test_the_database_refuses_an_end_without_abolition():
    rule = rules.an_enacted_rule()
    with pytest.raises(IntegrityError), transaction.atomic():
        Rule.objects.filter(pk=rule.pk).update(ends_on=clock.today() + timedelta(days=1))

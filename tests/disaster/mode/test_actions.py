"""What each switch changes, records and tells; and that a refusal changes nothing."""

import pytest

from disaster.mode import actions
from disaster.mode.models import AfterActionReport, Mode, ModeStep
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories.disaster import REPORT, SITUATION, bring_to, perform, publish

PAST = {
    "prepare": "prepared",
    "call_off": "called_off",
    "activate": "activated",
    "change": "changed",
    "stand_down": "stood_down",
    "deactivate": "deactivated",
    "adopt_report": "report_adopted",
    "start_drill": "drill_started",
    "end_drill": "drill_ended",
}
BEFORE = {
    "prepare": "normal",
    "call_off": "alert",
    "activate": "normal",
    "change": "active",
    "stand_down": "active",
    "deactivate": "recovery",
    "adopt_report": "after_action",
    "start_drill": "normal",
    "end_drill": "drill",
}


@pytest.mark.parametrize("verb", BEFORE)
def test_each_verb_leaves_a_step_and_a_line_in_the_ledger(acting, verb):
    by = acting("disaster_officer")
    bring_to(BEFORE[verb], by)
    mode = perform(verb, by)
    step = mode.steps.latest("pk")
    assert (step.verb, step.from_status, step.to_status) == (verb, BEFORE[verb], mode.status)
    assert step.body_id == str(by.body.pk)
    line = AuditEntry.objects.latest("pk")
    assert line.verb == f"disaster.mode.{PAST[verb]}"
    assert (line.from_status, line.to_status) == (step.from_status, step.to_status)


@pytest.mark.parametrize("verb", BEFORE)
@pytest.mark.parametrize("who", ["it_chief", "resident_1", "system_admin"])
def test_a_refusal_changes_nothing(acting, verb, who):
    bring_to(BEFORE[verb], acting("disaster_officer"))
    before = (ModeStep.objects.count(), AuditEntry.objects.count(), OutboxMessage.objects.count())
    with pytest.raises(Denied):
        perform(verb, acting(who))
    assert (ModeStep.objects.count(), AuditEntry.objects.count(), OutboxMessage.objects.count()) == before


def test_activating_needs_a_ground_and_a_place(acting):
    with pytest.raises(Denied):
        actions.activate(by=acting("disaster_officer"), **{**SITUATION, "ground": "  "})
    with pytest.raises(Denied):
        actions.activate(by=acting("disaster_officer"), **{**SITUATION, "area": ""})
    assert Mode.objects.current().status == "normal"


def test_activating_twice_is_refused_in_words(acting):
    perform("activate", acting("disaster_officer"))
    with pytest.raises(Denied) as refusal:
        perform("activate", acting("disaster_officer"))
    assert "災害モード" in str(refusal.value)
    assert ModeStep.objects.filter(verb="activate").count() == 1


def test_all_members_are_told_of_an_activation_once_and_never_the_officer(acting, people):
    perform("activate", acting("disaster_officer"))
    told = OutboxMessage.objects.filter(kind="disaster.mode_activated").values_list("recipient_id", flat=True)
    assert len(told) == len(set(told)) == len(people) - 1
    assert str(people["disaster_officer"].pk) not in told


def test_only_the_citys_own_people_are_told_of_a_drill(acting, people):
    perform("start_drill", acting("disaster_officer"))
    told = set(OutboxMessage.objects.values_list("recipient_id", flat=True))
    assert str(people["pr_author"].pk) in told
    assert str(people["npo_author"].pk) in told
    assert str(people["resident_1"].pk) not in told
    assert str(people["member_1"].pk) not in told


def test_a_drill_leaves_nothing_in_the_public_ledger(acting):
    by = acting("disaster_officer")
    bring_to("drill", by)
    publish(by)
    perform("end_drill", by)
    drilled = AuditEntry.objects.filter(verb__startswith="disaster.").exclude(verb__contains="shelter")
    assert drilled.count() == 3
    assert not drilled.filter(is_public=True).exists()


def test_the_summary_counts_what_was_published(acting):
    by = acting("disaster_officer")
    bring_to("active", by)
    publish(by)
    publish(by, title="【緊急】余震に注意")
    perform("deactivate", by)
    summary = OutboxMessage.objects.filter(kind="disaster.mode_deactivated").first()
    assert (summary.context["notices"], summary.context["information"]) == (2, 0)


def test_a_changed_level_stands_in_its_own_step(acting):
    by = acting("disaster_officer")
    bring_to("active", by)
    perform("change", by)
    first, second = ModeStep.objects.order_by("pk")
    assert (first.area, first.level) == ("市内全域", None)
    assert (second.area, second.level) == ("川辺地区", 4)


def test_a_disaster_that_breaks_into_a_drill_begins_anew(acting, frozen):
    by = acting("disaster_officer")
    frozen("2026-11-22 09:00")
    bring_to("drill", by)
    frozen("2026-11-22 09:30")
    mode = perform("activate", by)
    assert mode.opened_at == clock.now()
    assert mode.switches_front


def test_the_report_is_kept_and_the_town_is_normal_again(acting):
    by = acting("disaster_officer")
    bring_to("after_action", by)
    mode = perform("adopt_report", by)
    assert (mode.status, mode.kind, mode.opened_at) == ("normal", "", None)
    assert AfterActionReport.objects.get().lessons == REPORT["lessons"]

"""Who may switch in which status: M11, typed by hand."""

from datetime import timedelta

import pytest

from disaster.mode import permissions
from portal.foundation import clock
from residents.roles import actions as roles
from tests.factories.disaster import STATUSES, bring_to

VERBS = {
    "prepare": {"normal"},
    "call_off": {"alert"},
    "activate": {"normal", "alert", "drill", "recovery", "after_action"},
    "change": {"active"},
    "stand_down": {"active"},
    "deactivate": {"active", "recovery"},
    "adopt_report": {"after_action"},
    "start_drill": {"normal"},
    "end_drill": {"drill"},
}
MAY = {"disaster_officer", "disaster_deputy"}
MAY_NOT = {
    "guest", "resident_1", "pr_author", "npo_author", "it_chief", "planner_chief", "secretary_chief", "mayor",
    "chair", "caretaker_1", "facilitator_dispatched", "adviser", "commuter", "system_admin",
}  # fmt: skip


@pytest.mark.parametrize("status", STATUSES)
def test_who_may_switch_in_each_status(acting, status):
    mode = bring_to(status, acting("disaster_officer"))
    allowed = {
        (who, verb)
        for who in MAY | MAY_NOT
        for verb in VERBS
        if getattr(permissions, f"can_{verb}_mode")(acting(who), mode)
    }
    assert allowed == {(who, verb) for who in MAY for verb, statuses in VERBS.items() if status in statuses}


def test_the_officer_acting_for_themselves_may_not(acting):
    mode = bring_to("normal", acting("disaster_officer"))
    assert not permissions.can_activate_mode(acting("disaster_officer", None), mode)


def test_the_it_section_is_told_who_may_and_may_with_a_recorded_delegation(acting, town, people):
    mode = bring_to("normal", acting("disaster_officer"))
    refusal = permissions.can_activate_mode(acting("it_chief"), mode)
    assert not refusal
    assert "危機管理防災課" in str(refusal.next_step)
    roles.delegate(
        "sns.disaster_mode_switch",
        to_body=acting("it_chief").body,
        from_on=clock.today(),
        until_on=clock.today() + timedelta(days=3),
        basis="危機管理防災課長決裁（夜間の代行）",
        by=acting("disaster_officer"),
    )
    assert permissions.can_activate_mode(acting("it_chief"), mode)


def test_a_drill_does_not_begin_beside_a_real_notice(acting):
    from tests.factories.disaster import publish

    publish(acting("disaster_officer"), kind="system")
    mode = bring_to("normal", acting("disaster_officer"))
    assert not permissions.can_start_drill_mode(acting("disaster_officer"), mode)

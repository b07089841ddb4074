"""Every morning: what begins, what ends, who is told; a second run does nothing."""

from datetime import date

import pytest

from governance.rules import actions
from governance.rules.notation import parse
from governance.rules.tasks import follow_the_calendar
from governance.sittings import acting_chair
from portal.foundation import clock
from portal.foundation.models import OutboxMessage
from tests.factories import governance, rules


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def news(kind):
    return OutboxMessage.objects.filter(kind=f"governance.{kind}").count()


def test_an_enacted_rule_takes_effect_on_its_day_and_not_before():
    rule = rules.an_enacted_rule(effective_from=date(2026, 12, 1))
    with clock.at(date(2026, 11, 30)):
        follow_the_calendar()
    assert rules.reloaded(rule).status == "enacted" and news("rule_took_effect") == 0
    with clock.at(date(2026, 12, 3)):  # the worker slept two days
        follow_the_calendar()
        told = news("rule_took_effect")
        follow_the_calendar()
    assert rules.reloaded(rule).status == "in_force"
    assert told == news("rule_took_effect") > 0


def test_an_amended_text_is_announced_on_its_first_day():
    rule = rules.an_enacted_rule()
    before = news("rule_took_effect")
    actions.amend(
        rule,
        by=acting_chair(rules.committee()),
        text=parse(rules.TEXT.replace("6か月", "12か月")),
        resolution=rules.a_resolution(f"{rules.TITLE}を改める"),
        effective_from=date(2026, 12, 1),
    )
    with clock.at(date(2026, 12, 1)):
        follow_the_calendar()
        follow_the_calendar()
    assert news("rule_took_effect") == 2 * before > 0


def test_a_decided_abolition_ends_the_rule_on_its_day():
    rule = rules.an_ending_rule(date(2026, 12, 1))
    with clock.at(date(2026, 11, 30)):
        follow_the_calendar()
    assert rules.reloaded(rule).status == "ending"
    with clock.at(date(2026, 12, 1)):
        follow_the_calendar()
        told = news("rule_ended")
        follow_the_calendar()
    assert rules.reloaded(rule).status == "abolished"
    assert told == news("rule_ended") > 0

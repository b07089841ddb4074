"""Finding rules by the day, and as-of by replaying the versions."""

from datetime import date, timedelta

import pytest

from governance.models import Rule, RuleVersion
from governance.rules.standing import standing_on
from portal.foundation import clock
from portal.foundation.acting import CLOCK
from tests.factories import governance, rules


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def test_in_force_follows_the_days_not_the_status():
    rule = rules.an_ending_rule(date(2027, 1, 1))
    assert [Rule.objects.in_force(on=day).filter(pk=rule.pk).exists() for day in DAYS] == [
        False,
        True,
        True,
        False,
    ]


DAYS = [date(2026, 11, 21), date(2026, 11, 22), date(2026, 12, 31), date(2027, 1, 1)]


def test_as_of_gives_one_version_of_each_rule_and_none_of_an_abolished_one():
    rules.the_guideline()
    rules.an_ending_rule(date(2027, 1, 1))
    found = [
        {(version.rule.slug, version.number) for version in RuleVersion.objects.as_of(day)}
        for day in (date(2001, 3, 31), date(2003, 4, 1), date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert found == [
        set(),
        {("guideline", 2)},
        {("guideline", 3), ("room-rule", 1)},
        {("guideline", 3)},
    ]


def test_as_of_any_day_equals_replaying_the_versions():
    rule = rules.reloaded(rules.the_guideline())
    versions = list(rule.versions.all())
    day = date(2000, 12, 1)
    while day < date(2004, 3, 1):
        begun = [version for version in versions if version.effective_from <= day]
        expected = begun and max(begun, key=lambda version: version.number) or None
        assert standing_on(versions, day).version == expected
        assert RuleVersion.objects.as_of(day).first() == expected
        day += timedelta(days=13)


def test_coming_abolished_and_due():
    rule = rules.an_enacted_rule(effective_from=date(2026, 12, 1))
    assert list(Rule.objects.coming()) == [rule] and not Rule.objects.binding().exists()
    assert not Rule.objects.due_to_take_effect(date(2026, 11, 30)).exists()
    assert list(Rule.objects.due_to_take_effect(date(2026, 12, 1))) == [rule]


def test_an_abolished_rule_stays_visible_and_findable(people):
    rule = rules.an_ending_rule(date(2026, 12, 1))
    assert list(Rule.objects.due_to_end(date(2026, 12, 1))) == [rule]
    with clock.at(date(2026, 12, 1)):
        from governance.rules import actions

        actions.end(rule, by=CLOCK)
    assert list(Rule.objects.abolished()) == [rule]
    assert rule in Rule.objects.visible_to(None) and rule in Rule.objects.searchable_by(people["resident_1"])

"""Whoever can renew it hears before the right to verify expires [31, 131, 132]; the clock is frozen."""

from datetime import date

import pytest

from portal.foundation import parameters
from portal.foundation.acting import CLOCK
from portal.foundation.models import OutboxMessage
from surveys.certificates import standings, tasks
from surveys.certificates.models import VerifierStanding


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"surveys.{kind}").values_list("recipient_id", flat=True)
    return sorted(key for key, person in people.items() for one in rows if one == str(person.pk))


@pytest.fixture
def body(numbers, frozen):
    frozen("2026-01-05 00:05")
    return numbers.body("information-policy")


def a_standing(body, until, since=date(2025, 4, 1), **more):
    words = {"ground": "公的個人認証法17条1項", "notification_number": "第17号", "valid_from": since, **more}
    return standings.record_standing(body, valid_until=until, by=CLOCK, **words)


def a_procedure(body, kind, until, finished_on=date(2025, 4, 1)):
    begun = standings.begin_procedure(
        body, kind=kind, counterpart="機構", begun_on=date(2025, 3, 1), by=CLOCK
    )
    return standings.finish_procedure(
        begun, finished_on=finished_on, reference="第5号", valid_until=until, by=CLOCK
    )


def test_so_many_days_ahead_as_the_town_has_settled_and_once(body, people, frozen):
    a_standing(body, date(2026, 3, 31))
    frozen("2026-01-29 00:05")  # 61 days before
    tasks.remind_of_expiry()
    assert told("standing_expiring", people) == []
    frozen("2026-01-30 00:05")  # 60 days before
    for _twice in range(2):
        tasks.remind_of_expiry()
    assert told("standing_expiring", people) == ["it_chief", "it_staff"]
    assert OutboxMessage.objects.get(recipient_id=str(people["it_chief"].pk)).context == {
        "body": "情報政策課",
        "kind": "signatures",
        "last_day": "2026-03-31",
    }
    frozen("2026-03-31 00:05")
    tasks.remind_of_expiry()
    assert told("standing_expiring", people) == ["it_chief", "it_staff"]


def test_another_number_of_days_holds_from_its_day(body, people, frozen):
    a_standing(body, date(2026, 6, 30))
    parameters.set_value(
        "survey.standing_reminder_days", 120, valid_from=date(2026, 3, 10), basis="改正", by=CLOCK
    )
    frozen("2026-03-09 00:05")
    tasks.remind_of_expiry()
    assert told("standing_expiring", people) == []
    frozen("2026-03-10 00:05")
    tasks.remind_of_expiry()
    assert told("standing_expiring", people) == ["it_chief", "it_staff"]


@pytest.mark.parametrize("case", ["followed", "withdrawn", "endless", "other_kind_follows"])
def test_nobody_is_reminded_of_what_is_settled(body, people, case):
    standing = a_standing(body, None if case == "endless" else date(2026, 1, 31))
    if case == "followed":
        a_standing(body, None, since=date(2026, 2, 1), notification_number="第18号")
    if case == "other_kind_follows":
        kind = VerifierStanding.Kind.AUTHENTICATION
        a_standing(body, None, since=date(2026, 2, 1), kind=kind, notification_number="第19号")
    if case == "withdrawn":
        VerifierStanding.objects.filter(pk=standing.pk).update(withdrawn_from=date(2026, 1, 1))
    tasks.remind_of_expiry()
    expected = ["it_chief", "it_staff"] if case == "other_kind_follows" else []
    assert told("standing_expiring", people) == expected


@pytest.mark.parametrize("kind", ["service", "privacy"])
def test_a_procedure_that_ends_is_told_to_those_who_go_through_it(body, people, kind):
    a_procedure(body, kind, date(2026, 2, 15))
    tasks.remind_of_expiry(), tasks.remind_of_expiry()
    assert told("procedure_expiring", people) == ["it_chief", "it_staff"]


def test_a_procedure_gone_through_anew_is_not_told(body, people):
    a_procedure(body, "service", date(2026, 2, 15))
    again = standings.begin_procedure(
        body, kind="service", counterpart="機構", begun_on=date(2025, 12, 1), by=CLOCK
    )
    standings.finish_procedure(again, finished_on=date(2026, 1, 4), reference="第6号", by=CLOCK)
    tasks.remind_of_expiry()
    assert told("procedure_expiring", people) == []


def test_a_town_that_has_settled_no_number_is_not_reminded(town, people, frozen):
    frozen("2026-01-30 00:05")
    a_standing(town.body("information-policy"), date(2026, 2, 1))
    tasks.remind_of_expiry()
    assert not OutboxMessage.objects.filter(kind="surveys.standing_expiring").exists()

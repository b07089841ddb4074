"""The call, its window, and what applicants are told."""

from datetime import date, timedelta

import pytest

from governance.recruitments import actions, tasks
from governance.recruitments.models import Recruitment
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories import governance as a


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_term()


def planned(term) -> Recruitment:
    return actions.plan(
        term,
        by=a.acting_secretariat(),
        seats=3,
        opens_on=clock.today() + timedelta(days=10),
        closes_on=clock.today() + timedelta(days=30),
        duties="企画・運営",
        selection_method="面談",
        required_items="動機",
        remuneration="年額3万円",
        how_to_apply="窓口か郵送",
    )


def test_the_window_opens_and_closes_by_itself(term, frozen):
    recruitment = actions.announce(planned(term), by=a.acting_secretariat())
    assert recruitment.status == "announced"
    frozen("2026-06-10 23:59")
    assert tasks.open_and_close() == 0
    frozen("2026-06-11 00:00")
    assert tasks.open_and_close() == 1
    frozen("2026-07-01 23:00")
    assert tasks.open_and_close() == 0
    frozen("2026-07-02 00:10")
    assert tasks.open_and_close() == 1
    assert Recruitment.objects.get().status == "closed"
    assert OutboxMessage.objects.filter(kind="governance.recruitment_closed").count() == 2
    assert actions.complete(Recruitment.objects.get(), by=a.acting_secretariat()).status == "completed"


def test_cancelling_needs_the_secretariat_and_tells_the_applicants_why(term, people):
    recruitment = a.a_recruitment(term)
    a.an_application(recruitment, people["resident_1"])
    with pytest.raises(Denied):
        actions.cancel(recruitment, by=Acting(people["resident_2"]), reason="いたずら")
    actions.cancel(recruitment, by=a.acting_secretariat(), reason="任期の見直しのため")
    told = OutboxMessage.objects.get(kind="governance.recruitment_cancelled")
    assert told.recipient_id == str(people["resident_1"].pk)
    assert told.context["reason"] == "任期の見直しのため"


def test_a_call_that_leaves_something_unsaid_cannot_be_announced(term):
    recruitment = planned(term)
    recruitment.remuneration = " "
    recruitment.save()
    with pytest.raises(Denied) as refused:
        actions.announce(recruitment, by=a.acting_secretariat())
    assert "謝礼" in str(refused.value) or "paid" in str(refused.value)
    words = {name: "書きました。" for name in ("duties", "remuneration", "selection_method")}
    actions.revise(
        recruitment,
        by=a.acting_secretariat(),
        seats=3,
        opens_on=recruitment.opens_on,
        closes_on=recruitment.closes_on,
        **words,
    )
    announced = actions.announce(recruitment, by=a.acting_secretariat())
    assert announced.status == "announced"
    with pytest.raises(Denied):
        actions.revise(
            announced, by=a.acting_secretariat(), seats=4, opens_on=clock.today(), closes_on=clock.today()
        )


def test_nobody_is_called_before_it_is_settled_how_long_their_papers_stay(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers(application__retention_days=None)
    with pytest.raises(Denied):
        actions.announce(planned(a.a_term()), by=a.acting_secretariat())


def test_more_seats_than_the_maximum_need_the_mayor_first(term):
    recruitment = planned(term)
    recruitment.seats = 16
    recruitment.save()
    with pytest.raises(Denied):
        actions.announce(recruitment, by=a.acting_secretariat())


def test_too_few_applicants_let_the_period_be_extended(term, people, frozen):
    recruitment = a.a_recruitment(term, seats=2)
    a.an_application(recruitment, people["resident_1"])
    frozen("2026-06-23 00:05")
    tasks.open_and_close()
    with pytest.raises(Denied):
        actions.extend(recruitment, by=a.acting_secretariat(), closes_on=date(2026, 6, 22))
    extended = actions.extend(recruitment, by=a.acting_secretariat(), closes_on=date(2026, 7, 10))
    assert extended.status == "accepting"
    a.an_application(recruitment, people["resident_2"])
    frozen("2026-07-11 00:05")
    tasks.open_and_close()
    with pytest.raises(Denied):
        actions.extend(recruitment, by=a.acting_secretariat(), closes_on=date(2026, 8, 1))
    with pytest.raises(Denied):
        actions.complete(recruitment, by=a.acting_secretariat())

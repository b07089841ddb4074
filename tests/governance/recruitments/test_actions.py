"""The call, its window, and what applicants are told."""

from datetime import timedelta

import pytest

from governance.recruitments import actions, tasks
from governance.recruitments.models import Recruitment, SeatApplication
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
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


def test_motives_rest_sealed_and_opening_them_is_recorded(term, people):
    application = a.an_application(a.a_recruitment(term), people["resident_1"])
    application = SeatApplication.objects.get(pk=application.pk)
    assert "会議室" not in str(application.motives)
    assert "会議室" in application.motives.reveal(by=a.acting_secretariat(), reason="選考")
    assert AuditEntry.objects.filter(verb="residents.personal_data.viewed").count() == 1


def test_an_applicant_who_does_not_use_the_internet_is_not_eligible(term, people):
    with pytest.raises(Denied):
        actions.submit(
            a.a_recruitment(term),
            by=Acting(people["resident_1"]),
            connection="residence",
            uses_internet=False,
            motives="",
        )
    assert not SeatApplication.objects.exists()


def test_a_refusal_is_worded_neutrally(term, people):
    application = a.an_application(a.a_recruitment(term), people["resident_1"])
    application = actions.set_aside(application, by=a.acting_secretariat(), assessment="内部の評価")
    actions.decline(application, by=a.acting_mayor())
    told = OutboxMessage.objects.get(kind="governance.application_declined")
    assert "内部の評価" not in str(told.context)


def test_whoever_withdrew_may_apply_again(term, people):
    recruitment = a.a_recruitment(term)
    application = a.an_application(recruitment, people["resident_1"])
    actions.withdraw(application, by=Acting(people["resident_1"]))
    assert a.an_application(recruitment, people["resident_1"]).status == "submitted"

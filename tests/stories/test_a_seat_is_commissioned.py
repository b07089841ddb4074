"""A resident applies, the section recommends, the mayor commissions; what each refused person is told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.models import Seat, SeatApplication
from portal.foundation import clock
from tests.factories import governance as a


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


def page(name: str, *args) -> str:
    return reverse(f"governance:{name}", args=args)


def apply(client, recruitment, **changes):
    answers = {
        "connection": "residence",
        "uses_internet": "on",
        "motives": "会議室を身近にしたい。",
        **changes,
    }
    return client.post(page("application-submit", "steering-committee", recruitment.pk), answers, follow=True)


def test_from_application_to_the_letter_and_the_last_evening(recruitment, client, client_as, people, frozen):
    _a_guest_reads_the_call_and_is_sent_to_log_in(client, recruitment)
    _the_resident_applies(client_as("resident_1"), recruitment)
    application = SeatApplication.objects.get()
    _strangers_do_not_see_who_applied(client_as, application)
    _the_section_recommends(client_as("secretary"), application)
    _only_the_mayor_selects_and_commissions(client_as, application)
    _the_new_member_holds_the_letter_and_the_rights(client_as, people, frozen)


def _a_guest_reads_the_call_and_is_sent_to_log_in(client, recruitment):
    call = client.get(page("recruitment-detail", "steering-committee", recruitment.pk))
    assert "企画・運営" in call.content.decode()
    sent = client.get(page("application-submit", "steering-committee", recruitment.pk))
    assert sent.status_code == 302 and "login" in sent["Location"]


def _the_resident_applies(resident, recruitment):
    refused = apply(resident, recruitment, uses_internet="")
    assert not SeatApplication.objects.exists()
    assert "会議室を身近にしたい。" in refused.content.decode()
    received = apply(resident, recruitment)
    assert received.status_code == 200
    again = apply(resident, recruitment)
    assert again.status_code == 403
    assert SeatApplication.objects.count() == 1


def _strangers_do_not_see_who_applied(client_as, application):
    for who in ("resident_2", "chair", "planner_author", "caretaker_1"):
        told = client_as(who).get(page("application-detail", application.pk))
        assert told.status_code == 403
        assert "会議室を身近にしたい。" not in told.content.decode()


def _the_section_recommends(secretary, application):
    shown = secretary.get(page("application-detail", application.pk))
    assert "会議室を身近にしたい。" in shown.content.decode()
    secretary.post(page("application-recommend", application.pk), {"assessment": "面談済み"})
    application.refresh_from_db()
    assert application.status == "recommended"


def _only_the_mayor_selects_and_commissions(client_as, application):
    secretary, mayor = client_as("secretary"), client_as("mayor")
    assert secretary.post(page("application-select", application.pk)).status_code == 403
    mayor.post(page("application-select", application.pk))
    letter = {"letter_number": "第5期委嘱第1号"}
    refused = secretary.post(page("seat-commission", application.pk), letter)
    assert refused.status_code == 403
    assert not Seat.objects.exists()
    mayor.post(page("seat-commission", application.pk), letter)
    assert mayor.post(page("seat-commission", application.pk), letter).status_code == 403
    assert Seat.objects.get().letter_number == "第5期委嘱第1号"


def _the_new_member_holds_the_letter_and_the_rights(client_as, people, frozen):
    seat = Seat.objects.get()
    member = client_as("resident_1", "steering-committee")
    assert "第5期委嘱第1号" in member.get(page("seat-letter", seat.pk)).content.decode()
    assert client_as("resident_2").get(page("seat-letter", seat.pk)).status_code == 403
    plan = page("meeting-plan", "steering-committee")
    begins = timezone.localtime(clock.now() + timedelta(days=10))
    meeting = {
        "title": "運営委員会",
        "starts_at": begins.strftime("%Y-%m-%dT19:00"),
        "ends_at": begins.strftime("%Y-%m-%dT21:00"),
        "place": "会議室",
        "agenda": "議題",
    }
    assert member.post(plan, meeting).status_code == 302
    roster = member.get(page("committee-detail", "steering-committee")).content.decode()
    assert str(people["resident_1"]) in roster
    frozen("2028-06-01 00:00")
    late = client_as("resident_1", "steering-committee")
    assert late.post(plan, meeting).status_code in (403, 404)
    roster = client_as("guest").get(page("committee-detail", "steering-committee")).content.decode()
    assert str(people["resident_1"]) not in roster

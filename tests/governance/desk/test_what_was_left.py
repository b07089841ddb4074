"""What was left lying, on the secretariat's desk."""

from datetime import timedelta

import pytest

from governance.amendments import actions as amendments
from governance.meetings import actions as meetings
from governance.resolutions import actions as resolutions
from governance.rules.notation import parse
from governance.seats import actions as seats
from governance.sittings import Sitting, acting_chair, announced
from portal.foundation import clock
from tests.factories import governance as a
from tests.factories import rules
from tests.factories.violations import Cases
from tests.governance.desk.test_views import titles, waiting_for


@pytest.fixture
def today(town, frozen):
    frozen("2026-11-22 09:00")
    a.a_committee_in_office()
    return clock.today()


def test_a_seat_under_review_and_one_left_empty(today, client_as, acting):
    term = a.CommitteeTerm.objects.get(number=5)
    seat = term.seats.get(person=a.person("member_1"))
    seats.question(seat, by=acting("secretary"), reason="市外へ転出したと聞いたため")
    assert str(seat.person) in waiting_for(client_as("secretary"), "市長")
    page = client_as("mayor").get("/desk/").content.decode()
    assert f"/committees/seats/{seat.pk}/review/" in page
    seats.disqualify(seat, by=a.acting_mayor(), reason="転出")
    assert str(seat.person) not in waiting_for(client_as("secretary"), "市長")
    texts = [
        row["text"]
        for group in client_as("secretary").get("/desk/").context["waiting"]
        for row in group["items"]
    ]
    assert "欠員があります。補欠の委員を委嘱します" in texts


def test_a_sitting_left_in_session_and_its_open_motion(today, client_as, frozen):
    term = a.CommitteeTerm.objects.get(number=5)
    meeting = announced(term, Sitting(title="閉じ忘れた会議", on=today + timedelta(days=10)))
    frozen(f"{today + timedelta(days=10)} 19:00")
    chair = acting_chair(term.body)
    meetings.convene(meeting, by=chair)
    meetings.attend(meeting, by=chair)
    resolutions.propose(meeting, by=chair, title="残った議案", text="本文", competence=a.Competence.OTHER)
    frozen(f"{today + timedelta(days=11)} 09:00")
    client = client_as("secretary")
    assert "閉じ忘れた会議" in titles(client, "overdue")
    assert "残った議案" in waiting_for(client, "委員長")


def test_an_open_amendment_waits_for_the_body_that_may_adopt_it(today, client_as, acting):
    text = parse(rules.TEXT.replace("6か月", "12か月"))
    reason = "冬に休眠になるためです。"
    amendment = amendments.propose(rules.an_enacted_rule(), by=acting("resident_1"), text=text, reason=reason)
    assert amendment.rule.title in waiting_for(client_as("secretary"), amendment.rule.enacted_by.name)


def test_the_last_day_for_an_objection(town, frozen, client_as, acting):
    frozen("2026-11-22 09:00")
    sanction = Cases(acting).measured()
    assert sanction.case.number in titles(client_as("secretary"), "coming")
    frozen(f"{sanction.object_until + timedelta(days=1)} 09:00")
    assert sanction.case.number not in titles(client_as("secretary"), "coming")


def test_further_doors_are_shown_where_they_open(today, client_as):
    client = client_as("secretary")
    doors = {door["url"] for door in client.get("/desk/").context["doors"]}
    assert {"/numbers/", "/surveys/"} <= doors
    assert [url for url in doors if client.get(url).status_code != 200] == []
    mayors = {door["url"] for door in client_as("mayor").get("/desk/").context["doors"]}
    assert "/numbers/" in mayors and "/communities/applications/" not in mayors

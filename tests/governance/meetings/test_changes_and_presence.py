"""An announced meeting changes; who was there, in which office, and within which time."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from communities.models import Room
from governance.meetings import actions
from governance.meetings.attendance_actions import record_attendance, record_head
from governance.meetings.models import Meeting
from governance.offices import actions as offices
from governance.seats.models import Office
from portal.foundation import clock, outbox
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from tests.factories import governance as a
from tests.factories.communities import Forums

CODE = "steering-committee"


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    return a.a_committee_in_office()


def planned(term, days: int = 10, **more) -> Meeting:
    begins = timezone.make_aware(datetime(2026, 6, 1, 19, 0)) + timedelta(days=days)
    fields = {"title": "運営委員会", "place": "会議室", "agenda": "議題", **more}
    fields = {"starts_at": begins, "ends_at": begins + timedelta(hours=2), **fields}
    return actions.plan(term, by=a.acting_secretariat(), **fields)


def announced(term, days: int = 10, **more) -> Meeting:
    return actions.announce(planned(term, days, **more), by=a.acting_secretariat())


def in_session(term, acting, **more) -> Meeting:
    return actions.convene(announced(term, 0, **more), by=acting("chair"))


def page(name: str, meeting: Meeting) -> str:
    return reverse(f"governance:{name}", args=[CODE, meeting.pk])


def test_a_changed_meeting_is_told_anew_with_what_and_why(term, people):
    meeting = announced(term)
    meeting = actions.revise(
        meeting, by=a.acting_secretariat(), reason="会場の都合", place="市民センター", agenda="議題二"
    )
    assert (meeting.status, meeting.place, meeting.sequence) == ("announced", "市民センター", 1)
    told = OutboxMessage.objects.filter(kind="governance.meeting_revised")
    assert str(people["chair"].pk) in {row.recipient_id for row in told}
    words = told.first().context
    assert (words["reason"], words["place"], words["agenda"]) == ("会場の都合", "市民センター", "議題二")
    actions.revise(meeting, by=a.acting_secretariat(), reason="もう一度", place="公民館")
    assert told.filter(recipient_id=people["chair"].pk).count() == 2
    assert AuditEntry.objects.filter(verb="governance.meeting.revised", is_public=True).count() == 2


@pytest.mark.parametrize(("days", "is_short"), [(3, True), (20, False)])
def test_whether_a_change_is_at_short_notice_is_judged_anew(term, days, is_short):
    begins = clock.now() + timedelta(days=days)
    meeting = actions.revise(
        announced(term),
        by=a.acting_secretariat(),
        reason="日程の都合",
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
    )
    assert meeting.is_short_notice is is_short


def test_a_meeting_does_not_leave_its_term_nor_close_without_a_ground(term):
    meeting = announced(term)
    late = timezone.make_aware(datetime(2028, 6, 1, 19, 0))
    for fields in (
        {"starts_at": late, "ends_at": late + timedelta(hours=1)},
        {"is_open": False, "closing_ground": " "},
    ):
        with pytest.raises(Denied):
            actions.revise(meeting, by=a.acting_secretariat(), reason="変更", **fields)
    assert Meeting.objects.get().sequence == 0


def test_a_plan_is_worked_on_by_those_who_prepare_it(term, acting):
    meeting = planned(term)
    meeting = actions.replan(meeting, by=acting("caretaker_1"), agenda="世話人の案")
    assert (meeting.agenda, meeting.sequence) == ("世話人の案", 0)
    with pytest.raises(Denied):
        actions.replan(meeting, by=acting("caretaker_1"), is_open=False, closing_ground="個人の情報")
    with pytest.raises(Denied):
        actions.replan(meeting, by=acting("resident_1"), agenda="部外者の案")
    actions.replan(meeting, by=acting("member_1"), is_open=False, closing_ground="個人の情報")
    with pytest.raises(Denied):
        actions.replan(meeting, by=acting("caretaker_1"), agenda="もう一度")


def test_a_postponed_meeting_waits_for_its_new_day(term, acting, client, client_as):
    meeting = announced(term, 0)
    client_as("secretary").post(page("meeting-postpone", meeting), {"reason": "台風の接近のため"})
    meeting.refresh_from_db()
    assert meeting.status == "postponed"
    assert OutboxMessage.objects.filter(kind="governance.meeting_postponed").exists()
    with pytest.raises(Denied):
        actions.convene(meeting, by=acting("chair"))
    assert "延期" in client.get(meeting.get_absolute_url()).content.decode()
    form = {
        "title": meeting.title,
        "starts_at": "2026-06-20T19:00",
        "ends_at": "2026-06-20T21:00",
        "place": "会議室",
        "agenda": "議題",
        "reason": "新しい日程が決まりました。",
    }
    assert client_as("member_1").post(page("meeting-revise", meeting), form).status_code == 403
    client_as("secretary").post(page("meeting-revise", meeting), form)
    meeting.refresh_from_db()
    assert (meeting.status, meeting.sequence, meeting.held_on.isoformat()) == ("announced", 2, "2026-06-20")


def test_mails_say_what_it_is_about_and_whether_one_may_come(term):
    announced(
        term, 3, is_open=False, closing_ground="個人に関する情報を扱うため", agenda="異議の審査 <その1>"
    )
    news = OutboxMessage.objects.filter(kind="governance.meeting_announced").first()
    subject, text = outbox.words(news, User.objects.get(pk=news.recipient_id))
    assert subject == "会議を開きます：運営委員会"
    for said in (
        "異議の審査 <その1>",
        "非公開: 個人に関する情報を扱うため",
        "開催日の直前にお知らせ",
        "2026-06-04 19:00",
    ):
        assert said in text


def test_the_next_term_can_be_called_together_before_it_begins(term, client_as, people):
    following = a.a_term(6, term.ends_on + timedelta(days=1))
    form = {
        "term": following.pk,
        "title": "第6期 第1回運営委員会",
        "starts_at": "2028-06-10T19:00",
        "ends_at": "2028-06-10T21:00",
        "place": "会議室",
        "agenda": "委員長の選出",
    }
    secretary = client_as("secretary")
    wrong = secretary.post(reverse("governance:meeting-plan", args=[CODE]), {**form, "term": term.pk})
    assert wrong.status_code == 200 and "任期" in wrong.content.decode()
    assert not Meeting.objects.exists()
    secretary.post(reverse("governance:meeting-plan", args=[CODE]), form)
    meeting = Meeting.objects.get()
    assert (meeting.term, meeting.number) == (following, 1)


def test_the_secretariat_records_who_is_at_the_place(term, acting, people, client_as, client):
    meeting = in_session(term, acting)
    actions.attend(meeting, by=acting("chair"))
    secretary = client_as("secretary")
    offered = secretary.get(page("meeting-record-attendance", meeting)).content.decode()
    assert str(people["member_1"]) in offered
    answer = {"members": [people["member_1"].pk]}
    assert client_as("chair").post(page("meeting-record-attendance", meeting), answer).status_code == 403
    secretary.post(page("meeting-record-attendance", meeting), answer)
    assert {row.member for row in meeting.attendances.all()} == {people["chair"], people["member_1"]}
    with pytest.raises(Denied):
        record_attendance(meeting, by=acting("secretary"), members=[people["resident_1"]])
    record_attendance(meeting, by=acting("secretary"), members=[people["member_1"]])
    assert meeting.attendances.count() == 2
    record_head(meeting, by=acting("secretary"), observers=4, materials="次第\n資料1 会議室の状況")
    html = client.get(meeting.get_absolute_url()).content.decode()
    assert f"{people['chair']}（委員長）" in html
    assert "4人" in html and "資料1 会議室の状況" in html
    absent = html.split("欠席")[1].split("</dd>")[0]
    assert f"{people['vice_chair_1']}（副委員長）" in absent and str(people["member_1"]) not in absent


def test_the_page_names_the_office_held_on_the_day_of_the_meeting(term, acting, people, client, frozen):
    meeting = in_session(term, acting)
    actions.attend(meeting, by=acting("chair"))
    assert meeting.presided_by == people["chair"]
    actions.adjourn(meeting, by=acting("chair"))
    frozen("2026-07-01 09:00")
    offices.step_down(Office.objects.chairs().get(), by=acting("chair"), reason="転居のため")
    frozen("2026-08-01 09:00")
    assert f"{people['chair']}（委員長）" in client.get(meeting.get_absolute_url()).content.decode()


@pytest.fixture
def room(term, acting) -> Room:
    return Forums(acting).citizen_room()


@pytest.mark.parametrize(
    ("at", "counts"),
    [("18:59", False), ("19:00", True), ("20:59", True), ("21:00", False)],
)
def test_in_a_room_one_is_present_only_between_opening_and_closing(term, room, acting, frozen, at, counts):
    meeting = in_session(term, acting, mode="online", room=room)
    frozen(f"2026-06-01 {at}")
    if counts:
        assert actions.attend(meeting, by=acting("member_1")).member == acting("member_1").person
    else:
        with pytest.raises(Denied):
            actions.attend(meeting, by=acting("member_1"))
    with pytest.raises(Denied):
        record_attendance(meeting, by=acting("secretary"), members=[acting("member_1").person])


def test_a_meeting_in_a_room_names_the_room(term, room, client_as, client):
    form = {
        "title": "公開会議室での運営委員会",
        "starts_at": "2026-06-20T19:00",
        "ends_at": "2026-06-27T21:00",
        "mode": "online",
        "agenda": "議題",
    }
    secretary = client_as("secretary")
    assert secretary.post(reverse("governance:meeting-plan", args=[CODE]), form).status_code == 200
    secretary.post(reverse("governance:meeting-plan", args=[CODE]), {**form, "room": room.pk})
    meeting = Meeting.objects.get()
    assert (meeting.room, meeting.place) == (room, room.title)
    actions.announce(meeting, by=a.acting_secretariat())
    assert room.get_absolute_url() in client.get(meeting.get_absolute_url()).content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.update(room=None)

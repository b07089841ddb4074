"""The iCalendar feed of a committee (RFC 5545): one event each, the same event when the meeting moves."""

from datetime import timedelta

import pytest
from django.urls import reverse

from governance.meetings import actions
from governance.meetings.calendar import escaped, folded
from portal.foundation import clock
from tests.factories import governance as a

CODE = "steering-committee"


@pytest.fixture
def meeting(town, frozen):
    frozen("2026-06-01 10:00")
    a.a_committee_in_office()
    return announced()


def announced(**more):
    fields = {
        "title": "第1回運営委員会",
        "place": "本庁舎5階, 会議室",
        "agenda": "議題一;議題二\n議題三",
        **more,
    }
    begins = clock.now() + timedelta(days=10)
    meeting = actions.plan(
        a.steering_committee().committee_terms.get(),
        by=a.acting_secretariat(),
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        **fields,
    )
    return actions.announce(meeting, by=a.acting_secretariat())


def feed(client) -> list[str]:
    answer = client.get(reverse("governance:meeting-calendar", args=[CODE]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    raw = answer.content
    assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    return raw.decode().replace("\r\n ", "").split("\r\n")


def values(lines: list[str], name: str) -> list[str]:
    return [line.partition(":")[2] for line in lines if line.startswith(f"{name}:")]


def test_an_announced_meeting_is_an_event_in_universal_time(meeting, client):
    lines = feed(client)
    assert values(lines, "DTSTART") == ["20260611T010000Z"]
    assert values(lines, "DTEND") == ["20260611T030000Z"]
    assert values(lines, "DTSTAMP") == ["20260601T010000Z"]
    assert values(lines, "SUMMARY") == ["第1回運営委員会"]
    assert values(lines, "LOCATION") == ["本庁舎5階\\, 会議室"]
    assert values(lines, "DESCRIPTION") == ["議題一\\;議題二\\n議題三"]
    assert values(lines, "STATUS") == ["CONFIRMED"]
    assert values(lines, "SEQUENCE") == ["0"]
    assert values(lines, "URL")[0].endswith(meeting.get_absolute_url())


def test_a_changed_place_and_a_postponement_move_the_same_event(meeting, client, frozen):
    (first,) = values(feed(client), "UID")
    frozen("2026-06-02 10:00")
    meeting = actions.revise(meeting, by=a.acting_secretariat(), reason="会場の都合", place="市民センター")
    lines = feed(client)
    assert (values(lines, "UID"), values(lines, "SEQUENCE")) == ([first], ["1"])
    assert values(lines, "LOCATION") == ["市民センター"]
    assert values(lines, "LAST-MODIFIED") == ["20260602T010000Z"]
    meeting = actions.postpone(meeting, by=a.acting_secretariat(), reason="台風")
    lines = feed(client)
    assert (values(lines, "UID"), values(lines, "SEQUENCE")) == ([first], ["2"])
    assert values(lines, "STATUS") == ["CANCELLED"]
    assert values(lines, "SUMMARY") == ["【延期】第1回運営委員会"]
    later = clock.now() + timedelta(days=30)
    moved = {"starts_at": later, "ends_at": later + timedelta(hours=2)}
    meeting = actions.revise(meeting, by=a.acting_secretariat(), reason="新しい日程", **moved)
    lines = feed(client)
    assert (values(lines, "UID"), values(lines, "SEQUENCE")) == ([first], ["3"])
    assert (values(lines, "STATUS"), values(lines, "DTSTART")) == (["CONFIRMED"], ["20260702T010000Z"])
    actions.cancel(meeting, by=a.acting_secretariat(), reason="議題がなくなったため")
    lines = feed(client)
    assert (values(lines, "STATUS"), values(lines, "SEQUENCE")) == (["CANCELLED"], ["4"])


def test_plans_and_what_a_closed_meeting_is_about_are_in_nobodys_calendar(meeting, client, client_as):
    announced(title="第2回", is_open=False, closing_ground="個人に関する情報", agenda="異議の審査")
    begins = clock.now() + timedelta(days=20)
    actions.plan(
        meeting.term,
        by=a.acting_secretariat(),
        title="まだ予定",
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        place="会議室",
        agenda="議題",
    )
    for reader in (client, client_as("chair"), client_as("secretary")):
        text = "\n".join(feed(reader))
        assert "第2回" in text and "個人に関する情報" in text
        assert "異議の審査" not in text
        assert "まだ予定" not in text


def test_the_feed_is_found_from_the_committees_pages(meeting, client):
    address = reverse("governance:meeting-calendar", args=[CODE])
    for name in ("committee-detail", "meeting-list"):
        assert address in client.get(reverse(f"governance:{name}", args=[CODE])).content.decode()


def test_the_feed_costs_the_same_with_more_meetings(meeting, client, django_assert_max_num_queries):
    for number in range(3):
        announced(title=f"別の会議 {number}")
    with django_assert_max_num_queries(2):
        assert len(values(feed(client), "UID")) == 4


def test_a_line_is_folded_between_letters_at_75_octets():
    line = folded("SUMMARY:" + "会" * 40)
    parts = line.split("\r\n")
    assert [len(part.encode()) for part in parts] == [74, 55]
    assert parts[1].startswith(" ") and "".join([parts[0], parts[1][1:]]) == "SUMMARY:" + "会" * 40
    assert folded("a" * 75) == "a" * 75
    assert folded("a" * 76) == "a" * 75 + "\r\n a"


def test_text_is_escaped_once():
    assert escaped("a\\b;c,d\r\ne\nf") == "a\\\\b\\;c\\,d\\ne\\nf"

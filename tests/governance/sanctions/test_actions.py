"""What is imposed has its effect, says why, and ends by the clock."""

from datetime import date

import pytest
from django.utils import translation

from communities.communities import permissions as communities
from communities.posts import permissions as posts
from governance.sanctions import actions, tasks
from governance.sanctions.models import Sanction
from governance.sanctions.permissions import earlier_suspensions
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories.violations import Cases


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    translation.activate("ja")
    frozen("2026-06-01 09:00")
    return Cases(acting, committee=True)


def told(person) -> list[str]:
    rows = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind__startswith="governance.")
    return [row.kind.removeprefix("governance.") for row in rows.order_by("pk")]


def test_a_caretaker_deletes_without_a_resolution_and_the_committee_hears_of_it(cases, people):
    sanction = cases.measured("delete")
    post = sanction.case.post
    post.refresh_from_db()
    assert (post.status, sanction.is_direct, sanction.resolution) == ("deleted", True, None)
    assert "sanction_taken_directly" in told(people["chair"])
    assert Sanction.objects.direct().get() == sanction
    assert told(people["resident_3"])[-1] == "violation_settled"


def test_the_letter_names_ground_reason_days_and_the_way_to_object(cases, people):
    cases.measured("room_restriction", days=7)
    letter = OutboxMessage.objects.get(kind="governance.sanction_imposed").context
    assert (letter["ground"], letter["words"]) == (
        "会議室利用ルール第4条第3号",
        "本人の同意なく個人の情報を明らかにするもの",
    )
    assert (letter["from_day"], letter["to_day"], letter["object_until"]) == (
        "2026-06-01",
        "2026-06-07",
        "2026-06-15",
    )


def test_a_restriction_holds_in_one_room_only(cases, acting):
    cases.measured("room_restriction", days=7)
    elsewhere = cases.forums.citizen_room(by="resident_4")
    cases.forums.join(elsewhere, "resident_2")
    assert not posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)
    assert posts.can_start_thread(acting("resident_2"), elsewhere.forum_ptr)


def test_a_suspended_person_cannot_write_anywhere_and_is_told_why_until_when_and_how_to_object(cases, acting):
    sanction = cases.suspended(days=10)
    answer = posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)
    assert isinstance(answer, Denied)
    assert "2026年6月10日" in str(answer) and "第4条第3号" in str(answer) and sanction.reason in str(answer)
    assert "2026年6月15日" in str(answer.next_step) and sanction.case.get_absolute_url() in str(
        answer.next_step
    )
    assert not communities.can_found(acting("resident_2"))
    assert posts.can_start_thread(acting("resident_1"), cases.room.forum_ptr)


def test_a_suspension_ends_by_the_clock_even_before_the_worker_ran(cases, acting, people, frozen):
    sanction = cases.suspended(days=10)
    frozen("2026-06-10 23:00")
    assert not posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)
    frozen("2026-06-11 00:01")
    assert posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)
    tasks.end_what_is_over()
    tasks.end_what_is_over()
    sanction.refresh_from_db()
    assert (sanction.status, sanction.suspension.status) == ("ended", "ended")
    assert told(people["resident_2"]).count("sanction_ended") == 1


def test_a_warning_stands_until_nobody_can_object_any_more(cases, frozen):
    sanction = cases.measured("warning")
    assert sanction.ends_on == sanction.object_until == date(2026, 6, 15)
    frozen("2026-06-16 00:05")
    tasks.end_what_is_over()
    sanction.refresh_from_db()
    assert sanction.status == "ended"


def test_the_ladder_counts_suspensions_and_ends_in_a_cancellation(cases, acting, frozen):
    cases.suspended(days=14)
    frozen("2026-07-01 09:00")
    cases.suspended(days=90)
    frozen("2026-10-15 09:00")
    case = cases.in_status("referred")
    cancelled = actions.sanction(
        case,
        by=acting("chair"),
        resolution=cases.resolution(case),
        kind="cancellation",
        reason="重ねての違反",
    )
    assert (cancelled.ends_on, cancelled.suspension.until_on) == (None, None)
    answer = posts.can_start_thread(acting("resident_2"), cases.room.forum_ptr)
    assert not answer and case.get_absolute_url() in str(answer.next_step)


def test_suspensions_older_than_the_years_that_count_do_not_count(cases, acting, frozen):
    cases.suspended(days=14)
    frozen("2026-07-01 09:00")
    case = cases.in_status("referred")
    frozen("2028-05-31 09:00")
    assert earlier_suspensions(case) == 1
    frozen("2028-06-02 09:00")
    assert earlier_suspensions(case) == 0


def test_a_refused_decision_leaves_nothing_behind(cases, acting):
    case = cases.in_status("heard")
    with pytest.raises(Denied):
        actions.take_measure(case, by=acting("caretaker_1"), kind="suspension", days=3, reason="重い違反")
    case.refresh_from_db()
    assert case.status == "heard" and not Sanction.objects.exists()

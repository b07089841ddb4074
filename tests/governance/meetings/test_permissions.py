"""M5, the rows about meetings and minutes, typed by hand."""

from datetime import date, timedelta

import pytest

from governance.meetings import actions, permissions
from governance.meetings.models import Meeting
from governance.offices import actions as offices
from governance.seats.models import Office
from governance.sittings import Sitting, announced
from portal.foundation import clock
from portal.foundation.decisions import Denied
from tests.factories import governance as a

EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "secretary",
    "mayor",
    "pr_approver",
    "planner_author",
    "it_staff",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
MAY = {
    ("plan", "planned"): {"member_1", "vice_chair_1", "chair", "secretary", "caretaker_1"},
    ("replan", "planned"): {"member_1", "vice_chair_1", "chair", "secretary", "caretaker_1"},
    ("revise", "announced"): {"secretary"},
    ("revise", "postponed"): {"secretary"},
    ("postpone", "announced"): {"secretary"},
    ("cancel", "postponed"): {"secretary"},
    ("record_attendance", "in_session"): {"secretary"},
    ("record_head", "in_session"): {"secretary"},
    ("record_head", "minutes_draft"): {"secretary"},
    ("announce", "planned"): {"secretary"},
    ("cancel", "planned"): {"secretary"},
    ("cancel", "announced"): {"secretary"},
    ("entrust", "announced"): {"chair"},
    ("convene", "announced"): {"chair"},
    ("attend", "in_session"): {"member_1", "vice_chair_1", "chair"},
    ("adjourn", "in_session"): {"chair"},
}
QUESTIONS = {
    "replan": permissions.can_replan_meeting,
    "revise": permissions.can_revise_meeting,
    "postpone": permissions.can_postpone_meeting,
    "record_attendance": permissions.can_record_attendance,
    "record_head": permissions.can_record_head,
    "announce": permissions.can_announce_meeting,
    "cancel": permissions.can_cancel_meeting,
    "entrust": permissions.can_entrust_meeting,
    "convene": permissions.can_convene_meeting,
    "attend": permissions.can_attend_meeting,
    "adjourn": permissions.can_adjourn_meeting,
}
STATUSES = [
    "planned",
    "announced",
    "in_session",
    "minutes_draft",
    "minutes_confirmed",
    "published",
    "cancelled",
    "postponed",
]


@pytest.fixture
def meeting(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    return announced(term, Sitting(title="運営委員会", on=clock.today(), agenda="議題", minutes="摘録"))


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_about_a_meeting_in_each_status(meeting, acting, who):
    by = acting(who)
    assert bool(permissions.can_plan_meeting(by, meeting.body)) == (who in MAY[("plan", "planned")])
    for status in STATUSES:
        meeting.status = status
        for verb, ask in QUESTIONS.items():
            assert bool(ask(by, meeting)) == (who in MAY.get((verb, status), set())), (who, verb, status)


def test_a_vice_chair_presides_only_where_the_chair_asked(meeting, acting, people):
    assert not permissions.can_convene_meeting(acting("vice_chair_1"), meeting)
    meeting = actions.entrust(meeting, by=acting("chair"), to=people["vice_chair_1"])
    assert permissions.can_convene_meeting(acting("vice_chair_1"), meeting)
    assert not permissions.can_convene_meeting(acting("member_1"), meeting)


@pytest.mark.parametrize(
    ("moment", "may"),
    [("2026-06-10 23:59", False), ("2026-06-11 00:00", True), ("2026-06-13 09:00", True)],
)
def test_nobody_opens_a_meeting_before_the_day_that_was_announced(meeting, acting, frozen, moment, may):
    meeting = announced(meeting.term, Sitting(title="次の会議", on=date(2026, 6, 11), agenda="議題"))
    frozen(moment)
    told = permissions.can_convene_meeting(acting("chair"), meeting)
    assert bool(told) is may
    if not may:
        assert "2026年6月11日(木)" in str(told.reason) and "事務局が日時を変え" in str(told.next_step)
        assert "2026年6月11日" not in str(permissions.can_convene_meeting(acting("member_1"), meeting).reason)


def test_plans_are_seen_by_those_who_prepare_them_and_closed_ones_by_no_contractor(meeting, acting):
    def seen():
        return {who for who in EVERYBODY if Meeting.objects.visible_to(acting(who)).exists()}

    Meeting.objects.update(status="planned")
    assert seen() == {"member_1", "vice_chair_1", "chair", "secretary", "caretaker_1"}
    Meeting.objects.update(is_open=False, closing_ground="個人に関する情報を扱うため")
    assert seen() == {"member_1", "vice_chair_1", "chair", "secretary"}


def test_a_caretaker_prepares_no_closed_meeting(meeting, acting):
    caretaker, member = acting("caretaker_1"), acting("member_1")
    assert permissions.can_plan_meeting(caretaker, meeting.body)
    assert not permissions.can_plan_meeting(caretaker, meeting.body, is_open=False)
    assert permissions.can_plan_meeting(member, meeting.body, is_open=False)


def test_before_there_is_a_chair_the_secretariat_asks_a_member_to_preside(meeting, acting, people, frozen):
    secretary, member = acting("secretary"), acting("member_1")
    assert not permissions.can_entrust_meeting(secretary, meeting)
    offices.step_down(Office.objects.chairs().get(), by=acting("chair"), reason="転居のため")
    frozen("2026-06-02 09:00")
    assert permissions.can_entrust_meeting(secretary, meeting)
    assert not permissions.can_entrust_meeting(acting("chair"), meeting)
    assert not permissions.can_convene_meeting(member, meeting)
    with pytest.raises(Denied):
        actions.entrust(meeting, by=secretary, to=people["resident_1"])
    meeting = actions.entrust(meeting, by=secretary, to=people["member_1"])
    assert permissions.can_convene_meeting(member, meeting)
    assert not permissions.can_convene_meeting(acting("vice_chair_1"), meeting)


MAY_READ_A_CLOSED_AGENDA = {"member_1", "vice_chair_1", "chair", "secretary"}


@pytest.mark.parametrize("is_open", [True, False])
def test_a_closed_meeting_tells_others_when_and_why_but_not_about_what(
    client_as, client, frozen, town, is_open
):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    begins = clock.now() + timedelta(days=10)
    meeting = actions.plan(
        term,
        by=a.acting_secretariat(),
        title="第9回運営委員会",
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place="第一会議室",
        agenda="利用停止の異議について",
        is_open=is_open,
        closing_ground="" if is_open else "個人に関する情報を扱うため",
    )
    actions.announce(meeting, by=a.acting_secretariat())
    for who in EVERYBODY:
        reader = client if who == "guest" else client_as(who)
        html = reader.get(meeting.get_absolute_url()).content.decode()
        assert "第9回運営委員会" in html
        assert ("個人に関する情報を扱うため" in html) is not is_open
        reads = is_open or who in MAY_READ_A_CLOSED_AGENDA
        assert ("利用停止の異議について" in html) is reads, who
        assert ("この会議は非公開です。" in html) is not reads

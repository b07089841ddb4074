"""After the answer: reports, milestones, reminders, the end."""

from datetime import date, timedelta

import pytest

from governance.answers import actions as answers
from governance.follow_ups import actions, tasks, turn
from governance.follow_ups.models import FollowUp, Milestone
from governance.proposals.lifecycle import Progress
from governance.proposals.models import Proposal
from governance.sittings import acting_secretariat
from portal.foundation import business_days, clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from tests.factories import governance, proposals
from tests.factories.communities import Forums


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-20 09:00")
    proposals.set_deadlines()
    return governance.a_committee_in_office()


def told(kind):
    ids = OutboxMessage.objects.filter(kind=f"governance.{kind}").values_list("recipient_id", flat=True)
    return {person.email.split("@")[0] for person in User.objects.filter(pk__in=list(ids))}


def report(item, progress=Progress.IN_PROGRESS, text="説明会を開きました。", **more):
    return actions.report(item, by=proposals.planner(), progress=progress, text=text, **more)


def test_a_report_is_public_moves_the_next_day_and_counts_once():
    item = proposals.a_proposal_in("published").items.first()
    due = date(2026, 11, 27)
    report(item, next_title="条例改正案を出す", next_due_on=due)
    report(item, next_title="条例改正案を出す", next_due_on=due)
    assert FollowUp.objects.count() == Milestone.objects.count() == 1
    item.refresh_from_db()
    assert (item.proposal.status, item.progress) == ("tracked", "in_progress")
    assert item.report_due_on == business_days.add(date(2026, 11, 20), 60)
    line = AuditEntry.objects.get(verb="governance.follow_up.reported")
    assert line.is_public and line.details == {"item": 1, "progress": "in_progress"}
    assert "chair" in told("proposal_moved")


def test_a_milestone_is_reached_with_a_report_or_missed_in_public():
    item = proposals.a_proposal_in("published").items.first()
    report(item, next_title="条例改正案を出す", next_due_on=date(2026, 11, 27))
    milestone = Milestone.objects.get()
    assert milestone.is_missed(date(2026, 11, 28)) and not milestone.is_missed(date(2026, 11, 27))
    report(item, Progress.DONE, "議決されました。", reached=[milestone])
    milestone.refresh_from_db()
    assert milestone.reached_on == date(2026, 11, 20) and not milestone.is_missed(date(2027, 1, 1))
    item.refresh_from_db()
    assert item.report_due_on is None


def test_close_waits_until_nothing_is_owed():
    proposal = proposals.a_proposal_in("published")
    first, second = proposal.items.all()
    report(first, Progress.DONE)
    with pytest.raises(Denied) as refusal:
        actions.conclude(proposal, by=acting_secretariat())
    assert second.title in str(refusal.value)
    report(second, Progress.NOT_POSSIBLE, "担い手が見つかりませんでした。")
    assert told("follow_up_finished") >= {"secretary", "secretary-chief"}
    assert actions.conclude(proposal, by=acting_secretariat()).status == "closed"


def test_another_section_does_not_report(acting):
    item = proposals.a_proposal_in("published").items.first()
    with pytest.raises(Denied) as refusal:
        actions.report(item, by=acting("disaster_officer"), progress="done", text="終わりました。")
    assert "企画課" in str(refusal.value.next_step)


def loaded(proposal):
    return Proposal.objects.with_drafts().get(pk=proposal.pk)


@pytest.mark.parametrize(
    ("status", "names"),
    [
        ("drafting", ["運営委員会"]),
        ("adopted", ["運営委員会"]),
        ("handed_over", ["市民自治推進課"]),
        ("returned", ["運営委員会"]),
        ("received", ["市民自治推進課"]),
        ("routed", ["企画課"]),
        ("presented", ["市長"]),
        ("answered", ["市民自治推進課", "広報課"]),
        ("published", ["企画課"]),
        ("tracked", ["市民自治推進課"]),  # every item is done: it can be concluded
        ("closed", []),
        ("withdrawn", []),
    ],
)
def test_whose_turn_it_is(status, names):
    found = turn.of(proposals.a_proposal_in(status), clock.today())
    assert [body.name for body in found.bodies] == names
    assert bool(found.expected) is bool(names)


def test_while_a_draft_lies_open_it_is_everybodys_turn():
    found = turn.of(proposals.a_proposal_in("reading"), clock.today())
    assert found.is_everybody and found.due_on == date(2026, 11, 30) and not found.is_overdue


def test_who_is_due_is_reminded_once_and_when_late_the_committee_hears_too():
    proposal = proposals.a_proposal_in("routed")
    assert proposal.step_due_on == date(2027, 1, 8)
    with clock.at(date(2026, 12, 28)):
        tasks.remind_of_what_is_due()
    assert told("proposal_due_soon") == set()
    with clock.at(date(2027, 1, 5)):  # three open days before
        tasks.remind_of_what_is_due()
        tasks.remind_of_what_is_due()
    assert told("proposal_due_soon") == {"planner-author", "planner-chief"}
    assert OutboxMessage.objects.filter(kind="governance.proposal_due_soon").count() == 2
    with clock.at(date(2027, 1, 9)):
        tasks.remind_of_what_is_due()
        tasks.remind_of_what_is_due()
    assert told("proposal_overdue") >= {"planner-author", "secretary", "chair"}
    assert turn.of(loaded(proposal), date(2027, 1, 9)).is_overdue


def test_a_section_is_reminded_of_its_report():
    item = proposals.a_proposal_in("published").items.first()
    with clock.at(item.report_due_on - timedelta(days=1)):
        tasks.remind_of_what_is_due()
    assert told("report_due_soon") == {"planner-author", "planner-chief"}
    with clock.at(item.report_due_on + timedelta(days=1)):
        tasks.remind_of_what_is_due()
    assert told("report_overdue") == {"planner-author", "planner-chief", "secretary", "secretary-chief"}
    assert turn.of(loaded(item.proposal), item.report_due_on + timedelta(days=1)).is_overdue


def test_a_missed_milestone_is_said_once_to_the_section_and_to_those_who_watch():
    item = proposals.a_proposal_in("published").items.first()
    report(item, next_title="条例改正案を出す", next_due_on=date(2026, 11, 27))
    with clock.at(date(2026, 11, 27)):
        tasks.remind_of_what_is_due()
    assert told("milestone_missed") == set()
    with clock.at(date(2026, 11, 28)):
        tasks.remind_of_what_is_due()
        tasks.remind_of_what_is_due()
    assert told("milestone_missed") == {"planner-author", "planner-chief", "secretary", "secretary-chief"}
    assert OutboxMessage.objects.filter(kind="governance.milestone_missed").count() == 4


def test_a_milestone_of_a_finished_item_is_not_asked_for_any_more():
    item = proposals.a_proposal_in("published").items.first()
    report(item, next_title="条例改正案を出す", next_due_on=date(2026, 11, 27))
    report(item, Progress.DONE, "議決されました。")
    with clock.at(date(2026, 12, 28)):
        tasks.remind_of_what_is_due()
    assert told("milestone_missed") == set()


def test_participants_hear_once_that_the_answer_is_late_and_again_after_an_extension():
    proposal = proposals.a_proposal_in("routed")

    def late():
        found = OutboxMessage.objects.filter(kind="governance.proposal_moved", context__verb="overdue")
        chair = User.objects.get(email__startswith="chair@")
        return found.filter(recipient_id=chair.pk).count()

    with clock.at(proposal.answer_due_on):
        tasks.remind_of_what_is_due()
    assert late() == 0
    with clock.at(proposal.answer_due_on + timedelta(days=1)):
        tasks.remind_of_what_is_due()
        tasks.remind_of_what_is_due()
        assert late() == 1
        until = proposal.answer_due_on + timedelta(days=30)
        answers.extend(proposal, by=acting_secretariat(), until=until, reason="調整に時間がかかります。")
    proposal.refresh_from_db()
    with clock.at(proposal.answer_due_on + timedelta(days=1)):
        tasks.remind_of_what_is_due()
    assert late() == 2


def test_speaking_about_a_draft_is_asked_for_only_where_a_room_takes_posts(acting):
    rooms = Forums(acting)
    proposal = proposals.a_proposal_in("reading")
    assert "会議室で" not in str(turn.of(proposal, clock.today()).expected)
    proposal.rooms.add(rooms.city_room("summarised"))
    assert "会議室で" not in str(turn.of(proposal, clock.today()).expected)
    proposal.rooms.add(rooms.city_room("open"))
    assert "会議室で" in str(turn.of(proposal, clock.today()).expected)

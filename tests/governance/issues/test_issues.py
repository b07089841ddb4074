"""The committee's register of issues (checklist 67): through HTTP, expected values typed by hand."""

from datetime import timedelta

import pytest

from governance.issues import actions, permissions
from governance.issues.lifecycle import ISSUE
from governance.issues.models import CommitteeIssue
from governance.meetings import actions as meetings
from governance.resolutions import actions as resolutions
from governance.resolutions.lifecycle import Competence
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance as a
from tests.factories.communities import Forums

HOME = "/committees/steering-committee/issues/"
WORDS = {"title": "発言が減っている会議室", "about": "半年で半分になりました。"}

SEATLESS = {"vice_chair_2", *(f"member_{n}" for n in range(2, 10))}
"""Members of the founded town who have no seat in the term of these tests."""


@pytest.fixture
def committee(town, frozen):
    frozen("2026-06-01 10:00")
    a.a_committee_in_office(("chair", "vice_chair_1", "member_1"))
    return a.steering_committee()


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"governance.{kind}").values_list("recipient_id", flat=True)
    return sorted(
        key for key, person in people.items() if str(person.pk) in set(rows) and key not in SEATLESS
    )


def a_meeting(days: int = 10):
    by = a.acting_secretariat()
    begins = clock.now() + timedelta(days=days)
    meeting = meetings.plan(
        a.steering_committee().committee_terms.get(),
        by=by,
        title="第2回運営委員会",
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place="本庁舎",
        agenda="議題",
    )
    return meetings.announce(meeting, by=by)


def test_the_life_of_an_issue():
    assert {(verb, source, target) for verb, source, target, _by in ISSUE.rows()} == {
        ("raise_issue", "", "raised"),
        ("discuss", "raised", "discussed"),
        ("discuss", "discussed", "discussed"),
        ("decide", "discussed", "decided"),
        ("finish", "decided", "done"),
        ("reopen", "done", "raised"),
    }


WHO = ["chair", "member_1", "secretary", "caretaker_1", "adviser", "resident_1", "mayor", "planner_author"]


def test_who_keeps_the_register_and_who_decides(committee, acting):
    assert [who for who in WHO if permissions.can_raise_issue(acting(who), committee)] == [
        "chair",
        "member_1",
        "secretary",
    ]
    issue = actions.raise_issue(committee, by=acting("secretary"), **WORDS)
    issue = actions.discuss(issue, by=acting("chair"), discussion="話した。", meeting=a_meeting())
    assert [who for who in WHO if permissions.can_decide_issue(acting(who), issue)] == ["chair", "member_1"]
    issue = actions.decide(issue, by=acting("chair"), decision="声をかける。")
    assert [who for who in WHO if permissions.can_finish_issue(acting(who), issue)] == [
        "chair",
        "member_1",
        "secretary",
    ]


def test_from_raising_to_done(committee, acting, client, client_as, people):
    meeting = a_meeting()
    room = Forums(acting).citizen_room(by="resident_4", title="運営についての会議室")
    member, resident = client_as("member_1"), client_as("resident_1", None)
    assert resident.get(f"{HOME}raise/").status_code == 403
    # The figures of use stand beside the register.
    assert "利用状況" in text(client.get(HOME)) and "登録している人" in text(client.get(HOME))

    member.post(f"{HOME}raise/", WORDS), member.post(f"{HOME}raise/", WORDS)
    issue = CommitteeIssue.objects.get()
    page = issue.get_absolute_url()
    assert told("issue_raised", people) == ["chair", "secretary", "secretary_chief", "vice_chair_1"]
    assert "半年で半分" in text(client.get(page))

    # Where it was talked about has to be named; what was written stays.
    nowhere = member.post(f"{page}discuss/", {"discussion": "声かけが足りない。"})
    assert "会議か会議室を選んで" in text(nowhere) and "声かけが足りない。" in text(nowhere)
    assert member.post(f"{page}decide/", {"decision": "早すぎる"}).status_code == 403
    member.post(f"{page}discuss/", {"meeting": meeting.pk, "discussion": "声かけが足りない。"})
    member.post(f"{page}discuss/", {"room": room.pk, "discussion": "会議室でも聞いた。"})
    shown = text(client.get(page))
    assert meeting.get_absolute_url() in shown and room.get_absolute_url() in shown
    assert "声かけが足りない。" in shown and "会議室でも聞いた。" in shown

    resolution = a.an_adopted_resolution("声かけの実施", Competence.PLANNING, "声かけを行う。")
    assert client_as("secretary").get(f"{page}decide/").status_code == 403
    member.post(f"{page}decide/", {"resolution": resolution.pk, "decision": "月に一度、声をかける。"})
    member.post(f"{page}finish/", {"outcome": "10室に声をかけた。"})
    shown = text(client.get(page))
    assert resolution.get_absolute_url() in shown and "10室に声をかけた。" in shown
    issue.refresh_from_db()
    assert issue.status == "done"
    assert told("issue_finished", people) == ["chair", "secretary", "secretary_chief", "vice_chair_1"]
    # A second time it is not done again.
    assert member.post(f"{page}finish/", {"outcome": "もう一度"}).status_code == 403
    public = AuditEntry.objects.filter(verb__startswith="governance.issue", is_public=True)
    assert list(public.order_by("pk").values_list("verb", flat=True)) == [
        "governance.issue.raised",
        "governance.issue.decided",
        "governance.issue.finished",
    ]


def test_an_issue_is_kept_to_the_committee_only_for_a_stated_ground(committee, client, client_as):
    member = client_as("member_1")
    closed = {**WORDS, "title": "特定の方への対応", "is_closed": "on"}
    refused = member.post(f"{HOME}raise/", {**closed, "closing_ground": ""})
    assert "読む理由を書いて" in text(refused) and not CommitteeIssue.objects.exists()
    member.post(f"{HOME}raise/", {**closed, "closing_ground": "個人が特定されるため"})
    issue = CommitteeIssue.objects.get()
    page = issue.get_absolute_url()
    for reader in (client, client_as("resident_1", None), client_as("adviser"), client_as("mayor")):
        assert reader.get(page).status_code == 404 and "特定の方への対応" not in text(reader.get(HOME))
    for reader in (member, client_as("secretary")):
        assert "個人が特定されるため" in text(reader.get(page))
    assert not AuditEntry.objects.filter(target_label="特定の方への対応").exists()


def test_no_closed_room_and_no_open_motion_is_named(committee, acting):
    issue = actions.raise_issue(committee, by=acting("chair"), **WORDS)
    hidden = Forums(acting).citizen_room(by="resident_4", visibility="sns")
    for where in ({"room": hidden}, {}):
        with pytest.raises(Denied):
            actions.discuss(issue, by=acting("chair"), discussion="x", **where)
    meeting = meetings.convene(a_meeting(days=0), by=acting("chair"))
    meetings.attend(meeting, by=acting("chair"))
    motion = resolutions.propose(
        meeting, by=acting("chair"), title="声かけ", text="声かけを行う。", competence=Competence.PLANNING
    )
    issue = actions.discuss(issue, by=acting("chair"), discussion="x", meeting=meeting)
    with pytest.raises(Denied):
        actions.decide(issue, by=acting("chair"), decision="x", resolution=motion)


def test_what_was_not_done_after_all_is_raised_again_with_a_reason(
    committee, acting, client, client_as, people
):
    issue = actions.raise_issue(committee, by=acting("chair"), **WORDS)
    issue = actions.discuss(issue, by=acting("chair"), discussion="話した。", meeting=a_meeting())
    issue = actions.decide(issue, by=acting("chair"), decision="声をかける。")
    assert not any(permissions.can_reopen_issue(acting(who), issue) for who in WHO)
    issue = actions.finish(issue, by=acting("secretary"), outcome="10室に声をかけた。")
    assert [who for who in WHO if permissions.can_reopen_issue(acting(who), issue)] == [
        "chair",
        "member_1",
        "secretary",
    ]
    page, member = issue.get_absolute_url(), client_as("member_1")
    assert f"{page}reopen/" in text(member.get(page)) and f"{page}reopen/" not in text(client.get(page))
    assert client_as("resident_1", None).post(f"{page}reopen/", {"reason": "まだ"}).status_code == 403
    assert "form-errors" in text(member.post(f"{page}reopen/", {"reason": ""}))
    member.post(f"{page}reopen/", {"reason": "半年後も発言が戻っていないため。"})
    issue.refresh_from_db()
    assert (issue.status, issue.outcome, issue.decision) == ("raised", "", "声をかける。")
    shown = text(client.get(page))
    assert "半年後も発言が戻っていないため。" in shown and "10室に声をかけた。" in shown
    assert told("issue_reopened", people) == ["chair", "secretary", "secretary_chief", "vice_chair_1"]
    last = AuditEntry.objects.filter(verb="governance.issue.reopened").get()
    assert (last.reason, last.is_public) == ("半年後も発言が戻っていないため。", True)
    # From here on it takes its way anew: discussed before anything is decided.
    assert member.post(f"{page}decide/", {"decision": "早すぎる"}).status_code == 403
    assert member.post(f"{page}reopen/", {"reason": "二度目"}).status_code == 403
    issue = actions.discuss(issue, by=acting("chair"), discussion="また話した。", meeting=issue.meeting)
    issue = actions.decide(issue, by=acting("chair"), decision="開設者と会う。")
    assert actions.finish(issue, by=acting("chair"), outcome="会った。").status == "done"

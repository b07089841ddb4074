"""A motion becomes a numbered resolution, or does not."""

import pytest

from governance.meetings import actions as meetings
from governance.resolutions import actions
from governance.resolutions.lifecycle import Choice, Competence
from governance.resolutions.models import Resolution
from governance.resolutions.permissions import can_rest_on
from governance.sittings import Sitting, announced
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance as a


@pytest.fixture
def meeting(town, frozen, acting):
    frozen("2026-06-01 10:00")
    term = a.a_committee_in_office(("chair", "vice_chair_1", "member_1", "member_2"))
    found = announced(term, Sitting(title="運営委員会", on=clock.today(), agenda="議題"))
    return meetings.convene(found, by=acting("chair"))


def motion(meeting, acting, votes: dict[str, Choice]) -> Resolution:
    for key in votes:
        meetings.attend(meeting, by=acting(key))
    by = acting(next(iter(votes)))
    found = actions.propose(meeting, by=by, title="件名", text="本文", competence=Competence.RULES)
    for key, choice in votes.items():
        actions.vote(found, by=acting(key), choice=choice)
    return found


YES, NO, NONE = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN


def test_an_adopted_resolution_has_the_next_number_of_its_term(town, frozen):
    frozen("2026-06-01 10:00")
    a.a_committee_in_office()
    first, second = a.an_adopted_resolution(), a.an_adopted_resolution("テーマを選ぶ")
    assert (first.printed_number, second.printed_number) == ("第5期第1号", "第5期第2号")
    assert list(Resolution.objects.adopted()) == [second, first]
    assert (first.votes_for, first.votes_against, first.votes_abstaining, first.present) == (3, 0, 0, 3)
    assert AuditEntry.objects.filter(verb="governance.resolution.adopted", reference="第5期第1号").exists()
    assert OutboxMessage.objects.filter(kind="governance.resolution_adopted").exists()


def test_a_majority_of_those_present_carries(meeting, acting):
    found = motion(meeting, acting, {"chair": YES, "vice_chair_1": YES, "member_1": NO})
    with pytest.raises(Denied):
        actions.reject(found, by=acting("chair"))
    assert actions.adopt(found, by=acting("chair")).printed_number == "第5期第1号"


def test_a_lost_motion_gets_no_number(meeting, acting):
    found = motion(meeting, acting, {"chair": YES, "vice_chair_1": NO, "member_1": NO})
    with pytest.raises(Denied):
        actions.adopt(found, by=acting("chair"))
    found = actions.reject(found, by=acting("chair"))
    assert (found.status, found.number, found.adopted_on) == ("rejected", None, None)


def test_without_a_quorum_nothing_is_decided(meeting, acting):
    found = motion(meeting, acting, {"chair": YES, "vice_chair_1": YES})
    with pytest.raises(Denied) as refused:
        actions.adopt(found, by=acting("chair"))
    assert "2" in str(refused.value) and "3" in str(refused.value)
    assert Resolution.objects.get().status == "proposed"


def test_a_tie_is_decided_by_whoever_presides_where_the_rule_says_so(meeting, acting):
    votes = {"chair": YES, "vice_chair_1": YES, "member_1": NO, "member_2": NO}
    found = motion(meeting, acting, votes)
    a.set_numbers(guideline=False, committee_rule=False, committee__casting_vote="nobody")
    with pytest.raises(Denied):
        actions.adopt(found, by=acting("chair"))
    a.set_numbers(guideline=False, committee_rule=False, committee__casting_vote="chair")
    assert actions.adopt(found, by=acting("chair")).status == "adopted"


def test_a_committee_that_has_not_decided_a_quorum_cannot_resolve(town, frozen, acting):
    frozen("2026-06-01 10:00")
    a.set_numbers(committee_rule=False, committee__office_choice="mutual_election")
    recruitment = a.a_recruitment(a.a_term())
    a.a_seat(recruitment, acting("chair").person)
    found = announced(recruitment.term, Sitting(title="運営委員会", on=clock.today(), agenda="議題"))
    found = meetings.entrust(found, by=a.acting_secretariat(), to=acting("chair").person)
    found = motion(meetings.convene(found, by=acting("chair")), acting, {"chair": YES})
    with pytest.raises(Denied) as refused:
        actions.adopt(found, by=acting("chair"))
    assert refused.value.next_step


def test_a_vote_is_cast_once_by_members_who_are_present(meeting, acting):
    found = motion(meeting, acting, {"chair": YES})
    with pytest.raises(Denied):
        actions.vote(found, by=acting("chair"), choice=NO)
    for who in ("member_1", "secretary", "caretaker_1", "mayor", "resident_1"):
        with pytest.raises(Denied):
            actions.vote(found, by=acting(who), choice=YES)
    assert found.votes.count() == 1


def test_only_the_mover_withdraws_a_motion(meeting, acting):
    found = motion(meeting, acting, {"member_1": YES})
    with pytest.raises(Denied):
        actions.withdraw(found, by=acting("chair"))
    assert actions.withdraw(found, by=acting("member_1")).status == "withdrawn"


def test_a_meeting_does_not_end_over_an_undecided_motion(meeting, acting):
    found = motion(meeting, acting, {"chair": YES})
    with pytest.raises(Denied):
        meetings.adjourn(meeting, by=acting("chair"))
    actions.withdraw(found, by=acting("chair"))
    assert meetings.adjourn(meeting, by=acting("chair")).status == "minutes_draft"


def test_an_act_rests_only_on_an_adopted_resolution_of_its_own_body_about_it(meeting, acting, people):
    votes = {"chair": YES, "vice_chair_1": YES, "member_1": YES}
    found = motion(meeting, acting, votes)
    member, mayor = acting("member_1"), acting("mayor")
    assert not can_rest_on(member, None, Competence.RULES)
    assert not can_rest_on(member, found, Competence.RULES)
    found = actions.adopt(found, by=acting("chair"))
    assert can_rest_on(member, found, Competence.RULES)
    assert can_rest_on(member, found)
    assert not can_rest_on(member, found, Competence.THEMES)
    assert not can_rest_on(mayor, found, Competence.RULES)
    assert not can_rest_on(Acting(people["member_1"]), found, Competence.RULES)

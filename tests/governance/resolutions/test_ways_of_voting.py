"""Show of hands, secret ballot, in writing; and members who take no part."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from governance.meetings import actions as meetings
from governance.resolutions import actions
from governance.resolutions.counting import count_of, quorum_present, result_of, voting_present
from governance.resolutions.lifecycle import Choice, Competence, RecusalGround, VoteMethod
from governance.resolutions.models import BallotCount, Resolution, SecretVoter, Vote
from governance.resolutions.permissions import (
    can_adopt_resolution,
    can_recuse,
    can_reject_resolution,
    can_vote,
)
from governance.sittings import Sitting, announced
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from tests.factories import governance as a

FOUR = ("chair", "vice_chair_1", "member_1", "member_2")
YES, NO, NONE = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN


@pytest.fixture
def meeting(town, frozen, acting):
    frozen("2026-06-01 10:00")
    term = a.a_committee_in_office(FOUR)
    found = announced(term, Sitting(title="運営委員会", on=clock.today(), agenda="議題"))
    return meetings.convene(found, by=acting("chair"))


def motion(meeting, acting, *, there=FOUR, **more) -> Resolution:
    for key in there:
        meetings.attend(meeting, by=acting(key))
    words = {"title": "件名", "text": "本文", "competence": Competence.RULES, **more}
    return actions.propose(meeting, by=acting(there[0]), **words)


def cast(found, acting, votes: dict[str, Choice]) -> None:
    for key, choice in votes.items():
        actions.vote(found, by=acting(key), choice=choice)


def test_of_a_secret_ballot_nobody_can_say_who_cast_it(meeting, acting):
    found = motion(meeting, acting, method=VoteMethod.SECRET)
    cast(found, acting, {"chair": YES, "vice_chair_1": NO, "member_1": YES, "member_2": NONE})
    assert not Vote.objects.exists()
    counts = dict(BallotCount.objects.values_list("choice", "ballots"))
    assert counts == {"for": 2, "against": 1, "abstain": 1}
    assert {field.name for field in SecretVoter._meta.fields} == {"id", "resolution", "member"}
    assert {field.name for field in BallotCount._meta.fields} == {"id", "resolution", "choice", "ballots"}
    lines = AuditEntry.objects.filter(verb="governance.resolution.voted")
    assert [(line.details, line.reason, line.reference) for line in lines] == [({}, "", "")] * 4


def test_a_secret_ballot_is_cast_once(meeting, acting):
    found = motion(meeting, acting, method=VoteMethod.SECRET)
    cast(found, acting, {"member_1": YES})
    with pytest.raises(Denied):
        actions.vote(found, by=acting("member_1"), choice=NO)
    with pytest.raises(IntegrityError), transaction.atomic():
        SecretVoter.objects.create(resolution=found, member=acting("member_1").person)
    assert count_of(found).total == 1


def test_how_a_secret_vote_stands_is_not_told_before_it_is_closed(meeting, acting):
    found = motion(meeting, acting, method=VoteMethod.SECRET)
    cast(found, acting, {"chair": YES, "vice_chair_1": YES, "member_1": YES})
    assert not can_adopt_resolution(acting("chair"), found)
    assert not can_reject_resolution(acting("chair"), found)
    with pytest.raises(Denied):
        actions.close_voting(found, by=acting("member_1"))
    found = actions.close_voting(found, by=acting("chair"))
    with pytest.raises(Denied):
        actions.vote(found, by=acting("member_2"), choice=NO)
    found = actions.adopt(found, by=acting("chair"))
    assert (found.votes_for, found.votes_against, found.votes_abstaining, found.present) == (3, 0, 0, 4)


def test_the_page_of_a_secret_vote_names_who_voted_and_the_counts_only(meeting, acting, client):
    found = motion(meeting, acting, method=VoteMethod.SECRET)
    cast(found, acting, {"chair": YES, "vice_chair_1": YES, "member_1": YES, "member_2": NO})
    found = actions.adopt(actions.close_voting(found, by=acting("chair")), by=acting("chair"))
    html = client.get(found.get_absolute_url()).content.decode()
    assert "無記名投票" in html and "賛成3" in html.replace(" ", "")
    member = str(acting("member_2").person)
    assert member in html
    assert f"{member}: 反対" not in html and f"{member}: 賛成" not in html


def test_a_show_of_hands_is_named(meeting, acting, client):
    found = motion(meeting, acting)
    cast(found, acting, {"chair": YES, "vice_chair_1": YES, "member_1": YES, "member_2": NO})
    with pytest.raises(Denied):
        actions.close_voting(found, by=acting("chair"))
    found = actions.adopt(found, by=acting("chair"))
    html = client.get(found.get_absolute_url()).content.decode()
    assert f"{acting('member_2').person}: 反対" in html
    assert f"{acting('chair').person}（委員長）: 賛成" in html


def test_in_writing_members_vote_without_being_there_until_the_deadline(meeting, acting, frozen):
    deadline = clock.now() + timedelta(days=3)
    found = motion(meeting, acting, there=("chair",), method=VoteMethod.WRITTEN, vote_by=deadline)
    cast(found, acting, {"chair": YES, "vice_chair_1": YES, "member_1": NO})
    assert not can_adopt_resolution(acting("chair"), found)
    frozen("2026-06-04 10:00")
    with pytest.raises(Denied):
        actions.vote(found, by=acting("member_2"), choice=NO)
    found = actions.adopt(found, by=acting("chair"))
    assert (found.votes_for, found.votes_against, found.present) == (2, 1, 3)


def test_too_few_votes_in_writing_are_no_quorum(meeting, acting, frozen):
    deadline = clock.now() + timedelta(days=3)
    found = motion(meeting, acting, there=("chair",), method=VoteMethod.WRITTEN, vote_by=deadline)
    cast(found, acting, {"chair": YES, "vice_chair_1": YES})
    frozen("2026-06-05 10:00")
    with pytest.raises(Denied) as refused:
        actions.adopt(found, by=acting("chair"))
    assert "2" in str(refused.value) and "3" in str(refused.value)


@pytest.mark.parametrize(
    ("method", "days"),
    [
        (VoteMethod.WRITTEN, None),
        (VoteMethod.WRITTEN, -1),
        (VoteMethod.SECRET, 3),
        (VoteMethod.SHOW_OF_HANDS, 3),
    ],
)
def test_a_deadline_belongs_to_votes_in_writing_and_lies_ahead(meeting, acting, method, days):
    vote_by = None if days is None else clock.now() + timedelta(days=days)
    with pytest.raises(Denied):
        motion(meeting, acting, method=method, vote_by=vote_by)
    assert not Resolution.objects.exists()


def test_a_recused_member_neither_votes_nor_counts_and_is_named(meeting, acting, people, client):
    found = motion(meeting, acting)
    by = acting("member_2")
    actions.recuse(found, by=by, member=people["member_2"], ground=RecusalGround.OCCUPATION)
    assert not can_vote(by, found)
    with pytest.raises(Denied):
        actions.vote(found, by=by, choice=YES)
    cast(found, acting, {"chair": YES, "vice_chair_1": YES, "member_1": NO})
    assert (voting_present(found), quorum_present(found), result_of(found)) == (3, 3, "carried")
    found = actions.adopt(found, by=acting("chair"))
    assert found.present == 3
    html = client.get(found.get_absolute_url()).content.decode()
    assert f"{people['member_2']}: 委員が従事する業務・所属する団体に関わる案件" in html


def test_whether_the_recused_count_for_the_quorum_is_for_the_committee_to_say(meeting, acting, people):
    found = motion(meeting, acting, there=("chair", "vice_chair_1", "member_1"))
    actions.recuse(found, by=acting("member_1"), member=people["member_1"], ground=RecusalGround.FAMILY)
    cast(found, acting, {"chair": YES, "vice_chair_1": YES})
    assert not can_adopt_resolution(acting("chair"), found)  # 2 of 4 seats where 3 are needed
    a.set_numbers(guideline=False, committee_rule=False, committee__recused_in_quorum="counted")
    assert (voting_present(found), quorum_present(found)) == (2, 3)
    assert actions.adopt(found, by=acting("chair")).present == 2


MAY_RECUSE = {("member_1", "member_1"), ("chair", "chair"), ("chair", "member_1")}


@pytest.mark.parametrize(
    "who", ["chair", "member_1", "vice_chair_1", "secretary", "mayor", "caretaker_1", "resident_1"]
)
@pytest.mark.parametrize("member", ["chair", "member_1", "resident_1"])
def test_who_may_say_that_a_member_takes_no_part(meeting, acting, people, who, member):
    found = motion(meeting, acting)
    assert bool(can_recuse(acting(who), found, people[member])) == ((who, member) in MAY_RECUSE)


def test_nobody_is_recused_after_voting_or_twice(meeting, acting, people):
    found = motion(meeting, acting, method=VoteMethod.SECRET)
    cast(found, acting, {"member_1": YES})
    with pytest.raises(Denied):
        actions.recuse(found, by=acting("chair"), member=people["member_1"], ground=RecusalGround.OTHER)
    actions.recuse(found, by=acting("chair"), member=people["member_2"], ground=RecusalGround.OTHER)
    with pytest.raises(Denied):
        actions.recuse(found, by=acting("member_2"), member=people["member_2"], ground=RecusalGround.OTHER)
    assert found.recusals.count() == 1


def test_members_step_back_on_the_page_and_who_presides_names_others(meeting, acting, people, client_as):
    found = motion(meeting, acting)
    address = f"{found.get_absolute_url()}recuse/"
    assert client_as("secretary").post(address, {"ground": "other"}).status_code == 403
    client_as("member_1").post(address, {"ground": "own_affair"})
    client_as("chair").post(address, {"member": people["member_2"].pk, "ground": "other"})
    assert {(r.member_id, r.ground) for r in found.recusals.all()} == {
        (people["member_1"].pk, "own_affair"),
        (people["member_2"].pk, "other"),
    }
    outsider = {"member": people["resident_1"].pk, "ground": "other"}
    assert client_as("chair").post(address, outsider).status_code == 200
    assert found.recusals.count() == 2

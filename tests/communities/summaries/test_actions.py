"""The facilitator sums up with citations, a caretaker only by request; the committee adopts one (M4)."""

import pytest

from communities.summaries import actions, permissions
from communities.summaries.models import Summary
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories.communities import RESOLUTION

PEOPLE = [
    "guest",
    "resident_1",
    "resident_2",
    "facilitator_other",
    "facilitator_dispatched",
    "caretaker_1",
    "chair",
    "member_5",
    "secretary",
    "mayor",
    "adviser",
]
WORDS = "夏の夕方にも遊べる場所がほしいという声が多くありました。"


@pytest.fixture
def room(forums):
    return forums.city_room("open")


@pytest.mark.parametrize("who", PEOPLE)
def test_who_sums_up(room, acting, who):
    writes = who == "facilitator_other"
    assert bool(permissions.can_draft_summary(acting(who), room)) == writes
    assert bool(permissions.can_ask_caretaker(acting(who), room)) == writes


def test_a_caretaker_writes_only_once_a_facilitator_has_asked(room, forums, acting, people):
    with pytest.raises(Denied) as refusal:
        actions.draft(room, by=acting("caretaker_1"), text=WORDS)
    assert "進行役" in str(refusal.value)
    actions.ask_caretaker(room, by=forums.person("facilitator_other"), reason="入院するため")
    assert OutboxMessage.objects.filter(
        kind="communities.summary_asked_for", recipient_id=str(people["caretaker_1"].pk)
    ).exists()
    summary = actions.draft(room, by=acting("caretaker_1"), text=WORDS)
    assert actions.post(summary, by=acting("caretaker_1")).status == "posted"
    with pytest.raises(Denied):
        actions.ask_caretaker(room, by=forums.person("facilitator_other"), reason="もう一度")


@pytest.mark.parametrize("status", ["preparing", "summarised", "closed"])
def test_no_summary_is_written_before_the_discussion_or_after_the_decision(forums, status):
    room = forums.city_room(status)
    assert not permissions.can_draft_summary(forums.person("facilitator_other"), room)


def test_a_citizen_area_room_has_no_summary_for_the_committee(forums):
    assert not permissions.can_draft_summary(forums.person("resident_1"), forums.citizen_room())


def test_a_draft_is_reworded_posted_and_then_stays_as_it_is(room, forums, people):
    by, post = forums.person("facilitator_other"), forums.post(room)
    summary = actions.draft(room, by=by, text="書きかけ", cited=[post])
    other = forums.reply(post)
    summary = actions.revise(summary, by=by, text=WORDS, cited=[other])
    assert [row.post for row in summary.citations.all()] == [other]
    summary = actions.post(summary, by=by)
    assert OutboxMessage.objects.filter(
        kind="communities.summary_posted", recipient_id=str(people["resident_2"].pk)
    ).exists()
    with pytest.raises(Denied):
        actions.revise(summary, by=by, text="書きかえ")
    assert Summary.objects.get(pk=summary.pk).text == WORDS


def test_the_committee_adopts_one_summary_and_the_room_is_summed_up(forums, acting):
    room = forums.city_room("summarising")
    summary = actions.draft(room, by=forums.person("facilitator_other"), text=WORDS)
    with pytest.raises(Denied):
        actions.adopt(summary, by=acting("chair"), resolution=RESOLUTION)  # a draft is nobody's result
    summary = actions.post(summary, by=forums.person("facilitator_other"))
    for who, number in (("secretary", RESOLUTION), ("caretaker_1", RESOLUTION), ("chair", "")):
        with pytest.raises(Denied):
            actions.adopt(summary, by=acting(who), resolution=number)
    room = actions.adopt(summary, by=acting("chair"), resolution=RESOLUTION)
    assert (room.status, room.summary) == ("summarised", WORDS)
    assert Summary.objects.adopted().get().resolution == RESOLUTION

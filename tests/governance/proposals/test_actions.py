"""What each step of a proposal leaves behind."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from governance.proposals import actions
from governance.proposals.models import Answer, Proposal
from governance.sittings import acting_chair, acting_secretariat
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import Body, User
from tests.factories import governance, proposals
from tests.factories.rules import acting_member


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def lines(verb):
    return AuditEntry.objects.filter(verb=f"governance.proposal.{verb}")


def news(kind):
    return OutboxMessage.objects.filter(kind=f"governance.{kind}")


def test_draft_and_revise_keep_the_items_in_order():
    proposal = proposals.a_draft()
    assert list(proposal.items.values_list("number", "title")) == [
        (1, "公園の開放時間を延ばす"),
        (2, "プレイリーダーを置く"),
    ]
    actions.revise(
        proposal,
        by=acting_member(),
        title="遊び場の提言",
        background="話し合いをまとめ直しました。",
        items=[("一つにする", "")],
    )
    proposal.refresh_from_db()
    assert (proposal.title, proposal.items.get().title, proposal.status) == (
        "遊び場の提言",
        "一つにする",
        "drafting",
    )
    assert not lines("revised").get().is_public


def test_adopt_gives_a_number_and_freezes_the_words():
    first, second = proposals.a_proposal_in("adopted"), proposals.a_proposal_in("adopted", "道路の提言")
    assert [(p.number, p.printed_number) for p in (first, second)] == [(1, "提言第1号"), (2, "提言第2号")]
    assert first.resolution.printed_number == lines("adopted").first().reference
    assert news("proposal_adopted").exists()
    with pytest.raises(Denied):
        actions.revise(first, by=acting_member(), title="別", background="別の背景です。", items=[])
    assert first.items.count() == 2


def test_hand_over_and_receive_start_the_public_clock():
    proposal = proposals.a_proposal_in("handed_over")
    assert proposal.handed_over_on == date(2026, 11, 22)
    assert news("proposal_handed_over").exists()
    with clock.at(date(2026, 12, 1)):
        proposal = actions.receive(proposal, by=acting_secretariat(), answer_due_on=date(2027, 2, 28))
    assert proposal.received_on == date(2026, 12, 1)
    assert proposal.days_since_receipt(date(2026, 12, 31)) == 30
    assert not proposal.is_overdue(date(2027, 2, 28)) and proposal.is_overdue(date(2027, 3, 1))
    assert list(Proposal.objects.overdue(date(2027, 3, 1))) == [proposal]
    assert not Proposal.objects.overdue(date(2027, 2, 28)).exists()


def test_route_names_a_section_for_every_item_and_may_be_changed():
    proposal = proposals.a_proposal_in("routed")
    planner, other = Body.objects.get(code="planning-section"), Body.objects.get(code="disaster")
    assert {item.unit for item in proposal.items.all()} == {planner}
    actions.route(
        proposal,
        by=acting_secretariat(),
        units={item.pk: other for item in proposal.items.all()},
        reason="見守りは危機管理防災課の仕事のためです。",
    )
    assert {item.unit for item in Proposal.objects.get(pk=proposal.pk).items.all()} == {other}
    assert lines("routed").count() == 2 and news("proposal_routed").count() > 0


def test_draft_answer_stays_and_the_last_one_is_decided_by_answer():
    proposal = proposals.a_proposal_in("routed")
    proposals.draft_answers(proposal)
    proposals.draft_answers(proposal)
    assert Answer.objects.count() == 4
    proposal = actions.answer(proposal, by=governance.acting_mayor())
    last = [item.drafts.last() for item in proposal.items.all()]
    assert [item.answer for item in proposal.items.all()] == last
    assert news("answer_drafted").exists() and lines("answer_drafted").count() == 4


def test_a_decided_answer_is_told_to_those_who_publish_it():
    proposals.a_proposal_in("answered")
    ids = list(news("proposal_answered").values_list("recipient_id", flat=True))
    told = User.objects.filter(pk__in=ids)
    assert {person.email.split("@")[0] for person in told} == {
        "secretary",
        "secretary-chief",
        "pr-author",
        "pr-approver",
    }


def test_publish_tells_everybody_and_stops_the_count():
    proposal = proposals.a_proposal_in("answered")
    with clock.at(date(2027, 1, 31)):
        proposal = actions.publish(proposal, by=acting_secretariat())
    assert proposal.days_since_receipt(date(2030, 1, 1)) == 70
    assert news("proposal_published").count() == User.objects.filter(is_active=True).count() - 1
    assert not proposal.is_overdue(date(2030, 1, 1))


def test_a_refused_step_changes_nothing():
    proposal = proposals.a_proposal_in("received")
    before = AuditEntry.objects.count(), proposal.steps.count()
    with pytest.raises(Denied):
        actions.answer(proposal, by=acting_chair(governance.steering_committee()))
    with pytest.raises(Denied):
        actions.publish(proposal, by=governance.acting_mayor())
    proposal.refresh_from_db()
    assert (AuditEntry.objects.count(), proposal.steps.count(), proposal.status) == (*before, "received")


def test_the_database_refuses_a_number_without_a_resolution_and_an_answer_due_before_receipt():
    proposal = proposals.a_draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(number=7)
    received = proposals.a_proposal_in("received", "道路の提言")
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=received.pk).update(answer_due_on=clock.today() - timedelta(days=1))

"""What each step of a proposal leaves behind."""

import hashlib
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from governance.proposals import actions
from governance.proposals.models import Proposal
from governance.proposals.record_models import ProposalVersion
from governance.sittings import acting_secretariat
from governance.themes.models import ThemeProposal
from portal.foundation import business_days, clock, parameters
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import Body
from tests.factories import governance, proposals
from tests.factories.communities import Forums
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


def test_the_database_refuses_a_number_without_a_resolution_and_an_answer_due_before_receipt():
    proposal = proposals.a_draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(number=7)
    received = proposals.a_proposal_in("received", "道路の提言")
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=received.pk).update(answer_due_on=clock.today() - timedelta(days=1))


def test_adopted_words_are_frozen_with_a_fingerprint_anybody_can_compute():
    proposal = proposals.a_proposal_in("adopted")
    version = proposal.versions.get()
    assert version.digest == hashlib.sha256(version.text.encode()).hexdigest()
    for words in ("提言第1号", proposals.TITLE, "プレイリーダーを置く", "見守る人を置く。"):
        assert words in version.text
    with pytest.raises(DatabaseError), transaction.atomic():
        ProposalVersion.objects.update(text="別の文")


def test_lay_open_shows_the_draft_until_a_day_and_a_new_wording_ends_it():
    proposals.set_deadlines(proposal__reading_days=5)
    proposal = actions.lay_open(proposals.a_draft(), by=acting_member())
    assert (proposal.status, proposal.reading_until) == ("reading", date(2026, 11, 30))
    assert lines("laid_open").get().is_public
    words = {"title": proposal.title, "background": "言い方を改めました。", "items": proposals.ITEMS}
    proposal = actions.revise(proposal, by=acting_member(), **words)
    assert (proposal.status, proposal.reading_until) == ("drafting", None)


def test_return_for_correction_leads_to_a_second_version_under_the_same_number():
    proposal = proposals.a_proposal_in("returned")
    assert lines("returned").get().reason == "項目2の説明がありません。"
    assert news("proposal_returned").exists()
    with pytest.raises(Denied):
        actions.adopt(proposal, by=acting_member(), resolution=proposal.resolution)
    items = [*proposals.ITEMS[:1], ("プレイリーダーを置く", "週末に見守る人を置く。")]
    proposal = actions.correct(
        proposal, by=acting_member(), background=proposal.background, items=items, reason="説明を加えました。"
    )
    assert proposal.status == "returned"
    proposal = actions.adopt(proposal, by=acting_member(), resolution=proposals.a_resolution())
    assert (proposal.number, proposal.versions.count()) == (1, 2)
    first, second = proposal.versions.all()
    assert "週末に" in second.text and "週末に" not in first.text and first.digest != second.digest


def test_withdraw_needs_a_resolution_and_keeps_the_reason():
    proposal = proposals.a_proposal_in("withdrawn")
    assert proposal.withdrawal is not None and proposal.step_due_on is None
    assert lines("withdrawn").get().reason == "市がすでに始めたためです。"
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(withdrawal=None)


def test_each_step_is_due_in_open_days_by_the_number_in_force():
    proposals.set_deadlines()
    proposal = proposals.a_proposal_in("handed_over")
    assert proposal.step_due_on == date(2026, 11, 30)
    with clock.at(date(2026, 12, 1)):
        proposal = actions.receive(proposal, by=acting_secretariat())
    assert (proposal.receipt_number, proposal.printed_receipt) == (1, "受付第1号")
    assert proposal.step_due_on == date(2026, 12, 8)
    assert proposal.answer_due_on == business_days.add(date(2026, 12, 1), 60)


def test_without_a_number_the_secretariat_has_to_name_the_day():
    proposal = proposals.a_proposal_in("handed_over")
    with pytest.raises(parameters.NotSet):
        actions.receive(proposal, by=acting_secretariat())


def test_a_facilitator_drafts_for_the_committee_and_everybody_it_comes_from_is_told(acting):
    forums = Forums(acting)
    room = forums.city_room("open", facilitator="facilitator_other")
    forums.join(room, "resident_2")
    post = forums.post(room, by="resident_2", body="夕方に閉まるのが早いです。")
    theme = ThemeProposal.objects.create(
        title="遊び場",
        description="文",
        origin="citizen",
        source="online",
        raised_at=clock.now(),
        raised_by=acting("resident_3").person,
        room=room,
        status="in_room",
        resolution=proposals.a_resolution("別"),
    )
    proposal = actions.draft(
        governance.steering_committee(),
        by=acting("facilitator_other", None),
        title=proposals.TITLE,
        background="会議室のまとめです。",
        items=proposals.ITEMS,
        rooms=[room],
        cited=[post],
    )
    assert theme.room == room and proposal.proposed_by == governance.steering_committee()
    assert news("proposal_drafted").count() == governance.steering_committee().members_on().count()
    actions.adopt(proposal, by=acting_member(), resolution=proposals.a_resolution())
    moved = set(news("proposal_moved").values_list("recipient_id", flat=True))
    for key in ("resident_2", "resident_3", "facilitator_other"):
        assert str(acting(key, None).person.pk) in moved, key
    assert str(acting("resident_4", None).person.pk) not in moved
    version = proposal.versions.get()
    assert f"/posts/{post.pk}/" in version.text and room.title in version.text

"""One person, one signature; one token, one answer."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from portal.foundation import clock
from portal.foundation.decisions import Denied
from surveys.ballots import actions, permissions, tasks, tokens
from surveys.ballots.models import BlindDraw, BoardPage, SpentToken
from surveys.envelopes import actions as envelopes
from surveys.envelopes import sheets
from surveys.models import InnerEnvelope, OuterEnvelope, Receipt, Ticket
from surveys.surveys import actions as surveys

from .conftest import drawn, holder_for, opened, person, ticket_of


def test_a_ticket_is_exchanged_for_exactly_one_signature(blind_survey):
    ticket, holder = ticket_of(blind_survey, 1), holder_for(blind_survey)
    signed = actions.draw_blind(blind_survey, ticket=ticket, blinded=holder.blinded.message)
    assert OuterEnvelope.objects.count() == 1 and not Ticket.objects.exists()
    again = actions.draw_blind(blind_survey, ticket=ticket, blinded=holder.blinded.message)
    assert again == signed and BlindDraw.objects.count() == 1
    with pytest.raises(Denied, match="ほかの無記名券") as refused:
        actions.draw_blind(blind_survey, ticket=ticket, blinded=holder_for(blind_survey).blinded.message)
    assert refused.value.next_step
    assert permissions.can_spend(blind_survey, holder.finish(signed))
    with pytest.raises(Denied):
        envelopes.answer(blind_survey, ticket=ticket, answers={})


def test_what_cannot_be_signed_costs_no_ticket(blind_survey):
    ticket = ticket_of(blind_survey, 1)
    for nothing in (b"", b"\x01", bytes(191) + b"\x01", b"\xff" * 192):
        with pytest.raises(Denied):
            actions.draw_blind(blind_survey, ticket=ticket, blinded=nothing)
    assert Ticket.objects.count() == 1 and not BlindDraw.objects.exists()


def test_without_a_ticket_of_this_survey_nothing_is_signed(blind_survey, acting):
    other = opened(acting)
    blinded = holder_for(blind_survey).blinded.message
    for ticket in ("", "AAAA", ticket_of(other, 1)):
        with pytest.raises(Denied):
            actions.draw_blind(blind_survey, ticket=ticket, blinded=blinded)
    spent = ticket_of(blind_survey, 2)
    envelopes.answer(blind_survey, ticket=spent, answers={})
    with pytest.raises(Denied):
        actions.draw_blind(blind_survey, ticket=spent, blinded=blinded)


def test_a_survey_without_a_key_keeps_to_answer_tickets(gated):
    with pytest.raises(Denied, match="無記名券を発行していません"):
        actions.draw_blind(gated, ticket=ticket_of(gated, 1), blinded=b"\x02" * 192)


def test_a_renewed_certificate_draws_nothing_more(blind_survey):
    """Another serial, the same person: refused after an exchange as before it, and after the answer too."""
    renewed = envelopes.VerifiedPerson("certificate", "renewed card", person(1).same_person_text)
    token = drawn(blind_survey, 1)
    assert envelopes.draw(blind_survey, renewed).reason.code == "already-drawn"
    actions.spend(blind_survey, token=token, answers={})
    assert envelopes.draw(blind_survey, renewed).reason.code == "already-drawn"
    assert envelopes.draw(blind_survey, person(1)).reason.code == "already-drawn"
    assert OuterEnvelope.objects.count() == 1 and BlindDraw.objects.count() == 1


# --- answering ---


def test_a_token_brings_in_one_answer_as_long_as_the_survey_collects(blind_survey, acting):
    first, late = drawn(blind_survey, 1), drawn(blind_survey, 2)
    receipt = actions.spend(blind_survey, token=first, answers={"1": {"text": "はい"}})
    assert receipt == hashlib.sha256(first.message + first.signature).hexdigest()
    assert envelopes.has_arrived(blind_survey, receipt.upper())
    with pytest.raises(Denied, match="使用済み"):
        actions.spend(blind_survey, token=first, answers={})
    assert InnerEnvelope.objects.count() == SpentToken.objects.count() == Receipt.objects.count() == 1
    with clock.at(blind_survey.closes_on + timedelta(days=1)), pytest.raises(Denied):
        actions.spend(blind_survey, token=late, answers={})
    assert actions.spend(blind_survey, token=late, answers={})


def test_forged_foreign_and_broken_tokens_are_refused(blind_survey, acting):
    token, other = drawn(blind_survey, 1), opened(acting)
    forged = tokens.Token(token.survey, b"\x00" * 32, token.signature)
    moved = tokens.Token(other.slug, token.number, token.signature)
    for survey, wrong in ((blind_survey, forged), (other, token), (other, moved), (blind_survey, None)):
        assert not permissions.can_spend(survey, wrong)
        with pytest.raises(Denied):
            actions.spend(survey, token=wrong, answers={})
    assert tokens.read(token.code) == token
    assert tokens.read(f"  {token.code[:100]}\n{token.code[100:]} ") == token
    for broken in (
        "",
        "ballot1.",
        token.code[10:],
        token.code.replace("ballot1", "ballot2"),
        "ballot1.x.AA.AA",
    ):
        assert tokens.read(broken) is None


def test_a_spent_token_leaves_the_same_sheet_as_a_ticket(blind_survey, acting):
    actions.spend(blind_survey, token=drawn(blind_survey, 1), answers={"1": {"text": "券"}})
    envelopes.answer(blind_survey, ticket=ticket_of(blind_survey, 2), answers={"1": {"text": "票"}})
    assert len({len(bytes(row.sealed_answers)) for row in InnerEnvelope.objects.all()}) == 1
    closed = envelopes.close(blind_survey, by=acting("planner_chief"))
    assert (closed.proven_count, closed.answered_count) == (2, 2)
    assert {sheet["1"]["text"] for sheet in sheets.opened(closed)} == {"券", "票"}


def test_an_interrupted_survey_keeps_its_tokens_good(blind_survey, acting):
    token = drawn(blind_survey, 1)
    stopped = surveys.suspend(blind_survey, by=acting("it_chief"), reason="障害の点検のため")
    assert not permissions.can_spend(stopped, token)
    again = surveys.resume(stopped, by=acting("it_chief"))
    assert actions.spend(again, token=token, answers={})
    tasks.shuffle_ballots()
    assert SpentToken.objects.count() == BlindDraw.objects.count() == 1
    assert not BoardPage.objects.exists()

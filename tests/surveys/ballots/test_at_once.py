"""The same thing by several people, or several times by one, at the same moment."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from portal.foundation.decisions import Denied
from surveys import seeds
from surveys.ballots import actions, blind_rsa, permissions
from surveys.ballots.models import BlindDraw, SpentToken
from surveys.certificates.testcards import TestOffice
from surveys.envelopes import actions as envelopes
from surveys.models import InnerEnvelope, OuterEnvelope, Receipt, Ticket

from .conftest import drawn, holder_for, opened, person


def together(number, act):
    """So many threads do the same at one moment; what each got, or the exception it met."""
    gate, results = threading.Barrier(number), []

    def one():
        gate.wait()
        try:
            results.append(act())
        except Exception as error:
            results.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _number in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.fixture
def committed(own_transactions, town, acting, office_folder):
    seeds.set_numbers(town)
    seeds.record_standing(town)
    TestOffice(office_folder).register(by=acting("it_staff"))
    return opened(acting)


def test_two_proofs_two_exchanges_and_two_answers_at_once_count_once(committed):
    outcomes = together(4, lambda: envelopes.draw(committed, person(1)))
    tickets = [outcome.ticket for outcome in outcomes if outcome]
    assert len(tickets) == 1 and [o.reason.code for o in outcomes if not o] == ["already-drawn"] * 3
    assert OuterEnvelope.objects.count() == Ticket.objects.count() == 1

    mine, thiefs = holder_for(committed), holder_for(committed)
    asked = iter([mine, thiefs] * 2)
    signed = together(
        4,
        lambda: actions.draw_blind(committed, ticket=tickets[0], blinded=next(asked).blinded.message),
    )
    signatures = {reply for reply in signed if isinstance(reply, bytes)}
    assert len(signatures) == 1 and sum(isinstance(reply, Denied) for reply in signed) == 2
    assert BlindDraw.objects.count() == 1 and not Ticket.objects.exists()

    (signature,) = signatures
    try:
        token = mine.finish(signature)
    except blind_rsa.Refused:
        token = thiefs.finish(signature)
    spent = together(4, lambda: actions.spend(committed, token=token, answers={}))
    assert [reply for reply in spent if isinstance(reply, str)] == [token.receipt]
    assert sum(isinstance(reply, Denied) for reply in spent) == 3
    assert InnerEnvelope.objects.count() == SpentToken.objects.count() == 1


def test_a_ticket_given_back_and_spent_at_once_counts_once(committed):
    """Giving back happens with the town's login, spending with the answering one; they hold the same pool."""
    for number in range(4):
        ticket, holder = envelopes.draw(committed, person(number)).ticket, holder_for(committed)

        def give_back(ticket=ticket, holder=holder):
            return actions.draw_blind(committed, ticket=ticket, blinded=holder.blinded.message)

        def spend(ticket=ticket):
            return envelopes.answer(committed, ticket=ticket, answers={})

        turns = iter([give_back, spend] * 2)
        results = together(4, lambda turns=turns: next(turns)())
        got_signature = any(isinstance(result, bytes) for result in results)
        receipts = sum(isinstance(result, str) for result in results)
        assert receipts + got_signature == 1
    assert not Ticket.objects.exists()
    assert BlindDraw.objects.count() + InnerEnvelope.objects.count() == 4


@pytest.mark.postgres
def test_on_postgresql_a_certificate_and_its_renewal_at_once_give_one_ticket(committed):
    """Rows are locked there, not the whole database, so the constraints have to hold alone."""
    renewed = envelopes.VerifiedPerson("certificate", "renewed card", person(7).same_person_text)
    people = iter([person(7), renewed] * 3)
    outcomes = together(6, lambda: envelopes.draw(committed, next(people)))
    assert sum(bool(outcome) for outcome in outcomes) == 1
    assert OuterEnvelope.objects.count() == Ticket.objects.count() == 1


def test_the_database_itself_takes_a_token_once(blind_survey):
    """Even past the question, as when two requests asked before either wrote."""
    token = drawn(blind_survey, 1)
    SpentToken(pool=blind_survey.pool, digest=token.digest).save()
    asked = iter([True])
    real = permissions.can_spend
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(permissions, "can_spend", lambda *args: next(asked, None) or real(*args))
        with pytest.raises(Denied, match="使用済み"):
            actions.spend(blind_survey, token=token, answers={})
    assert not InnerEnvelope.objects.exists() and not Receipt.objects.exists()

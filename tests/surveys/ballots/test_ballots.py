"""One person, one signature; one token, one answer; and two public lists nobody can change unnoticed."""

from __future__ import annotations

import hashlib
import threading
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import DatabaseError, connection, transaction

from portal.foundation import clock, sealing
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from surveys import seeds
from surveys.ballots import actions, blind_rsa, board, keys, merkle, permissions, tasks, tokens
from surveys.ballots.holder import Holder
from surveys.ballots.models import NOTHING_BEFORE, BallotKey, BlindDraw, BoardPage, SpentToken
from surveys.certificates.testcards import TestOffice
from surveys.envelopes import actions as envelopes
from surveys.envelopes import sheets
from surveys.models import InnerEnvelope, OuterEnvelope, Receipt, Ticket
from surveys.surveys import actions as surveys
from tests.factories import surveys as factory

from .conftest import drawn, opened, person, ticket_of


def holder_for(survey):
    return Holder.begin(keys.public(survey.ballot_key), survey.slug)


# --- the key and its list ---


def test_only_an_anonymous_survey_behind_the_gate_gets_a_key(office, acting):
    anonymous = opened(acting)
    unlocked = actions.open(factory.in_status(acting, "permitted"), by=acting("planner_chief"))
    named = factory.in_status(acting, "permitted", "certificate")
    named.anonymity = "named"
    named.save()
    named = actions.open(named, by=acting("planner_chief"))
    assert [entry.survey for entry in BallotKey.objects.all()] == [anonymous]
    assert unlocked.is_collecting and named.is_collecting
    line = AuditEntry.objects.get(verb="surveys.ballot_key.published")
    assert line.details["fingerprint"] == anonymous.ballot_key.fingerprint


def test_a_key_of_the_real_size_is_made(monkeypatch):
    monkeypatch.undo()
    assert keys.new_pair().key_size == 3072


def test_each_entry_of_the_list_names_the_one_before(office, acting):
    for _number in range(3):
        opened(acting)
    first, second, third = entries = list(BallotKey.objects.order_by("number"))
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert first.previous_hash == NOTHING_BEFORE == "0" * 64
    assert (second.previous_hash, third.previous_hash) == (first.entry_hash, second.entry_hash)
    said = f"1\n{first.survey.slug}\n{first.fingerprint}\n{first.published_on}\n{'0' * 64}\n"
    assert first.entry_hash == hashlib.sha256(said.encode()).hexdigest()
    assert first.fingerprint == hashlib.sha256(bytes(first.public_key)).hexdigest()
    assert keys.chain_holds(entries)
    assert not keys.chain_holds([first, third]) and not keys.chain_holds(entries[1:])
    second.fingerprint = third.fingerprint
    assert not keys.chain_holds(entries)


def test_the_database_itself_lets_both_lists_only_grow(blind_survey):
    page = actions.post_page(blind_survey)
    for rows, change in (
        (BallotKey.objects.all(), {"fingerprint": "0" * 64}),
        (BallotKey.objects.all(), {"entry_hash": "0" * 64}),
        (BoardPage.objects.all(), {"root": "0" * 64}),
    ):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            rows.update(**change)
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            rows._raw_delete(rows.db)
    assert BallotKey.objects.get().fingerprint == blind_survey.ballot_key.fingerprint
    assert BoardPage.objects.get().root == page.root


def test_the_secret_key_rests_sealed_and_dies_with_the_survey(blind_survey, acting):
    entry = blind_survey.ballot_key
    assert b"RSA" not in bytes(entry.sealed_private) and bytes(entry.public_key)[-40:-10] not in bytes(
        entry.sealed_private
    )
    blinded = holder_for(blind_survey).blinded.message
    assert len(keys.sign(entry, blind_survey, blinded)) == len(blinded)
    closed = envelopes.close(blind_survey, by=acting("planner_chief"))
    with pytest.raises(sealing.Erased):
        keys.sign(entry, closed, blinded)
    assert tasks.post_last_pages() == 1
    entry.refresh_from_db()
    assert entry.sealed_private is None and not BlindDraw.objects.exists()


def test_another_surveys_key_opens_no_secret(blind_survey, acting):
    other = opened(acting)
    with pytest.raises(InvalidTag):
        keys.sign(blind_survey.ballot_key, other, holder_for(other).blinded.message)


# --- drawing ---


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


# --- at the same moment ---


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


# --- the list of receipts ---


def test_a_page_a_day_and_a_last_one_after_the_closing(blind_survey, acting):
    first = actions.spend(blind_survey, token=drawn(blind_survey, 1), answers={})
    ticket_of(blind_survey, 2)
    assert tasks.post_pages() == 1 and tasks.post_pages() == 0
    second = actions.spend(blind_survey, token=drawn(blind_survey, 3), answers={})
    with clock.at(clock.today() + timedelta(days=1)):
        assert tasks.post_pages() == 1
    assert tasks.post_last_pages() == 0
    envelopes.close(blind_survey, by=acting("planner_chief"))
    assert tasks.post_last_pages() == 1 and tasks.post_last_pages() == 0 and tasks.post_pages() == 0
    one, two, last = pages = board.pages(blind_survey)
    assert [(page.receipts, page.drawn, page.is_last) for page in pages] == [
        (1, 2, False),
        (2, 3, False),
        (2, 3, True),
    ]
    assert (one.added, two.added, last.added) == ([first], [second], [])
    assert one.previous_hash == blind_survey.ballot_key.entry_hash
    assert (two.previous_hash, last.previous_hash) == (one.page_hash, two.page_hash)
    leaf = hashlib.sha256(b"\x00" + bytes.fromhex(first)).hexdigest()
    assert one.root == leaf and two.root == last.root == merkle.root(sorted([first, second]))
    assert AuditEntry.objects.filter(verb="surveys.receipts.posted").count() == 3


def test_a_receipt_is_found_with_its_way_to_the_root(blind_survey):
    receipts = [actions.spend(blind_survey, token=drawn(blind_survey, n), answers={}) for n in range(5)]
    assert board.find(blind_survey, receipts[0]) is None
    actions.post_page(blind_survey)
    for receipt in receipts:
        found = board.find(blind_survey, receipt)
        assert merkle.leads_to(receipt, found.place, 5, found.way, found.page.root)
        assert not merkle.leads_to(receipt, (found.place + 1) % 5, 5, found.way, found.page.root)
    assert board.find(blind_survey, "00" * 32) is None


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 8, 9, 20])
def test_every_line_leads_to_the_root_and_no_other_does(size):
    lines = sorted(hashlib.sha256(bytes([n])).hexdigest() for n in range(size))
    top = merkle.root(lines)
    for place, line in enumerate(lines):
        way = merkle.path(lines, place)
        assert merkle.leads_to(line, place, size, way, top)
        assert not merkle.leads_to("ff" * 32, place, size, way, top)
    assert not merkle.leads_to(lines[0], size, size, merkle.path(lines, 0), top)


def test_the_root_is_that_of_the_rfc():
    """The first leaves of the test data of RFC 6962's reference program: none, "", and "" with 00."""
    assert merkle.root([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert merkle.root([""]) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert merkle.root(["", "00"]) == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"


def test_an_interrupted_survey_keeps_its_tokens_good(blind_survey, acting):
    token = drawn(blind_survey, 1)
    stopped = surveys.suspend(blind_survey, by=acting("it_chief"), reason="障害の点検のため")
    assert not permissions.can_spend(stopped, token)
    again = surveys.resume(stopped, by=acting("it_chief"))
    assert actions.spend(again, token=token, answers={})
    tasks.shuffle_ballots()
    assert SpentToken.objects.count() == BlindDraw.objects.count() == 1
    assert not BoardPage.objects.exists()

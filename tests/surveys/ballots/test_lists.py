"""Two public lists nobody can change unnoticed: keys and receipts."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import DatabaseError, transaction

from portal.foundation import clock, sealing
from portal.foundation.models import AuditEntry
from surveys.ballots import actions, board, keys, merkle, tasks
from surveys.ballots.models import NOTHING_BEFORE, BallotKey, BlindDraw, BoardPage
from surveys.envelopes import actions as envelopes
from tests.factories import surveys as factory

from .conftest import drawn, holder_for, opened, ticket_of


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

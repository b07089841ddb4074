"""What a claim changes, who hears, and what the clock does."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from governance.rights_claims import actions, tasks
from governance.rights_claims.models import ClaimEvidence, RightsClaim
from portal.foundation import parameters
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories.rights_claims import WHY, Claims
from tests.factories.violations import WORDS


@pytest.fixture
def claims(town, frozen, acting) -> Claims:
    frozen("2026-06-01 09:00")
    return Claims(acting)


def told(person) -> list[str]:
    rows = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind__startswith="governance.rights")
    return [row.kind.removeprefix("governance.rights_claim_") for row in rows.order_by("pk")]


def test_a_claim_freezes_the_post_and_seals_who_claims(claims, acting, people):
    claim = claims.claimed()
    stored = RightsClaim.objects.values_list("contact", "claimant_name", "why").get()
    assert all(b"hanako" not in bytes(value) and "花子".encode() not in bytes(value) for value in stored)
    found = actions.read(claim, by=acting("caretaker_1"), may=True, inside=True)
    assert (found["content"], found["why"], found["contact"]) == (WORDS, WHY, "hanako@example.invalid")
    assert found["is_whole"]
    assert claim.due_on == date(2026, 6, 4)
    assert told(people["caretaker_1"]) == ["submitted"] and told(people["secretary"]) == ["submitted"]
    assert told(people["resident_3"]) == ["received"] and told(people["resident_2"]) == []
    assert claims.claimed(post=claim.post) == claim


def test_the_author_reads_the_claim_and_not_who_claims(claims, acting):
    claim = claims.claim_in("inquired")
    found = actions.read(claim, by=acting("resident_2"), may=True, inside=False)
    assert found["why"] == WHY and "name" not in found and "contact" not in found
    look = AuditEntry.objects.get(verb="residents.personal_data.viewed")
    assert look.details == {"fields": ["author_name", "content", "why"], "envelopes": 3}


def test_the_act_gives_seven_days_without_any_rule_of_the_town(claims):
    assert parameters.value("rights_claim.reply_days") == 7
    assert claims.claim_in("inquired").reply_until == date(2026, 6, 8)


def test_no_reply_in_time_leaves_the_decision_open(claims, acting, people, frozen):
    claim = claims.claim_in("inquired")
    frozen("2026-06-09 00:05")
    tasks.follow_the_calendar()
    tasks.follow_the_calendar()
    claim.refresh_from_db()
    assert claim.status == "no_reply" and claim.post.status == "shown"
    assert told(people["caretaker_1"]).count("answered") == 1
    kept = actions.keep(claim, by=acting("caretaker_1"), reason="権利の侵害は明らかではありません。")
    assert kept.status == "kept"


def test_removed_both_sides_learn_why_and_the_gap_says_no_name(claims, people):
    claim = claims.claim_in("removed")
    claim.post.refresh_from_db()
    assert claim.post.status == "deleted"
    assert "プライバシー" in claim.post.status_reason and "花子" not in claim.post.status_reason
    assert told(people["resident_2"]) == ["inquired", "decided"]
    assert told(people["resident_3"]) == ["received", "author_asked", "decided"]


def test_put_back_the_post_is_shown_again(claims, acting):
    claim = claims.claim_in("removed")
    with pytest.raises(Denied):
        actions.put_back(claim, by=acting("caretaker_1"), reason="早い")
    claim = actions.put_back(claim, by=acting("chair"), reason="和解が成立しました。")
    claim.post.refresh_from_db()
    assert (claim.status, claim.post.status) == ("put_back", "shown")


def test_turned_down_before_the_author_was_asked_the_author_hears_nothing(claims, people):
    claims.claim_in("turned_down")
    assert told(people["resident_2"]) == []
    assert told(people["resident_3"]) == ["received", "decided"]


def test_reminders_repeat_when_it_is_late_and_reach_the_secretariat(claims, people, frozen):
    claims.claimed()  # due on Thursday the 4th, reminders every two business days
    for moment, caretaker, secretary in [
        ("2026-06-02 00:05", 1, 0),
        ("2026-06-04 00:05", 1, 0),
        ("2026-06-05 00:05", 2, 1),
        ("2026-06-08 00:05", 2, 1),
        ("2026-06-09 00:05", 3, 2),
    ]:
        frozen(moment)
        tasks.follow_the_calendar()
        tasks.follow_the_calendar()
        reminders = [kind for kind in told(people["caretaker_1"]) if kind in ("due", "overdue")]
        assert (len(reminders), told(people["secretary"]).count("overdue")) == (caretaker, secretary), moment


def test_the_database_refuses_to_change_frozen_evidence(claims):
    claims.claimed()
    with pytest.raises(DatabaseError), transaction.atomic():
        ClaimEvidence.objects.update(place="別の場所")


def test_neither_names_nor_words_are_in_the_ledger_or_a_mail(claims, people):
    claims.claim_in("put_back")
    names = ("花子", "hanako", WHY, WORDS, people["resident_3"].display_name)
    for line in AuditEntry.objects.filter(verb__startswith="governance.rights_claim"):
        text = f"{line.reason}{line.details}{line.target_label}"
        assert not any(name in text for name in names)
        assert line.person_id != str(people["resident_3"].pk)
    for row in OutboxMessage.objects.filter(kind__startswith="governance.rights_claim"):
        assert not any(name in str(row.context) for name in names)

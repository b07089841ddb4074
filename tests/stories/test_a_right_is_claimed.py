"""A guest claims that a post infringes a right; the author is asked, does not answer, and the post goes."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from governance.models import RightsClaim
from governance.rights_claims import tasks
from tests.factories.rights_claims import WHY, Claims
from tests.factories.violations import WORDS


@pytest.fixture
def claims(town, frozen, acting) -> Claims:
    frozen("2026-06-01 09:00")
    return Claims(acting)


def page(name: str, *args) -> str:
    return reverse(f"governance:{name}", args=args)


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_from_the_claim_to_the_decision(claims, client_as, frozen):
    post = claims.post()
    claim = _a_guest_claims(post)
    _a_caretaker_asks_the_author(client_as, claim)
    _the_author_reads_what_is_claimed(client_as, claim)
    frozen("2026-06-09 00:05")
    tasks.follow_the_calendar()
    _the_caretaker_removes_the_post(client_as, claim, post)
    _everybody_reads_what_is_theirs(client_as, claim, post)


def _a_guest_claims(post) -> RightsClaim:
    guest, address = Client(), page("rights-claim-submit", post.pk)
    assert address in read(guest, page("violation-report", post.pk))
    assert "ここは裁判所ではありません" in read(guest, address)
    words = {"right": "privacy", "why": WHY, "name": "権利 花子", "contact": "hanako@example.invalid"}
    assert guest.post(address, words).status_code == 200  # whose right it is has to be said
    answer = guest.post(address, {**words, "is_own": "on"})
    claim = RightsClaim.objects.get()
    assert answer["Location"] == claim.get_receipt_url()
    assert claim.number in read(guest, claim.get_receipt_url())
    assert "花子" not in read(guest, claim.get_receipt_url())
    assert "/login/" in guest.get(claim.get_absolute_url())["Location"]
    return claim


def _a_caretaker_asks_the_author(client_as, claim):
    caretaker = client_as("caretaker_1")
    assert claim.number in read(caretaker, page("rights-claim-list"))
    assert client_as("resident_4").get(page("rights-claim-list")).status_code == 403
    for who in ("resident_2", "resident_4", "mayor", "it_staff"):
        assert client_as(who).get(claim.get_absolute_url()).status_code == 404, who
    assert "hanako@example.invalid" in read(caretaker, page("rights-claim-file", claim.pk))
    assert client_as("secretary").post(page("rights-claim-inquire", claim.pk), {}).status_code == 403
    caretaker.post(page("rights-claim-inquire", claim.pk), {"inquiry": "本人の同意がありますか。"})
    claim.refresh_from_db()
    assert claim.status == "inquired"


def _the_author_reads_what_is_claimed(client_as, claim):
    author = client_as("resident_2")
    shown = read(author, claim.get_absolute_url())
    assert "本人の同意がありますか。" in shown and "2026年6月8日" in re.sub(r"<[^>]+>", "", shown)
    assert "裁判ではなく" in shown
    file = read(author, page("rights-claim-file", claim.pk))
    assert WHY in file and WORDS in file and "花子" not in file and "hanako" not in file


def _the_caretaker_removes_the_post(client_as, claim, post):
    caretaker = client_as("caretaker_1")
    claim.refresh_from_db()
    assert claim.status == "no_reply"
    assert caretaker.post(page("rights-claim-agree", claim.pk), {"reply": "x"}).status_code == 403
    caretaker.post(page("rights-claim-remove", claim.pk), {"reason": "期限までに回答がありませんでした。"})
    post.refresh_from_db()
    assert post.status == "deleted"


def _everybody_reads_what_is_theirs(client_as, claim, post):
    receipt = read(Client(), claim.get_receipt_url())
    assert "期限までに回答がありませんでした。" in receipt and "裁判所に訴えることもできます" in receipt
    assert "期限までに回答がありませんでした。" in read(client_as("resident_2"), claim.get_absolute_url())
    thread = read(Client(), post.thread.get_absolute_url())
    assert WORDS not in thread and "権利侵害の申出" in thread
    rows = Client().get(page("violation-month-json", 2026, 6)).json()["lines"]
    counts = {(row["section"], row["key"]): row["count"] for row in rows}
    assert counts[("claims", "received")] == 1 and counts[("claims", "removed")] == 1
    assert "花子" not in read(Client(), page("violation-month", 2026, 6))

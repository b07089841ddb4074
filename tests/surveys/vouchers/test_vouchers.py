"""A check put off: nothing is lost, nothing unverified is counted, and only the holder of the code gets the ticket."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from portal.foundation import clock, sealing
from portal.foundation.models import SealingKey
from surveys.certificates import testca
from surveys.certificates.models import RevocationList
from surveys.certificates.testcards import CardOrder
from surveys.envelopes import actions as envelopes
from surveys.envelopes.models import InnerEnvelope, OuterEnvelope, Proof, Ticket
from surveys.models import Voucher
from surveys.vouchers import offers, tasks
from tests.factories import surveys as factory


def words(response) -> str:
    return html.unescape(response.content.decode())


def sign(office, client, survey, tmp_path, card: str = "hanako", **order):
    """Receive a text and hand a good signature in."""
    address = client.post(f"/surveys/{survey.slug}/prove/").url
    text = tmp_path / "challenge.txt"
    text.write_bytes(client.get(address + "text/").content)
    testca.sign(text, office.issue(CardOrder(card, **order)), tmp_path / "signature")
    with (tmp_path / "signature").open("rb") as file:
        return client.post(address, {"file": file})


def offer_in(page) -> str:
    return re.search(r'name="offer" value="([^"]+)"', words(page))[1]


def code_in(page) -> str:
    return re.search(r"<pre[^>]*>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){6})</pre>", words(page))[1]


@pytest.fixture
def silent(gated):
    """The lists of revoked certificates are gone: the authority is silent."""
    RevocationList.objects.all().delete()
    return gated


def test_a_check_put_off_ends_in_a_ticket(
    silent, office, acting, tmp_path, django_capture_on_commit_callbacks
):
    browser, leave = Client(), f"/surveys/{silent.slug}/prove/later/"
    deferred = sign(office, browser, silent, tmp_path)
    assert deferred.status_code == 403 and not Voucher.objects.exists()
    offer = offer_in(deferred)
    wrong = browser.post(leave, {"offer": offer, "address": "no address"})
    assert "form-error" in words(wrong) and offer in words(wrong) and not Voucher.objects.exists()
    left = browser.post(leave, {"offer": offer, "address": "hanako@example.jp"})
    code = code_in(left)
    assert code_in(browser.post(leave, {"offer": offer})) == code and Voucher.objects.count() == 1

    collect = f"/surveys/{silent.slug}/prove/collect/"
    assert tasks.check_waiting_signatures() == 0
    waiting = Client().post(collect, {"code": code})
    assert waiting.status_code == 200 and "まだ確認できていません" in words(waiting)
    assert not Ticket.objects.exists() and not OuterEnvelope.objects.exists()

    office.publish_lists(by=acting("it_staff"))
    with django_capture_on_commit_callbacks(execute=True):
        assert tasks.check_waiting_signatures() == 1
        assert tasks.check_waiting_signatures() == 0
    assert [m.to for m in mail.outbox] == [["hanako@example.jp"]] and code not in mail.outbox[0].body
    row = Voucher.objects.get()
    assert row.state == "ready" and not row.sealed_address and not Ticket.objects.exists()

    elsewhere = Client()
    page = elsewhere.post(collect, {"code": code.lower().replace("-", " ")})
    ticket = re.search(r'name="ticket" value="([A-Z2-7-]+)"', words(page))[1]
    assert Ticket.objects.count() == OuterEnvelope.objects.count() == 1 and not Voucher.objects.exists()
    assert "引き換えられる回答券がありません" in words(elsewhere.post(collect, {"code": code}))
    form = elsewhere.post(f"/surveys/{silent.slug}/answer/", {"ticket": ticket, "step": "open"})
    assert form.status_code == 200
    # The same card once more, now that the lists are back: one person, one ticket.
    assert "already-drawn" in words(sign(office, browser, silent, tmp_path)) and Ticket.objects.count() == 1


def test_a_revoked_card_is_refused_when_the_check_is_made(silent, office, acting, tmp_path):
    browser = Client()
    page = sign(office, browser, silent, tmp_path, "revoked", holder="失効　一郎", is_revoked=True)
    code = code_in(browser.post(f"/surveys/{silent.slug}/prove/later/", {"offer": offer_in(page)}))
    office.publish_lists(by=acting("it_staff"))
    assert tasks.check_waiting_signatures() == 1
    row = Voucher.objects.get()
    assert (row.state, row.reason, bytes(row.sealed_content)) == ("refused", "revoked", b"")
    told = Client().post(f"/surveys/{silent.slug}/prove/collect/", {"code": code})
    assert told.status_code == 403 and "失効" in words(told)
    assert not Ticket.objects.exists() and Proof.objects.filter(reason="revoked").count() == 1


def test_nothing_readable_rests_and_all_of_it_ends_with_the_survey(silent, office, acting, tmp_path):
    browser = Client()
    page = sign(office, browser, silent, tmp_path)
    browser.post(f"/surveys/{silent.slug}/prove/later/", {"offer": offer_in(page), "address": "a@example.jp"})
    stored = " ".join(
        str(bytes(v) if isinstance(v, memoryview) else v) for v in Voucher.objects.values_list()[0]
    )
    assert "花子" not in stored and "example.jp" not in stored and "JPKI" not in stored
    envelopes.close(silent, by=acting("planner_chief"))
    assert not Voucher.objects.exists() and not InnerEnvelope.objects.exists()
    assert SealingKey.objects.get(purpose=offers.purpose(silent)).wrapped is None
    with pytest.raises(sealing.Erased):
        sealing.seal("x", purpose=offers.purpose(silent), bound_to="x")
    assert browser.post(f"/surveys/{silent.slug}/prove/later/", {"offer": offer_in(page)}).status_code == 403
    assert Client().get(f"/surveys/{silent.slug}/prove/collect/").status_code == 200


def test_only_our_own_offer_in_its_time_and_for_its_survey_is_kept(silent, office, acting, tmp_path):
    browser = Client()
    offer = offer_in(sign(office, browser, silent, tmp_path))
    office.publish_lists(by=acting("it_staff"))
    other = factory.opened(acting, mode="certificate")
    for slug, text in ((other.slug, offer), (silent.slug, offer[:-8] + "AAAAAAA="), (silent.slug, "%%")):
        assert browser.post(f"/surveys/{slug}/prove/later/", {"offer": text}).status_code == 403
    with clock.at(clock.now() + timedelta(minutes=61)):
        assert browser.post(f"/surveys/{silent.slug}/prove/later/", {"offer": offer}).status_code == 403
    assert not Voucher.objects.exists()
    # A refusal for good offers nothing to be left.
    refused = sign(office, browser, silent, tmp_path, "neighbour", address="デモ県となり市1丁目2番3号")
    assert refused.status_code == 403 and 'name="offer"' not in words(refused)

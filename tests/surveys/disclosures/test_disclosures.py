"""A survey that asks for names: only what was ticked, sealed until the closing, every look recorded."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.test import Client

from portal.foundation import sealing
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, SealingKey
from surveys.certificates import testca
from surveys.certificates.attributes import Attributes
from surveys.certificates.testcards import CardOrder
from surveys.disclosures import actions, offers, permissions
from surveys.envelopes import actions as envelopes
from surveys.models import Disclosure, InnerEnvelope, Ticket
from tests.factories import surveys as factory

HANAKO = Attributes("見本　花子", "2", date(1988, 4, 1), "デモ県デモ市中央三丁目４番５号")


def words(response) -> str:
    return html.unescape(response.content.decode())


def hidden(page, name) -> str:
    return re.search(rf'name="{name}" value="([^"]+)"', words(page))[1]


@pytest.fixture
def named(office, acting):
    return factory.opened(acting, mode="certificate", anonymity="named")


@pytest.fixture
def proven(named, office, tmp_path):
    """The page after a proof by certificate."""
    browser = Client()
    address = browser.post(f"/surveys/{named.slug}/prove/").url
    text = tmp_path / "challenge.txt"
    text.write_bytes(browser.get(address + "text/").content)
    testca.sign(text, office.issue(CardOrder("hanako")), tmp_path / "signature")
    with (tmp_path / "signature").open("rb") as file:
        return browser.post(address, {"file": file})


def handed_over(survey, ticket, offer, *chosen):
    data = {"ticket": ticket, "offer": offer, "step": "hand-over", **dict.fromkeys(chosen, "on")}
    return Client().post(f"/surveys/{survey.slug}/answer/hand-over/", data)


def answer(survey, ticket):
    single = survey.questions.first()
    return envelopes.answer(
        survey, ticket=ticket, answers={str(single.pk): {"choices": [single.choices.first().pk]}}
    )


def test_what_is_offered_is_coarse():
    assert offers.values_of(HANAKO) == {
        "name": "見本 花子",
        "quarter": "デモ県デモ市中央",
        "birth_year": "1988",
        "sex": "2",
    }


def test_only_what_was_ticked_reaches_the_sponsor_and_every_look_is_recorded(
    named, proven, acting, client_as
):
    ticket, offer = hidden(proven, "ticket"), hidden(proven, "offer")
    choice = Client().post(f"/surveys/{named.slug}/answer/hand-over/", {"ticket": ticket, "offer": offer})
    assert words(choice).count('type="checkbox"') == 4 and "checked" not in words(choice)
    assert "見本 花子" in words(choice) and not Disclosure.objects.exists()
    done = handed_over(named, ticket, offer, "name", "birth_year")
    assert done.status_code == 200 and hidden(done, "ticket") == ticket
    # A second press changes nothing, nor does another choice.
    handed_over(named, ticket, offer, "name", "birth_year", "sex")
    record = Disclosure.objects.get()
    stored = str([bytes(v) if isinstance(v, memoryview) else v for v in Disclosure.objects.values_list()[0]])
    assert "花子" not in stored and "1988" not in stored
    answer(named, ticket)

    sponsor = client_as("planner_chief")
    desk = f"/surveys/{named.slug}/manage/records/"
    assert sponsor.get(desk).status_code == 403  # before the closing nobody looks
    envelopes.close(named, by=acting("planner_chief"))
    named.refresh_from_db()
    for stranger in ("guest", "resident_1", "it_chief", "pr_approver"):
        assert client_as(stranger).get(desk).status_code == 403
    found = words(sponsor.post(desk, {"name": "見本　花子"}))
    assert f"{desk}{record.pk}/" in found
    assert f"{desk}{record.pk}/" not in words(sponsor.post(desk, {"name": "見本"}))
    assert AuditEntry.objects.filter(verb="surveys.disclosure.searched").count() == 2

    before = AuditEntry.objects.filter(verb="surveys.disclosure.viewed").count()
    asked = sponsor.get(f"{desk}{record.pk}/")
    assert "花子" not in words(asked)
    seen = words(sponsor.post(f"{desk}{record.pk}/", {"reason": "ご本人からの照会に答えるため"}))
    assert "見本 花子" in seen and "1988" in seen and "デモ県デモ市" not in seen and "広報紙" in seen
    line = AuditEntry.objects.filter(verb="surveys.disclosure.viewed").latest("pk")
    assert before == 0 and line.reason == "ご本人からの照会に答えるため" and "花子" not in str(line.details)


def test_without_a_tick_the_answer_comes_without_a_name(named, proven, acting):
    ticket, offer = hidden(proven, "ticket"), hidden(proven, "offer")
    assert handed_over(named, ticket, offer).status_code == 200
    assert not Disclosure.objects.exists() and Ticket.objects.get().mark == ""
    answer(named, ticket)
    assert InnerEnvelope.objects.count() == 1


def test_an_offer_belongs_to_its_ticket_and_its_survey(named, proven, gated, acting):
    ticket, offer = hidden(proven, "ticket"), hidden(proven, "offer")
    person = envelopes.VerifiedPerson("certificate", "key 2", "another", attributes=HANAKO)
    other = envelopes.draw(named, person).ticket
    with pytest.raises(Denied):
        actions.hand_over(named, ticket=other, offer=offer, chosen={"name"})
    assert not permissions.can_hand_over(gated, ticket)
    assert handed_over(gated, ticket, offer, "name").status_code == 403
    assert not Disclosure.objects.exists()


def test_a_record_without_an_answer_ends_with_the_survey(named, proven, acting):
    handed_over(named, hidden(proven, "ticket"), hidden(proven, "offer"), "name")
    assert Disclosure.objects.count() == 1
    envelopes.close(named, by=acting("planner_chief"))
    assert not Disclosure.objects.exists()


def test_one_record_or_all_are_erased_and_the_key_with_them(named, acting, client_as):
    for number in range(3):
        person = envelopes.VerifiedPerson("certificate", f"key {number}", f"p {number}", attributes=HANAKO)
        ticket = envelopes.draw(named, person).ticket
        actions.hand_over(named, ticket=ticket, offer=offers.make(named, ticket, HANAKO), chosen={"name"})
        answer(named, ticket)
    named = envelopes.close(named, by=acting("planner_chief"))
    first, copy = Disclosure.objects.all()[:2]
    sponsor, desk = client_as("planner_chief"), f"/surveys/{named.slug}/manage/records/"
    assert sponsor.post(f"{desk}{first.pk}/erase/", {"reason": "ご本人の請求による"}).status_code == 302
    assert Disclosure.objects.count() == 2
    assert not permissions.can_erase_disclosures(acting("it_chief"), named)
    assert sponsor.post(f"{desk}erase/", {"reason": "利用目的を達したため"}).status_code == 302
    assert not Disclosure.objects.exists() and InnerEnvelope.objects.count() == 3
    line = AuditEntry.objects.get(verb="surveys.disclosures.erased")
    assert line.details == {"records": 2} and line.reason == "利用目的を達したため"
    # A copy out of a backup opens no more, and no name is found in it.
    with pytest.raises(sealing.Erased):
        sealing.unseal(
            bytes(copy.sealed_content),
            purpose=offers.purpose(named),
            bound_to=f"disclosure:{copy.mark}",
        )
    with pytest.raises(sealing.Erased):
        actions.index(named, "見本 花子")
    assert SealingKey.objects.filter(purpose__contains=str(named.pk), wrapped__isnull=True).count() >= 2

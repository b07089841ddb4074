"""Proving oneself with the app: the whole way with a real provider, then every lie one at a time."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from portal.foundation import clock
from portal.foundation.models import AuditEntry
from surveys.app_login import actions, tasks
from surveys.app_login.models import AppLogin
from surveys.certificates import testca
from surveys.certificates.testcards import CardOrder
from surveys.envelopes.models import OuterEnvelope, Proof, Ticket

from .conftest import CLIENT, CONSENT, ORIGIN, RETURN, free_port


def words(response) -> str:
    return html.unescape(response.content.decode())


def leave(browser, survey) -> str:
    """Consent to all four; the address of the app on the page that follows."""
    page = browser.post(f"/surveys/{survey.slug}/prove/app/", CONSENT)
    assert page.status_code == 200, words(page)
    return re.search(r'href="(http://127[^"]+)"', words(page))[1]


def come_back(browser, told) -> object:
    return browser.get(told) if isinstance(told, str) else browser.get(RETURN, told)


def test_a_resident_proves_themselves_with_the_real_provider(gated, reader, browser):
    start = words(browser.get(f"/surveys/{gated.slug}/prove/app/"))
    assert start.count('type="checkbox"') == 4 and "checked" not in start
    before = AuditEntry.objects.count()
    address = leave(browser, gated)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert asked["scope"] == "openid name address birthdate gender" and asked["acr_values"] == "aal3 crl"
    assert asked["code_challenge_method"] == "S256" and asked["redirect_uri"] == ORIGIN + RETURN
    assert len(asked["nonce"]) == 64 and asked["nonce"] != asked["state"]
    told = reader.walk(address)
    assert told.startswith(RETURN)
    page = come_back(browser, told)
    assert page.status_code == 200 and "no-store" in page["Cache-Control"]
    ticket = re.search(r'name="ticket" value="([A-Z2-7-]+)"', words(page))[1]
    assert Ticket.objects.count() == OuterEnvelope.objects.count() == 1 and not AppLogin.objects.exists()
    assert Proof.objects.get().source == "app" and Proof.objects.get().result == "granted"
    assert AuditEntry.objects.count() == before and not browser.session.keys()
    form = Client().post(f"/surveys/{gated.slug}/answer/", {"ticket": ticket, "step": "open"})
    assert "市の情報を主に何で知りますか。" in words(form)

    # The same address again: code and state are used up.
    again = come_back(browser, told)
    assert again.status_code == 403 and "app-state" in words(again)
    # The same person with the app again.
    second = come_back(browser, reader.walk(leave(browser, gated)))
    assert second.status_code == 403 and "already-drawn" in words(second)


def test_app_and_certificate_of_one_person_give_one_ticket(
    gated, reader, browser, office, tmp_path, settings, office_folder
):
    settings.VAR_DIR = tmp_path
    card = office.issue(CardOrder("hanako"))
    address = browser.post(f"/surveys/{gated.slug}/prove/").url
    text = tmp_path / "challenge.txt"
    text.write_bytes(browser.get(address + "text/").content)
    testca.sign(text, card, tmp_path / "signature")
    with (tmp_path / "signature").open("rb") as file:
        assert browser.post(address, {"file": file}).status_code == 200
    # By the app her name is written with another blank, her address in full-width figures.
    reader.lay(name="見本　花子", address="デモ県デモ市１丁目１番１号", birthdate="19880401")
    page = come_back(browser, reader.walk(leave(browser, gated)))
    assert page.status_code == 403 and "already-drawn" in words(page)
    assert Ticket.objects.count() == 1
    reader.lay(holder="taro", name="見本 太郎", gender="1")
    other = come_back(browser, reader.walk(leave(browser, gated)))
    assert other.status_code == 200 and Ticket.objects.count() == 2


def test_the_real_provider_in_what_it_refuses(gated, reader, browser):
    reader.lay(declines=True)
    assert "app-declined" in words(come_back(browser, reader.walk(leave(browser, gated))))
    reader.lay(holder="weak", acr="aal2")
    assert "app-token" in words(come_back(browser, reader.walk(leave(browser, gated))))
    reader.lay(holder="neighbour", address="デモ県となり市1丁目2番3号")
    page = come_back(browser, reader.walk(leave(browser, gated)))
    assert page.status_code == 403 and "対象地域" in words(page)
    # A code of one visit under the state of another: the verifier (PKCE) does not fit.
    first, second = leave(browser, gated), leave(browser, gated)
    stolen = parse_qs(urlsplit(reader.walk(first)).query)["code"][0]
    state = parse_qs(urlsplit(second).query)["state"][0]
    page = come_back(browser, {"state": state, "code": stolen})
    assert page.status_code == 403 and "app-token" in words(page)
    assert not Ticket.objects.exists()


LIES = {
    "iss": {"iss": "https://somebody.example.jp"},
    "aud": {"aud": "RP00000002"},
    "aud-several": {"aud": [CLIENT, "RP00000002"]},
    "azp": {"azp": "RP00000002"},
    "exp": {"exp": 1_700_000_000},
    "exp-missing": {"exp": None},
    "iat-old": {"iat": 1_700_000_000},
    "iat-missing": {"iat": None},
    "nonce": {"nonce": "0" * 64},
    "nonce-missing": {"nonce": None},
    "acr-aal2": {"acr": "aal2 crl"},
    "acr-unchecked": {"acr": "aal3"},
    "acr-missing": {"acr": None},
    "at_hash": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    "sub-missing": {"sub": None},
}


@pytest.fixture
def refusals(monkeypatch):
    """The name of the check that said no, as the log has it."""
    found = []
    monkeypatch.setattr(actions.log, "info", lambda event, **fields: found.append(fields["check"]))
    return found


def test_every_claim_is_checked(gated, hostile, browser, refusals):
    for name, lie in LIES.items():
        hostile.claims = lie
        page = come_back(browser, hostile.visit(leave(browser, gated)))
        assert page.status_code == 403 and "app-token" in words(page), name
        assert refusals.pop() == name.split("-")[0], name
    assert not Ticket.objects.exists() and set(Proof.objects.values_list("reason", flat=True)) == {
        "app-token"
    }
    # What is refused above differs from this in one thing.
    hostile.claims = {}
    assert come_back(browser, hostile.visit(leave(browser, gated))).status_code == 200


def test_no_other_signature_is_taken(gated, hostile, browser, refusals):
    hostile.published.append(hostile.rsa.as_dict(private=False))
    for algorithm in ("RS256", "none", "HS256"):
        hostile.algorithm = algorithm
        page = come_back(browser, hostile.visit(leave(browser, gated)))
        assert page.status_code == 403 and refusals.pop() == "signature", algorithm
    hostile.algorithm = "ES256"
    hostile.published = [type(hostile.key).generate_key("P-256", {"kid": "k"}).as_dict(private=False)]
    assert come_back(browser, hostile.visit(leave(browser, gated))).status_code == 403
    assert refusals.pop() == "signature" and not Ticket.objects.exists()


def test_userinfo_must_be_of_the_same_person_and_complete(gated, hostile, browser, refusals):
    for change, check in (
        ({"sub": "another"}, "userinfo-sub"),
        ({"name": ""}, "userinfo"),
        ({"address": None}, "userinfo"),
        ({"gender": "9"}, "userinfo"),
        ({"birthdate": "1988-13-01"}, "birthdate"),
    ):
        hostile.userinfo = change
        assert come_back(browser, hostile.visit(leave(browser, gated))).status_code == 403
        assert refusals.pop() == check
    assert not Ticket.objects.exists()


def test_a_state_is_good_once_in_its_browser_and_its_time(gated, hostile, browser):
    told = hostile.visit(leave(browser, gated))
    # Another browser brings it: refused, and used up for the first one too.
    assert "app-state" in words(come_back(Client(), told))
    assert "app-state" in words(come_back(browser, told))
    told = hostile.visit(leave(browser, gated))
    with clock.at(clock.now() + timedelta(minutes=61)):
        assert "app-state" in words(come_back(browser, told))
    assert "app-state" in words(come_back(browser, {"state": "f" * 64, "code": "x"}))
    assert hostile.asked == [] and not Ticket.objects.exists()
    leave(browser, gated)
    with clock.at(clock.now() + timedelta(minutes=61)):
        assert tasks.forget_lapsed_logins() == 1


def test_our_side_of_the_exchange(gated, hostile, browser):
    told = hostile.visit(leave(browser, gated))
    come_back(browser, {**told, "iss": "https://somebody.example.jp"})
    assert hostile.asked == []  # RFC 9207: an answer of somebody else's is not even asked about
    come_back(browser, hostile.visit(leave(browser, gated)))
    path, form = hostile.asked[0]
    assert path.endswith("/token") and "?" not in path
    assert form["redirect_uri"] == [ORIGIN + RETURN] and len(form["code_verifier"][0]) >= 43
    assert form["client_assertion_type"] == ["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"]


def test_a_server_that_is_down_or_talks_nonsense_is_no_error_of_ours(gated, hostile, registered, browser):
    for answers, reason in (
        ({"token": (503, b"")}, "app-down"),
        ({"token": (200, b"<html>")}, "app-token"),
        ({"token": (200, b"[]")}, "app-token"),
        ({"token": (400, b'{"error":"invalid_grant"}')}, "app-token"),
        ({"certs": (200, b'{"keys": 3}')}, "app-down"),
        ({"userinfo": (200, b"x" * 70_000)}, "app-down"),
    ):
        hostile.answers = answers
        page = come_back(browser, hostile.visit(leave(browser, gated)))
        assert page.status_code == 403 and reason in words(page), answers
    told = hostile.visit(leave(browser, gated))
    registered(f"http://127.0.0.1:{free_port()}")
    page = come_back(browser, told)
    assert page.status_code == 403 and "app-down" in words(page)
    assert Proof.objects.filter(result="deferred", reason="app-down").count() == 4
    assert not Ticket.objects.exists()


def test_without_every_tick_nothing_is_asked(gated, hostile, browser):
    page = browser.post(f"/surveys/{gated.slug}/prove/app/", {**CONSENT, "address": ""})
    assert page.status_code == 200 and "form-error" in words(page) and "127.0.0.1" not in words(page)
    assert not AppLogin.objects.exists()


def test_an_unregistered_town_does_not_offer_the_app(gated, unlocked, browser, settings, registered):
    start = f"/surveys/{gated.slug}/prove/"
    assert "prove/app/" not in words(browser.get(start))
    assert browser.get(start + "app/").status_code == 403
    registered("http://127.0.0.1:9")
    assert "prove/app/" in words(browser.get(start))
    assert browser.get(f"/surveys/{unlocked.slug}/prove/app/").status_code == 403


def test_the_language_of_the_visit_is_kept(gated, hostile, browser):
    page = browser.post(f"/en/surveys/{gated.slug}/prove/app/", CONSENT)
    address = re.search(r'href="(http://127[^"]+)"', words(page))[1]
    hostile.claims = {"acr": "aal1"}
    assert "The answer of the app could not be trusted." in words(come_back(browser, hostile.visit(address)))

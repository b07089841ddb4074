"""Those who verify keep their house in order through the pages: authorities, lists, whom to ask, the right itself."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from surveys.certificates import actions, permissions, standings, tasks, testca
from surveys.certificates.models import (
    RevocationList,
    RevocationService,
    TrustAnchor,
    UsageProcedure,
    VerifierStanding,
)
from surveys.certificates.trust import AUTHENTICATION, SIGNING, fingerprint
from surveys.envelopes import permissions as envelopes
from surveys.surveys import actions as surveys
from tests.factories import surveys as factory
from tests.surveys.certificates.test_ocsp import serving
from tests.surveys.certificates.test_verification import of_authorities

PEM, DER = serialization.Encoding.PEM, serialization.Encoding.DER
DAY = timedelta(days=1)


def url(name, *args):
    return reverse(f"surveys:{name}", args=args)


def ledger(thing):
    found = AuditEntry.objects.filter(verb__startswith=f"surveys.{thing}.").order_by("pk")
    return [entry.verb.rsplit(".", 1)[1] for entry in found]


def upload(content, name="root.cer"):
    return SimpleUploadedFile(name, content)


@pytest.fixture(scope="module")
def authority():
    return testca.Root.create(SIGNING, clock.now() - 30 * DAY)


def order(authority, **changes):
    der = authority.certificate.public_bytes(DER)
    fields = {
        "file": upload(der),
        "fingerprint": " ".join(fingerprint(der).upper()[i : i + 2] for i in range(0, 64, 2)),
        "kind": SIGNING,
        "name": "JPKI-TEST 第3世代",
        "policy": "",
    }
    return {**fields, **changes}


# --- authorities --------------------------------------------------------------------------------------


def test_an_authority_is_taken_in_only_with_the_fingerprint_of_its_sheet(numbers, client_as, authority):
    client, page = client_as("it_chief"), url("anchor-trust")
    for field, spoiled, words in (
        ("fingerprint", "00" * 32, "別の指紋"),
        ("fingerprint", "a1b2", "64文字"),
        ("file", upload(b"not a certificate"), "認証局の証明書ではありません"),
        (
            "file",
            upload(
                authority.issue(
                    ec.generate_private_key(ec.SECP256R1()), clock.now(), clock.now() + DAY
                ).public_bytes(PEM)
            ),
            "認証局の証明書ではありません",
        ),
        ("policy", "signing", "1.2.392.200149.8.5.1.1.20"),
        ("name", "", "この項目"),
    ):
        answer = client.post(page, order(authority, **{field: spoiled}))
        assert answer.status_code == 200 and field in answer.context["form"].errors, (field, spoiled)
        assert words in answer.content.decode()
        assert (
            fingerprint(authority.certificate.public_bytes(DER))
            not in answer.content.decode().replace(" ", "").lower()
            or field != "fingerprint"
        )
    assert not TrustAnchor.objects.exists()

    pem = upload(authority.certificate.public_bytes(PEM))
    answer = client.post(page, order(authority, file=pem), follow=True)
    row = TrustAnchor.objects.get()
    assert answer.redirect_chain == [(url("anchor-detail", row.pk), 302)]
    shown = answer.content.decode()
    assert "JPKI-TEST 第3世代" in shown and "試験" in shown and "RSA 2048" in shown
    assert f"{row.fingerprint[:4].upper()} {row.fingerprint[4:8].upper()}" in shown
    assert "1.2.392.200149.8.5.1.1.20" in shown and "1.2.392.200149.8.5.1.0.20" in shown
    assert row.is_test and ledger("trust_anchor") == ["trusted"]
    client.post(page, order(authority))
    assert TrustAnchor.objects.count() == 1 and ledger("trust_anchor") == ["trusted"]


def test_a_town_in_earnest_takes_in_no_test_authority(numbers, client_as, authority, settings):
    settings.TEST_CERTIFICATES_ALLOWED = False
    answer = client_as("it_chief").post(url("anchor-trust"), order(authority))
    assert "file" in answer.context["form"].errors and not TrustAnchor.objects.exists()
    with pytest.raises(Denied):
        actions.trust(authority.anchor, name="試験", by=CLOCK)
    form = client_as("it_chief").get(url("revocation-service-choose")).content.decode()
    assert "simulator" not in form and "responder" in form
    with pytest.raises(Denied):
        actions.choose_revocation_service(SIGNING, "simulator", valid_from=clock.today(), by=CLOCK)


def test_a_further_policy_is_taken_and_an_authority_ends_on_its_day(office, acting, client_as, deliver):
    client = client_as("it_chief")
    row = TrustAnchor.objects.get(name="JPKI-TEST signing-2")
    refused = client.post(
        url("anchor-accept-policy", row.pk), {"policy": "phone", "reason": "携帯電話用の証明書"}
    )
    assert "policy" in refused.context["form"].errors
    words = {"policy": "1.2.392.200149.8.5.1.0.40", "reason": "携帯電話用の証明書"}
    for _twice in range(2):
        assert client.post(url("anchor-accept-policy", row.pk), words).status_code == 302
    row.refresh_from_db()
    assert row.anchor.policies == {"1.2.392.200149.8.5.1.0.20", "1.2.392.200149.8.5.1.0.40"}
    assert (
        ledger("trust_anchor")[-1] == "policy_accepted"
        and ledger("trust_anchor").count("policy_accepted") == 1
    )

    tomorrow = clock.today() + DAY
    stop = url("anchor-distrust", row.pk)
    late = client.post(stop, {"from_day": clock.today() - DAY, "reason": "鍵が漏れたとの公表"})
    assert "from_day" in late.context["form"].errors
    assert client.post(stop, {"from_day": tomorrow, "reason": "鍵が漏れたとの公表"}).status_code == 302
    row.refresh_from_db()
    assert row.is_trusted_today and row in TrustAnchor.objects.usable()
    with clock.at(clock.now() + DAY):
        assert not row.is_trusted_today and row not in TrustAnchor.objects.usable()
        assert not row.anchor.trusted_at(clock.now())
        assert "信頼していません" in client.get(url("anchor-detail", row.pk)).content.decode()
        assert client.post(stop, {"from_day": clock.today(), "reason": "もう一度押した"}).status_code == 403
        with pytest.raises(Denied):
            actions.accept_policy(row, policy="1.2.3", reason="もう信頼していない", by=acting("it_chief"))
        again = actions.trust(row.anchor, name=row.name, by=acting("it_chief"))
        assert again == row and again.is_trusted_today
    assert ledger("trust_anchor")[-2:] == ["distrusted", "trusted"]
    deliver()
    assert any("JPKI-TEST signing-2" in m.subject and "鍵が漏れた" in m.body for m in mail.outbox)
    told = set(
        OutboxMessage.objects.filter(kind="surveys.authority_distrusted").values_list(
            "recipient_id", flat=True
        )
    )
    assert str(acting("it_chief").person.pk) not in told and str(acting("it_staff").person.pk) in told


PAGES = (
    "trust-overview", "anchor-trust", "revocation-list-list", "revocation-list-load",
    "revocation-service-choose", "verifier-list", "standing-record", "procedure-list", "procedure-enter",
)  # fmt: skip


@pytest.mark.parametrize(
    "who", ["planner_author", "pr_approver", "secretary", "system_admin", "resident_1", "guest"]
)
def test_nobody_else_enters(office, client_as, who):
    client = client_as(who)
    row = TrustAnchor.objects.first()
    places = [url(name) for name in PAGES] + [url("anchor-detail", row.pk), url("anchor-distrust", row.pk)]
    for place in places:
        assert client.get(place).status_code == (302 if who == "guest" else 403), place


def test_those_in_charge_find_the_pages_from_their_desk(office, client_as):
    client = client_as("it_chief")
    assert url("trust-overview") in client.get(url("survey-desk")).content.decode()
    assert url("trust-overview") not in client_as("planner_author").get(url("survey-desk")).content.decode()
    for name in PAGES:
        assert client.get(url(name)).status_code == 200, name
    overview = client.get(url("trust-overview")).content.decode()
    assert overview.count("試験") >= 3 and "JPKI-TEST authentication-1" in overview
    assert url("verifier-list") in overview and url("revocation-list-list") in overview


# --- lists and whom to ask ----------------------------------------------------------------------------


def test_a_list_is_taken_in_by_hand_and_its_age_is_shown(numbers, client_as, acting, authority):
    client, page = client_as("it_chief"), url("revocation-list-load")
    der = authority.list(clock.now() - timedelta(hours=2), days=3)
    answer = client.post(page, {"file": upload(der, "today.crl")})
    assert "file" in answer.context["form"].errors and "信頼する認証局" in answer.content.decode()
    assert "file" in client.post(page, {"file": upload(b"garbage")}).context["form"].errors

    actions.trust(authority.anchor, name="試験の認証局", by=acting("it_chief"))
    for _twice in range(2):
        assert client.post(page, {"file": upload(der, "today.crl")}).status_code == 302
    assert RevocationList.objects.count() == 1 and ledger("revocation_list") == ["loaded"]
    shown = client.get(url("revocation-list-list")).content.decode()
    assert "試験の認証局" in shown and "最新" in shown and "CN=Demo-shi CRLDP" in shown
    with clock.at(clock.now() + 2 * DAY + timedelta(hours=6)):
        assert "1日以内に期限" in client.get(url("revocation-list-list")).content.decode()
    with clock.at(clock.now() + 4 * DAY):
        assert "期限切れ" in client.get(url("revocation-list-list")).content.decode()
        assert "期限切れ" in client.get(url("trust-overview")).content.decode()
        tasks.warn_of_lapsed_lists()
        tasks.warn_of_lapsed_lists()
        told = OutboxMessage.objects.filter(kind="surveys.lists_lapsed")
        assert {m.recipient_id for m in told} == {str(acting(w).person.pk) for w in ("it_chief", "it_staff")}
        fresh = authority.list(clock.now() - timedelta(hours=1))
        actions.load_list(fresh, by=CLOCK)
        assert not RevocationList.objects.lapsed(clock.now()).exists()


def test_lists_for_residents_and_for_authorities_stand_side_by_side(numbers, acting, authority):
    actions.trust(authority.anchor, name="試験", by=acting("it_chief"))
    at = clock.now() - timedelta(hours=1)
    residents = actions.load_list(authority.list(at), by=CLOCK)
    above = actions.load_list(of_authorities(authority, at), by=CLOCK)
    assert (residents.covers, above.covers) == ("all", "authorities")
    assert RevocationList.objects.count() == 2


def test_the_machines_timetable_loads_lists_from_folders_and_addresses(numbers, acting, authority, tmp_path):
    other = testca.Root.create(AUTHENTICATION, clock.now() - 30 * DAY)
    stranger = testca.Root.create(SIGNING, clock.now() - 30 * DAY)
    for root in (authority, other):
        actions.trust(root.anchor, name="試験", by=acting("it_chief"))
    at = clock.now() - timedelta(hours=1)
    (tmp_path / "one.crl").write_bytes(authority.list(at))
    (tmp_path / "notes.txt").write_text("not a list")
    call_command("load_lists", str(tmp_path), stdout=StringIO())
    call_command("load_lists", str(tmp_path), stdout=StringIO())
    assert RevocationList.objects.count() == 1

    (tmp_path / "two.crl").write_bytes(stranger.list(at))
    (tmp_path / "zzz.crl").write_bytes(other.list(at))
    said = StringIO()
    with pytest.raises(CommandError, match="1 could not be taken in"):
        call_command("load_lists", str(tmp_path), stdout=StringIO(), stderr=said)
    assert "two.crl" in said.getvalue() and RevocationList.objects.count() == 2

    newer = authority.list(clock.now() - timedelta(minutes=5))
    with serving(lambda _question: (200, newer), method="GET") as address:
        (tmp_path / "sources").write_text(f"# every hour\n{address}\n\n")
        call_command("load_lists", "--from", str(tmp_path / "sources"), stdout=StringIO())
    assert RevocationList.objects.filter(this_update__gte=clock.now() - timedelta(minutes=6)).count() == 1
    with pytest.raises(CommandError):
        call_command("load_lists", "http://127.0.0.1:1/gone.crl", stdout=StringIO(), stderr=StringIO())
    with pytest.raises(CommandError):
        call_command("load_lists")


def test_whom_to_ask_is_chosen_from_a_day_on(numbers, client_as):
    client, page = client_as("it_chief"), url("revocation-service-choose")
    fields = {
        "kind": SIGNING, "means": "responder", "url": "", "sends_nonce": "on", "valid_from": clock.today(),
    }  # fmt: skip
    answer = client.post(page, fields)
    assert "url" in answer.context["form"].errors
    yesterday = clock.today() - DAY
    answer = client.post(page, {**fields, "url": "https://ocsp.example/", "valid_from": yesterday})
    assert "valid_from" in answer.context["form"].errors and "ocsp.example" in answer.content.decode()
    for _twice in range(2):
        assert client.post(page, {**fields, "url": "https://ocsp.example/"}).status_code == 302
    chosen = RevocationService.objects.get()
    assert (chosen.url, chosen.sends_nonce, chosen.valid_from) == (
        "https://ocsp.example/",
        True,
        clock.today(),
    )
    assert ledger("revocation_service") == ["chosen"]
    later = {
        **fields,
        "means": "lists",
        "url": "https://ignored.example/",
        "valid_from": clock.today() + 9 * DAY,
    }
    assert client.post(page, later).status_code == 302
    chosen.refresh_from_db()
    assert chosen.valid_until == clock.today() + 8 * DAY
    shown = client.get(url("trust-overview")).content.decode()
    assert "https://ocsp.example/" in shown and "ignored" not in shown


# --- the right to verify [31, 131, 132] ---------------------------------------------------------------


def test_the_right_is_made_of_a_standing_and_two_procedures(numbers, client_as, acting, town):
    client, body = client_as("it_chief"), town.body("information-policy")
    today = clock.today()

    def lacking(kind=SIGNING, on=today):
        answer = permissions.may_verify(body, kind, on)
        return 0 if answer else len(answer.next_step.split(" / "))

    assert lacking() == 3
    entry = {
        "body": body.pk, "kind": "signatures", "ground": "公的個人認証法17条1項", "notification_number": "第17号",
        "valid_from": today, "valid_until": "",
    }  # fmt: skip
    early = client.post(url("standing-record"), {**entry, "valid_until": today - DAY})
    assert "valid_until" in early.context["form"].errors and "第17号" in early.content.decode()
    for _twice in range(2):
        assert client.post(url("standing-record"), entry).status_code == 302
    assert VerifierStanding.objects.count() == 1 and lacking() == 2 and lacking(AUTHENTICATION) == 3

    for kind, counterpart, left in (
        ("service", "地方公共団体情報システム機構", 1),
        ("privacy", "個人情報保護委員会", 0),
    ):
        begun = {"body": body.pk, "kind": kind, "counterpart": counterpart, "begun_on": today - 30 * DAY}
        for _twice in range(2):
            assert client.post(url("procedure-enter"), begun).status_code == 302
        procedure = UsageProcedure.objects.get(kind=kind)
        assert lacking() == left + 1
        done = {"finished_on": today - 40 * DAY, "reference": "第5号", "valid_until": ""}
        early = client.post(url("procedure-finish", procedure.pk), done)
        assert "finished_on" in early.context["form"].errors
        assert (
            client.post(url("procedure-finish", procedure.pk), {**done, "finished_on": today}).status_code
            == 302
        )
        assert lacking() == left
        assert (
            client.post(url("procedure-finish", procedure.pk), {**done, "finished_on": today}).status_code
            == 403
        )
    assert lacking(on=today - DAY) == 3 and lacking(AUTHENTICATION) == 1
    assert ledger("usage_procedure") == ["begun", "finished"] * 2
    shown = client.get(url("procedure-list")).content.decode()
    assert "個人情報保護委員会" in shown and "第5号" in shown
    shown = client.get(url("verifier-list")).content.decode()
    assert "第17号" in shown and "確かめられます" in shown and "確かめられません" in shown

    standing = VerifierStanding.objects.get()
    page = url("standing-withdraw", standing.pk)
    words = {"from_day": today + DAY, "reason": "事務を県へ移すため"}
    assert client.post(page, words).status_code == 302
    assert client.post(page, words).status_code == 403
    assert lacking() == 0 and lacking(on=today + DAY) == 1
    assert ledger("verifier_standing") == ["recorded", "withdrawn"]
    assert OutboxMessage.objects.filter(kind="surveys.standing_withdrawn").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: VerifierStanding.objects.update(withdrawn_from=clock.today()),
        lambda: VerifierStanding.objects.update(valid_until=clock.today() - DAY),
        lambda: VerifierStanding.objects.filter(kind="signatures").update(kind="authentication"),
        lambda: UsageProcedure.objects.filter(kind="service").delete(),
        lambda: UsageProcedure.objects.filter(kind="service").update(finished_on=None),
        lambda: UsageProcedure.objects.filter(kind="privacy").update(valid_until=clock.today() - DAY),
    ],
)
def test_without_the_right_no_gate_is_planned_opened_or_kept(office, acting, client_as, spoil):
    waiting = factory.in_status(acting, "permitted", mode="certificate")
    gated = factory.opened(acting, mode="certificate")
    assert envelopes.can_prove(gated)
    spoil()
    refused = envelopes.can_prove(gated)
    assert not refused and refused.next_step
    today = clock.today()
    draft = {
        "title": "門のあるアンケート", "slug": "gated-plan", "purpose": "使い道", "contact": "企画課", "mode": "certificate",
        "certificate_kind": "signing", "municipality": "デモ県デモ市", "verifying_body": gated.verifying_body_id,
        "sampling": "self_selected", "opens_on": today, "closes_on": today + 9 * DAY,
    }  # fmt: skip
    planned = client_as("planner_author").post(url("survey-plan"), draft)
    assert (
        "verifying_body" in planned.context["form"].errors
        and "門のあるアンケート" in planned.content.decode()
    )
    start = client_as("guest").get(url("proof-start", gated.slug))
    assert start.status_code in (200, 403) and str(refused.reason) in start.content.decode()
    with pytest.raises(Denied):
        factory.opened(acting, mode="certificate")
    with pytest.raises(Denied):
        surveys.open(waiting, by=acting("planner_chief"))


def test_each_procedure_belongs_to_the_unit_in_charge(numbers, acting, town):
    body = town.body("information-policy")
    for who in ("planner_author", "secretary", "system_admin", "resident_1"):
        for kind in UsageProcedure.Kind:
            with pytest.raises(Denied):
                standings.begin_procedure(
                    body, kind=kind, counterpart="機構", begun_on=clock.today(), by=acting(who)
                )

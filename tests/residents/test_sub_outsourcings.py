"""再委託 ([2.18]): the contractor asks, the city consents on conditions or refuses; nothing else changes."""

from datetime import date

import pytest

from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from residents.contracts import actions as contracts
from residents.contracts import permissions as contract_permissions
from residents.contracts.models import Contract
from residents.sub_outsourcings import actions, permissions
from residents.sub_outsourcings.lifecycle import SUB_OUTSOURCING
from residents.sub_outsourcings.models import SubOutsourcing

WORDS = {
    "subcontractor": "湘南システム有限会社",
    "work": "夜間の障害対応",
    "reason": "夜間の要員を持たないため",
    "safeguards": "同じ義務を定めた契約を書面で結ぶ。",
    "touches_personal_data": True,
}


@pytest.fixture
def contract(town, frozen):
    frozen("2026-11-22 09:00")
    return Contract.objects.get(title="市民電子会議室運営業務委託")


def asked(contract, acting, **more):
    days = {"from_on": date(2026, 12, 1), "until_on": date(2027, 3, 31)}
    return actions.request(contract, by=acting("caretaker_1"), **{**WORDS, **days, **more})


def test_the_verbs_are_these():
    assert set(SUB_OUTSOURCING.rows()) == {
        ("request", "", "requested", "contractor"),
        ("withdraw", "requested", "withdrawn", "contractor"),
        ("consent", "requested", "consented", "mayor"),
        ("refuse", "requested", "refused", "mayor"),
        ("revoke_consent", "consented", "revoked", "mayor"),
    }


MAY = {
    ("withdraw", "requested"): {"caretaker_1"},
    ("consent", "requested"): {"mayor"},
    ("refuse", "requested"): {"mayor"},
    ("revoke_consent", "consented"): {"mayor"},
}
QUESTIONS = {
    "withdraw": permissions.can_withdraw_sub_outsourcing,
    "consent": permissions.can_consent,
    "refuse": permissions.can_refuse_sub_outsourcing,
    "revoke_consent": permissions.can_revoke_consent,
}


@pytest.mark.parametrize(
    "who",
    [
        "guest",
        "resident_1",
        "caretaker_1",
        "member_1",
        "chair",
        "secretary",
        "mayor",
        "adviser",
        "system_admin",
    ],
)
def test_who_may_do_what(contract, acting, who):
    one, by = asked(contract, acting), acting(who)
    assert bool(permissions.can_request_sub_outsourcing(by, contract)) == (who == "caretaker_1")
    for status in ("requested", "withdrawn", "consented", "refused", "revoked"):
        one.status = status
        for verb, ask in QUESTIONS.items():
            assert bool(ask(by, one)) == (who in MAY.get((verb, status), set())), (who, verb, status)


def test_a_request_stays_within_the_contract_and_while_it_runs(contract, acting, frozen):
    with pytest.raises(Denied, match="契約の期間"):
        asked(contract, acting, until_on=date(2027, 4, 1))
    one = asked(contract, acting)
    frozen("2027-04-01 09:00")
    with pytest.raises(Denied):
        actions.consent(one, by=acting("mayor"))
    with pytest.raises(Denied):
        asked(contract, acting)


def test_through_the_pages(contract, acting, client_as, people):
    contractor, mayor = client_as("caretaker_1"), client_as("mayor")
    page = f"/contracts/{contract.pk}/"
    address = f"{page}sub-outsourcing/"
    for key in ("resident_1", "chair", "adviser"):
        assert client_as(key).get(address).status_code == 404, key
    assert client_as("secretary").get(address).status_code == 403
    words = {**WORDS, "touches_personal_data": "on", "from_on": "2026-12-01", "until_on": "2027-06-30"}
    answer = contractor.post(address, words)
    assert answer.status_code == 200 and "契約の期間" in answer.content.decode()
    assert "湘南システム有限会社" in answer.content.decode()
    assert contractor.post(address, {**words, "until_on": "2027-03-31"})["Location"] == page
    one = SubOutsourcing.objects.latest("pk")
    told = OutboxMessage.objects.filter(kind="residents.sub_outsourcing_requested")
    assert {str(people[key].pk) for key in ("mayor", "secretary")} <= set(
        told.values_list("recipient_id", flat=True)
    )
    consent = f"/contracts/sub-outsourcings/{one.pk}/consent/"
    assert client_as("secretary").post(consent, {"conditions": ""}).status_code == 403
    assert client_as("adviser").post(consent, {"conditions": ""}).status_code == 404
    assert consent in mayor.get(page).content.decode()
    assert mayor.post(consent, {"conditions": "名簿を渡さないこと"}).status_code == 302
    assert mayor.post(consent, {"conditions": "名簿を渡さないこと"}).status_code == 403  # pressed twice
    shown = contractor.get(page).content.decode()
    assert "名簿を渡さないこと" in shown and "承諾済み" in shown
    revoke = f"/contracts/sub-outsourcings/{one.pk}/revoke-consent/"
    assert mayor.post(revoke, {"reason": "条件に反したため"}).status_code == 302
    assert "条件に反したため" in contractor.get(page).content.decode()

    second, third = asked(contract, acting), asked(contract, acting)
    assert contractor.post(f"/contracts/sub-outsourcings/{second.pk}/withdraw/").status_code == 302
    refuse = f"/contracts/sub-outsourcings/{third.pk}/refuse/"
    assert mayor.post(refuse, {"reason": ""}).status_code == 200
    assert mayor.post(refuse, {"reason": "自ら行うべき業務のため"}).status_code == 302
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.status, third.status) == ("withdrawn", "refused")


def test_the_contractor_hears_of_the_next_year_and_the_it_section_grants_access(
    contract, town, acting, people
):
    following = contracts.renew(contract, by=acting("secretary"))
    told = OutboxMessage.objects.filter(kind="residents.contract_renewed", url=following.get_absolute_url())
    assert set(told.values_list("recipient_id", flat=True)) == {
        str(people[key].pk) for key in ("caretaker_1", "caretaker_2")
    }
    # M12: the IT section gives access as well, and changes nothing else of a plan
    by, item = acting("system_admin"), following.scope_items[0]
    assert contract_permissions.can_grant_access(by, following)
    contracts.grant(following, scope_item=item, function="rooms.adviser", by=by)
    with pytest.raises(Denied):
        contracts.revise(following, by=by, title="別の名前")
    with pytest.raises(Denied):
        contracts.grant(following, scope_item=item, function="survey.form_entry", by=acting("it_staff"))
    with pytest.raises(Denied):  # concluded: what it carries is agreed
        contracts.grant(contract, scope_item=item, function="rooms.adviser", by=by)


def test_a_certificate_older_than_the_end_does_not_settle(contract, acting, client_as, frozen):
    frozen("2027-02-10 09:00")
    contracts.terminate(contract, by=acting("mayor"), reason="契約違反")
    frozen("2027-02-20 09:00")
    words = {"certificate_number": "廃棄証明第3号", "certificate_on": "2027-02-09"}
    answer = client_as("secretary").post(f"/contracts/{contract.pk}/settle/", words)
    assert answer.status_code == 200 and "2027年2月10日" in answer.content.decode()
    with pytest.raises(Denied):
        contracts.settle(
            contract, by=acting("secretary"), certificate_number="第3号", certificate_on=date(2027, 2, 9)
        )
    words["certificate_on"] = "2027-02-10"
    assert client_as("secretary").post(f"/contracts/{contract.pk}/settle/", words).status_code == 302


def test_the_demo_town_has_one_with_the_city_s_consent_on_the_contract_s_page(contract, client_as):
    one = SubOutsourcing.objects.get()
    assert (one.status, one.contract) == ("consented", contract)
    page = client_as("secretary").get(contract.get_absolute_url()).content.decode()
    assert "株式会社辻堂ソフトウェア(架空)" in page and "個人情報に触れる作業は行わせないこと" in page
    assert "承諾済み" in page

"""The register of contracts: one year at a time, with clauses, and rights that end with the last day."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from residents.bodies import actions as bodies
from residents.contracts import actions as contracts
from residents.contracts import permissions
from residents.contracts.lifecycle import CONTRACT, Clause
from residents.contracts.models import Contract, ContractGrant
from residents.contracts.tasks import follow_the_calendar
from residents.roles.holdings import forget, holds
from tests.factories.communities import Forums

CLAUSES = {clause.value: (True, "第3条") for clause in Clause}


def planned(town, acting, **more):
    words = {
        "title": "試験の委託",
        "contractor": town.body("vcom"),
        "scope_items": ["助言", "見守り"],
        "grants": [("助言", "rooms.adviser", None)],
        "from_on": date(2030, 4, 1),
        "until_on": date(2031, 3, 31),
        "by": acting("secretary"),
        **more,
    }
    return contracts.propose(**words)


def concluded(town, acting, **more):
    contract = planned(town, acting, **more)
    contracts.check_clauses(contract, clauses=CLAUSES, by=acting("secretary"))
    return contracts.conclude(contract, by=acting("mayor"), number="委託第1号")


def test_the_verbs_are_these():
    assert {(verb, source, target, by) for verb, source, target, by in CONTRACT.rows()} == {
        ("propose", "", "planned", "unit that needs it"),
        ("revise", "planned", "planned", "unit that needs it"),
        ("drop", "planned", "dropped", "unit that needs it"),
        ("conclude", "planned", "concluded", "mayor"),
        ("inspect", "concluded", "concluded", "unit that needs it"),
        ("report_incident", "concluded", "incident", "unit that needs it"),
        ("resolve_incident", "incident", "concluded", "unit that needs it"),
        ("renew", "concluded", "concluded", "unit that needs it"),
        ("decline_renewal", "concluded", "concluded", "unit that needs it"),
        ("terminate", "concluded", "terminated", "mayor"),
        ("terminate", "incident", "terminated", "mayor"),
        ("end", "concluded", "ended", "clock"),
        ("end", "incident", "ended", "clock"),
        ("settle", "ended", "settled", "unit that needs it"),
        ("settle", "terminated", "settled", "unit that needs it"),
    }


EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "chair",
    "secretary",
    "mayor",
    "planner_author",
    "it_staff",
    "npo_author",
    "adviser",
    "system_admin",
]
MAY = {
    ("revise", "planned"): {"secretary"},
    ("drop", "planned"): {"secretary"},
    ("conclude", "planned"): {"mayor"},
    ("inspect", "concluded"): {"secretary", "system_admin"},
    ("report_incident", "concluded"): {"secretary"},
    ("resolve_incident", "incident"): {"secretary"},
    ("renew", "concluded"): {"secretary"},
    ("decline_renewal", "concluded"): {"secretary"},
    ("terminate", "concluded"): {"mayor"},
    ("terminate", "incident"): {"mayor"},
    ("settle", "ended"): {"secretary"},
    ("settle", "terminated"): {"secretary"},
}
QUESTIONS = {
    "revise": permissions.can_revise_contract,
    "drop": permissions.can_drop_contract,
    "conclude": permissions.can_conclude_contract,
    "inspect": permissions.can_inspect_contract,
    "report_incident": permissions.can_report_incident,
    "resolve_incident": permissions.can_resolve_incident,
    "renew": permissions.can_renew_contract,
    "decline_renewal": permissions.can_decline_renewal,
    "terminate": permissions.can_terminate_contract,
    "settle": permissions.can_settle_contract,
}


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_about_a_contract(town, acting, who):
    contract = planned(town, acting)
    contracts.check_clauses(contract, clauses=CLAUSES, by=acting("secretary"))
    by = acting(who)
    readers = {"secretary", "mayor", "system_admin", "caretaker_1"}  # the last: VCOM is the contractor
    assert bool(permissions.can_read_contract(by, contract)) == (who in readers)
    for status in ("planned", "dropped", "concluded", "incident", "terminated", "ended", "settled"):
        contract.status = status
        for verb, ask in QUESTIONS.items():
            assert bool(ask(by, contract)) == (who in MAY.get((verb, status), set())), (who, verb, status)


def test_a_contract_lasts_a_year_at_most(town, acting):
    with pytest.raises(Denied, match="1年"):
        planned(town, acting, until_on=date(2031, 4, 1))
    assert planned(town, acting, until_on=date(2031, 3, 31)).status == "planned"


def test_it_is_concluded_when_every_clause_has_its_place_or_its_reason(town, acting):
    contract = planned(town, acting)
    with pytest.raises(Denied, match="9"):
        contracts.conclude(contract, by=acting("mayor"))
    some = {**CLAUSES, "ledger": (False, "個人情報を渡さないため")}
    del some["inspection"]
    contracts.check_clauses(contract, clauses=some, by=acting("secretary"))
    with pytest.raises(Denied) as refused:
        contracts.conclude(contract, by=acting("mayor"))
    assert "立入検査" in str(refused.value.next_step)
    contracts.check_clauses(contract, clauses={"inspection": (True, "第9条")}, by=acting("secretary"))
    assert contracts.conclude(contract, by=acting("mayor"), number="委託第2号").number == "委託第2号"


def test_a_planned_contract_carries_nothing_and_a_concluded_one_until_its_last_day(town, acting):
    contract = planned(town, acting)
    assert not holds(acting("caretaker_2"), "rooms.adviser", on=date(2030, 5, 1))
    contracts.check_clauses(contract, clauses=CLAUSES, by=acting("secretary"))
    contracts.conclude(contract, by=acting("mayor"))
    for day, may in (
        (date(2030, 3, 31), False),
        (date(2030, 4, 1), True),
        (date(2031, 3, 31), True),
        (date(2031, 4, 1), False),
    ):
        assert bool(holds(acting("caretaker_2"), "rooms.adviser", on=day)) == may, day


def test_a_right_belongs_to_the_scope_and_to_people_of_the_contractor(town, acting, people):
    contract = planned(town, acting)
    by = acting("secretary")
    with pytest.raises(Denied):
        contracts.grant(contract, scope_item="別の仕事", function="rooms.caretaker", by=by)
    with pytest.raises(Denied):
        contracts.grant(
            contract, scope_item="見守り", function="rooms.caretaker", person=people["resident_1"], by=by
        )
    contracts.grant(
        contract, scope_item="見守り", function="rooms.caretaker", person=people["caretaker_1"], by=by
    )
    row = contract.grants.get(function="rooms.caretaker")
    contracts.withdraw_grant(contract, pk=row.pk, by=by)
    assert not contract.grants.filter(function="rooms.caretaker").exists()


def test_a_right_is_asked_until_it_is_whole(town, acting, client_as, people):
    contract = planned(town, acting)
    address = reverse("residents:contract-grant", args=[contract.pk])
    half = {"scope_item": "見守り", "function": "rooms.caretaker", "person": people["resident_1"].pk}
    asked = client_as("secretary").post(address, half)
    assert set(asked.context["form"].errors) == {"person"}
    assert '<option value="見守り" selected>' in asked.content.decode()
    assert client_as("resident_1").get(address).status_code == 404
    whole = {**half, "person": people["caretaker_1"].pk}
    assert client_as("secretary").post(address, whole).status_code == 302
    assert contract.grants.get(function="rooms.caretaker").person == people["caretaker_1"]


def test_terminating_takes_the_rights_on_the_same_day(town, acting, frozen):
    contract = Contract.objects.get(title="市民電子会議室運営業務委託")
    frozen(f"{contract.from_on.year}-06-01 09:00")
    by = acting("caretaker_1")
    assert holds(by, "rooms.caretaker")
    contracts.report_incident(contract, by=acting("secretary"), reason="名簿の紛失")
    assert holds(by, "rooms.caretaker")
    contracts.terminate(contract, by=acting("mayor"), reason="契約違反")
    forget(by.person)
    assert not holds(by, "rooms.caretaker")
    # what was done the day before is still judged by the contract of that day
    assert holds(by, "rooms.caretaker", on=date(contract.from_on.year, 5, 31))


LAST_YEAR_OF = "市民電子会議室運営業務委託"


def flags_of(acting) -> str:
    """Where caretakers read what was reported in a place."""
    return f"/communities/{Forums(acting).official(slug='saigai').slug}/flags/"


@pytest.fixture
def caretakers_contract(town):
    return Contract.objects.get(title=LAST_YEAR_OF)


def test_at_midnight_after_the_last_day_the_caretaker_s_addresses_are_closed(
    caretakers_contract, client_as, acting, frozen
):
    last = caretakers_contract.until_on
    addresses = [flags_of(acting), f"/contracts/{caretakers_contract.pk}/"]
    frozen(f"{last} 23:59:59")
    client = client_as("caretaker_1")
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    frozen(f"{last.year}-04-01 00:00:00")
    assert client.get(addresses[0]).status_code in (403, 404)
    # before any clock has run; the clock then only writes it down and tells both sides, once
    assert Contract.objects.get(pk=caretakers_contract.pk).status == "concluded"
    follow_the_calendar()
    follow_the_calendar()
    assert Contract.objects.get(pk=caretakers_contract.pk).status == "ended"
    told = OutboxMessage.objects.filter(kind="residents.contract_ended", url=addresses[1])
    assert told.filter(recipient_id=acting("caretaker_1").person_id).count() == 1
    assert told.filter(recipient_id=acting("secretary").person_id).count() == 1


def test_a_renewed_contract_goes_on_without_a_gap(caretakers_contract, client_as, acting, frozen):
    last, flags = caretakers_contract.until_on, flags_of(acting)
    frozen(f"{last.year}-01-15 09:00")
    following = contracts.renew(caretakers_contract, by=acting("secretary"))
    assert (following.from_on, following.until_on) == (date(last.year, 4, 1), date(last.year + 1, 3, 31))
    with pytest.raises(Denied):
        contracts.renew(caretakers_contract, by=acting("secretary"))
    with pytest.raises(Denied):  # the clauses of the new year are checked anew
        contracts.conclude(following, by=acting("mayor"))
    contracts.check_clauses(following, clauses=CLAUSES, by=acting("secretary"))
    contracts.conclude(following, by=acting("mayor"))
    frozen(f"{last} 23:59:59")
    client = client_as("caretaker_1")
    assert client.get(flags).status_code == 200
    frozen(f"{last.year}-04-01 00:00:00")
    assert client.get(flags).status_code == 200


def test_an_undecided_renewal_is_brought_to_mind_three_times(caretakers_contract, acting, frozen):
    last, secretary = caretakers_contract.until_on, acting("secretary").person_id

    def told():
        rows = OutboxMessage.objects.filter(kind="residents.contract_ends_soon", recipient_id=secretary)
        return rows.filter(url=caretakers_contract.get_absolute_url()).count()

    year = last.year
    for day, count in [
        (f"{year - 1}-12-30", 0),  # 91 days before
        (f"{year - 1}-12-31", 1),  # 90
        (f"{year}-01-05", 1),
        (f"{year}-01-30", 2),  # 60
        (f"{year}-03-01", 3),  # 30
        (f"{year}-03-20", 3),
    ]:
        frozen(f"{day} 00:05")
        follow_the_calendar()
        assert told() == count, day
    contracts.decline_renewal(caretakers_contract, by=acting("secretary"), reason="直営にするため")
    assert not Contract.objects.to_be_renewed(date(year, 3, 20)).filter(pk=caretakers_contract.pk).exists()


def test_it_is_settled_with_the_certificate(caretakers_contract, client_as, acting, frozen):
    frozen(f"{caretakers_contract.until_on.year}-04-01 00:05")
    follow_the_calendar()
    client, address = client_as("secretary"), f"/contracts/{caretakers_contract.pk}/settle/"
    words = {
        "certificate_number": "廃棄証明第12号",
        "certificate_on": f"{caretakers_contract.until_on.year}-05-01",
    }
    answer = client.post(address, words)
    assert answer.status_code == 200 and "廃棄証明第12号" in answer.content.decode()  # a day in the future
    words["certificate_on"] = f"{caretakers_contract.until_on.year}-04-01"
    assert client.post(address, words)["Location"] == f"/contracts/{caretakers_contract.pk}/"
    assert client.post(address, words).status_code == 403  # pressed twice
    assert Contract.objects.get(pk=caretakers_contract.pk).status == "settled"
    page = client.get(f"/contracts/{caretakers_contract.pk}/").content.decode()
    assert "廃棄証明第12号" in page


def test_a_new_caretaker_takes_over_with_a_dated_right(caretakers_contract, people, acting, frozen):
    frozen(f"{caretakers_contract.from_on.year}-06-15 09:00")
    leaving, staying = people["caretaker_1"], people["caretaker_2"]
    newcomer = people["resident_9"]
    vcom = caretakers_contract.contractor
    bodies.join(vcom, person=newcomer, by=acting("secretary"), basis="世話人の交代")
    membership = leaving.memberships.get(body=vcom)
    row = ContractGrant.objects.get(person=leaving)
    owners = {f"residents.contracts.handover:{row.pk}": newcomer}
    bodies.hand_over(
        membership,
        owners=owners,
        until_on=date(caretakers_contract.from_on.year, 6, 30),
        reason="世話人の交代",
        by=acting("secretary"),
    )
    from portal.foundation.acting import Acting

    for person, may in ((leaving, False), (newcomer, True), (staying, True)):
        forget(person)
        assert bool(holds(Acting(person, vcom), "rooms.caretaker")) == may, person
    forget(leaving)
    year = caretakers_contract.from_on.year
    assert holds(Acting(leaving, vcom), "rooms.caretaker", on=date(year, 6, 14))


def test_the_register_is_absent_to_others_and_worked_through_http(town, client_as, frozen):
    frozen("2030-01-10 09:00")
    assert "/accounts/login/" in Client().get("/contracts/")["Location"]
    for key in ("resident_1", "chair", "planner_author", "npo_author"):
        assert client_as(key).get("/contracts/").status_code == 404, key
    client = client_as("secretary")
    words = {
        "title": "会議室の見守り",
        "contractor": town.body("vcom").pk,
        "procurement": "negotiated",
        "amount": "1200000",
        "from_on": "2030-04-01",
        "until_on": "2031-04-01",
        "scope_items": "世話人の派遣\n助言",
    }
    refused = client.post("/contracts/propose/", words)
    assert refused.status_code == 200 and "2031年3月31日" in refused.content.decode()
    address = client.post("/contracts/propose/", {**words, "until_on": "2031-03-31"})["Location"]
    client.post(
        f"{address}rights/", {"scope_item": "世話人の派遣", "function": "rooms.caretaker", "person": ""}
    )
    # what the city decides itself cannot be entrusted
    client.post(f"{address}rights/", {"scope_item": "助言", "function": "mayor.decide", "person": ""})
    assert list(Contract.objects.get(title="会議室の見守り").grants.values_list("function", flat=True)) == [
        "rooms.caretaker"
    ]
    mayor = client_as("mayor")
    assert mayor.post(f"{address}conclude/", {"number": "第5号"}).status_code == 403
    assert "9" in mayor.get(address).context["waits_for"].reason
    clauses = {f"evidence_{clause.value}": "契約書第4条" for clause in Clause}
    assert (
        client.post(
            f"{address}clauses/", {**clauses, "evidence_ledger": "", "waived_ledger": "on"}
        ).status_code
        == 200
    )
    assert client.post(f"{address}clauses/", clauses)["Location"] == address
    assert mayor.post(f"{address}conclude/", {"number": "第5号"})["Location"] == address
    assert (
        client.post(f"{address}rights/", {"scope_item": "助言", "function": "rooms.adviser"}).status_code
        == 403
    )
    page = client.get(address).content.decode()
    assert "1,200,000" in page and "第5号" in page
    assert client_as("caretaker_1").get(address).status_code == 200  # its own contractor
    assert client_as("adviser").get(address).status_code == 404


def test_a_contractor_finds_its_contracts_from_its_own_page(client_as):
    contractor, resident = client_as("caretaker_1"), client_as("resident_1")
    assert 'href="/contracts/"' in contractor.get("/accounts/").content.decode()
    assert contractor.get("/contracts/").status_code == 200
    assert 'href="/contracts/"' not in resident.get("/accounts/").content.decode()

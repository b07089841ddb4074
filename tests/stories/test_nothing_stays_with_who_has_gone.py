"""人事異動 and the end of a contract: rooms, requests, locked pages and functions find another owner."""

from datetime import date

import pytest
from django.test import Client
from wagtail.models import Page

from communities.facilitators import actions as facilitators
from communities.facilitators.models import FacilitatorAssignment
from communities.facilitators.tasks import follow_contracts
from communities.forums import actions as members
from communities.handovers import actions as handovers
from communities.handovers.models import Handover
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from residents.bodies import actions as bodies
from residents.contracts import actions as contracts
from residents.contracts.lifecycle import Clause
from residents.roles.gaps import begun_lately
from residents.roles.tasks import tell_of_functions_without_holder
from tests.factories import governance
from tests.factories import home as notices_in
from tests.factories.communities import RESOLUTION, Forums

CLAUSES = {clause.value: (True, "第3条") for clause in Clause}


@pytest.fixture
def autumn(town, frozen):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office()


def a_contract(town, acting, **more):
    words = {
        "title": "進行役派遣業務委託",
        "contractor": town.body("editorial-institute"),
        "scope_items": ["進行役の派遣"],
        "grants": [],
        "from_on": date(2026, 4, 1),
        "until_on": date(2027, 3, 31),
        "by": acting("secretary"),
        **more,
    }
    planned = contracts.propose(**words)
    contracts.check_clauses(planned, clauses=CLAUSES, by=acting("secretary"))
    return contracts.conclude(planned, by=acting("mayor"), number="委託第7号")


def sent(town, acting, people, room, contract=None):
    assignment = facilitators.designate(
        room,
        people["facilitator_dispatched"],
        by=acting("chair"),
        source="dispatched",
        resolution=RESOLUTION,
        dispatched_by=town.body("editorial-institute"),
        contract=contract,
    )
    return facilitators.accept(assignment, by=acting("facilitator_dispatched", None))


def told(kind):
    return set(OutboxMessage.objects.filter(kind=kind).values_list("recipient_id", flat=True))


def test_an_organisation_sends_a_colleague_in_the_place_of_who_left(autumn, town, acting, people, client_as):
    institute, newcomer = town.body("editorial-institute"), people["resident_9"]
    room = Forums(acting).city_room()
    contract = a_contract(town, acting)
    first = sent(town, acting, people, room, contract)
    assert first.status == "active"
    page = client_as("facilitator_dispatched", None).get(f"/facilitators/{first.pk}/")
    assert "進行役派遣業務委託(2027年3月31日(水)まで)" in page.content.decode()
    bodies.join(institute, person=newcomer, by=acting("secretary"), basis="派遣の交代")
    membership = people["facilitator_dispatched"].memberships.get(body=institute)
    address = f"/bodies/members/{membership.pk}/hand-over/"
    client = client_as("secretary")
    assert room.title in client.get(address).content.decode()
    words = {"until_on": clock.today().isoformat(), "reason": "異動", "owner_0": newcomer.pk}
    assert client.post(address, words).status_code == 302

    first.refresh_from_db()
    assert (first.status, first.ends_on) == ("ended", date(2026, 11, 22))
    following = room.facilitators.get(person=newcomer)
    assert (following.status, following.contract, following.resolution) == ("nominated", contract, RESOLUTION)
    assert str(newcomer.pk) in told("communities.facilitator_designated")
    assert str(people["chair"].pk) in told("communities.facilitator_replaced")
    facilitators.accept(following, by=Acting(newcomer))
    assert room.facilitators.active().filter(person=newcomer).exists()


def test_the_office_ends_with_the_contract_unless_the_next_year_has_begun(
    autumn, town, acting, people, frozen
):
    forums = Forums(acting)
    short = a_contract(town, acting, title="短い委託", until_on=date(2026, 12, 31))
    long = a_contract(town, acting)
    with pytest.raises(Denied):  # a contract with somebody else
        vcom = a_contract(town, acting, title="別の委託", contractor=town.body("vcom"))
        sent(town, acting, people, forums.city_room("preparing", facilitator=None), vcom)
    one = sent(town, acting, people, forums.city_room(title="一つ目", slug="one"), short)
    two = sent(town, acting, people, forums.city_room(title="二つ目", slug="two"), long)
    following = contracts.renew(long, by=acting("secretary"))
    contracts.check_clauses(following, clauses=CLAUSES, by=acting("secretary"))
    contracts.conclude(following, by=acting("mayor"), number="委託第8号")

    frozen("2026-12-31 23:00")
    follow_contracts()
    one.refresh_from_db()
    assert one.status == "active"
    frozen("2027-01-01 00:05")
    follow_contracts()
    follow_contracts()
    one.refresh_from_db()
    assert one.status == "ended"
    assert str(people["chair"].pk) in told("communities.facilitator_contract_ended")
    with pytest.raises(Denied):  # nobody is sent under a contract that is over
        sent(town, acting, people, forums.city_room(title="三つ目", slug="three"), short)

    frozen("2027-04-01 00:05")
    follow_contracts()
    two.refresh_from_db()
    assert (two.status, two.contract) == ("active", following)
    assert FacilitatorAssignment.objects.in_hand().filter(contract=long).count() == 0


def test_a_request_to_manage_and_a_locked_page_go_to_a_colleague(autumn, town, acting, people, client_as):
    officer, deputy = people["disaster_officer"], people["disaster_deputy"]
    community = Forums(acting).official(slug="saigai")
    members.join(community, by=Acting(deputy))
    draft = notices_in.notice(acting("disaster_officer"))
    other = notices_in.notice(acting("planner_author"))
    handovers.offer(community, by=acting("disaster_officer"), successor=deputy)
    Page.objects.filter(pk__in=[draft.pk, other.pk]).update(locked=True, locked_by=deputy)
    bodies.join(town.body("planning-section"), person=deputy, by=acting("mayor"), basis="兼務")

    membership = deputy.memberships.get(body=town.body("disaster"))
    address = f"/bodies/members/{membership.pk}/hand-over/"
    client = client_as("disaster_officer")
    page = client.get(address).content.decode()
    assert community.title in page and draft.title in page
    assert (
        "owner_1" in page and "owner_2" not in page
    )  # the page of the other section is not theirs to pass on
    words = {"until_on": clock.today().isoformat(), "reason": "異動"}
    owners = {f"owner_{n}": officer.pk for n in range(2)}
    assert client.post(address, {**words, **owners}).status_code == 302

    # the officer manages it already and need not be asked; the lock is theirs, that of the other section is not
    assert not Handover.objects.waiting().exists()
    assert Page.objects.get(pk=draft.pk).locked_by == officer
    assert Page.objects.get(pk=other.pk).locked_by == deputy


def test_whoever_keeps_the_table_hears_when_a_function_has_nobody(autumn, town, acting, people, frozen):
    tell_of_functions_without_holder()
    assert told("residents.function_without_holder") == set()
    bodies.leave(
        people["adviser"].memberships.get(), by=acting("mayor"), until_on=date(2026, 11, 25), reason="退任"
    )
    frozen("2026-11-26 00:05")
    tell_of_functions_without_holder()
    tell_of_functions_without_holder()
    news = OutboxMessage.objects.filter(kind="residents.function_without_holder")
    keepers = {str(people[key].pk) for key in ("secretary", "secretary_chief", "mayor")}
    assert keepers <= told("residents.function_without_holder")
    assert news.count() == len(told("residents.function_without_holder"))
    assert {message.context["function"] for message in news} == {"運営委員会への助言"}
    assert str(people["chair"].pk) not in told("residents.function_without_holder")
    # a fortnight later it is old news, and stands on the desk alone
    frozen("2026-12-20 00:05")
    assert begun_lately(clock.today()) == {}
    assert Client().get("/roles/").status_code == 200

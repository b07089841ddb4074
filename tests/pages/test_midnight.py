"""Rights end at midnight, everywhere: after a term, a contract, or a row of the division of roles.

At 23:59 every address is asked for by somebody who holds the right and by somebody who never had it; where
the answers differ, the right made the difference. At 00:00 each of these addresses has to answer both
alike. What stays one's own (a letter in one's name) is typed out here by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import ResolverMatch, resolve

from governance.models import CommitteeTerm, Office, Seat
from portal.foundation import clock
from residents import seeds
from residents.accounts.middleware import SESSION_KEY
from residents.bodies import actions as bodies
from residents.models import Body, Contract, RoleTable, User
from residents.roles import actions as roles
from tests.pages.conftest import one_of_each
from tests.pages.test_walk import filled, routes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("refusals_drawn_once")]

OWN_PAPERS = {"governance:seat-letter", "governance:seat-letter-pdf", "governance:seat-resign"}
"""Whoever was commissioned keeps the letter when the term is over, and is told why there is nothing to resign."""

OWN_MATTERS = {
    "communities:application-detail",
    "communities:community-request-close",
    "communities:room-hand-to-team",
    "residents:body-members",
    "residents:contract-detail",
    "residents:contract-list",
    "residents:member-hand-over",
    "residents:sub-outsourcing-request",
    "residents:team-dissolve",
    "residents:team-form",
    "residents:team-list",
    "residents:team-place",
}
"""What a body keeps with its functions gone: its people and teams, its rooms, what it applied for, contracts it was party to.

Of such a contract it is told, too, why nobody can be sub-contracted any more; to others the page is absent.
"""

OF_THE_TERM = {
    "governance:theme-defer",
    "governance:theme-not-adopt",
    "governance:theme-shortlist",
    "governance:violation-list",
}
OF_THE_CONTRACT = {
    "communities:membership-remove",
    "governance:rights-claim-list",
    "governance:violation-file",
}
OF_THE_ROW = {
    "governance:application-list",
    "governance:desk",
    "governance:honorarium-list",
    "residents:role-table-draft",
}
"""Some of what each right opens, so that an empty walk cannot pass."""


@pytest.fixture
def at(seeded) -> Iterator[Callable[[datetime], None]]:
    """``at(moment)`` sets the town's clock until the test ends."""
    opened: list = []

    def freeze(moment: datetime) -> None:
        context = clock.at(moment)
        context.__enter__()
        opened.append(context)

    yield freeze
    for context in reversed(opened):
        context.__exit__(None, None, None)


def midnight_after(day: date) -> tuple[datetime, datetime]:
    """A minute before, and the first moment of the next day."""
    return datetime.combine(day, time(23, 59)), datetime.combine(day + timedelta(days=1), time(0, 0))


def opened_by_the_right(holder: Client, other: Client) -> dict[str, str]:
    """address → its name, where the holder is answered otherwise than somebody without the right."""
    links = one_of_each(holder)
    samples = {match.route: match.kwargs for match in map(_resolved, links.values())}
    found = {}
    for route, name in routes().items():
        path = filled(route, samples)
        if path is None or name in OWN_PAPERS | OWN_MATTERS or route.startswith("accounts/"):
            continue
        answer = answered(holder, path)
        if answer not in {403, 404} and answer != answered(other, path):
            found[path] = name
    return found


def answered(client: Client, path: str) -> int:
    """How an address answers; what takes no GET is posted to, and nothing of it stays."""
    with transaction.atomic():
        answer = client.get(path)
        if answer.status_code == 405:
            answer = client.post(path)
        transaction.set_rollback(True)
    return answer.status_code


def _resolved(path: str) -> ResolverMatch:
    return resolve(path.split("?")[0])


def assert_alike(addresses: dict[str, str], holder: Client, other: Client) -> None:
    told = {path: (answered(holder, path), answered(other, path)) for path in addresses}
    assert {path: both for path, both in told.items() if both[0] != both[1]} == {}


def test_a_members_rights_are_gone_at_midnight_after_the_term(seeded, seeded_client, at):
    term = CommitteeTerm.objects.get(number=5)
    only_by_their_terms(term.body)
    before, after = midnight_after(term.ends_on)
    at(before)
    member, resident = seeded_client("member_4"), seeded_client("resident_12")
    addresses = opened_by_the_right(member, resident)
    assert set(addresses.values()) >= OF_THE_TERM
    at(after)
    assert_alike(addresses, member, resident)


def only_by_their_terms(committee: Body) -> None:
    """The founded town of all tests lets the committee sit without an end; here only the seats count."""
    committee.memberships.filter(until_on__isnull=True).delete()


def test_the_past_term_still_shows_the_offices_held_in_it(seeded, seeded_client, at):
    term = CommitteeTerm.objects.select_related("body").get(number=5)
    chair = Office.objects.chairs().get(seat__term=term)
    at(midnight_after(term.ends_on)[1])
    guest = seeded_client()
    assert str(chair.seat.person) not in guest.get(f"/committees/{term.body.code}/").content.decode()
    then = guest.get(f"/committees/{term.body.code}/terms/5/").content.decode()
    for seat in Seat.objects.filter(term=term).select_related("person"):
        assert str(seat.person) in then
    assert f"委員長（{_printed(chair.from_on)}〜{_printed(term.ends_on)}）" in then


def _printed(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日({'月火水木金土日'[day.weekday()]})"


def test_a_caretakers_rights_are_gone_at_midnight_after_the_contract(seeded, seeded_client, at):
    contract = Contract.objects.get(contractor__code="vcom")
    before, after = midnight_after(contract.until_on)
    at(before)
    caretaker, other = seeded_client("caretaker_1"), somebody_of_a_plain("organisation", seeded)
    addresses = opened_by_the_right(caretaker, other)
    assert set(addresses.values()) >= OF_THE_CONTRACT
    at(after)
    assert_alike(addresses, caretaker, other)


def test_the_secretariats_rights_are_gone_at_midnight_when_its_rows_go_to_another_unit(
    seeded, seeded_client, at
):
    day = clock.today()
    old, new = Body.objects.get(code="civic-autonomy"), Body.objects.get(code="disaster")
    rows = [
        roles.Row(
            row.function, new if row.body_id == old.pk else row.body, row.is_open_ended, "", tuple(row.tasks)
        )
        for row in RoleTable.objects.in_force(day).rows.select_related("body")
    ]
    table = roles.draft(
        title="翌日からの表",
        effective_from=day + timedelta(days=1),
        rows=list({(row.function, row.body): row for row in rows}.values()),
        by=seeded.acting("secretary"),
    )
    roles.approve(roles.check(table, by=seeded.acting("secretary")), by=seeded.acting("mayor"))
    before, after = midnight_after(day)
    at(before)
    secretary, official = seeded_client("secretary"), somebody_of_a_plain("unit", seeded)
    addresses = opened_by_the_right(secretary, official)
    assert set(addresses.values()) >= OF_THE_ROW
    at(after)
    assert_alike(addresses, secretary, official)


def somebody_of_a_plain(kind: str, town: seeds.Town) -> Client:
    """Of a body that holds nothing by name: to belong to a unit or an organisation has rights of its own."""
    body = Body.objects.create(
        code="plain", name="何も受け持たないところ", kind=kind, valid_from=date(2001, 4, 1)
    )
    person = User.objects.create_user("plain@example.jp", display_name="平野 ただし")
    bodies.join(body, person=person, by=town.acting("mayor"))
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[SESSION_KEY] = body.pk
    session.save()
    return client

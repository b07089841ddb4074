"""Who becomes chair and vice-chair: by election, by appointment, and what the committee is warned of."""

from datetime import timedelta

import pytest

from governance.offices import actions
from governance.resolutions.lifecycle import Competence
from governance.seats import agenda
from governance.seats.lifecycle import OfficeKind
from governance.seats.models import Office, Seat
from governance.seats.vacancies import vacant_offices
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import User
from tests.factories import governance as a


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


@pytest.fixture
def three(recruitment, people):
    """Three members in office and nobody chair yet, in the order of their letters."""
    return [a.a_seat(recruitment, people[key]) for key in ("member_1", "member_2", "member_3")]


def acting_for(seat: Seat) -> Acting:
    return Acting(User.objects.get(pk=seat.person_id), seat.term.body)


def test_a_second_chair_and_a_third_vice_chair_are_refused(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office(("chair", "vice_chair_1", "vice_chair_2", "member_1"))
    by = Acting(term.seats.get(person__email="chair@demo.example.jp").person, term.body)
    seat = term.seats.get(person__email="member-1@demo.example.jp")
    for kind in OfficeKind:
        with pytest.raises(Denied):
            actions.choose(seat, by=by, kind=kind)


def test_a_chair_who_steps_down_remains_a_member(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    office = Office.objects.chairs().select_related("seat__person").get()
    actions.step_down(office, by=Acting(office.seat.person, term.body), reason="体調のため")
    assert not Office.objects.held().chairs().exists()
    assert term.seats.in_force().count() == 3


def test_nobody_chooses_a_chair_before_a_rule_says_how(town, people, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers(committee_rule=False)
    recruitment = a.a_recruitment(a.a_term())
    seat = a.a_seat(recruitment, people["resident_1"])
    for by in (Acting(people["resident_1"], recruitment.term.body), a.acting_mayor()):
        with pytest.raises(Denied) as refused:
            actions.choose(seat, by=by, kind=OfficeKind.CHAIR)
        assert refused.value.next_step


def test_the_mayor_chooses_where_the_setting_says_appointment(recruitment, people):
    a.set_numbers(committee__office_choice="appointment")
    seat = a.a_seat(recruitment, people["resident_1"])
    with pytest.raises(Denied):
        actions.choose(seat, by=Acting(people["resident_1"], recruitment.term.body), kind=OfficeKind.CHAIR)
    assert actions.choose(seat, by=a.acting_mayor(), kind=OfficeKind.CHAIR).status == "held"


def test_a_member_becomes_chair_by_the_resolution_that_elected_them(three):
    first, second, _third = three
    resolution = a.an_election(second)
    office = actions.choose(second, by=acting_for(first), kind=OfficeKind.CHAIR, resolution=resolution)
    assert (office.status, office.resolution) == ("held", resolution)
    entry = AuditEntry.objects.get(verb="governance.office.chosen")
    assert entry.is_public and entry.reference == "第5期第1号"
    assert OutboxMessage.objects.filter(kind="governance.office_chosen").exists()


def test_nobody_makes_themselves_chair_without_a_vote(three):
    first, second, _third = three
    about_another = a.an_election(second)
    about_rules = a.an_adopted_resolution("ルール", Competence.RULES, f"{first.person}委員が説明した。")
    for resolution in (None, about_another, about_rules):
        with pytest.raises(Denied) as refused:
            actions.choose(first, by=acting_for(first), kind=OfficeKind.CHAIR, resolution=resolution)
        assert refused.value.reason
    assert not Office.objects.exists()


def test_an_election_of_an_earlier_term_fills_no_office(three, frozen, people):
    first = three[0]
    old = a.an_election(first)
    frozen("2028-06-01 09:00")
    again = a.a_seat(a.a_recruitment(a.a_term(6)), people["member_1"])
    with pytest.raises(Denied):
        actions.choose(again, by=acting_for(again), kind=OfficeKind.CHAIR, resolution=old)


def test_vacant_offices_are_told_on_the_page_and_on_the_desk(three, client_as):
    term = three[0].term
    assert vacant_offices(term) == ["委員長が空席です。", "副委員長をあと2人選ぶ必要があります。"]
    today = clock.today()
    found = agenda.matters(a.acting_secretariat(), today, today + timedelta(days=30))
    assert [str(matter.text) for matter in found] == vacant_offices(term)
    assert "委員長が空席です。" in client_as("guest").get(f"/committees/{term.body.code}/").content.decode()
    election = a.an_election(three[0])
    actions.choose(three[0], by=acting_for(three[1]), kind=OfficeKind.CHAIR, resolution=election)
    assert vacant_offices(term) == ["副委員長をあと2人選ぶ必要があります。"]


def test_the_mayor_finds_the_way_to_appoint_on_the_committees_page(recruitment, people, client_as):
    a.set_numbers(committee__office_choice="appointment")
    seat = a.a_seat(recruitment, people["resident_1"])
    mayor = client_as("mayor")
    address = f"/committees/seats/{seat.pk}/choose/"
    assert address in mayor.get("/committees/steering-committee/").content.decode()
    assert mayor.post(address, {"kind": "chair"}).status_code == 302
    assert Office.objects.chairs().get().resolution is None


def test_the_page_says_why_a_resolution_does_not_do(three, client_as):
    resolution = a.an_election(three[1])
    member = client_as("member_1", "steering-committee")
    address = f"/committees/seats/{three[0].pk}/choose/"
    told = member.post(address, {"kind": "chair", "resolution": resolution.pk})
    assert told.status_code == 200 and "この決議には" in told.content.decode()
    done = member.post(
        f"/committees/seats/{three[1].pk}/choose/", {"kind": "chair", "resolution": resolution.pk}
    )
    assert done.status_code == 302
    assert Office.objects.chairs().get().seat == three[1]

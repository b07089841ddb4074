"""Conventions of other towns (2.7): off unless a number is set, and each refuses with its sentence."""

from datetime import date

import pytest

from governance.applications.permissions import can_submit_application
from governance.recruitments.permissions import can_complete_recruitment
from governance.seats import actions as seats
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from residents.bodies import actions as bodies
from residents.models import User
from tests.factories import governance as a


@pytest.fixture
def sat_in_the_fifth(town, frozen, people):
    """A resident who sat in the fifth term; the sixth is being recruited."""
    frozen("2026-06-01 09:00")
    a.set_numbers()
    a.a_seat(a.a_recruitment(a.a_term(5)), people["resident_1"])
    frozen("2028-05-01 09:00")
    return people["resident_1"]


def sixth():
    return a.a_recruitment(a.a_term(6, date(2028, 6, 1)))


def test_the_guideline_itself_sets_no_limit(sat_in_the_fifth):
    assert can_submit_application(Acting(sat_in_the_fifth), sixth())


@pytest.mark.parametrize(("most", "may"), [(1, False), (2, True)])
def test_terms_in_a_row_are_limited_where_a_town_says_so(sat_in_the_fifth, most, may):
    a.set_numbers(committee__max_consecutive_terms=most)
    found = can_submit_application(Acting(sat_in_the_fifth), sixth())
    assert bool(found) == may
    assert may or "連続して1期" in str(found.reason)


@pytest.mark.parametrize(("years", "may"), [(5, False), (0, True)])
def test_a_former_member_returns_only_after_the_years_laid_down(sat_in_the_fifth, years, may):
    a.set_numbers(committee__cooling_off_years=years)
    found = can_submit_application(Acting(sat_in_the_fifth), sixth())
    assert bool(found) == may
    assert may or "5年" in str(found.reason)


def test_within_the_terms_in_a_row_the_years_do_not_count(sat_in_the_fifth):
    a.set_numbers(committee__max_consecutive_terms=2, committee__cooling_off_years=5)
    assert can_submit_application(Acting(sat_in_the_fifth), sixth())


def test_a_seat_on_another_committee_stands_in_the_way_where_a_town_says_so(town, frozen, people):
    frozen("2026-06-01 09:00")
    a.set_numbers(committee__other_body_conflict=0)
    recruitment = a.a_recruitment(a.a_term())
    person = people["resident_1"]
    application = a.a_selected_application(recruitment, person)
    other = bodies.set_up(
        by=a.acting_mayor(), name="別の審議会", code="other", legal_basis="条例第1条", valid_from=a.LONG_AGO
    )
    bodies.join(other, person=person, by=a.acting_mayor())
    fresh = User.objects.get(pk=people["resident_2"].pk)
    assert can_submit_application(Acting(fresh), recruitment)
    with pytest.raises(Denied, match="ほかの委員会は0"):
        seats.commission(recruitment.term, by=a.acting_mayor(), application=application, letter_number="1")
    a.set_numbers(committee__other_body_conflict=1)
    assert seats.commission(recruitment.term, by=a.acting_mayor(), application=application, letter_number="1")


def test_a_recruitment_ends_with_enough_public_members(town, frozen, people):
    frozen("2026-06-01 09:00")
    a.set_numbers(committee__minimum_public_members=2)
    recruitment = a.a_recruitment(a.a_term())
    a.a_seat(recruitment, people["resident_1"])
    recruitment.status = "closed"
    recruitment.save()
    refused = can_complete_recruitment(a.acting_secretariat(), recruitment)
    assert not refused and "2人" in str(refused.reason) and refused.next_step
    a.set_numbers(committee__minimum_public_members=1)
    assert can_complete_recruitment(a.acting_secretariat(), recruitment)

"""M5, the rows about seats and offices, typed by hand."""

import pytest

from governance.offices import permissions as offices
from governance.seats import permissions
from governance.seats.models import Office, Seat
from tests.factories import governance as a

EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "resident_2",
    "secretary",
    "mayor",
    "pr_approver",
    "planner_author",
    "it_staff",
    "disaster_officer",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
"""MBR CAR CMM VCH CHR APL SEC+SLC MYR PRS DEP ITS DIS SNO FAC ADV ADM; CAR stands for CTR too."""

MAY_COMMISSION = {"mayor"}
MAY_DISMISS = {"mayor"}
MAY_QUESTION = {"secretary"}
MAY_DECIDE_A_REVIEW = {"mayor"}
MAY_CHOOSE_OFFICE = {"member_1", "vice_chair_1", "chair"}
MAY_RESIGN_THEIR_OWN = {"member_1", "vice_chair_1", "chair"}
MAY_STEP_DOWN_AS_CHAIR = {"chair"}
SITS = {"member_1", "vice_chair_1", "chair"}
IS_CHAIR = {"chair"}


@pytest.fixture
def term(town, frozen):
    frozen("2026-06-01 09:00")
    return a.a_committee_in_office(("chair", "vice_chair_1", "member_1", "resident_5"))


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_about_seats(term, people, acting, who):
    by = acting(who)
    seat = Seat.objects.select_related("term__body", "person").get(person=people["resident_5"])
    application = a.a_selected_application(term.recruitments.get(), people["resident_2"])
    assert bool(permissions.can_commission_seat(by, term, application)) == (who in MAY_COMMISSION)
    assert bool(permissions.can_dismiss_member(by, seat)) == (who in MAY_DISMISS)
    assert bool(offices.may_fill_office(by, seat, "vice_chair")) == (who in MAY_CHOOSE_OFFICE)
    assert not offices.can_choose_office(by, seat, "vice_chair")  # without a resolution nobody
    assert bool(permissions.can_question_seat(by, seat)) == (who in MAY_QUESTION)
    seat.status = "under_review"
    assert bool(permissions.can_uphold_seat(by, seat)) == (who in MAY_DECIDE_A_REVIEW)
    assert bool(permissions.can_disqualify_member(by, seat)) == (who in MAY_DECIDE_A_REVIEW)
    assert bool(permissions.sits_on(by, term.body)) == (who in SITS)
    assert bool(permissions.is_chair_of(by, term.body)) == (who in IS_CHAIR)


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_resign_and_step_down(term, people, acting, who):
    by = acting(who)
    own = Seat.objects.filter(person=by.person).first() if by.person else None
    others = Seat.objects.select_related("term__body", "person").get(person=people["resident_5"])
    office = Office.objects.chairs().select_related("seat__term__body", "seat__person").get()
    assert not permissions.can_resign_seat(by, others)
    assert bool(own and permissions.can_resign_seat(by, own)) == (who in MAY_RESIGN_THEIR_OWN)
    assert bool(offices.can_step_down(by, office)) == (who in MAY_STEP_DOWN_AS_CHAIR)


MAY_ACCEPT_RESIGNATION = {("mayor", "resigning")}


@pytest.mark.parametrize("status", ["commissioned", "serving", "resigning", "ended"])
@pytest.mark.parametrize("who", ["member_1", "chair", "secretary", "mayor"])
def test_who_may_accept_a_resignation_in_each_status(term, people, acting, who, status):
    seat = Seat.objects.get(person=people["resident_5"])
    seat.status = status
    found = permissions.can_accept_resignation(acting(who), seat)
    assert bool(found) == ((who, status) in MAY_ACCEPT_RESIGNATION)

"""Rows of domain M3 and [2.2], typed by hand; whatever is not listed is no."""

import pytest

from communities.communities import permissions

PEOPLE = [
    "guest",
    "resident_1",
    "commuter",
    "secretary",
    "disaster_officer",
    "disaster_deputy",
    "pr_author",
    "it_chief",
    "it_staff",
    "planner_author",
    "npo_author",
    "caretaker_1",
    "chair",
    "mayor",
    "adviser",
    "system_admin",
]

MAY_APPLY = {
    "secretary",
    "disaster_officer",
    "disaster_deputy",
    "pr_author",
    "planner_author",
    "system_admin",
}


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may_draft_an_application(town, acting, who):
    assert bool(permissions.can_draft_application(acting(who))) == (who in MAY_APPLY)


# (verb, status): who may; the community belongs to the disaster unit, disaster_officer applied
MAY = {
    ("apply", "drafting"): {"disaster_officer", "disaster_deputy"},
    ("send_back", "applied"): {"it_chief", "it_staff"},
    ("refuse", "applied"): {"it_chief", "it_staff"},
    ("permit", "applied"): {"it_chief", "it_staff"},
    ("open", "permitted"): {"disaster_officer", "disaster_deputy"},
    ("restrict", "open"): {"it_chief", "it_staff", "disaster_officer", "disaster_deputy"},
    ("lift", "restricted"): {"it_chief", "it_staff", "disaster_officer", "disaster_deputy"},
    ("request_close", "open"): {"disaster_officer", "disaster_deputy"},
    ("review", "open"): {"it_chief", "it_staff"},
    ("keep", "under_review"): {"it_chief", "it_staff"},
    ("revoke", "under_review"): {"it_chief", "it_staff"},
}
STATUSES = [
    "drafting",
    "applied",
    "refused",
    "permitted",
    "open",
    "restricted",
    "under_review",
    "closing",
    "closed",
]


@pytest.mark.parametrize("status", STATUSES)
def test_who_may_do_what_with_an_official_community(forums, acting, status):
    community = forums.official(status)
    for verb in ("apply", "send_back", "refuse", "permit", "open", "restrict", "lift", "request_close"):
        for who in PEOPLE:
            may = bool(getattr(permissions, f"can_{verb}")(acting(who), community))
            assert may == (who in MAY.get((verb, status), set())), (verb, status, who)
    for verb in ("review", "keep", "revoke"):
        for who in PEOPLE:
            may = bool(getattr(permissions, f"can_{verb}")(acting(who), community))
            assert may == (who in MAY.get((verb, status), set())), (verb, status, who)


def test_the_applicant_cannot_permit_even_from_the_permitting_unit(forums, acting, town, people):
    from portal.foundation.acting import CLOCK, Acting
    from residents.bodies import actions as bodies
    from residents.roles.holdings import forget

    community = forums.official("applied")
    bodies.join(town.body("information-policy"), person=people["disaster_officer"], by=CLOCK, basis="兼務")
    forget(people["disaster_officer"])
    both_hats = Acting(people["disaster_officer"], town.body("information-policy"))
    refusal = permissions.can_permit(both_hats, community)
    assert not refusal
    assert "申請した本人" in str(refusal)


MAY_FOUND = {"resident_1", "commuter"}


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may_found_a_general_community(town, acting, who):
    assert bool(permissions.can_found(acting(who))) == (who in MAY_FOUND)


def test_staff_may_found_one_as_themselves(town, acting):
    assert permissions.can_found(acting("secretary", None))


def test_who_may_close_suspend_and_reinstate_a_general_community(forums, acting):
    community = forums.general(by="resident_1")
    assert [w for w in PEOPLE if permissions.can_close(acting(w), community)] == ["resident_1"]
    assert [w for w in PEOPLE if permissions.can_suspend(acting(w), community)] == [
        "npo_author",
        "caretaker_1",
    ]
    official = forums.official()
    assert not any(permissions.can_suspend(acting(w), official) for w in PEOPLE)
    assert not any(permissions.can_review(acting(w), community) for w in PEOPLE)

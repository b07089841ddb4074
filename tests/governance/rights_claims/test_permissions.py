"""Who claims, asks, answers and decides, typed by hand (M4: deleting is a caretaker's, looking again somebody else's)."""

import pytest
from django.utils import translation

from governance.rights_claims import permissions
from tests.factories.rights_claims import Claims

EVERYBODY = [
    "guest",
    "resident_1",
    "resident_2",
    "resident_3",
    "caretaker_1",
    "caretaker_2",
    "chair",
    "secretary",
    "mayor",
    "it_staff",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
CARETAKERS = {"caretaker_1", "caretaker_2"}


@pytest.fixture
def claims(town, frozen, acting) -> Claims:
    translation.activate("ja")
    frozen("2026-06-01 09:00")
    return Claims(acting)


def those_who(acting, question, thing) -> set[str]:
    return {who for who in EVERYBODY if question(acting(who), thing)}


def test_who_may_claim_about_a_post_of_resident_2(claims, acting):
    assert those_who(acting, permissions.can_submit, claims.post()) == {
        "guest",
        "resident_1",
        "resident_3",
        "chair",
        "facilitator_other",
    }


@pytest.mark.parametrize(
    ("verb", "status", "who"),
    [
        ("turn_down", "received", CARETAKERS),
        ("inquire", "received", CARETAKERS),
        ("agree", "inquired", {"resident_2"}),
        ("object", "inquired", {"resident_2"}),
        ("remove", "objected", CARETAKERS),
        ("remove", "agreed", CARETAKERS),
        ("keep", "objected", CARETAKERS),
        ("keep", "agreed", set()),
        ("remove", "received", set()),
        ("withdraw", "inquired", {"resident_3"}),
        ("put_back", "removed", {"chair"}),
        ("read", "received", CARETAKERS | {"secretary"}),
        ("read", "inquired", CARETAKERS | {"secretary", "resident_2"}),
        ("read", "removed", CARETAKERS | {"secretary", "resident_2", "chair"}),
        ("read_inside", "removed", CARETAKERS | {"secretary", "chair"}),
    ],
)
def test_who_does_what_with_a_claim(claims, acting, verb, status, who):
    assert those_who(acting, getattr(permissions, f"can_{verb}"), claims.claim_in(status)) == who


def test_a_caretaker_does_not_decide_on_their_own_claim(claims, acting):
    claim = claims.claimed(by="guest")
    claim.claimant = acting("caretaker_2").person
    assert those_who(acting, permissions.can_inquire, claim) == {"caretaker_1"}


def test_the_reply_counts_until_its_last_day(claims, acting, frozen):
    claim = claims.claim_in("inquired")
    frozen("2026-06-08 23:00")
    assert permissions.can_object(acting("resident_2"), claim)
    assert not permissions.can_close_inquiry(claim)
    frozen("2026-06-09 00:01")
    assert not permissions.can_object(acting("resident_2"), claim)
    assert permissions.can_close_inquiry(claim)


def test_an_open_claim_is_not_erased(claims):
    assert not permissions.can_erase(claims.claim_in("inquired"))
    assert permissions.can_erase(claims.claim_in("kept"))

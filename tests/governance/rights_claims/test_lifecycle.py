"""The table of a claim, typed by hand."""

from governance.rights_claims.lifecycle import ASKED, CLAIM, OPEN_CLAIMS


def test_the_life_of_a_claim():
    assert {(verb, source, target) for verb, source, target, _by in CLAIM.rows()} == {
        ("submit", "", "received"),
        ("turn_down", "received", "turned_down"),
        ("turn_down", "agreed", "turned_down"),
        ("turn_down", "no_reply", "turned_down"),
        ("turn_down", "objected", "turned_down"),
        ("inquire", "received", "inquired"),
        ("agree", "inquired", "agreed"),
        ("object", "inquired", "objected"),
        ("close_inquiry", "inquired", "no_reply"),
        ("remove", "agreed", "removed"),
        ("remove", "no_reply", "removed"),
        ("remove", "objected", "removed"),
        ("keep", "no_reply", "kept"),
        ("keep", "objected", "kept"),
        ("withdraw", "received", "withdrawn"),
        ("withdraw", "inquired", "withdrawn"),
        ("withdraw", "agreed", "withdrawn"),
        ("withdraw", "no_reply", "withdrawn"),
        ("withdraw", "objected", "withdrawn"),
        ("put_back", "removed", "put_back"),
    }


def test_which_claims_are_open_and_of_which_the_author_knows():
    assert {"received", "inquired", "agreed", "no_reply", "objected"} == OPEN_CLAIMS
    assert {"inquired", "agreed", "no_reply", "objected", "removed", "kept", "put_back"} == ASKED

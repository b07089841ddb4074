"""The table of [2.2] and [2.3] as it is meant, typed by hand."""

from communities.communities.lifecycle import COMMUNITY


def test_every_step_a_community_can_take():
    assert {(verb, source, target) for verb, source, target, _by in COMMUNITY.rows()} == {
        ("draft", "", "drafting"),
        ("apply", "drafting", "applied"),
        ("send_back", "applied", "drafting"),
        ("refuse", "applied", "refused"),
        ("permit", "applied", "permitted"),
        ("open", "permitted", "open"),
        ("restrict", "open", "restricted"),
        ("lift", "restricted", "open"),
        ("request_close", "open", "closing"),
        ("review", "open", "under_review"),
        ("keep", "under_review", "open"),
        ("revoke", "under_review", "closing"),
        ("end", "closing", "closed"),
        ("hand_over", "open", "open"),
        ("found", "", "open"),
        ("close", "open", "closed"),
        ("suspend", "open", "suspended"),
        ("reinstate", "suspended", "open"),
    }

"""A person's part in a forum, typed by hand. Whoever was removed comes back only as manager or facilitator."""

from communities.forums.lifecycle import MEMBERSHIP


def test_every_step_a_membership_can_take():
    assert {(verb, source, target) for verb, source, target, _by in MEMBERSHIP.rows()} == {
        ("join", "", "joined"),
        ("join", "left", "joined"),
        ("join", "refused", "joined"),
        ("join", "invited", "joined"),
        ("ask", "", "requested"),
        ("ask", "left", "requested"),
        ("ask", "refused", "requested"),
        ("invite", "", "invited"),
        ("invite", "left", "invited"),
        ("invite", "refused", "invited"),
        ("enrol", "", "joined"),
        ("enrol", "left", "joined"),
        ("enrol", "refused", "joined"),
        ("enrol", "requested", "joined"),
        ("enrol", "invited", "joined"),
        ("enrol", "removed", "joined"),
        ("admit", "requested", "joined"),
        ("refuse", "requested", "refused"),
        ("remove", "joined", "removed"),
        ("leave", "joined", "left"),
        ("leave", "requested", "left"),
        ("leave", "invited", "left"),
    }

"""The life of a notice, typed by hand from the town's rules ([2.1])."""

import pytest

from home.notices.lifecycle import NOTICE, VERB_LABELS, NoticeStatus

TABLE = {
    ("draft", ""): "draft",
    ("submit", "draft"): "in_review",
    ("send_back", "in_review"): "draft",
    ("send_back", "scheduled"): "draft",
    ("approve", "in_review"): "published",
    ("schedule", "in_review"): "scheduled",
    ("release", "scheduled"): "published",
    ("publish_now", "draft"): "published",
    ("confirm", "published"): "published",
    ("correct", "published"): "published",
    ("withdraw", "published"): "withdrawn",
    ("withdraw", "archived"): "withdrawn",
    ("archive", "published"): "archived",
    ("discard", "draft"): "discarded",
    ("discard", "in_review"): "discarded",
}


@pytest.mark.parametrize("status", ["", *NoticeStatus.values])
@pytest.mark.parametrize("verb", sorted({verb for verb, _ in TABLE}))
def test_a_verb_is_possible_exactly_where_the_table_says(verb, status):
    assert bool(NOTICE.allows(verb, status)) == ((verb, status) in TABLE)
    if (verb, status) in TABLE:
        assert NOTICE.target(verb) == TABLE[verb, status]


def test_no_other_verb_exists():
    assert set(NOTICE.verbs) == {verb for verb, _ in TABLE} == set(VERB_LABELS)

"""Envelope and answer share no relation path [2.15]: part of the house's shape, whatever else surveys become."""

from tests.surveys.envelopes.test_unlinkability import (  # noqa: F401 - collected here as well
    test_an_answer_knows_no_moment,
    test_neither_side_names_an_account,
    test_no_relation_leads_away_from_the_answering_side,
    test_reminders_cannot_be_joined_to_answers,
)

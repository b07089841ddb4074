"""The verb tables, typed by hand: a change of the code must be a change here."""

from surveys.sponsors.lifecycle import SPONSOR
from surveys.surveys.lifecycle import SURVEY

SURVEY_TABLE = {
    ("plan", "", "planning"),
    ("design", "planning", "planning"),
    ("submit", "planning", "review"),
    ("send_back", "review", "planning"),
    ("send_back", "approved", "planning"),
    ("approve", "review", "approved"),
    ("permit", "approved", "permitted"),
    ("open", "permitted", "collecting"),
    ("suspend", "collecting", "suspended"),
    ("resume", "suspended", "collecting"),
    ("extend", "collecting", "collecting"),
    ("close", "collecting", "closed"),
    ("close", "suspended", "closed"),
    ("tally", "closed", "tallied"),
    ("publish", "tallied", "published"),
    ("cancel", "planning", "cancelled"),
    ("cancel", "review", "cancelled"),
    ("cancel", "approved", "cancelled"),
    ("cancel", "permitted", "cancelled"),
}

SPONSOR_TABLE = {
    ("apply", "", "applied"),
    ("approve", "applied", "approved"),
    ("refuse", "applied", "refused"),
    ("suspend", "approved", "suspended"),
    ("resume", "suspended", "approved"),
}


def test_the_survey_moves_by_exactly_these_verbs():
    assert {(verb, source, target) for verb, source, target, _by in SURVEY.rows()} == SURVEY_TABLE


def test_the_sponsor_moves_by_exactly_these_verbs():
    assert {(verb, source, target) for verb, source, target, _by in SPONSOR.rows()} == SPONSOR_TABLE


def test_nothing_leads_back_from_closed_to_open():
    after = {"closed", "tallied", "published", "cancelled"}
    assert not [row for row in SURVEY_TABLE if row[1] in after and row[2] not in after]

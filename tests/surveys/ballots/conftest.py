"""A certificate survey opened with a key in the public list; key pairs are made once for all tests."""

from __future__ import annotations

import itertools

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from surveys.ballots import actions, keys
from surveys.ballots.holder import Holder
from surveys.certificates.person import VerifiedPerson, Way
from surveys.envelopes import actions as envelopes
from tests.factories import surveys as factory

PAIRS = []


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """Making a key of the real size takes a quarter of a second; each test takes the next of a few short ones."""
    if not PAIRS:
        PAIRS.extend(rsa.generate_private_key(65537, 1536) for _number in range(3))
    pairs = itertools.cycle(PAIRS)
    monkeypatch.setattr(keys, "new_pair", lambda: next(pairs))


@pytest.fixture
def blind_survey(office, acting):
    return opened(acting)


def opened(acting, **changes):
    permitted = factory.in_status(acting, "permitted", "certificate", **changes)
    return actions.open(permitted, by=acting("planner_chief"))


def person(number):
    return VerifiedPerson(
        Way.CERTIFICATE, f"issuer {number:04} serial {number:04}", f"見本 {number:04} 1980-01-01"
    )


def ticket_of(survey, number):
    return envelopes.draw(survey, person(number)).ticket


def drawn(survey, number):
    """A token in the hands of the person with this number, drawn as their browser does it."""
    holder = Holder.begin(keys.public(survey.ballot_key), survey.slug)
    signed = actions.draw_blind(survey, ticket=ticket_of(survey, number), blinded=holder.blinded.message)
    return holder.finish(signed)


def holder_for(survey):
    return Holder.begin(keys.public(survey.ballot_key), survey.slug)

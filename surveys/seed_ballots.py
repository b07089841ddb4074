"""Residents of the demo town who draw ballot tokens and answer with them, as their browsers would do it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from portal.foundation import clock
from surveys.ballots import actions as ballots
from surveys.ballots import keys
from surveys.ballots.holder import Holder
from surveys.ballots.tokens import Token
from surveys.certificates.person import VerifiedPerson, Way
from surveys.envelopes import actions as envelopes
from surveys.models import Survey

Sheet = Callable[[], dict[str, Any]]


def drawn(survey: Survey, numbers: Sequence[int]) -> list[Token]:
    """So many invented residents were found entitled, and each exchanged the ticket for a token."""
    return [_drawn(survey, number) for number in numbers]


def spent(survey: Survey, tokens: Sequence[Token], sheet: Sheet) -> None:
    """They answer in an order that nobody can tell."""
    for token in random.SystemRandom().sample(tokens, len(tokens)):
        ballots.spend(survey, token=token, answers=sheet())


def in_two_waves(survey: Survey, people: int, sheet: Sheet) -> None:
    """Drawn in the first days, answered in the second week; two of them never do. A page after each wave."""
    with clock.at(survey.opens_on + timedelta(days=3)):
        tokens = drawn(survey, range(people))
        ballots.post_page(survey)
    with clock.at(survey.opens_on + timedelta(days=10)):
        spent(survey, tokens[2:], sheet)
        ballots.post_page(survey)


def _drawn(survey: Survey, number: int) -> Token:
    resident = VerifiedPerson(
        Way.CERTIFICATE, f"demo certificate {number}", f"demo resident {number}", source="list"
    )
    ticket = envelopes.draw(survey, resident).ticket
    holder = Holder.begin(keys.public(survey.ballot_key), survey.slug)
    return holder.finish(ballots.draw_blind(survey, ticket=ticket, blinded=holder.blinded.message))

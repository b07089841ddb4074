"""The nouns of the room, lower shelves first."""

from surveys.ballots.models import BallotKey, BlindDraw, BoardPage, SpentToken
from surveys.certificates.models import (
    RevocationList,
    RevocationService,
    TrustAnchor,
    UsageProcedure,
    VerifierStanding,
)
from surveys.envelopes.models import Challenge, InnerEnvelope, OuterEnvelope, Proof, Receipt, Ticket
from surveys.sponsors.models import SurveySponsor, SurveySponsorStep
from surveys.surveys.models import Choice, Question, Survey, SurveyStep
from surveys.tallies.models import Tally

__all__ = [
    "BallotKey",
    "BlindDraw",
    "BoardPage",
    "Challenge",
    "Choice",
    "InnerEnvelope",
    "OuterEnvelope",
    "Proof",
    "Question",
    "Receipt",
    "RevocationList",
    "RevocationService",
    "SpentToken",
    "Survey",
    "SurveySponsor",
    "SurveySponsorStep",
    "SurveyStep",
    "Tally",
    "Ticket",
    "TrustAnchor",
    "UsageProcedure",
    "VerifierStanding",
]

"""The nouns of the room, lower shelves first."""

from surveys.app_login.models import AppLogin
from surveys.ballots.models import BallotKey, BlindDraw, BoardPage, SpentToken
from surveys.certificates.models import (
    RevocationList,
    RevocationService,
    TrustAnchor,
    UsageProcedure,
    VerifierStanding,
)
from surveys.counters.models import CounterCheck, CounterCheckStep
from surveys.disclosures.models import Disclosure
from surveys.envelopes.models import Challenge, InnerEnvelope, OuterEnvelope, Proof, Receipt, Ticket
from surveys.series.models import DroppedOption, SurveySeries, SurveySeriesStep, Wave
from surveys.sponsors.models import SurveySponsor, SurveySponsorStep
from surveys.surveys.models import Choice, Question, Survey, SurveyStep
from surveys.surveys.printed_forms import PrintedForm
from surveys.tallies.models import Tally
from surveys.vouchers.models import Voucher

__all__ = [
    "BallotKey",
    "BlindDraw",
    "BoardPage",
    "AppLogin",
    "Challenge",
    "Choice",
    "CounterCheck",
    "CounterCheckStep",
    "Disclosure",
    "DroppedOption",
    "InnerEnvelope",
    "OuterEnvelope",
    "PrintedForm",
    "Proof",
    "Question",
    "Receipt",
    "RevocationList",
    "RevocationService",
    "SpentToken",
    "Survey",
    "SurveySeries",
    "SurveySeriesStep",
    "SurveySponsor",
    "SurveySponsorStep",
    "SurveyStep",
    "Tally",
    "Ticket",
    "TrustAnchor",
    "UsageProcedure",
    "VerifierStanding",
    "Voucher",
    "Wave",
]

"""The nouns of this room, lower shelves first."""

from .amendments.models import Amendment, AmendmentStep
from .committees.models import CommitteeTerm, SizeDecision
from .meetings.models import Attendance, Meeting, MeetingStep
from .recruitments.models import Recruitment, RecruitmentStep, SeatApplication, SeatApplicationStep
from .resolutions.models import Resolution, ResolutionStep, Vote
from .rules.models import Citation, CitedInstrument, PlannedAmendment, Rule, RuleStep, RuleVersion
from .seats.models import Office, OfficeStep, Seat, SeatStep

__all__ = [
    "Amendment",
    "AmendmentStep",
    "Attendance",
    "Citation",
    "CitedInstrument",
    "CommitteeTerm",
    "Meeting",
    "MeetingStep",
    "Office",
    "OfficeStep",
    "PlannedAmendment",
    "Recruitment",
    "RecruitmentStep",
    "Resolution",
    "ResolutionStep",
    "Rule",
    "RuleStep",
    "RuleVersion",
    "Seat",
    "SeatApplication",
    "SeatApplicationStep",
    "SeatStep",
    "SizeDecision",
    "Vote",
]

"""The nouns of this room, lower shelves first."""

from .amendments.models import Amendment, AmendmentStep
from .committees.models import CommitteeTerm, SizeDecision
from .honoraria.models import HonorariumLine, HonorariumList, HonorariumListStep
from .meetings.models import Attendance, Meeting, MeetingStep
from .proposals.models import Answer, Proposal, ProposalItem, ProposalStep
from .recruitments.models import Recruitment, RecruitmentStep, SeatApplication, SeatApplicationStep
from .resolutions.models import Resolution, ResolutionStep, Vote
from .rules.models import Citation, CitedInstrument, PlannedAmendment, Rule, RuleStep, RuleVersion
from .seats.models import Office, OfficeStep, Seat, SeatStep
from .themes.models import ThemeProposal, ThemeProposalStep

__all__ = [
    "Amendment",
    "AmendmentStep",
    "Answer",
    "Attendance",
    "Citation",
    "CitedInstrument",
    "CommitteeTerm",
    "HonorariumLine",
    "HonorariumList",
    "HonorariumListStep",
    "Meeting",
    "MeetingStep",
    "Office",
    "OfficeStep",
    "PlannedAmendment",
    "Proposal",
    "ProposalItem",
    "ProposalStep",
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
    "ThemeProposal",
    "ThemeProposalStep",
    "Vote",
]

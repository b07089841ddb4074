"""The nouns of this room, lower shelves first."""

from .amendments.models import Amendment, AmendmentStep
from .answers.models import Answer, AnswerStep, Concurrence
from .committees.models import CommitteeTerm, SizeDecision
from .follow_ups.models import FollowUp, Milestone
from .honoraria.models import HonorariumLine, HonorariumList, HonorariumListStep
from .meetings.models import Attendance, Meeting, MeetingStep
from .proposals.models import CitedPost, Extension, Proposal, ProposalItem, ProposalStep, ProposalVersion
from .recruitments.models import Recruitment, RecruitmentStep, SeatApplication, SeatApplicationStep
from .resolutions.models import Resolution, ResolutionStep, Vote
from .rules.models import Citation, CitedInstrument, PlannedAmendment, Rule, RuleStep, RuleVersion
from .seats.models import Office, OfficeStep, Seat, SeatStep
from .themes.models import ThemeProposal, ThemeProposalStep

__all__ = [
    "Amendment",
    "AmendmentStep",
    "Answer",
    "AnswerStep",
    "Attendance",
    "Citation",
    "CitedInstrument",
    "CitedPost",
    "CommitteeTerm",
    "Concurrence",
    "Extension",
    "FollowUp",
    "HonorariumLine",
    "HonorariumList",
    "HonorariumListStep",
    "Meeting",
    "MeetingStep",
    "Milestone",
    "Office",
    "OfficeStep",
    "PlannedAmendment",
    "Proposal",
    "ProposalItem",
    "ProposalStep",
    "ProposalVersion",
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

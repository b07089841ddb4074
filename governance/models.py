"""The nouns of this room, lower shelves first."""

from .committees.models import CommitteeTerm, SizeDecision
from .meetings.models import Attendance, Meeting, MeetingStep
from .recruitments.models import Recruitment, RecruitmentStep, SeatApplication, SeatApplicationStep
from .resolutions.models import Resolution, ResolutionStep, Vote
from .seats.models import Office, OfficeStep, Seat, SeatStep

__all__ = [
    "Attendance",
    "CommitteeTerm",
    "Meeting",
    "MeetingStep",
    "Office",
    "OfficeStep",
    "Recruitment",
    "RecruitmentStep",
    "Resolution",
    "ResolutionStep",
    "Seat",
    "SeatApplication",
    "SeatApplicationStep",
    "SeatStep",
    "SizeDecision",
    "Vote",
]

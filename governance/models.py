"""The nouns of this room, lower shelves first."""

from .advice.models import Advice, AdviceStep
from .amendments.models import Amendment, AmendmentStep
from .answers.models import Answer, AnswerStep, Concurrence
from .appeals.models import Appeal, AppealStep
from .applications.models import SeatApplication, SeatApplicationStep, Supplement
from .comment_periods.models import CommentGroup, CommentPeriod, CommentPeriodStep, PublicComment
from .committees.models import CommitteeTerm, SizeDecision
from .events.models import CommitteeEvent, CommitteeEventStep, EventKind, SignUp
from .follow_ups.models import FollowUp, Milestone
from .honoraria.models import (
    HonorariumExemption,
    HonorariumLine,
    HonorariumList,
    HonorariumListStep,
    TaxDeclaration,
)
from .issues.models import CommitteeIssue, CommitteeIssueStep
from .meetings.models import Attendance, Meeting, MeetingStep
from .minutes.models import MinutesAct, MinutesVersion
from .popolo.models import ExternalIdentifier, ImportedMembership, ImportedOrganisation, ImportedPerson
from .proposals.models import Proposal, ProposalItem, ProposalStep
from .proposals.record_models import CitedPost, Extension, ProposalVersion
from .recruitments.models import Recruitment, RecruitmentStep
from .resolutions.models import BallotCount, Recusal, Resolution, ResolutionStep, SecretVoter, Vote
from .rights_claims.models import ClaimEvidence, RightsClaim, RightsClaimStep
from .rules.models import Rule, RuleStep, RuleVersion
from .rules.register_models import Citation, CitedInstrument, PlannedAmendment, RuleFollower
from .sanctions.models import Sanction, SanctionStep
from .seats.models import Office, OfficeStep, Seat, SeatStep
from .selections.models import Assessment
from .themes.models import ThemeProposal, ThemeProposalStep, ThemeReceipt
from .violations.models import Evidence, PublishedMonth, ViolationCase, ViolationCaseStep, ViolationReport

__all__ = [
    "Advice",
    "AdviceStep",
    "Amendment",
    "AmendmentStep",
    "Answer",
    "AnswerStep",
    "Appeal",
    "AppealStep",
    "Assessment",
    "Attendance",
    "BallotCount",
    "Citation",
    "CitedInstrument",
    "CitedPost",
    "ClaimEvidence",
    "CommitteeEvent",
    "CommitteeEventStep",
    "CommitteeIssue",
    "CommitteeIssueStep",
    "CommentGroup",
    "CommentPeriod",
    "CommentPeriodStep",
    "CommitteeTerm",
    "Concurrence",
    "EventKind",
    "Extension",
    "ExternalIdentifier",
    "FollowUp",
    "Evidence",
    "HonorariumExemption",
    "HonorariumLine",
    "HonorariumList",
    "HonorariumListStep",
    "ImportedMembership",
    "ImportedOrganisation",
    "ImportedPerson",
    "Meeting",
    "MeetingStep",
    "Milestone",
    "MinutesAct",
    "MinutesVersion",
    "Office",
    "OfficeStep",
    "PlannedAmendment",
    "Proposal",
    "ProposalItem",
    "ProposalStep",
    "ProposalVersion",
    "PublicComment",
    "PublishedMonth",
    "Recusal",
    "Recruitment",
    "RecruitmentStep",
    "Resolution",
    "ResolutionStep",
    "RightsClaim",
    "RightsClaimStep",
    "Rule",
    "RuleFollower",
    "RuleStep",
    "RuleVersion",
    "Sanction",
    "SanctionStep",
    "SignUp",
    "Seat",
    "SeatApplication",
    "SeatApplicationStep",
    "SeatStep",
    "SecretVoter",
    "SizeDecision",
    "Supplement",
    "TaxDeclaration",
    "ThemeProposal",
    "ThemeProposalStep",
    "ThemeReceipt",
    "ViolationCase",
    "ViolationCaseStep",
    "ViolationReport",
    "Vote",
]

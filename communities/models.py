"""The nouns of this room, lower shelves first."""

from .communities.models import Community, CommunityStep, OpeningPermit
from .facilitators.models import FacilitatorAssignment, FacilitatorAssignmentStep
from .flags.models import Flag, FlagStep
from .forums.models import Forum, Membership, MembershipStep
from .handovers.models import Handover, HandoverStep
from .help_requests.models import HelpRequest, HelpRequestStep
from .pages import CommunityIndexPage, OfficialCommunityPage
from .posts.models import Post, PostRevision, PostStep, Thread
from .room_rules.models import RoomRuleProposal, RoomRuleProposalStep
from .rooms.models import Room, RoomStep
from .stand_ins.models import StandIn, StandInStep
from .summaries.models import Summary, SummaryCitation, SummaryRequest, SummaryStep
from .suspensions.models import Suspension, SuspensionStep
from .topics.models import TopicAct

__all__ = [
    "Community",
    "CommunityIndexPage",
    "CommunityStep",
    "FacilitatorAssignment",
    "FacilitatorAssignmentStep",
    "Flag",
    "FlagStep",
    "Forum",
    "Handover",
    "HandoverStep",
    "HelpRequest",
    "HelpRequestStep",
    "Membership",
    "MembershipStep",
    "OfficialCommunityPage",
    "OpeningPermit",
    "Post",
    "PostRevision",
    "PostStep",
    "Room",
    "RoomRuleProposal",
    "RoomRuleProposalStep",
    "RoomStep",
    "StandIn",
    "StandInStep",
    "Summary",
    "SummaryCitation",
    "SummaryRequest",
    "SummaryStep",
    "Suspension",
    "SuspensionStep",
    "Thread",
    "TopicAct",
]

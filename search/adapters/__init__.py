"""Every noun that can be found. A room that brings a new one adds its adapter here."""

from .adapter import Adapter
from .conversation import ForumAdapter, PostAdapter
from .decisions import ProposalAdapter, ResolutionAdapter, RuleAdapter, ThemeAdapter
from .events import EventAdapter
from .pages import PageAdapter
from .shelters import ShelterAdapter
from .surveys import SurveyAdapter

ADAPTERS: tuple[Adapter, ...] = (
    PageAdapter(),
    ForumAdapter(),
    PostAdapter(),
    RuleAdapter(),
    ResolutionAdapter(),
    ThemeAdapter(),
    ProposalAdapter(),
    EventAdapter(),
    SurveyAdapter(),
    ShelterAdapter(),
)
BY_KIND = {kind: adapter for adapter in ADAPTERS for kind in adapter.kinds}

__all__ = ["ADAPTERS", "BY_KIND", "Adapter"]

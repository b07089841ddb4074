"""The nouns of this room, lower shelves first."""

from .notices.listing import NoticeIndexPage
from .notices.models import NoticeStep
from .notices.pages import NoticePage
from .pages import HandbookIndexPage, HandbookPage, HomePage, StandardPage

__all__ = [
    "HandbookIndexPage",
    "HandbookPage",
    "HomePage",
    "NoticeIndexPage",
    "NoticePage",
    "NoticeStep",
    "StandardPage",
]

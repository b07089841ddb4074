"""The nouns of this room, lower shelves first."""

from .notices.models import NoticeStep
from .notices.pages import NoticeIndexPage, NoticePage
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

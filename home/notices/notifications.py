"""Who hears of what became of a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.models import User
from residents.roles.holdings import people_holding

from .lifecycle import Channel
from .permissions import PUBLISHES

if TYPE_CHECKING:
    from home.notices.pages import NoticePage


def notice_submitted(notice: NoticePage, by: Acting) -> None:
    """The publishers of the channel: something waits for them."""
    _tell(notice, by, "submitted", _publishers(notice), reverse("notices:review", args=[notice.pk]))


def notice_sent_back(notice: NoticePage, by: Acting, reason: str) -> None:
    """Its authors: what to change."""
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    _tell(notice, by, "sent_back", _authors(notice), url, reason=reason)


def notice_approved(notice: NoticePage, by: Acting) -> None:
    """Its authors, and for the administration's notices whoever carries them to paper, FM and cable TV."""
    people = list(_authors(notice))
    if notice.channel == Channel.GOVERNMENT:
        people += list(_publishers(notice))
    _tell(notice, by, "approved", people, notice.url or "")


def notice_published_now(notice: NoticePage, by: Acting) -> None:
    """The publishers of the channel: it is out already and waits for their eyes."""
    _tell(notice, by, "published_now", _publishers(notice), reverse("notices:review", args=[notice.pk]))


def notice_withdrawn(notice: NoticePage, by: Acting, reason: str) -> None:
    _tell(notice, by, "withdrawn", _authors(notice), notice.url or "", reason=reason)


def notice_expiring(notice: NoticePage, by: Acting) -> None:
    """Its authors, three days before it leaves the front page."""
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    once = f"notice-expiring:{notice.pk}:{notice.expires_on}"
    _tell(notice, by, "expiring", _authors(notice), url, once=once, last_day=f"{notice.expires_on}")


def _publishers(notice: NoticePage) -> Any:
    return people_holding(PUBLISHES[Channel(notice.channel)])


def _authors(notice: NoticePage) -> Any:
    return User.objects.filter(pk__in=notice.author_ids(), is_active=True)


def _tell(
    notice: NoticePage, by: Acting, event: str, people: Any, url: str, *, once: str = "", **context: Any
) -> None:
    others = [person for person in people if str(person.pk) != by.person_id]
    outbox.post(
        f"home.notice_{event}", others, url=url, context={"notice": notice.title, **context}, once=once
    )
